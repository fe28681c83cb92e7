/** How long the runner stands still, and where. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';

/**
 * A realistic stop where none is planned: 1 min, and 5 s more for each hour of the race: at Western States'
 * larger stations medians run from 2 to 10 min, at small ones far less.
 */
export const computeDefaultStop = (durationS: number): number =>
  S_PER_MIN + (5 * durationS) / S_PER_H;

/** Stop at the end of each leg of a race of `durationS`: the station's, else the plan's default, else the model's. */
export function computeStops(plan: Plan, course: Course, durationS: number): number[] {
  const last = course.legs.length - 1;
  return course.legs.map((leg, i) =>
    i === last ? 0 : (leg.to.stopS ?? plan.defaultStopS ?? computeDefaultStop(durationS)),
  );
}
