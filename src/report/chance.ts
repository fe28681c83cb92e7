/** How finely a chance is told: never more finely than what it rests on tells it. */
import type { Target } from '../domain/goal.js';
import type { FinishOutlook } from '../engine/forecast/finish.js';

/**
 * Fewer past races than this, counted as if each told as much, tell a chance to a fifth or so, not to the percent:
 * a single race of a runner misses the next by more than a tenth of the time as often as not.
 */
const FEW_RACES = 2;

/**
 * Whether a chance before the race is told as `about 2 in 5`. That to finish rests on the past editions too, where
 * there are any; that of a time or a place never without the athlete's own races.
 */
export function isRoughChance(
  kind: Target['kind'],
  { time, editions }: Pick<FinishOutlook, 'time' | 'editions'>,
): boolean {
  if (kind === 'finish' && editions.length > 0) return false;
  return time === null || time.effectiveRaces < FEW_RACES;
}
