/** What finishers of one time typically did differently from the course model, place by place. */
import { between } from '../../kernel/interpolate.js';
import { memoize } from '../../kernel/memo.js';
import { clamp, sum, weightedMean, weightedQuantiles } from '../../kernel/stats.js';
import type { Deviation } from '../pacing/deviations.js';
import type { TypicalConstants } from './constants.js';
import { findNeighbours, type Neighbourhood } from './neighbourhood.js';
import type { PastRun } from './past-runs.js';

/** How many the runs come from, and the variance between them over that between runners. */
export interface Editions {
  count: number;
  variance: number;
}

/** Offsets of a window without history around the forecast, shares of the finish time; early is negative. */
export interface DefaultSpread {
  earlyRatio: number;
  lateRatio: number;
}

/** Fits are made this far apart in the logarithm of the finish time, and interpolated. */
const NODE_STEP = 0.018;

/**
 * A local fit around a finish time, for every place.
 * @param runs at least `fewestRuns`, sorted by finish time
 */
export function prepareDeviations(
  runs: readonly PastRun[],
  editions: Editions,
  defaultSpreadAt: (place: number, finishS: number) => DefaultSpread,
  typical: TypicalConstants,
): (finishS: number) => Deviation[] {
  const widening = editionWidening(editions.count, editions.variance);
  const counts = runs.map(({ weight }) => weight);
  const { windowRunners, medianWeight, beyondLog } = typical;
  const logs = runs.map(({ logFinish }) => logFinish);
  const [fastest, slowest] = [logs[0]!, logs.at(-1)!];

  const nodeAt = memoize((node: number): Deviation[] => {
    const logFinish = clamp(node * NODE_STEP, fastest - beyondLog, slowest + beyondLog);
    const hood = findNeighbours(logs, logFinish, typical.reach, counts);
    const alike =
      sum(hood.weights.map((weight, i) => weight * counts[hood.members[i]!]!)) / sum(hood.weights);
    const offsets = hood.members.map((i) => logs[i]! - logFinish);
    const neighbours = hood.members.map((i) => runs[i]!);
    const fits = runs[0]!.typicalRatios.map((_, place) => {
      const typicalRatios = neighbours.map((run) => run.typicalRatios[place]!);
      const { atCentre, slope } = fitLocalLine(typicalRatios, offsets, hood, typical);
      const fitted = offsets.map((offset) => atCentre + slope * offset);
      const residuals = typicalRatios.map((value, i) => value - fitted[i]!);
      const own = neighbours.map(({ ownRatios }, i) => ownRatios[place]! - fitted[i]!);
      const [middle] = weightedQuantiles(residuals, hood.weights, [0.5]);
      const [low, ownMiddle, high] = weightedQuantiles(own, hood.weights, [0.1, 0.5, 0.9]);
      return {
        ratio: atCentre + medianWeight * middle!,
        variance: weightedMean(
          residuals.map((residual) => residual ** 2),
          hood.weights,
        ),
        early: low! - medianWeight * ownMiddle!,
        late: high! - medianWeight * ownMiddle!,
      };
    });
    const runners = hood.effectiveCount;
    const trust = (alike * runners) / (runners + computeModelRunners(fits, runners, typical));
    const windowTrust = (alike * runners) / (runners + windowRunners);
    return fits.map(({ ratio, early, late }, place) => {
      const spread = defaultSpreadAt(place, Math.exp(logFinish));
      const offsetOf = (seen: number, byDefault: number) =>
        between(byDefault, widening * seen, windowTrust);
      return {
        ratio: trust * ratio,
        earlyRatio: trust * ratio + Math.min(0, offsetOf(early, spread.earlyRatio)),
        lateRatio: trust * ratio + Math.max(0, offsetOf(late, spread.lateRatio)),
      };
    });
  });

  return (finishS) => {
    const position = Math.log(finishS) / NODE_STEP;
    const below = Math.floor(position);
    const [low, high] = [nodeAt(below), nodeAt(below + 1)];
    const mix = (a: number, b: number) => between(a, b, position - below);
    return low.map((deviation, place) => ({
      ratio: mix(deviation.ratio, high[place]!.ratio),
      earlyRatio: mix(deviation.earlyRatio, high[place]!.earlyRatio),
      lateRatio: mix(deviation.lateRatio, high[place]!.lateRatio),
    }));
  };
}

/**
 * As many runners as the model is worth: what runners differ over how far the model is off, as variances. Few
 * runners cannot tell how far it is off, and what is usual counts: τ = (n·seen + n₀·usual)/(n + n₀), seen =
 * Σ deviation²/Σ variance − 1/n, never below 0.
 * @param runners how many the fits rest on
 */
function computeModelRunners(
  fits: readonly { ratio: number; variance: number }[],
  runners: number,
  { modelRunners, mostModelRunners, doubtRunners }: TypicalConstants,
): number {
  const squares = sum(fits.map(({ ratio }) => ratio ** 2));
  const variances = sum(fits.map(({ variance }) => variance));
  const seen = variances > 0 ? Math.max(0, squares / variances - 1 / runners) : 1 / modelRunners;
  const off = (runners * seen + doubtRunners / modelRunners) / (runners + doubtRunners);
  return Math.min(mostModelRunners, 1 / off);
}

/** Mean square of a position, in half widths, under the weights of a neighbourhood. */
const LEVEL = 1 / 5;

/** The weighted least-squares line through values, its slope held back. */
function fitLocalLine(
  values: readonly number[],
  offsets: readonly number[],
  { weights, halfWidth }: Neighbourhood,
  { slopeRidge, levelRunners }: TypicalConstants,
): { atCentre: number; slope: number } {
  const weighted = (of: (i: number) => number) => sum(weights.map((weight, i) => weight * of(i)));
  const meanOffset = weightedMean(offsets, weights);
  const meanValue = weightedMean(values, weights);
  const spread = weighted((i) => (offsets[i]! - meanOffset) ** 2);
  const slope =
    weighted((i) => (offsets[i]! - meanOffset) * (values[i]! - meanValue)) /
    (spread + (slopeRidge * sum(weights) + LEVEL * levelRunners) * halfWidth ** 2);
  return { atCentre: meanValue - slope * meanOffset, slope };
}

/**
 * How much wider a window must be than the spread seen, because next year is one more draw of a year: total
 * variance of a runner of a new edition over that within and between the editions seen, its root.
 * @param variance between editions, over that between runners
 */
export const editionWidening = (editions: number, variance: number): number =>
  Math.sqrt((1 + variance * (1 + 1 / editions)) / (1 + (variance * (editions - 1)) / editions));
