/** What the cutoffs leave of a plan: how slow a finish, run like the plan, still keeps them. */
import type { Place } from '../../domain/course.js';
import { type Stretchable, stretchOf } from '../course/cutoffs.js';
import type { PacePlan } from './pace-plan.js';

/** A time by which the plan must have left a place, or reached the finish. */
export interface Deadline extends Stretchable {
  /** `null` at the finish. */
  at: Place | null;
  marginS: number;
}

/** Every place that closes, in course order. */
export const deadlinesOf = ({ legs }: PacePlan): Deadline[] => {
  let [movingS, stoppedS] = [0, 0];
  return legs.flatMap(({ leg, departS, cutoffMarginS: marginS, ...planned }, i): Deadline[] => {
    movingS += planned.movingS;
    stoppedS += planned.stopS;
    if (marginS == null) return [];
    const at = i === legs.length - 1 ? null : leg.to;
    return [{ at, marginS, byS: departS + marginS, movingS, stoppedS }];
  });
};

/** The finish of the slowest run, its stops and its shape as planned, that keeps all deadlines; `null` without any. */
export function slowestFinish({ movingS, stoppedS }: PacePlan, deadlines: readonly Deadline[]) {
  const stretch = stretchOf(deadlines);
  return stretch == null ? null : stretch * movingS + stoppedS;
}

/** The slowest finish, run like the plan, that keeps every cutoff; `null` when nothing closes. */
export const computeLatestFinish = (plan: PacePlan): number | null =>
  slowestFinish(plan, deadlinesOf(plan));
