/** What each goal asks for, before the race. */
import type { Course } from '../../domain/course.js';
import type { Goal } from '../../domain/goal.js';
import { M_PER_KM } from '../../kernel/units.js';
import type { PacePlan } from '../pacing/pace-plan.js';

export interface Requirement {
  goal: Goal;
  /** For a time: the whole course in less than that. `null` for goals that set no pace. */
  pace: {
    targetS: number;
    averageSPerKm: number;
    /** Moving pace with the stops as planned. */
    movingSPerKm: number;
    /** How much longer than planned one may stand still at the planned moving pace; negative: the plan misses it. */
    slackS: number;
  } | null;
}

const requirePace = (course: Course, plan: PacePlan, targetS: number): Requirement['pace'] => ({
  targetS,
  averageSPerKm: (targetS * M_PER_KM) / course.distanceM,
  movingSPerKm: ((targetS - plan.stoppedS) * M_PER_KM) / course.distanceM,
  slackS: targetS - plan.targetS,
});

/** What `goals` ask of a race planned as `plan`; `finish` asks for the cutoff when there is one. */
export const computeRequirements = (
  goals: readonly Goal[],
  course: Course,
  plan: PacePlan,
): Requirement[] =>
  goals.map((goal) => {
    const { target } = goal;
    if (target.kind === 'time') return { goal, pace: requirePace(course, plan, target.targetS) };
    const cutoffS = course.finish.cutoffS;
    if (target.kind === 'finish' && cutoffS != null) {
      return { goal, pace: requirePace(course, plan, cutoffS) };
    }
    return { goal, pace: null };
  });
