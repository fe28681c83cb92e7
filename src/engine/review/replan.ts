/** During the race: where the runner is, what lies ahead, what there is to spend. */
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import { probabilityUnder } from '../../domain/forecast.js';
import type { Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import type { RaceLog, RaceResults } from '../../domain/record.js';
import { paceOf } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import {
  closesAt,
  closingsOf,
  type ExpectedMargin,
  expectMargins,
  untilClosing,
} from '../course/cutoffs.js';
import type { Sun } from '../course/daylight.js';
import type { Ending } from '../course/ending.js';
import type { FieldReview } from '../field/field.js';
import { likelihoodOf } from '../goals/probability.js';
import { lapEndingAt } from '../pacing/lap-rows.js';
import type { PacePlan, PlannedLeg } from '../pacing/pace-plan.js';
import { type BellOutlook, outlookAtBells } from './bells-ahead.js';
import {
  type GoalNow,
  isAlive,
  judgeNow,
  leftM,
  type RaceNow,
  type StationAhead,
} from './goals-now.js';
import { addLastStop, type Loss } from './losses/losses.js';
import { type DistanceOutlook, foretellDistance } from './over-time.js';
import { type RaceReview, reviewRace } from './review.js';

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
  /** Where `behindS` comes from: they add up to it. */
  losses: readonly Loss[];
  /** Closings that can still be missed, against the departures expected: here unless left, then those ahead. */
  cutoffsAhead: readonly ExpectedMargin[];
  ahead: readonly StationAhead[];
  goals: readonly GoalNow[];
  /** Stops planned at the stations ahead, seconds in all. */
  stopsAheadS: number;
  /** Of a race over a time that goes on: how far it will be; else `null`. */
  overTime: DistanceOutlook | null;
  /** Of a backyard that goes on; else `null`. */
  atBells: BellOutlook | null;
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
  sun?: Sun | null;
}

export function replanRace(input: ReplanInput): Replan {
  const { plan, course, pace, log, forecastAhead } = input;
  const review = reviewRace(plan, course, pace, log, input.results, [], input.sun ?? null);
  const { ending } = review;
  const legsAhead = ending.kind === 'open' ? pace.legs.slice(ending.place) : [];
  const last = log.visits.findLast((visit) => visit.place === ending.place);
  const plannedStopHereS = stopHere(plan, ending, pace.legs[ending.place - 1]?.stopS ?? 0);
  // who ended beyond the last place left it before
  const leftS = last?.departS != null && last.departS >= ending.elapsedS ? last.departS : null;
  const departS = leftS ?? ending.elapsedS + plannedStopHereS;
  const departed = leftS != null || ending.place === 0;
  const overHereS = departed ? departS - ending.elapsedS - plannedStopHereS : 0;
  const stopsAheadS = sum(legsAhead.map((leg) => leg.stopS));
  const closings = closingsOf(course, plan);
  const ahead = legsAhead.map((planned, i): StationAhead => {
    const forecast = delay(forecastAhead[i]!, overHereS);
    const closesS = closesAt(closings, ending.place + 1 + i);
    return {
      planned,
      forecast,
      closesS,
      cutoffMarginS: closesS == null ? null : closesS - (forecast.medianS + planned.stopS),
      window: untilClosing(forecast, planned.leg.to.cutoffS),
      tooLateRatio: tooLate(forecast, planned.leg.to.cutoffS),
    };
  });
  const here = { place: ending.place, departS };
  const [closingHere = null] = ending.kind === 'open' ? expectMargins(closings, [here]) : [];
  const openHere = closingHere && !departed ? [closingHere] : [];
  const departures = ahead.map(({ planned, forecast }, i) => ({
    place: ending.place + 1 + i,
    departS: forecast.medianS + planned.stopS,
  }));
  const now: RaceNow = {
    course,
    athlete: plan.athlete,
    field: input.field,
    review,
    departed,
    departS,
    closingHere,
    ahead,
    stopsAheadS,
  };
  const forecasts = ahead.map(({ planned, forecast }) => ({
    atM: planned.leg.to.atM,
    forecast,
  }));
  const overTime = foretellDistance(plan, { atM: ending.at.atM, departS }, forecasts);
  return {
    review,
    departS,
    departed,
    behindS:
      (review.stretches.at(-1)?.endS ?? 0) -
      (review.stretches.at(-1)?.planned.endS ?? 0) +
      overHereS,
    stopsOverS: stopsOver(review, overHereS),
    losses:
      leftS == null
        ? review.losses
        : addLastStop(review.losses, overHereS, ending.place === 0 || last?.arriveS != null),
    cutoffsAhead: [...openHere, ...expectMargins(closings, departures)],
    ahead,
    goals: plan.goals.map((goal, i) => withDistance(judgeNow(goal, i, now), overTime)),
    overTime,
    atBells: outlookAtBells(plan, course, log, forecasts),
    stopsAheadS,
    movingAheadSPerKm: movingAhead(now, legsAhead),
  };
}

/** The stop planned where the runner is; at the end of a loop at bells what is left until the next. */
function stopHere(plan: Plan, { at, elapsedS }: Ending, plannedS: number): number {
  const format = formatOf(plan);
  const loop = format.kind === 'backyard' ? lapEndingAt(at.atM, format.loopM) : null;
  return format.kind !== 'backyard' || loop === null
    ? plannedS
    : Math.max(0, loop * format.everyS - elapsedS);
}

/** The chance of a distance, where the forecast tells how far one gets. */
function withDistance(now: GoalNow, overTime: DistanceOutlook | null): GoalNow {
  const { target } = now.goal;
  if (!overTime || target.kind !== 'distance' || now.status === 'met') return now;
  const { probability } = overTime.goalOf(target.targetM);
  const alive = isAlive(probability);
  return { ...now, probability, alive, status: likelihoodOf(probability) };
}

/** Chance of arriving after the closing. */
const tooLate = (forecast: TimeForecast, closesS: number | null): number =>
  closesS == null ? 0 : 1 - probabilityUnder(forecast, closesS);

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

function movingAhead(now: RaceNow, legsAhead: readonly PlannedLeg[]): Replan['movingAheadSPerKm'] {
  const finish = now.ahead.at(-1)?.forecast;
  if (!finish) return null;
  const paceAhead = (seconds: number) => paceOf(seconds, leftM(now));
  return {
    forecast: paceAhead(finish.medianS - now.departS - now.stopsAheadS),
    plan: paceAhead(sum(legsAhead.map((leg) => leg.movingS))),
  };
}
