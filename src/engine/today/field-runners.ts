/** Others who run the same race this very day, as far as their times are known. */
import type { Course } from '../../domain/course.js';
import type { RunnerSplits, SplitTable } from '../../domain/record.js';
import { placeNear } from '../course/places.js';

export interface FieldRunner {
  /** Bib, or the row of the file. */
  runner: string;
  /** Seconds after the first wave at which this runner started. */
  waveS: number;
  /** Elapsed from the runner's own start, at every place: 0 is the start, the last the finish; `null` unknown. */
  arriveS: readonly (number | null)[];
}

/**
 * Matches the times of a field to the places of a course. Who started nobody knows when cannot be put beside
 * others, and of times that do not increase none is believed: they are left out.
 */
export function readField(
  { stations, runners }: SplitTable,
  { legs, distanceM }: Course,
): FieldRunner[] {
  const places = [0, ...legs.slice(0, -1).map(({ to }) => to.atM)];
  const placeOfColumn = stations.map(({ atM }) =>
    atM === null || atM >= distanceM ? null : placeNear(places, atM),
  );
  return runners.flatMap((runner): FieldRunner[] => {
    const { waveS } = runner;
    const arriveS = arrivalsOf(runner, placeOfColumn, legs.length);
    return waveS === null || !isIncreasing(arriveS)
      ? []
      : [{ runner: runner.runner, waveS, arriveS }];
  });
}

function arrivalsOf(
  { arriveS, departS, result }: RunnerSplits,
  placeOfColumn: readonly (number | null)[],
  finishPlace: number,
): (number | null)[] {
  const arrivals: (number | null)[] = Array.from({ length: finishPlace + 1 }, () => null);
  placeOfColumn.forEach((place, column) => {
    if (place) arrivals[place] = arriveS[column] ?? departS[column] ?? null;
  });
  arrivals[0] = 0;
  if (result.status === 'finished') arrivals[finishPlace] = result.timeS;
  return arrivals;
}

function isIncreasing(arriveS: readonly (number | null)[]): boolean {
  let lastS = -1;
  for (const timeS of arriveS) {
    if (timeS === null) continue;
    if (timeS <= lastS) return false;
    lastS = timeS;
  }
  return true;
}
