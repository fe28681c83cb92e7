/** Goals during the race: which are alive, and what each takes from here. */
import type { Athlete } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Goal } from '../../domain/goal.js';
import { isHourly } from '../../domain/metric.js';
import { paceOf } from '../../kernel/pace.js';
import { computeFinishRatioFrom } from '../field/dropouts.js';
import { comparableEditions, type FieldReview } from '../field/field.js';
import { probabilityUnder } from '../goals/forecast.js';
import { chanceOf, type Likelihood, likelihoodOf } from '../goals/probability.js';
import { finishAskedS } from '../goals/requirements.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';
import type { RaceReview } from './review.js';

/** A goal with less chance than this is no longer alive. */
const ALIVE = 0.02;

export interface StationAhead {
  planned: PlannedLeg;
  forecast: TimeForecast;
  /** Cutoff minus forecast departure (at the finish: arrival); `null` without a cutoff. */
  cutoffMarginS: number | null;
}

export interface GoalNow {
  goal: Goal;
  status: Likelihood | 'met' | 'missed';
  alive: boolean;
  probability: number | null;
  /** For a bound on a metric: its value so far, in the metric's unit; `null` when not logged. */
  soFar: number | null;
  /** For a goal with a finish time: what it takes from here. */
  demand: {
    targetS: number;
    /** Moving pace over what is left with the stops ahead as planned; `null` when no time is left. */
    movingSPerKm: number | null;
    /** Time to spend beyond the forecast; negative: to be won back. */
    slackS: number;
    /** Latest departure from where the runner is, and from each station ahead, at the pace forecast. */
    latestDepartS: number;
    latestDepartAheadS: readonly number[];
  } | null;
}

/** The race as it stands, for its goals. */
export interface RaceNow {
  course: Course;
  athlete: Athlete;
  field: FieldReview | null;
  review: RaceReview;
  departed: boolean;
  departS: number;
  ahead: readonly StationAhead[];
  stopsAheadS: number;
}

/** What is left to run, metres. */
export const leftM = ({ course, review }: RaceNow): number =>
  course.distanceM - review.ending.at.atM;

/** The goal number `index` of the plan, as the race stands. */
export function judgeNow(goal: Goal, index: number, now: RaceNow): GoalNow {
  const finish = now.ahead.at(-1)?.forecast ?? null;
  const judgement = now.review.judgements[index]!;
  const demand = finish ? demandOf(goal, now, finish) : null;
  const soFar = soFarOf(goal, now);
  if (judgement.status !== 'unknown' && isSettled(goal, now)) {
    const met = judgement.status === 'met';
    return { goal, status: judgement.status, alive: met, probability: met ? 1 : 0, soFar, demand };
  }
  const probability = finish ? chanceNow(goal, now, finish) : null;
  const alive = probability == null || probability >= ALIVE;
  return { goal, status: likelihoodOf(probability), alive, probability, soFar, demand };
}

/** The metric up to here; of the time at aid stations, with the stop just left. */
function soFarOf({ target }: Goal, { review, departed, departS }: RaceNow): number | null {
  if (target.kind !== 'kpi') return null;
  const value = review.kpis.find(({ id }) => id === target.metric)?.actual ?? null;
  const stopHereS = departed ? departS - review.ending.elapsedS : 0;
  return value != null && target.metric === 'aidStationTime' ? value + stopHereS : value;
}

/** A rate so far can still change; everything else judged is final. */
const isSettled = ({ target }: Goal, { review }: RaceNow): boolean =>
  review.ending.kind !== 'open' || target.kind !== 'kpi' || !isHourly(target.metric);

function chanceNow(goal: Goal, now: RaceNow, finish: TimeForecast): number | null {
  // Before the first split the forecast is the plan, and a plan is no evidence of itself
  if (now.review.ending.place === 0) return null;
  const editions = comparableEditions(now.field);
  const finishRatio = computeFinishRatioFrom(
    editions.map(({ edition }) => edition),
    now.review.ending.at.atM,
  );
  const { cutoffS } = now.course.finish;
  if (goal.target.kind === 'finish' && finishRatio == null && cutoffS != null) {
    // Forecasts are for those who finish: being in time is the most that can be hoped for.
    const inTime = probabilityUnder(finish, cutoffS);
    return likelihoodOf(inTime) === 'likely' ? null : inTime;
  }
  return chanceOf(goal, {
    course: now.course,
    athlete: now.athlete,
    forecast: finish,
    editions,
    finishRatio,
  });
}

function demandOf({ target }: Goal, now: RaceNow, finish: TimeForecast): GoalNow['demand'] {
  const targetS = finishAskedS(target, now.course);
  if (targetS == null) return null;
  const slackS = targetS - finish.medianS;
  const movingS = targetS - now.departS - now.stopsAheadS;
  return {
    targetS,
    movingSPerKm: movingS <= 0 ? null : paceOf(movingS, leftM(now)),
    slackS,
    latestDepartS: now.departS + slackS,
    latestDepartAheadS: now.ahead
      .slice(0, -1)
      .map(({ forecast, planned }) => forecast.medianS + planned.stopS + slackS),
  };
}
