/**
 * How much a leg's time changes from year to year for reasons no runner knows: a table moved down the road, a
 * time taken on the way out instead of in.
 */
import { mean, median, sum } from '../../kernel/stats.js';
import { alignEdition } from './alignment.js';
import type { HistoryConstants } from './constants.js';
import type { CourseModel } from './course-model.js';
import type { PastEdition } from './edition.js';
import type { AlignedEdition } from './past-runs.js';

/**
 * Variance between editions of the logarithm of a leg's typical share of the finish time, pooled over the
 * editions run each way.
 */
export function computeRecordingVariance(
  aligned: readonly AlignedEdition[],
  model: CourseModel,
  constants: HistoryConstants,
): number {
  const { recordingSpreadLog, recordingFreedom, otherWayFactor } = constants.editions;
  const groups = [true, false]
    .map((way) => aligned.filter(({ sameDirection }) => sameDirection === way))
    .map((group) => ({
      freedom: group.length - 1,
      variance: varianceBetween(
        group.map(({ edition }) => edition),
        model,
        constants,
      ),
    }))
    .flatMap(({ freedom, variance }) => (variance === null ? [] : [{ freedom, variance }]));
  const pooled =
    (sum(groups.map(({ freedom, variance }) => freedom * variance)) +
      recordingFreedom * recordingSpreadLog ** 2) /
    (sum(groups.map(({ freedom }) => freedom)) + recordingFreedom);
  const isKnownWay = aligned.some(({ sameDirection }) => sameDirection);
  return isKnownWay ? pooled : pooled * otherWayFactor;
}

/** Mean over the legs that all editions share; `null` when there are none, or fewer than two editions. */
function varianceBetween(
  editions: readonly PastEdition[],
  model: CourseModel,
  { alignment }: HistoryConstants,
): number | null {
  const last = editions.at(-1);
  if (!last || editions.length < 2) return null;
  const places = last.stations.map(({ name, atM }) => ({
    name,
    atM: (atM / last.distanceM) * model.distanceM,
  }));
  const stationsOf = editions.map((edition) => {
    const { stationOfPlace } = alignEdition(edition, places, model, alignment);
    return [START, ...stationOfPlace, edition.stations.length];
  });
  const variances = stationsOf[0]!.slice(1).flatMap((_, leg) => {
    const typical = editions.map((edition, e) =>
      typicalLogShare(edition, stationsOf[e]![leg]!, stationsOf[e]![leg + 1]!),
    );
    return typical.every((value) => value !== null) ? [varianceOf(typical)] : [];
  });
  return mean(variances);
}

const START = -1;

/** Median over the finishers of the logarithm of the share of time from one station to another. */
function typicalLogShare(
  { finishers, stations }: PastEdition,
  from: number | null,
  to: number | null,
): number | null {
  if (from === null || to === null) return null;
  const shares = finishers.flatMap(({ arriveS, finishS }) => {
    const fromS = from === START ? 0 : arriveS[from];
    const toS = to === stations.length ? finishS : arriveS[to];
    return fromS != null && toS != null && toS > fromS ? [Math.log((toS - fromS) / finishS)] : [];
  });
  return shares.length === 0 ? null : median(shares);
}

/** Sample variance. */
function varianceOf(values: readonly number[]): number {
  const centre = mean(values)!;
  return sum(values.map((value) => (value - centre) ** 2)) / (values.length - 1);
}
