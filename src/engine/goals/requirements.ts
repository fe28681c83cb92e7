/** What each goal asks for, before the race. */
import type { Course } from '../../domain/course.js';
import type { Goal, Target } from '../../domain/goal.js';
import type { MetricId } from '../../domain/metric.js';
import { paceOf } from '../../kernel/pace.js';
import type { FuelPlan } from '../fuel/needs.js';
import type { PacePlan } from '../pacing/pace-plan.js';

export interface Requirement {
  goal: Goal;
  /** For a time, or a finish before the cutoff: the whole course in less than that; else `null`. */
  pace: {
    targetS: number;
    averageSPerKm: number;
    /** Moving pace with the stops as planned. */
    movingSPerKm: number;
    /** How much longer than planned the race may take; negative: the plan misses the goal. */
    slackS: number;
  } | null;
  /** For a metric: the plan's own value, in the metric's unit; `null` when the plan has none. */
  planned: number | null;
}

export const computeRequirements = (
  goals: readonly Goal[],
  course: Course,
  pace: PacePlan,
  fuel: FuelPlan,
): Requirement[] =>
  goals.map((goal) => {
    const { target } = goal;
    const targetS = finishAskedS(target, course);
    return {
      goal,
      pace: targetS == null ? null : requirePace(course, pace, targetS),
      planned: target.kind === 'kpi' ? plannedValue(target.metric, course, pace, fuel) : null,
    };
  });

/** The finish time a goal asks for: its own, to finish at all the last cutoff's; `null` for other goals. */
export function finishAskedS(target: Target, course: Course): number | null {
  if (target.kind === 'time') return target.targetS;
  return target.kind === 'finish' ? course.finish.cutoffS : null;
}

const requirePace = (course: Course, plan: PacePlan, targetS: number): Requirement['pace'] => ({
  targetS,
  averageSPerKm: paceOf(targetS, course.distanceM),
  movingSPerKm: paceOf(targetS - plan.stoppedS, course.distanceM),
  slackS: targetS - plan.targetS,
});

function plannedValue(
  metric: MetricId,
  course: Course,
  pace: PacePlan,
  { perHour, total }: FuelPlan,
): number | null {
  switch (metric) {
    case 'averagePace':
      return paceOf(pace.targetS, course.distanceM);
    case 'movingPace':
      return paceOf(pace.movingS, course.distanceM);
    case 'lastLegPace':
      return pace.legs.at(-1)?.paceSPerKm ?? null;
    case 'fade':
      return pace.fadeRatio;
    case 'fluidPerHour':
      return perHour.fluidMl;
    case 'caloriesPerHour':
      return perHour.energyKcal;
    case 'carbsPerHour':
      return perHour.carbG;
    case 'sodiumPerHour':
      return perHour.sodiumMg;
    case 'caffeineTotal':
      return total.caffeineMg;
    case 'timeOnCourse':
      return pace.targetS;
    case 'movingTime':
      return pace.movingS;
    case 'aidStationTime':
      return pace.stoppedS;
    case 'stopsOverPlan':
      return 0;
  }
}
