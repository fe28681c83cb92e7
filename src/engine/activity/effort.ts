/** What the body did on each leg: heart rate and power. */
import { clamp } from '../../kernel/stats.js';

/** What a watch recorded of the body. */
export interface Effort {
  /** Elapsed. */
  atS: number;
  heartRateBpm: number | null;
  powerW: number | null;
}

export interface MeanEffort {
  meanHeartRateBpm: number | null;
  meanPowerW: number | null;
}

/** A value holds until the next one, but no longer than this: then nothing was recorded. */
const HOLDS_S = 60;
/** With values for less than this share of its time, the mean of a leg is unknown. */
const KNOWN_RATIO = 0.5;

/**
 * Mean heart rate and power between two times, weighted by time; `null` where less than half of it is known.
 * @param efforts in order of time
 */
export function meanEffort(efforts: readonly Effort[], fromS: number, toS: number): MeanEffort {
  const mean = (read: (effort: Effort) => number | null): number | null => {
    const known = efforts.filter((effort) => read(effort) !== null);
    let [total, knownS] = [0, 0];
    known.forEach((effort, i) => {
      const untilS = Math.min(effort.atS + HOLDS_S, known[i + 1]?.atS ?? Number.POSITIVE_INFINITY);
      const heldS = clamp(untilS, fromS, toS) - clamp(effort.atS, fromS, toS);
      total += heldS * read(effort)!;
      knownS += heldS;
    });
    return knownS > 0 && knownS >= KNOWN_RATIO * (toS - fromS) ? total / knownS : null;
  };
  return {
    meanHeartRateBpm: mean(({ heartRateBpm }) => heartRateBpm),
    meanPowerW: mean(({ powerW }) => powerW),
  };
}

/** The mean of several legs, weighted by time; of those where it is known. */
export function meanOfEfforts(
  efforts: readonly MeanEffort[],
  weightsS: readonly number[],
): MeanEffort {
  const mean = (read: (effort: MeanEffort) => number | null): number | null => {
    let [total, knownS] = [0, 0];
    efforts.forEach((effort, i) => {
      const value = read(effort);
      if (value === null) return;
      total += value * weightsS[i]!;
      knownS += weightsS[i]!;
    });
    return knownS > 0 ? total / knownS : null;
  };
  return {
    meanHeartRateBpm: mean(({ meanHeartRateBpm }) => meanHeartRateBpm),
    meanPowerW: mean(({ meanPowerW }) => meanPowerW),
  };
}
