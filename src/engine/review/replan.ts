/** During the race: where the runner is, what lies ahead, which goals are alive, what there is to spend. */
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import type { Goal } from '../../domain/goal.js';
import { isHourly } from '../../domain/metric.js';
import type { Plan } from '../../domain/plan.js';
import type { RaceLog, RaceResults } from '../../domain/record.js';
import { paceOf } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import { computeFinishRatioFrom } from '../field/dropouts.js';
import { comparableEditions, type FieldReview } from '../field/field.js';
import { probabilityUnder } from '../goals/forecast.js';
import { chanceOf, type Likelihood, likelihoodOf } from '../goals/probability.js';
import { finishAskedS } from '../goals/requirements.js';
import type { PacePlan, PlannedLeg } from '../pacing/pace-plan.js';
import { type RaceReview, reviewRace } from './review.js';

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

export interface Replan {
  review: RaceReview;
  /** Elapsed when the runner leaves, or is expected to leave, the last place logged. */
  departS: number;
  /** Whether that departure is in the log. */
  departed: boolean;
  /** Behind the plan (negative: ahead) at that departure, else at the arrival; 0 at the start. */
  behindS: number;
  /** Stops so far over plan, this one included once left; `null` when not all were logged. */
  stopsOverS: number | null;
  ahead: readonly StationAhead[];
  goals: readonly GoalNow[];
  /** Stops planned at the stations ahead, seconds in all. */
  stopsAheadS: number;
  /** Moving pace over what is left: as forecast, and as planned; `null` at the finish. */
  movingAheadSPerKm: { forecast: number; plan: number } | null;
}

export interface ReplanInput {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  log: RaceLog;
  field: FieldReview | null;
  /** This edition's results, once it is over; else `null`. */
  results: RaceResults | null;
  /** Forecast arrivals at every place after the last logged, the finish last. */
  forecastAhead: readonly TimeForecast[];
}

export function replanRace(input: ReplanInput): Replan {
  const { plan, course, pace, log, forecastAhead } = input;
  const review = reviewRace(plan, course, pace, log, input.results);
  const { ending } = review;
  const legsAhead = ending.kind === 'dnf' ? [] : pace.legs.slice(ending.place);
  const last = log.visits.findLast((visit) => visit.place === ending.place);
  const plannedStopHereS = pace.legs[ending.place - 1]?.stopS ?? 0;
  const departS = last?.departS ?? ending.elapsedS + plannedStopHereS;
  const departed = last?.departS != null || ending.place === 0;
  const overHereS = departed ? departS - ending.elapsedS - plannedStopHereS : 0;
  const stopsAheadS = sum(legsAhead.map((leg) => leg.stopS));
  const ahead = legsAhead.map((planned, i): StationAhead => {
    const forecast = delay(forecastAhead[i]!, overHereS);
    const { cutoffS } = planned.leg.to;
    return {
      planned,
      forecast,
      cutoffMarginS: cutoffS == null ? null : cutoffS - (forecast.medianS + planned.stopS),
    };
  });
  const state: State = { ...input, review, departed, departS, ahead, stopsAheadS };
  return {
    review,
    departS,
    departed,
    behindS:
      (review.stretches.at(-1)?.endS ?? 0) -
      (review.stretches.at(-1)?.planned.endS ?? 0) +
      overHereS,
    stopsOverS: stopsOver(review, overHereS),
    ahead,
    goals: plan.goals.map((goal, i) => judgeNow(goal, i, state)),
    stopsAheadS,
    movingAheadSPerKm: movingAhead(state, legsAhead),
  };
}

/** A stop here longer than planned puts off all that follows. */
const delay = ({ medianS, earlyS, lateS }: TimeForecast, byS: number): TimeForecast => ({
  medianS: medianS + byS,
  earlyS: earlyS + byS,
  lateS: lateS + byS,
});

const stopsOver = ({ kpis }: RaceReview, overHereS: number): number | null => {
  const overS = kpis.find(({ id }) => id === 'stopsOverPlan')?.actual ?? null;
  return overS == null ? null : overS + overHereS;
};

interface State extends ReplanInput {
  review: RaceReview;
  departed: boolean;
  departS: number;
  ahead: readonly StationAhead[];
  stopsAheadS: number;
}

const leftM = ({ course, review }: State): number => course.distanceM - review.ending.at.atM;

function movingAhead(state: State, legsAhead: readonly PlannedLeg[]): Replan['movingAheadSPerKm'] {
  const finish = state.ahead.at(-1)?.forecast;
  if (!finish) return null;
  const paceAhead = (seconds: number) => paceOf(seconds, leftM(state));
  return {
    forecast: paceAhead(finish.medianS - state.departS - state.stopsAheadS),
    plan: paceAhead(sum(legsAhead.map((leg) => leg.movingS))),
  };
}

function judgeNow(goal: Goal, index: number, state: State): GoalNow {
  const finish = state.ahead.at(-1)?.forecast ?? null;
  const judgement = state.review.judgements[index]!;
  const demand = finish ? demandOf(goal, state, finish) : null;
  const soFar = soFarOf(goal, state);
  if (judgement.status !== 'unknown' && isSettled(goal, state)) {
    const met = judgement.status === 'met';
    return { goal, status: judgement.status, alive: met, probability: met ? 1 : 0, soFar, demand };
  }
  const probability = finish ? chanceNow(goal, state, finish) : null;
  const alive = probability == null || probability >= ALIVE;
  return { goal, status: likelihoodOf(probability), alive, probability, soFar, demand };
}

/** The metric up to here; of the time at aid stations, with the stop just left. */
function soFarOf({ target }: Goal, { review, departed, departS }: State): number | null {
  if (target.kind !== 'kpi') return null;
  const value = review.kpis.find(({ id }) => id === target.metric)?.actual ?? null;
  const stopHereS = departed ? departS - review.ending.elapsedS : 0;
  return value != null && target.metric === 'aidStationTime' ? value + stopHereS : value;
}

/** A rate so far can still change; everything else judged is final. */
const isSettled = ({ target }: Goal, { review }: State): boolean =>
  review.ending.kind !== 'open' || target.kind !== 'kpi' || !isHourly(target.metric);

function chanceNow(goal: Goal, state: State, finish: TimeForecast): number | null {
  // Before the first split the forecast is the plan, and a plan is no evidence of itself
  if (state.review.ending.place === 0) return null;
  const editions = comparableEditions(state.field);
  const finishRatio = computeFinishRatioFrom(
    editions.map(({ edition }) => edition),
    state.review.ending.at.atM,
  );
  const { cutoffS } = state.course.finish;
  if (goal.target.kind === 'finish' && finishRatio == null && cutoffS != null) {
    // Forecasts are for those who finish: being in time is the most that can be hoped for.
    const inTime = probabilityUnder(finish, cutoffS);
    return likelihoodOf(inTime) === 'likely' ? null : inTime;
  }
  return chanceOf(goal, {
    course: state.course,
    athlete: state.plan.athlete,
    forecast: finish,
    editions,
    finishRatio,
  });
}

function demandOf({ target }: Goal, state: State, finish: TimeForecast): GoalNow['demand'] {
  const targetS = finishAskedS(target, state.course);
  if (targetS == null) return null;
  const slackS = targetS - finish.medianS;
  const movingS = targetS - state.departS - state.stopsAheadS;
  return {
    targetS,
    movingSPerKm: movingS <= 0 ? null : paceOf(movingS, leftM(state)),
    slackS,
    latestDepartS: state.departS + slackS,
    latestDepartAheadS: state.ahead
      .slice(0, -1)
      .map(({ forecast, planned }) => forecast.medianS + planned.stopS + slackS),
  };
}
