/** The runner beside the finishers of past editions who took about as long, and beside this edition's field. */
import type { Athlete } from '../../domain/athlete.js';
import type { Place } from '../../domain/course.js';
import { isOfBib, type SplitTable } from '../../domain/record.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { weightedQuantiles } from '../../kernel/stats.js';
import type { PastEdition } from '../history/edition.js';
import { hiddenFade, LARGEST_HIDDEN } from '../pacing/halves.js';
import type { Stretch } from './stretches.js';

/** How much longer the second half of the effort took than the first by the clock, stops and all. */
export interface BesideField {
  finishers: number;
  editions: number;
  ownRatio: number;
  medianRatio: number;
  /** Eight of ten lie between. */
  lowRatio: number;
  highRatio: number;
}

/** Finishers whose time differs by less count as near, as a share. */
const NEAR_RATIO = 0.1;
/** Fewer near finishers tell of themselves only. */
const FEWEST = 10;

/**
 * The second half against the first, by the clock, beside finishers of about the same time; a log of arrivals is
 * enough. `null` when the runner's own cannot be told, or too few are near.
 * @param stretches of a race that was finished
 * @param effortRatioAt share of the effort done at a distance along the course
 */
export function computeBesideField(
  stretches: readonly Stretch[],
  finishS: number,
  editions: readonly PastEdition[],
  courseM: number,
  effortRatioAt: (atM: number) => number,
): BesideField | null {
  const ownRatio = secondHalf(
    stretches.map(({ end, endS }): Knot => [effortRatioAt(end.atM), endS]),
    finishS,
  );
  if (ownRatio === null) return null;
  const near = editions.map(({ stations, distanceM, finishers }) => {
    const ratios = stations.map(({ atM }) => effortRatioAt((atM * courseM) / distanceM));
    return finishers
      .filter((finisher) => Math.abs(finisher.finishS / finishS - 1) <= NEAR_RATIO)
      .flatMap((finisher) => {
        const passed = finisher.arriveS.flatMap((timeS, i): Knot[] =>
          timeS === null ? [] : [[ratios[i]!, timeS]],
        );
        return secondHalf(passed, finisher.finishS) ?? [];
      });
  });
  const all = near.flat();
  if (all.length < FEWEST) return null;
  const [lowRatio, medianRatio, highRatio] = weightedQuantiles(
    all,
    all.map(() => 1),
    [0.1, 0.5, 0.9],
  );
  return {
    finishers: all.length,
    editions: near.filter((ratios) => ratios.length > 0).length,
    ownRatio,
    medianRatio: medianRatio!,
    lowRatio: lowRatio!,
    highRatio: highRatio!,
  };
}

/** From arrivals by share of the effort; `null` where the half lies too far from them. */
function secondHalf(passed: readonly Knot[], finishS: number): number | null {
  const knots: Knot[] = [
    [0, 0],
    ...passed.filter(([ratio]) => ratio > 0 && ratio < 1),
    [1, finishS],
  ];
  const after = knots.findIndex(([ratio]) => ratio >= 0.5);
  const hidden = hiddenFade(0.5 - knots[after - 1]![0], knots[after]![0] - 0.5);
  if (hidden > LARGEST_HIDDEN) return null;
  const halfS = interpolate(knots, 0.5);
  return (finishS - halfS) / halfS - 1;
}

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
