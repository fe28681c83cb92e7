/** How long the runner stands still, and where. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { S_PER_H } from '../../kernel/units.js';

const LARGEST_RATIO = 0.05;
const SATURATION_S = 20 * S_PER_H;

/**
 * Share of the race spent at stations where nothing is planned: 0.05·(1 − exp(−T/20 h)), so 35, 44, 55 and 65 min
 * in 19, 22, 25.5 and 28.5 h; at seven stations of Western States runners of those bands stood 26, 43, 58 and 67.
 */
const stoppedRatio = (durationS: number): number =>
  LARGEST_RATIO * (1 - Math.exp(-durationS / SATURATION_S));

/** The stop that the plan sets at the end of each leg, seconds; `null` where it sets none, and at the finish. */
export const plannedStops = (plan: Plan, course: Course): (number | null)[] =>
  course.legs.map(({ to }, i) =>
    i === course.legs.length - 1 ? null : (to.stopS ?? plan.defaultStopS),
  );

/**
 * Stop at the end of each leg of a race of `durationS`, seconds: the station's, else the plan's default, else
 * the model's. The model shares its time by the length of the leg before, so that listing more stations does
 * not mean standing longer; a stop that is planned replaces its station's share. 0 at the finish.
 */
export function computeStops(plan: Plan, course: Course, durationS: number): number[] {
  const stoppedSPerM = (durationS * stoppedRatio(durationS)) / course.distanceM;
  const planned = plannedStops(plan, course);
  const last = course.legs.length - 1;
  return course.legs.map(({ distanceM }, i) =>
    i === last ? 0 : (planned[i] ?? stoppedSPerM * distanceM),
  );
}
