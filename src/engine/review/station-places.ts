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
 * The place at each station by arrival, among this edition's splits; none where a station is not among them, nor where
 * without a bib no finish tells the runner's own row, which would count twice. Runners of later waves count by their
 * own time.
 */
export function computeStationPlaces(
  stretches: readonly Stretch[],
  { stations, runners }: SplitTable,
  { bib }: Athlete,
  finishS: number | null,
): StationPlace[] {
  const own = bib === null ? rowOfFinish(runners, finishS) : null;
  if (bib === null && own === null) return [];
  const others = runners.filter((runner) =>
    bib === null ? runner !== own : !isOfBib(bib, runner.result),
  );
  return stretches.flatMap(({ end, endS }) => {
    const columns = stations.flatMap(({ atM }, column) =>
      atM !== null && Math.abs(atM - end.atM) <= SAME_STATION_M ? [column] : [],
    );
    const [column] = columns;
    if (columns.length !== 1 || column === undefined) return [];
    const times = others.flatMap(
      ({ arriveS, departS }) => arriveS[column] ?? departS[column] ?? [],
    );
    if (times.length === 0) return [];
    const before = times.filter((timeS) => timeS < endS).length;
    return [{ at: end, place: before + 1, timed: times.length + 1 }];
  });
}

/** Logs are written to the minute. */
const SAME_FINISH_S = 60;

/** The row whose finish is nearest to the runner's, within a minute. */
function rowOfFinish(runners: SplitTable['runners'], finishS: number | null) {
  if (finishS === null) return null;
  const near = runners.flatMap((runner) => {
    const { timeS } = runner.result;
    const apartS = timeS === null ? SAME_FINISH_S : Math.abs(timeS - finishS);
    return apartS < SAME_FINISH_S ? [{ runner, apartS }] : [];
  });
  return near.sort((a, b) => a.apartS - b.apartS)[0]?.runner ?? null;
}
