/** The finish time a plan is paced for when it names none. */
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Pacing, Plan } from '../../domain/plan.js';
import type { RaceLog } from '../../domain/record.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { computeEnding } from '../course/ending.js';

/** Nobody plans more finely. */
const STEP_S = 5 * S_PER_MIN;

/**
 * The plan's pacing; without a target, with what the athlete's past races forecast, to five minutes, or with the
 * limit of the race where that is sooner or nothing else is known.
 * @param forecast of the finish; `null`: no past race tells
 */
export function proposePacing(
  { pacing }: Plan,
  course: Course,
  forecast: TimeForecast | null,
): Pacing {
  if (pacing.target) return pacing;
  const forecastS = forecast?.medianS ?? Number.POSITIVE_INFINITY;
  const limitS = course.finish.cutoffS ?? Number.POSITIVE_INFINITY;
  const roundS = Math.max(STEP_S, Math.round(forecastS / STEP_S) * STEP_S);
  const targetS = Math.min(roundS, limitS);
  if (!Number.isFinite(targetS)) return pacing;
  const targetSource = targetS === limitS ? 'limit' : 'past';
  return { ...pacing, target: { kind: 'time', targetS }, targetSource };
}

/** The time a race took, seconds; of one that ended early what the whole would have at its pace. `null`: no race. */
export function computeTimeRun(course: Course, log: RaceLog): number | null {
  const { kind, at, elapsedS } = computeEnding(course, log);
  if (elapsedS <= 0 || at.atM <= 0) return null;
  return kind === 'finished' ? elapsedS : Math.round((elapsedS * course.distanceM) / at.atM);
}
