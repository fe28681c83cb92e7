/** What each goal asks for, before the race. */
import { isWithin } from '../../domain/bounds.js';
import type { Course, Place } from '../../domain/course.js';
import type { Goal, Target } from '../../domain/goal.js';
import { paceOf } from '../../kernel/pace.js';
import { tightestOf } from '../course/cutoffs.js';
import type { FuelPlan } from '../fuel/needs.js';
import { type Deadline, deadlinesOf, slowestFinish } from '../pacing/deadlines.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { measure, runAsPlanned } from './metrics.js';
import type { GoalChance, Likelihood } from './probability.js';

export interface Requirement {
  goal: Goal;
  /** For a time, or a finish within the cutoffs: the whole course in less than that; else `null`. */
  pace: {
    /** The slowest finish, run like the plan, that meets the goal and every cutoff. */
    targetS: number;
    averageSPerKm: number;
    /** Moving pace with the stops as planned. */
    movingSPerKm: number;
    /** How much longer than planned the race may take; negative: the plan misses the goal. */
    slackS: number;
    /** The place before the finish whose closing leaves least of it; `null`: the goal itself, or the finish. */
    tightestAt: Place | null;
  } | null;
  /** For a metric: the plan's own value, in its unit; for a distance that of the course. `null`: none planned. */
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
    const askedS = target.kind === 'time' ? target.targetS : null;
    return {
      goal,
      pace:
        target.kind === 'time' || target.kind === 'finish'
          ? requirePace(course, pace, askedS)
          : null,
      planned:
        target.kind === 'kpi'
          ? measure(target.metric, runAsPlanned(pace, fuel))
          : target.kind === 'distance'
            ? course.distanceM
            : null,
    };
  });

/**
 * How likely a goal is before the race. Of a measure, or the distance of a timed event, nothing tells the chance;
 * it is held against the plan: possible when the plan keeps it, unlikely when not even the plan does.
 * @param chance as far as evidence tells one
 */
export function likelihoodBefore(
  { goal: { target }, planned }: Requirement,
  chance: GoalChance | null,
): Likelihood {
  if (planned == null) return chance?.likelihood ?? 'unknown';
  return isKeptAt(target, planned) ? 'possible' : 'unlikely';
}

/** Whether a value keeps the bounds of a metric, or the distance asked for. */
export const isKeptAt = (target: Target, value: number): boolean =>
  target.kind === 'kpi'
    ? isWithin(value, target.bounds)
    : target.kind === 'distance' && value >= target.targetM;

/** @param askedS what the goal asks beside the cutoffs; `null`: nothing */
function requirePace(course: Course, plan: PacePlan, askedS: number | null): Requirement['pace'] {
  const { targetS: plannedS, movingS, stoppedS } = plan;
  const asked: Deadline[] =
    askedS == null
      ? []
      : [{ at: null, marginS: askedS - plannedS, byS: askedS, movingS, stoppedS }];
  const deadlines = [...asked, ...deadlinesOf(plan)];
  const tightest = tightestOf(deadlines);
  const targetS = slowestFinish(plan, deadlines);
  if (!tightest || targetS == null) return null;
  return {
    targetS,
    averageSPerKm: paceOf(targetS, course.distanceM),
    movingSPerKm: paceOf(targetS - stoppedS, course.distanceM),
    slackS: tightest.marginS,
    tightestAt: tightest.at,
  };
}
