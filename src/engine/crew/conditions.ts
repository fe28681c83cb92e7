/** When what gear is for may come: as planned, and on which legs for a runner who is early or late. */
import { type Course, type Leg, placesOf } from '../../domain/course.js';
import type { Condition } from '../../domain/gear.js';
import type { Plan } from '../../domain/plan.js';
import { visitsTo } from '../../domain/visits.js';
import { S_PER_DAY } from '../../kernel/units.js';
import { type ElapsedSpan, SPAN_STEP_S, type Sun, spansWhere } from '../course/daylight.js';
import { isElevationGiven } from '../course/elevation.js';
import { describeRaceDay, temperatureOn } from '../course/race-day.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { legTimes, type Reached, reachPlaces } from './gear-times.js';

/** Why nobody can say when something is needed. */
export type UnknownNeed = 'sun' | 'weather' | 'low' | 'elevations' | 'place' | 'words';

export interface Need {
  /** When it is needed as planned, elapsed; all the way where that is not known. */
  spans: readonly ElapsedSpan[];
  /** Whether it may be needed on each leg, at any pace inside the windows. */
  onLeg: readonly boolean[];
  /** Where it is not needed, the moment from which it would be, before the race closes; else `null`. */
  laterFromS: number | null;
  /** At the finish only: it need not be carried. */
  atFinish: boolean;
  /** `null`: known. What is not known is never taken as not needed. */
  unknown: UnknownNeed | null;
}

export interface GearRace {
  plan: Plan;
  course: Course;
  pace: Pick<PacePlan, 'legs'>;
  sun: Sun | null;
}

/**
 * When a condition holds over a race. Rain may come at any time. Air is as warm all over the course as the plan says:
 * that it is colder higher up is left out.
 */
export function computeNeed(condition: Condition, race: GearRace): Need {
  const { plan, course, pace, sun } = race;
  const reached = reachPlaces(pace.legs);
  switch (condition.kind) {
    case 'always':
    case 'rain':
      return allTheWay(reached, null);
    case 'unread':
      return allTheWay(reached, 'words');
    case 'dark':
      return sun ? byClock((s) => sun.lightAt(s) !== 'day', reached) : allTheWay(reached, 'sun');
    case 'hot':
    case 'cold':
      return byTemperature(condition, plan, reached);
    case 'after':
      return byClock((s) => s >= condition.elapsedS, reached);
    case 'altitude':
      return isElevationGiven(plan.course)
        ? byGround(condition.aboveM, pace)
        : allTheWay(reached, 'elevations');
    case 'at': {
      const names = placesOf(course).map(({ name }) => name);
      const from = visitsTo(condition.place, names)[0];
      return from === undefined ? allTheWay(reached, 'place') : fromPlace(from, reached);
    }
  }
}

function allTheWay(reached: readonly Reached[], unknown: UnknownNeed | null): Need {
  const legs = reached.slice(1);
  return {
    spans: [{ fromS: 0, toS: reached.at(-1)!.arriveS }],
    onLeg: legs.map(() => true),
    laterFromS: null,
    atFinish: false,
    unknown,
  };
}

/** What the clock tells, wherever the runner is. */
function byClock(holds: (elapsedS: number) => boolean, reached: readonly Reached[]): Need {
  const finish = reached.at(-1)!;
  const spans = spansWhere(holds, finish.lateS);
  // what begins between two steps is found at the second
  const onLeg = legTimes(reached).map((leg) =>
    spans.some(({ fromS, toS }) => fromS - SPAN_STEP_S <= leg.toS && toS >= leg.fromS),
  );
  const closesS = finish.closesS ?? finish.lateS + S_PER_DAY;
  return {
    spans: spansWhere(holds, finish.arriveS),
    onLeg,
    laterFromS: onLeg.includes(true) ? null : (spansWhere(holds, closesS)[0]?.fromS ?? null),
    atFinish: false,
    unknown: null,
  };
}

function byTemperature(
  condition: Extract<Condition, { kind: 'hot' | 'cold' }>,
  plan: Plan,
  reached: readonly Reached[],
): Need {
  const day = describeRaceDay(plan, null);
  if (temperatureOn(day, 0) === null) return allTheWay(reached, 'weather');
  // without one it would be a guess, good enough for a pace
  if (condition.kind === 'cold' && plan.weather.lowC === null) return allTheWay(reached, 'low');
  return byClock((elapsedS) => {
    const tempC = temperatureOn(day, elapsedS)!;
    return condition.kind === 'hot' ? tempC >= condition.fromC : tempC <= condition.untilC;
  }, reached);
}

/** What lies higher than `aboveM`, by the pieces of the course and its places; a piece of unknown height may. */
function byGround(aboveM: number, { legs }: GearRace['pace']): Need {
  const isAbove = (elevationM: number | null) => elevationM === null || elevationM > aboveM;
  const isPlaceAbove = ({ elevationM }: Leg['to']) => elevationM !== null && elevationM > aboveM;
  const spans: ElapsedSpan[] = [];
  const onLeg = legs.map(({ leg, cells, arriveS, movingS }) => {
    let fromS = arriveS - movingS;
    let isNeeded = isPlaceAbove(leg.from) || isPlaceAbove(leg.to);
    leg.cells.forEach((cell, i) => {
      const toS = fromS + cells[i]!.movingS;
      if (isAbove(cell.elevationM)) {
        isNeeded = true;
        const last = spans.at(-1);
        if (last && last.toS >= fromS) last.toS = toS;
        else spans.push({ fromS, toS });
      }
      fromS = toS;
    });
    return isNeeded;
  });
  const isUnknown = legs.every(({ leg }) => leg.cells.every((cell) => cell.elevationM === null));
  return {
    spans,
    onLeg,
    laterFromS: null,
    atFinish: false,
    unknown: isUnknown ? 'elevations' : null,
  };
}

function fromPlace(place: number, reached: readonly Reached[]): Need {
  const [here, finish] = [reached[place]!, reached.at(-1)!];
  const atFinish = place === reached.length - 1;
  return {
    spans: atFinish ? [] : [{ fromS: here.arriveS, toS: finish.arriveS }],
    onLeg: reached.slice(1).map((_, leg) => leg >= place),
    laterFromS: null,
    atFinish,
    unknown: null,
  };
}
