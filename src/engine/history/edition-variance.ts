/** How much the editions of a race differ from one another: another day, a course moved, a table that is wrong. */
import { mean, median, sum } from '../../kernel/stats.js';
import type { HistoryConstants } from './constants.js';
import { type AlignedEdition, carryOver, type PastRun, type PlacesOnModel } from './past-runs.js';

/** Fewer runs of an edition tell of the runners, not of the edition. */
const FEWEST_RUNS = 5;
/** Standard deviation of a normal distribution over its median absolute deviation. */
const NORMAL_MAD = 1.4826;
/** Variance of a median of n over that of one value, times n: π/2. */
const MEDIAN_VARIANCE = Math.PI / 2;

/**
 * Variance between editions over that between the runners of one, as far as the editions run this way tell,
 * held to what is usual: (freedom · usual + seen freedom · seen)/(both). A course that changed since makes the
 * usual larger. One way analysis of variance at each place, of runs told apart by their finish time; medians, so
 * that a few odd runners do not count; places count by their variance between runners.
 */
export function computeEditionVariance(
  aligned: readonly AlignedEdition[],
  on: PlacesOnModel,
  highC: number | null,
  { carryOver: carrying, editions: usual }: HistoryConstants,
): number {
  const thisWay = aligned.filter(({ sameDirection }) => sameDirection);
  const groups = thisWay
    .map((edition) => carryOver([edition], on, highC, carrying))
    .filter((runs) => runs.length >= FEWEST_RUNS);
  const changed = 1 - (mean(thisWay.map(({ sharedRatio }) => sharedRatio)) ?? 1);
  const expected = usual.variance + usual.changedVariance * changed;
  const seen = varianceRatio(groups);
  if (seen === null) return expected;
  const freedom = usual.freedomPerEdition * (groups.length - 1);
  return (usual.freedom * expected + freedom * seen) / (usual.freedom + freedom);
}

/** `null` of fewer than two editions. */
function varianceRatio(groups: readonly (readonly PastRun[])[]): number | null {
  if (groups.length < 2) return null;
  const runs = groups.flat();
  const middle = mean(runs.map(({ logFinish }) => logFinish))!;
  const spread = sum(runs.map(({ logFinish }) => (logFinish - middle) ** 2));
  let [between, within] = [0, 0];
  runs[0]!.typicalRatios.forEach((_, place) => {
    const slope =
      sum(runs.map((run) => (run.logFinish - middle) * run.typicalRatios[place]!)) / (spread || 1);
    const residuals = groups.map((group) =>
      group.map((run) => run.typicalRatios[place]! - slope * (run.logFinish - middle)),
    );
    const medians = residuals.map((values) => median(values));
    const variances = residuals.map(
      (values, e) =>
        (NORMAL_MAD * median(values.map((value) => Math.abs(value - medians[e]!)))) ** 2,
    );
    const centre = mean(medians)!;
    const noise = mean(variances.map((v, e) => (MEDIAN_VARIANCE * v) / residuals[e]!.length))!;
    between += sum(medians.map((m) => (m - centre) ** 2)) / (groups.length - 1) - noise;
    within += mean(variances)!;
  });
  return within > 0 ? Math.max(0, between) / within : 0;
}
