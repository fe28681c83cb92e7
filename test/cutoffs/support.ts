import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raceplan } from '../support/cli.js';

export const SIXTY = 'fixtures/cutoffs/sixty-km';
export const VERMONT = 'fixtures/races/vermont-100';

/** A file of that name in a folder of its own. */
export function fileOf(name: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), name);
  writeFileSync(file, text);
  return file;
}

/** A log of these rows, `place,arrive,depart`. */
export const logFile = (...rows: readonly string[]): string =>
  fileOf('splits.csv', `${['station,arrive,depart', ...rows].join('\n')}\n`);

/** The first rows of a shipped log, as the crew has it at that station. */
export const cutLog = (race: string, rows: number): string =>
  fileOf(
    'splits.csv',
    `${readFileSync(`${race}/splits.csv`, 'utf8')
      .split('\n')
      .slice(0, rows + 1)
      .join('\n')}\n`,
  );

export const json = async (...argv: string[]) =>
  JSON.parse((await raceplan(...argv, '--format', 'json')).stdout);
