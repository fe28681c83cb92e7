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
}

/** `null` where fewer than two were logged. */
export function computeStopsTaken({ review }: Pick<RaceRun, 'review'>): StopsTaken | null {
  const taken = review.stretches.flatMap(({ end, stopAfterS, planned }) =>
    stopAfterS == null || planned.stopAfterS == null
      ? []
      : [{ end, stopS: stopAfterS, plannedS: planned.stopAfterS }],
  );
  if (taken.length < FEWEST_STOPS) return null;
  const stopsS = taken.map(({ stopS }) => stopS);
  const plannedS = taken.map((stop) => stop.plannedS);
  const longestS = Math.max(...stopsS);
  return {
    stops: taken.length,
    medianS: median(stopsS),
    longestS,
    longestAt: taken.find(({ stopS }) => stopS === longestS)!.end,
    totalS: sum(stopsS),
    plannedMedianS: median(plannedS),
    plannedTotalS: sum(plannedS),
  };
}
