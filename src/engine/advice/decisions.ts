/** Contingencies as clock times: when each of them has come true. */
import type { Contingency, Trigger } from '../../domain/contingency.js';
import { type Course, placesOf } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { visitsTo } from '../../domain/visits.js';
import { elapsedAtTod } from '../../kernel/clock.js';
import { findCrossing } from '../../kernel/crossing.js';
import { S_PER_DAY } from '../../kernel/units.js';
import type { Forecaster } from '../forecast/forecaster.js';
import type { PacePlan } from '../pacing/pace-plan.js';

/** A moment, elapsed, after which a contingency has come true. */
export interface DecisionMoment {
  /** Index into the places of the course. */
  place: number;
  /** What is late: the runner's arrival there, or leaving it. */
  what: 'arrive' | 'leave';
  afterS: number;
  /** The same as planned. */
  plannedS: number;
}

/** All stops up to a place, this one included, after which they have taken too long. */
export interface StopsLimit {
  place: number;
  overS: number;
}

export interface DecisionPoint {
  contingency: Contingency;
  /** In order; none when no clock shows it, or its words are not understood. */
  moments: readonly DecisionMoment[];
  /** Of `stops over`, at every place with a planned stop; else none. */
  stops: readonly StopsLimit[];
}

export interface DecisionInput {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  forecaster: Pick<Forecaster, 'during'>;
}

/** What each contingency of the plan means on this day. */
export function computeDecisions(input: DecisionInput): DecisionPoint[] {
  return input.plan.contingencies.map((contingency) => {
    const { trigger } = contingency;
    return {
      contingency,
      moments: trigger ? momentsOf(trigger, input) : [],
      stops: trigger?.kind === 'stops over' ? stopsLimits(trigger.byS, input.pace) : [],
    };
  });
}

/** What can still be seen after a place; what no clock shows stays. */
export const decisionsAhead = (decisions: readonly DecisionPoint[], after: number) =>
  decisions.flatMap((point): DecisionPoint[] => {
    const isAhead = ({ place }: { place: number }) => place > after;
    const [moments, stops] = [point.moments.filter(isAhead), point.stops.filter(isAhead)];
    const isOver = point.moments.length + point.stops.length > 0;
    return isOver && moments.length + stops.length === 0 ? [] : [{ ...point, moments, stops }];
  });

function momentsOf(trigger: Trigger, input: DecisionInput): DecisionMoment[] {
  switch (trigger.kind) {
    case 'behind':
      return behindAt(trigger, input);
    case 'not there':
      return notThere(trigger, input);
    case 'forecast past':
      return forecastPast(trigger.finishS, input);
    case 'stops over':
      return [];
  }
}

const namesOf = (course: Course): string[] => placesOf(course).map(({ name }) => name);

/** So late at every visit that the name means; without a name at every station. */
function behindAt(
  { byS, place }: Extract<Trigger, { kind: 'behind' }>,
  { course, pace: { legs } }: DecisionInput,
): DecisionMoment[] {
  const stations = legs.slice(0, -1).map((_, i) => i + 1);
  const visits = place === null ? stations : visitsTo(place, namesOf(course));
  return visits.map((visit): DecisionMoment => {
    const planned = legs[visit - 1];
    const isFinish = visit === legs.length;
    const plannedS = (isFinish ? planned?.arriveS : planned?.departS) ?? 0;
    return { place: visit, what: isFinish ? 'arrive' : 'leave', afterS: plannedS + byS, plannedS };
  });
}

/**
 * The time of day on the day on which it is nearest to the planned arrival; of several visits the one that is planned
 * nearest to it. None without a start to count from.
 */
function notThere(
  { place, tod }: Extract<Trigger, { kind: 'not there' }>,
  { plan, course, pace: { legs } }: DecisionInput,
): DecisionMoment[] {
  const { startAt, zone } = plan.race;
  if (startAt === null) return [];
  const moments = visitsTo(place, namesOf(course)).flatMap((visit): DecisionMoment[] => {
    if (visit === 0) return [];
    const plannedS = legs[visit - 1]!.arriveS;
    const firstS = elapsedAtTod(startAt, zone, tod, Math.max(0, plannedS - S_PER_DAY / 2));
    // clocks that go back show it again
    const nextS = elapsedAtTod(startAt, zone, tod, firstS + 1);
    const afterS = Math.abs(nextS - plannedS) < Math.abs(firstS - plannedS) ? nextS : firstS;
    return [{ place: visit, what: 'arrive', afterS, plannedS }];
  });
  const missS = ({ afterS, plannedS }: DecisionMoment) => Math.abs(afterS - plannedS);
  return moments.sort((a, b) => missS(a) - missS(b)).slice(0, 1);
}

/** Arrivals are found to this, seconds. */
const ARRIVAL_S = 1;

/**
 * At every station the latest arrival of which the forecast still says that the finish is not past `finishS`: of a
 * runner who came there evenly slower, or faster, than planned. 0: no arrival is early enough.
 */
function forecastPast(
  finishS: number,
  { pace: { legs }, forecaster }: DecisionInput,
): DecisionMoment[] {
  const targetS = legs.at(-1)!.arriveS;
  const pastBy = (place: number, arriveS: number): number => {
    const ratio = arriveS / legs[place - 1]!.arriveS;
    const passages = legs
      .slice(0, place)
      .map((leg, i) => ({ place: i + 1, arriveS: leg.arriveS * ratio }));
    return (forecaster.during(passages).at(-1)?.medianS ?? arriveS) - finishS;
  };
  return legs.slice(0, -1).map(({ arriveS: plannedS }, i): DecisionMoment => {
    const place = i + 1;
    const guess = plannedS * (finishS / targetS);
    const bracket = { from: 0, to: finishS, fromValue: -finishS, guess };
    const afterS = findCrossing((s) => pastBy(place, s), bracket, ARRIVAL_S);
    return { place, what: 'arrive', afterS, plannedS };
  });
}

function stopsLimits(byS: number, { legs }: PacePlan): StopsLimit[] {
  let plannedS = 0;
  return legs.flatMap(({ stopS }, i): StopsLimit[] => {
    plannedS += stopS;
    return stopS === 0 ? [] : [{ place: i + 1, overS: plannedS + byS }];
  });
}
