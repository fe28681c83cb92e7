/** A finish time to begin with, where nobody has said one: a round number to be replaced, and no forecast. */
import { RACE_TIME_S } from '../../domain/limits.js';
import { clamp } from '../../kernel/stats.js';
import { M_PER_KM, S_PER_H } from '../../kernel/units.js';

/** About what the middle of a field takes over 50 km on flat ground; longer races are slower by this power. */
const OF_M = 50 * M_PER_KM;
const TAKES_S = 6 * S_PER_H;
const POWER = 1.2;
/** A metre of climb is worth as much as this way on the flat. */
const FLAT_PER_CLIMB = 4;
/** Short races are rounded to half an hour, long ones to an hour. */
const LONG_S = 10 * S_PER_H;

/** @param gainM `null` unknown @returns seconds */
export function computePlaceholderTime(distanceM: number, gainM: number | null): number {
  const flatM = distanceM + FLAT_PER_CLIMB * (gainM ?? 0);
  const exactS = TAKES_S * (flatM / OF_M) ** POWER;
  const stepS = exactS < LONG_S ? S_PER_H / 2 : S_PER_H;
  const max = RACE_TIME_S.max ?? Number.POSITIVE_INFINITY;
  return clamp(Math.round(exactS / stepS) * stepS, stepS, max);
}
