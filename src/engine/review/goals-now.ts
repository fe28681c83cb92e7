/** Goals during the race: which are alive, and what each takes from here. */
import type { Athlete } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import { probabilityUnder } from '../../domain/forecast.js';
import type { Goal } from '../../domain/goal.js';
import { metricById } from '../../domain/metric.js';
import { paceOf } from '../../kernel/pace.js';
import { computeGoOnChance } from '../career/go-on.js';
import { type ExpectedMargin, slackAlong, stretchOf } from '../course/cutoffs.js';
import { computeFinishRatioFrom } from '../field/dropouts.js';
import { comparableEditions, type FieldReview } from '../field/field.js';
import {
  type ChanceEvidence,
  chanceOf,
  type Likelihood,
  likelihoodOf,
} from '../goals/probability.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';
import type { RaceReview } from './review.js';

/** A goal with less chance than this, one in twenty, is no longer alive: nobody is told to run for it. */
const ALIVE = 0.05;
export const isAlive = (probability: number): boolean => probability >= ALIVE;

export interface StationAhead {
  planned: PlannedLeg;
  forecast: TimeForecast;
  /** When it closes, elapsed; `null` when it does not. */
  closesS: number | null;
  /** In hand then: from the forecast departure, at the finish from the arrival; `null` when it does not close. */
  cutoffMarginS: number | null;
  /** The forecast's window up to the closing; `null` when all of it is later. */
  window: { earlyS: number; lateS: number } | null;
  /** Chance of arriving after the closing; 0 when it does not close. */
  tooLateRatio: number;
}

export interface GoalNow {
  goal: Goal;
  status: Likelihood | 'met' | 'missed';
  alive: boolean;
  probability: number | null;
  /** For a bound on a metric: its value so far, in the metric's unit; `null` when not logged. */
  soFar: number | null;
  /** For a time, or a finish within the cutoffs: what it takes from here, every cutoff ahead kept. */
  demand: {
    /** The finish time asked for; `null` when only places before the finish close. */
    targetS: number | null;
    /** Moving pace over what is left with the stops ahead as planned; `null` when no time is left. */
    movingSPerKm: number | null;
    /** Time to spend beyond the forecast; negative: to be won back. */
    slackS: number;
    /** Latest departure from where the runner is, and from each station ahead, at the pace forecast. */
    latestDepartS: number;
    /** `null` from where on nothing closes. */
    latestDepartAheadS: readonly (number | null)[];
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
  /** The closing of the place where the runner is, or which they have just left. */
  closingHere: ExpectedMargin | null;
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
    return {
      goal,
      status: judgement.status,
      alive: met,
      probability: met ? 1 : 0,
      soFar,
      demand,
    };
  }
  const probability = finish ? chanceNow(goal, now, finish) : null;
  const alive = probability == null || isAlive(probability);
  return {
    goal,
    status: likelihoodOf(probability),
    alive,
    probability,
    soFar,
    demand,
  };
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
  review.ending.kind !== 'open' ||
  target.kind !== 'kpi' ||
  metricById(target.metric).moves !== 'either way';

function chanceNow(goal: Goal, now: RaceNow, finish: TimeForecast): number | null {
  // Before the first split the forecast is the plan, and a plan is no evidence of itself
  if (now.review.ending.place === 0) return null;
  return chanceOf(goal, evidenceNow(now, finish));
}

/**
 * Who goes on to the end, and is in time at every place ahead, finishes. How many go on is told by the comparable
 * editions; where none tells, by how long the race still is.
 */
function evidenceNow(now: RaceNow, finish: TimeForecast): ChanceEvidence {
  const { at, elapsedS } = now.review.ending;
  const editions = comparableEditions(now.field);
  const inTimeRatio = chanceInTime(now) ?? 1;
  const goOnRatio =
    computeFinishRatioFrom(
      editions.map(({ edition }) => edition),
      at.atM,
    ) ?? computeGoOnChance(elapsedS, finish.medianS);
  return {
    athlete: now.athlete,
    editions,
    finishRatio: Math.min(goOnRatio, inTimeRatio),
    underRatio: (timeS) => goOnRatio * Math.min(probabilityUnder(finish, timeS), inTimeRatio),
  };
}

/** Chance of keeping every cutoff ahead, at most: that of the least certain; `null` when nothing closes. */
function chanceInTime({ ahead }: RaceNow): number | null {
  const chances = ahead.flatMap(({ planned, forecast, closesS }) =>
    closesS == null ? [] : [probabilityUnder(forecast, closesS - planned.stopS)],
  );
  return chances.length === 0 ? null : Math.min(...chances);
}

function demandOf({ target }: Goal, now: RaceNow, finish: TimeForecast): GoalNow['demand'] {
  if (target.kind !== 'time' && target.kind !== 'finish') return null;
  const { ahead, closingHere, departed, departS } = now;
  const askedS = target.kind === 'time' ? target.targetS : null;
  const marginsS = ahead.map(({ cutoffMarginS }) => cutoffMarginS);
  const askedMarginS = askedS == null ? null : askedS - finish.medianS;
  const [slackS, ...slacksAheadS] = slackAlong([
    departed ? null : (closingHere?.marginS ?? null),
    ...marginsS.slice(0, -1),
    least(marginsS.at(-1) ?? null, askedMarginS),
  ]);
  if (slackS == null) return null;
  return {
    targetS: least(askedS, ahead.at(-1)?.closesS ?? null),
    movingSPerKm: movingDemand(now, finish, askedS),
    slackS,
    latestDepartS: Math.min(departS + slackS, closingHere?.closesS ?? Number.POSITIVE_INFINITY),
    latestDepartAheadS: ahead
      .slice(0, -1)
      .map(({ forecast, planned }, i) =>
        slacksAheadS[i] == null ? null : forecast.medianS + planned.stopS + slacksAheadS[i],
      ),
  };
}

const least = (a: number | null, b: number | null): number | null =>
  a == null || b == null ? (a ?? b) : Math.min(a, b);

/** Moving pace over what is left that meets every cutoff and the finish asked for; `null` when stops take all. */
function movingDemand(now: RaceNow, finish: TimeForecast, askedS: number | null): number | null {
  const { ahead, departS, stopsAheadS } = now;
  let stoppedS = 0;
  const deadlines = ahead.flatMap(({ planned, forecast, closesS }, i) => {
    stoppedS += planned.stopS;
    const byS = i === ahead.length - 1 ? least(closesS, askedS) : closesS;
    const movingS = forecast.medianS + planned.stopS - departS - stoppedS;
    return byS == null ? [] : [{ byS: byS - departS, movingS, stoppedS }];
  });
  const stretch = stretchOf(deadlines);
  if (stretch == null || stretch <= 0) return null;
  return paceOf(stretch * (finish.medianS - departS - stopsAheadS), leftM(now));
}
