/** The folder of a runner who has all that the examples of help name. */
import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const FIXTURES = resolve(import.meta.dirname, '../../fixtures');

const HELD: readonly (readonly [fixture: string, name: string])[] = [
  ['races/pine-creek-100k', '.'],
  ['races/pine-creek-100k', 'pine-creek-100k'],
  ['races/vermont-100', 'vermont-100'],
  ['review/athletes/alex', 'athletes/alex'],
  ['review/athletes/robin', 'athletes/robin'],
  ['review/many-runners/race.yaml', 'club-50k/race.yaml'],
  ['review/many-runners/splits.csv', 'club-50k/all.csv'],
  ['careers/many.csv', 'careers.csv'],
  ['init/ridge/course.gpx', 'course.gpx'],
];

/** Others on the day of Pine Creek, when the runner of its log is on the way. */
const LIVE = `bib,Wellsboro Junction,Asaph,Darling Run,finish
101,0:52:10,1:49:00,2:56:40,
102,0:55:40,1:55:30,3:07:10,
103,0:58:20,2:01:00,,
`;

/** @returns its path */
export function runnerFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-help-'));
  for (const [fixture, name] of HELD) {
    cpSync(join(FIXTURES, fixture), join(folder, name), { recursive: true });
  }
  writeFileSync(join(folder, 'live.csv'), LIVE);
  return folder;
}
