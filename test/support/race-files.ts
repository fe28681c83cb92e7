/** The shipped races as written, read without raceplan's own readers: an outside view of the same files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseTable } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';

export const RACES = join(import.meta.dirname, '../../fixtures/races');

export type Row = Readonly<Record<string, string>>;

export const rowsOf = (race: string, file: string): readonly Row[] =>
  parseTable(readFileSync(join(RACES, race, file), 'utf8'), { columns: true });

/** The parts of a plan the laws look at. */
export interface WrittenPlan {
  race: { start: string };
  course: {
    distance: string;
    stations: readonly { name: string; at: string; gain: string; stop?: string }[];
  };
  pacing: { target: string };
  stops: { default: string };
  nutrition: { products: readonly { name: string }[] };
  history?: readonly string[];
  results?: string;
}

export const planOf = (race: string): WrittenPlan =>
  parseYaml(readFileSync(join(RACES, race, 'race.yaml'), 'utf8'));

/** `7:54`, `18:19:00`, `01:52:11` as seconds. */
export function secondsOf(time: string): number {
  const [hours = Number.NaN, minutes = Number.NaN, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}

/** Arrivals and departures in the order they happened. */
export const timesOf = (splits: readonly Row[]): readonly number[] =>
  splits
    .flatMap(({ arrive = '', depart = '' }) => [arrive, depart])
    .filter((time) => time !== '')
    .map(secondsOf);

/** Seconds spent at the stations of the log. */
export const stoppedS = (splits: readonly Row[]): number =>
  splits
    .filter(({ depart }) => depart)
    .reduce((sum, { arrive, depart }) => sum + secondsOf(depart!) - secondsOf(arrive!), 0);

/** Seconds of planned stops at the stations the plan lists before the finish. */
export const plannedStopS = ({ course, stops }: WrittenPlan): number =>
  course.stations
    .slice(0, -1)
    .reduce((sum, { stop = stops.default }) => sum + Number.parseFloat(stop) * 60, 0);
