/** What to change from here, most pressing first. */
import type { Goal } from '../../domain/goal.js';
import type { Nutrient } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { type ExpectedMargin, tightestOf } from '../course/cutoffs.js';
import { mealTimeS } from '../fuel/meals.js';
import type { FuelPlan } from '../fuel/needs.js';
import { fluidLimitOf, STANDARDS } from '../fuel/standards.js';
import type { GoalNow } from '../review/goals-now.js';
import type { Replan } from '../review/replan.js';
import { TIGHT_CUTOFF_S } from './warnings/target.js';

export type Change =
  | { kind: 'cutoff'; closing: ExpectedMargin }
  /** Stops ran over; `leftS` is what the plan still has for `stations` stops. */
  | { kind: 'stops over'; overS: number; leftS: number; stations: number }
  /** Goals with a finish time or a place that are out of reach, and the next that is alive; `null`: none is. */
  | { kind: 'gone'; goals: readonly Goal[]; next: Goal | null }
  /** A finish-time goal within reach: time to spend over the forecast, or to win back. */
  | { kind: 'pace'; goal: Goal; needSPerKm: number; forecastSPerKm: number; slackS: number }
  | { kind: 'eat more'; nutrient: Nutrient; takenPerHour: number; needPerHour: number }
  | { kind: 'too far behind'; nutrient: Nutrient; takenPerHour: number; maxPerHour: number }
  | { kind: 'drink less'; takenMlPerH: number; limitMlPerH: number };

const NOTABLE_STOP_S = S_PER_MIN;
/** Intake this much below plan is worth a word. */
const NOTABLE_SHORTFALL = 0.9;

/** None once the race is over. */
export function computeChanges(plan: Plan, replan: Replan): Change[] {
  if (replan.ahead.length === 0) return [];
  return [
    ...cutoffChanges(replan),
    // at bells who is quicker stands longer
    ...(plan.backyard ? [] : stopChanges(replan)),
    ...goneChanges(replan),
    ...paceChanges(replan),
    ...fuelChanges(plan, replan),
  ];
}

/** The tightest cutoff ahead; nothing once one is broken. */
const cutoffChanges = ({ cutoffsAhead, review }: Replan): Change[] => {
  const closing = tightestOf(cutoffsAhead);
  const isTight = closing && closing.marginS < TIGHT_CUTOFF_S && review.cutoffs.broken.length === 0;
  return isTight ? [{ kind: 'cutoff', closing }] : [];
};

function stopChanges({ stopsOverS, ahead, stopsAheadS }: Replan): Change[] {
  return stopsOverS == null || stopsOverS < NOTABLE_STOP_S
    ? []
    : [{ kind: 'stops over', overS: stopsOverS, leftS: stopsAheadS, stations: ahead.length - 1 }];
}

/**
 * What is worth running for, once a goal is not: the next one written, else the first of all. A dream that the plan
 * never met is no news while a time written before it is alive.
 */
function goneChanges({ goals, review }: Replan): Change[] {
  const isResult = ({ goal: { target } }: GoalNow) => target.kind !== 'kpi';
  const firstAlive = goals.findIndex(({ alive, goal }) => alive && goal.target.kind === 'time');
  const isNews = ({ goal: { target } }: GoalNow, i: number) =>
    firstAlive < 0 ||
    i < firstAlive ||
    (target.kind === 'time' && target.targetS > review.pace.targetS);
  const gone = goals.filter((goal, i) => isResult(goal) && !goal.alive && isNews(goal, i));
  if (gone.length === 0) return [];
  const alive = goals.filter((goal) => isResult(goal) && goal.alive);
  const next = alive.find((goal) => goals.indexOf(goal) > goals.indexOf(gone[0]!)) ?? alive[0];
  return [{ kind: 'gone', goals: gone.map(({ goal }) => goal), next: next?.goal ?? null }];
}

/** The first goal with a finish time that is still alive. */
function paceChanges({ goals, movingAheadSPerKm }: Replan): Change[] {
  const open = goals.find(
    ({ alive, demand, goal }) => alive && demand && goal.target.kind === 'time',
  );
  const demand = open?.demand;
  if (!open || demand?.movingSPerKm == null || !movingAheadSPerKm) return [];
  return [
    {
      kind: 'pace',
      goal: open.goal,
      needSPerKm: demand.movingSPerKm,
      forecastSPerKm: movingAheadSPerKm.forecast,
      slackS: demand.slackS,
    },
  ];
}

function fuelChanges(plan: Plan, { review, ahead, departS }: Replan): Change[] {
  const finishS = ahead.at(-1)?.forecast.medianS;
  if (finishS == null || departS <= 0) return [];
  // long stops are meals: they count in no hour
  const mealsAheadS = sum(ahead.map(({ planned }) => mealTimeS(planned.stopS)));
  const mealsS = sum(review.stretches.map(({ mealS }) => mealS));
  const hoursLeft = (finishS - departS - mealsAheadS) / S_PER_H;
  const hoursDone = (review.ending.elapsedS - mealsS) / S_PER_H;
  const { perHour: taken } = review.intake;
  const { perHour: planned } = review.fuel;

  const limitMlPerH = fluidLimitOf(plan.athlete);
  if (taken.fluidMl != null && taken.fluidMl > limitMlPerH) {
    return [{ kind: 'drink less', takenMlPerH: taken.fluidMl, limitMlPerH }];
  }
  return (['carbG', 'sodiumMg'] as const).flatMap((nutrient): Change[] => {
    const [takenPerHour, target] = [taken[nutrient], planned[nutrient]];
    if (takenPerHour == null || target == null) return [];
    if (takenPerHour >= target * NOTABLE_SHORTFALL) return [];
    const needPerHour = target + ((target - takenPerHour) * hoursDone) / hoursLeft;
    const maxPerHour = Math.max(target, mostPerHour(nutrient, review.fuel) ?? target);
    return needPerHour > maxPerHour
      ? [{ kind: 'too far behind', nutrient, takenPerHour, maxPerHour }]
      : [{ kind: 'eat more', nutrient, takenPerHour, needPerHour }];
  });
}

/**
 * The most that makes sense an hour: the upper end of the standard; of sodium its highest concentration in what is
 * drunk, that of `high-carb` where the standard has none. `null`: no limit is known.
 */
function mostPerHour(
  nutrient: 'carbG' | 'sodiumMg',
  { standard, perHour: { fluidMl } }: FuelPlan,
): number | null {
  if (nutrient === 'carbG') return standard.perHour.carbG?.max ?? null;
  const maxMgPerL = standard.sodiumMgPerL.max ?? STANDARDS['high-carb'].sodiumMgPerL.max;
  return fluidMl == null || maxMgPerL == null ? null : (fluidMl / 1000) * maxMgPerL;
}
