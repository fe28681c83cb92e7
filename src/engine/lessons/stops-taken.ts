/** The stops of a race as they were taken. */
import type { Place } from '../../domain/course.js';
import { median, sum } from '../../kernel/stats.js';
import { FEWEST_STOPS } from './limits.js';
import type { RaceRun } from './race-run.js';

/** Stops that were logged, beside those planned at the same places. */
export interface StopsTaken {
  stops: number;
  medianS: number;
  longestS: number;
  longestAt: Place;
  totalS: number;
  plannedMedianS: number;
  plannedTotalS: number;
  /** The fewest stops without which the others would have kept to their plan together; 0: all did. */
  longOnes: number;
  /** Whether what was stood over plan comes from the usual stop, not from a few long ones. */
  isUsual: boolean;
}

/** A stop as long as the median tells at least this share of what was stood over plan, or the plan of a stop is not it. */
const USUAL_SHARE = 0.5;

/** `null` where fewer than two were logged, and at bells: what is left until the next is no stop of one's own. */
export function computeStopsTaken({
  plan,
  review,
}: Pick<RaceRun, 'plan' | 'review'>): StopsTaken | null {
  if (plan.backyard) return null;
  const taken = review.stretches.flatMap(({ end, stopAfterS, planned }) =>
    stopAfterS == null || planned.stopAfterS == null
      ? []
      : [{ end, stopS: stopAfterS, plannedS: planned.stopAfterS }],
  );
  if (taken.length < FEWEST_STOPS) return null;
  const stopsS = taken.map(({ stopS }) => stopS);
  const plannedS = taken.map((stop) => stop.plannedS);
  const longestS = Math.max(...stopsS);
  const [medianS, plannedMedianS] = [median(stopsS), median(plannedS)];
  const oversS = taken.map((stop) => stop.stopS - stop.plannedS);
  const overS = sum(oversS);
  return {
    stops: taken.length,
    medianS,
    longestS,
    longestAt: taken.find(({ stopS }) => stopS === longestS)!.end,
    totalS: sum(stopsS),
    plannedMedianS,
    plannedTotalS: sum(plannedS),
    longOnes: fewestToReach(oversS, overS),
    isUsual: (medianS - plannedMedianS) * taken.length >= USUAL_SHARE * Math.max(0, overS),
  };
}

/** How many of the largest amounts make up a sum. */
function fewestToReach(amounts: readonly number[], total: number): number {
  if (total <= 0) return 0;
  const largest = amounts.toSorted((a, b) => b - a);
  let reached = 0;
  const at = largest.findIndex((amount) => {
    reached += amount;
    return reached >= total - 1e-6;
  });
  return at + 1;
}
