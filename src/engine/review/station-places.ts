/** The place of the runner on the way, among this edition's splits. */
import type { Athlete } from '../../domain/athlete.js';
import type { Place } from '../../domain/course.js';
import { isOfBib, type SplitTable } from '../../domain/record.js';
import type { Stretch } from './stretches.js';

export interface StationPlace {
  at: Place;
  /** One more than those who were there before. */
  place: number;
  /** Runners whose time there is known, the runner among them. */
  timed: number;
}

/** Two stations of a table and a plan this near to each other are one, metres. */
const SAME_STATION_M = 300;

/**
 * The place at each station by arrival, among this edition's splits; none where a station is not among them.
 * Runners of later waves count by their own time.
 */
export function computeStationPlaces(
  stretches: readonly Stretch[],
  { stations, runners }: SplitTable,
  { bib }: Athlete,
  finishS: number | null,
): StationPlace[] {
  const others = runners.filter(({ result }) =>
    bib === null ? finishS === null || result.timeS !== finishS : !isOfBib(bib, result),
  );
  return stretches.flatMap(({ end, endS }) => {
    const columns = stations.flatMap(({ atM }, column) =>
      atM !== null && Math.abs(atM - end.atM) <= SAME_STATION_M ? [column] : [],
    );
    const [column] = columns;
    if (columns.length !== 1 || column === undefined) return [];
    const times = others.flatMap(({ arriveS, departS, waveS }) => {
      const timeS = arriveS[column] ?? departS[column] ?? null;
      return timeS === null ? [] : [timeS - (waveS ?? 0)];
    });
    if (times.length === 0) return [];
    const before = times.filter((timeS) => timeS < endS).length;
    return [{ at: end, place: before + 1, timed: times.length + 1 }];
  });
}
