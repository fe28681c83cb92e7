/** The runner beside the finishers of past editions who took about as long. */
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { median, weightedMean, weightedQuantiles } from '../../kernel/stats.js';
import type { PastEdition } from '../history/edition.js';
import { hiddenFade, LARGEST_HIDDEN } from '../pacing/halves.js';
import type { Stretch } from './stretches.js';

/** What is held against the field, all by the clock, stops and all, so that a log of arrivals is enough. */
export const FIELD_MEASURES = [
  /** Of each quarter of the effort: slower than the mean of the race, as a share. */
  'firstQuarter',
  'secondQuarter',
  'thirdQuarter',
  'lastQuarter',
  /** How much longer the second half of the effort took than the first. */
  'secondHalf',
  /** How far the legs between places that both have lie from the mean pace: see `unsteadinessOf`. */
  'unsteadiness',
] as const;
export type FieldMeasure = (typeof FIELD_MEASURES)[number];

/** One measure of the runner, and of finishers of about the same time. */
export interface Beside {
  measure: FieldMeasure;
  ownRatio: number;
  medianRatio: number;
  /** Eight of ten lie between. */
  lowRatio: number;
  highRatio: number;
}

export interface BesideField {
  finishers: number;
  editions: number;
  /** Those that the runner's log and enough of the finishers tell. */
  measures: readonly Beside[];
}

/** Finishers whose time differs by less count as near, as a share. */
const NEAR_RATIO = 0.1;
/** Fewer near finishers tell of themselves only. */
const FEWEST = 10;
/** Fewer legs have no steadiness. */
const FEWEST_LEGS = 3;
/** Two places this near to each other are one, as a share of the effort. */
const SAME_RATIO = 0.01;

/** A race by the clock: elapsed time at shares of the effort, from 0 to 1. */
type ByClock = readonly Knot[];

/**
 * The runner beside finishers of about the same time; `null` when nothing of the runner's own can be told, or too few
 * are near.
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
  const passed = stretches.map(({ end, endS }): Knot => [effortRatioAt(end.atM), endS]);
  const own = byClock(passed, finishS);
  const near = editions.map(({ stations, distanceM, finishers }) => {
    const ratios = stations.map(({ atM }) => effortRatioAt((atM * courseM) / distanceM));
    return finishers
      .filter((finisher) => Math.abs(finisher.finishS / finishS - 1) <= NEAR_RATIO)
      .map((finisher) =>
        byClock(
          finisher.arriveS.flatMap((timeS, i): Knot[] =>
            timeS === null ? [] : [[ratios[i]!, timeS]],
          ),
          finisher.finishS,
        ),
      );
  });
  const field = near.flat();
  const measures = FIELD_MEASURES.flatMap((measure) => besideOf(measure, own, field) ?? []);
  if (measures.length === 0) return null;
  return {
    finishers: field.length,
    editions: near.filter((finishers) => finishers.length > 0).length,
    measures,
  };
}

function besideOf(measure: FieldMeasure, own: ByClock, field: readonly ByClock[]): Beside | null {
  const pairs = field.flatMap((theirs) => {
    const [ownRatio, ratio] = measureBoth(measure, own, theirs);
    return ownRatio === null || ratio === null ? [] : [{ ownRatio, ratio }];
  });
  if (pairs.length < FEWEST) return null;
  const ratios = pairs.map(({ ratio }) => ratio);
  const [lowRatio, medianRatio, highRatio] = weightedQuantiles(
    ratios,
    ratios.map(() => 1),
    [0.1, 0.5, 0.9],
  );
  return {
    measure,
    ownRatio: median(pairs.map(({ ownRatio }) => ownRatio)),
    medianRatio: medianRatio!,
    lowRatio: lowRatio!,
    highRatio: highRatio!,
  };
}

/** Both measured alike: legs between the places that both have a time at. */
function measureBoth(measure: FieldMeasure, own: ByClock, theirs: ByClock) {
  if (measure !== 'unsteadiness') {
    return [measureOf(measure, own), measureOf(measure, theirs)] as const;
  }
  const isIn =
    (knots: ByClock) =>
    ([ratio]: Knot) =>
      knots.some(([other]) => Math.abs(other - ratio) <= SAME_RATIO);
  return [
    unsteadinessOf(own.filter(isIn(theirs))),
    unsteadinessOf(theirs.filter(isIn(own))),
  ] as const;
}

const QUARTERS: readonly FieldMeasure[] = FIELD_MEASURES.slice(0, 4);

function measureOf(measure: FieldMeasure, knots: ByClock): number | null {
  const finishS = knots.at(-1)![1];
  if (measure === 'secondHalf') {
    const halfS = timeAt(knots, 0.5);
    return halfS === null ? null : (finishS - halfS) / halfS - 1;
  }
  const quarter = QUARTERS.indexOf(measure);
  const [fromS, toS] = [timeAt(knots, quarter / 4), timeAt(knots, (quarter + 1) / 4)];
  return fromS === null || toS === null ? null : ((toS - fromS) * 4) / finishS - 1;
}

const byClock = (passed: readonly Knot[], finishS: number): ByClock => [
  [0, 0],
  ...passed.filter(([ratio]) => ratio > 0 && ratio < 1),
  [1, finishS],
];

/** `null` where the places on either side lie too far away. */
function timeAt(knots: ByClock, ratio: number): number | null {
  const after = knots.findIndex(([at]) => at >= ratio);
  if (after === 0) return 0;
  const hidden = hiddenFade(ratio - knots[after - 1]![0], knots[after]![0] - ratio);
  return hidden > LARGEST_HIDDEN ? null : interpolate(knots, ratio);
}

/** The standard deviation of the legs' pace at equal effort about its mean, in the logarithm, each by its time. */
function unsteadinessOf(knots: ByClock): number | null {
  const legs = knots.slice(1).flatMap(([ratio, atS], i) => {
    const [fromRatio, fromS] = knots[i]!;
    const tookS = atS - fromS;
    return tookS > 0 && ratio > fromRatio
      ? [{ tookS, log: Math.log(tookS / (ratio - fromRatio)) }]
      : [];
  });
  if (legs.length < FEWEST_LEGS) return null;
  const weights = legs.map(({ tookS }) => tookS);
  const mean = weightedMean(
    legs.map(({ log }) => log),
    weights,
  );
  return Math.sqrt(
    weightedMean(
      legs.map(({ log }) => (log - mean) ** 2),
      weights,
    ),
  );
}
