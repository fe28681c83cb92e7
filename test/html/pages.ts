/** Every command on every kind of race: the arguments of each page, by its name. */
import { readFileSync, writeFileSync } from 'node:fs';
import { raceFolder } from '../support/folder.js';

const RACES = 'fixtures/races';
const BOTH = ['pine-creek-100k', 'vermont-100'] as const;

/** The log as it stood when half of it was written. */
function halfLog(race: string): string {
  const lines = readFileSync(`${RACES}/${race}/splits.csv`, 'utf8').trimEnd().split('\n');
  const log = raceFolder({ 'splits.csv': '' })['splits.csv'];
  writeFileSync(log, `${lines.slice(0, Math.ceil(lines.length / 2)).join('\n')}\n`);
  return log;
}

const ofRace = (race: string): [string, string[]][] => {
  const folder = `${RACES}/${race}`;
  return [
    [`build-${race}`, ['build', folder]],
    [`check-${race}`, ['check', folder]],
    [`crew-${race}`, ['crew', folder]],
    [`replan-${race}`, ['replan', halfLog(race), '--plan', `${folder}/race.yaml`]],
    [`analyze-${race}`, ['analyze', `${folder}/splits.csv`]],
    [`field-${race}`, ['field', folder]],
  ];
};

const FLAT = 'fixtures/history/flat-hundred';

/** Those of the two races the project began with, and of what only other commands have. */
export const MAIN_PAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ...BOTH.flatMap(ofRace).filter(([name]) => name !== 'field-vermont-100'),
  ['compare-both', ['compare', `${RACES}/vermont-100`, `${RACES}/pine-creek-100k`]],
  [
    'backtest-flat-hundred',
    [
      'backtest',
      ...['2021', '2022'].map((year) => `${FLAT}/splits-${year}.csv`),
      '--plan',
      `${FLAT}/race.yaml`,
    ],
  ],
  ['build-thirty-stations', ['build', 'fixtures/html/thirty-stations']],
]);

/** What else a report may be of: laps, bells, stages, many runners. */
export const OTHER_PAGES: ReadonlyMap<string, readonly string[]> = new Map([
  ['build-explained', ['build', `${RACES}/vermont-100`, '--explain', '--every', '5mi']],
  ['build-targets', ['build', `${RACES}/pine-creek-100k`, '--target', '11:30,12:00']],
  ['build-from-vermont', ['build', 'fixtures/review/from-vermont']],
  ['build-whole-vocabulary', ['build', 'fixtures/plan/whole-vocabulary']],
  ['build-loop-24h', ['build', `${RACES}/loop-24h`]],
  ['analyze-loop-24h', ['analyze', `${RACES}/loop-24h/splits.csv`]],
  ['replan-loop-24h', ['replan', `${RACES}/loop-24h/splits-night.csv`]],
  ['crew-loop-24h', ['crew', `${RACES}/loop-24h`]],
  ['build-backyard', ['build', `${RACES}/backyard`]],
  ['analyze-backyard', ['analyze', `${RACES}/backyard/splits.csv`]],
  ['replan-backyard', ['replan', `${RACES}/backyard/splits-night.csv`]],
  ['build-three-stages', ['build', `${RACES}/three-stages`]],
  ['analyze-three-stages', ['analyze', `${RACES}/three-stages/day-1/splits.csv`]],
  ['analyze-all', ['analyze', 'fixtures/review/many-runners/splits.csv', '--all']],
  [
    'analyze-athletes',
    [
      'analyze',
      ...['alex', 'robin', 'kim'].map((who) => `fixtures/review/athletes/${who}/splits.csv`),
    ],
  ],
  ['analyze-dropped', ['analyze', 'fixtures/review/ended-early/dropped.csv']],
  ['analyze-fuel', ['analyze', 'fixtures/review/fuel/splits.csv']],
  ['backtest-careers', ['backtest', 'fixtures/careers/many.csv', '--finish']],
  [
    'backtest-in-race',
    ['backtest', `${FLAT}/splits-2021.csv`, '--plan', `${FLAT}/race.yaml`, '--in-race'],
  ],
  ['replan-brief', ['replan', `${RACES}/loop-24h/splits-night.csv`, '--brief']],
  ['analyze-quiet', ['analyze', `${RACES}/vermont-100/splits.csv`, '--quiet']],
  ['crew-of-one', ['crew', `${RACES}/vermont-100`, '--for', 'Sam']],
]);
