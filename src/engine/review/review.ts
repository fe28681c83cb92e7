/** The whole race looked back on: the one call behind `analyze`. */
import type { Course } from '../../domain/course.js';
import type { Goal } from '../../domain/goal.js';
import type { Plan } from '../../domain/plan.js';
import { isTimedEvent } from '../../domain/race-format.js';
import type { RaceLog, RaceResults } from '../../domain/record.js';
import type { Resolution } from '../../kernel/clock.js';
import { sum } from '../../kernel/stats.js';
import { type Effort, type MeanEffort, meanEffort } from '../activity/effort.js';
import {
  type Closing,
  type CutoffCheck,
  type CutoffReview,
  closingsOf,
  reviewCutoffs,
} from '../course/cutoffs.js';
import type { Sun } from '../course/daylight.js';
import { computeEnding, type Ending } from '../course/ending.js';
import { describeRaceDay } from '../course/race-day.js';
import { computeFuelPlan, type FuelPlan } from '../fuel/needs.js';
import type { Kpi } from '../goals/metrics.js';
import { type Judgement, judgeGoals } from '../goals/verdicts.js';
import { computeLegEfforts } from '../pacing/march.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { gradeModelOf } from '../pacing/solve-input.js';
import { computeIntake, type IntakeReview } from './intake.js';
import { computeKpis } from './kpis.js';
import { computeLosses, type Loss } from './losses/losses.js';
import { computeStretches, type Stretch } from './stretches.js';

export interface RaceReview {
  pace: PacePlan;
  /** Of the log's times. */
  resolutionS: Resolution;
  fuel: FuelPlan;
  ending: Ending;
  stretches: readonly Stretch[];
  intake: IntakeReview;
  /** Of each stretch, on the way between its stops. */
  efforts: readonly MeanEffort[];
  kpis: readonly Kpi[];
  losses: readonly Loss[];
  judgements: readonly Judgement[];
  /** Judges other goals by the same race, such as those of lessons. */
  judge: (goals: readonly Goal[]) => Judgement[];
  /** Finish with every stop as planned and the same moving time; `null` unless finished and stops are logged, and at bells. */
  finishWithPlannedStopsS: number | null;
  /** Finish of a race not finished; `null` when nothing was logged, and of a race over a time. */
  projectedFinish: {
    /** At the average pace held so far. */
    atPaceS: number;
    /** Slowing down as planned: the whole plan stretched as the part run. */
    asPlannedS: number;
  } | null;
  /** Every place that closes, reached or passed, held against its closing. */
  cutoffs: CutoffReview;
}

/** The place where the race, or its log, ends held against its closing; `null` when it does not close. */
export const cutoffThere = ({ cutoffs, ending }: RaceReview): CutoffCheck | null =>
  cutoffs.checks.find(({ at }) => at === ending.at) ?? null;

/** What the reviews of all who ran by one plan share. */
export interface ReviewedPlan {
  fuel: FuelPlan;
  legEffortsM: readonly number[];
  closings: readonly Closing[];
}

/** @param sun where the plan asks for other fuel at night */
export const prepareReview = (
  plan: Plan,
  course: Course,
  pace: PacePlan,
  sun: Sun | null,
): ReviewedPlan => ({
  fuel: computeFuelPlan(plan, pace, describeRaceDay(plan, sun)),
  legEffortsM: computeLegEfforts(course, gradeModelOf(plan.pacing.gradeModel)),
  closings: closingsOf(course, plan),
});

/**
 * @param efforts what a watch recorded of the body, if any
 * @param sun where the plan asks for other fuel at night
 */
export function reviewRace(
  plan: Plan,
  course: Course,
  pace: PacePlan,
  log: RaceLog,
  results: RaceResults | null,
  efforts: readonly Effort[] = [],
  sun: Sun | null = null,
  { fuel, legEffortsM, closings } = prepareReview(plan, course, pace, sun),
): RaceReview {
  const ending = computeEnding(course, log);
  const stretches = computeStretches(course, pace, log);
  const racedS = ending.elapsedS - sum(stretches.map(({ mealS }) => mealS));
  const intake = computeIntake(log, stretches, racedS, ending.kind !== 'open');
  const kpis = computeKpis({
    pace,
    fuel,
    ending,
    stretches,
    actualPerHour: intake.perHour,
    legEffortsM,
  });
  const losses = computeLosses(stretches, course.distanceM);
  const overrunS = kpis.find((kpi) => kpi.id === 'stopsOverPlan')?.actual ?? null;
  const plannedS = stretches.at(-1)?.planned.endS ?? null;
  const finished = ending.kind === 'finished';
  const cutoffs = reviewCutoffs(closings, log);
  const judge = (goals: readonly Goal[]) =>
    judgeGoals(goals, {
      athlete: plan.athlete,
      isTimed: isTimedEvent(plan),
      ending,
      cutoffsBroken: cutoffs.broken,
      kpis,
      isIntakePartlyUntold: intake.isPartlyUntold,
      results,
    });
  return {
    pace,
    resolutionS: log.resolutionS,
    fuel,
    ending,
    stretches,
    intake,
    efforts: stretches.map(({ startS, stopBeforeS, endS }) =>
      meanEffort(efforts, startS + (stopBeforeS ?? 0), endS),
    ),
    kpis,
    losses,
    judgements: judge(plan.goals),
    judge,
    finishWithPlannedStopsS:
      finished && overrunS != null && !plan.backyard ? ending.elapsedS - overrunS : null,
    projectedFinish:
      finished || !plannedS || isTimedEvent(plan)
        ? null
        : {
            atPaceS: (ending.elapsedS * course.distanceM) / ending.at.atM,
            asPlannedS: (pace.targetS * ending.elapsedS) / plannedS,
          },
    cutoffs,
  };
}
