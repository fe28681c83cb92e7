/** The race as it went: from one logged place to the next, plan beside actual. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import { sumKnown } from '../../domain/nutrition.js';
import type { RaceLog, Visit } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import { pointBeyond, reachedS } from '../course/ending.js';
import { mealTimeS } from '../fuel/meals.js';
import type { PacePlan } from '../pacing/pace-plan.js';

/**
 * From the arrival at one logged place to the arrival at the next. Places in between that the log skips
 * belong to the stretch; its stop is the one at its end, and counts in the time of the next stretch.
 */
export interface Stretch {
  /** Indices into the places of the course; the same twice when the race ended before the next place. */
  from: number;
  to: number;
  start: Place;
  end: Place;
  distanceM: number;
  startS: number;
  endS: number;
  /** Moving time, without the stop at the start; `null` when that stop was not logged or places were skipped. */
  movingS: number | null;
  /** Stop at the start of the stretch; `null` when not logged. 0 at the race's start. */
  stopBeforeS: number | null;
  /** Time of long stops in it, which are meals: as logged, as planned where that is all there is. */
  mealS: number;
  /** Stop at the end; `null` when not logged, or at the end of the race. */
  stopAfterS: number | null;
  planned: {
    startS: number;
    endS: number;
    movingS: number;
    stopBeforeS: number;
    /** `null` at the finish. */
    stopAfterS: number | null;
    /** Stops at places the log skips. */
    stopsBetweenS: number;
    mealS: number;
  };
}

const stopOf = (visit: Visit | undefined): number | null =>
  visit?.arriveS == null || visit.departS == null ? null : visit.departS - visit.arriveS;

/** The stretches between logged places, in order; the start counts as logged at 0. */
export function computeStretches(course: Course, pace: PacePlan, log: RaceLog): Stretch[] {
  const places = placesOf(course);
  const reached = log.visits.filter((v) => v.place > 0 && reachedS(v) != null);
  const stretches = reached.map((visit, i) =>
    describeStretch(places, reached[i - 1], {
      to: visit.place,
      end: places[visit.place]!,
      endS: reachedS(visit) ?? 0,
      stopAfterS: visit.place === places.length - 1 ? null : stopOf(visit),
      planned: plannedStretch(pace, reached[i - 1]?.place ?? 0, visit.place),
    }),
  );
  const beyond = pointBeyond(places, log);
  if (!beyond) return stretches;
  const last = reached.at(-1);
  const from = last?.place ?? 0;
  const planned = plannedUpTo(pace, from, beyond.at.atM);
  const end = { to: from, end: beyond.at, endS: beyond.elapsedS, stopAfterS: null, planned };
  return [...stretches, withStopsBeyond(describeStretch(places, last, end), log)];
}

/** Who went on beyond the plan: its stops are told together, so that moving can be told from them. */
function withStopsBeyond(stretch: Stretch, { beyond = [] }: RaceLog): Stretch {
  const stops = beyond
    .slice(0, -1)
    .map(({ arriveS, departS }) => (departS === null ? null : departS - arriveS));
  const stopBeforeS = sumKnown(stops);
  return beyond.length === 0 || stopBeforeS === null
    ? stretch
    : { ...stretch, stopBeforeS, movingS: stretch.endS - stretch.startS - stopBeforeS };
}

type StretchEnd = Pick<Stretch, 'to' | 'end' | 'endS' | 'stopAfterS' | 'planned'>;

function describeStretch(
  places: readonly Place[],
  before: Visit | undefined,
  ending: StretchEnd,
): Stretch {
  const from = before?.place ?? 0;
  const start = places[from]!;
  const startS = before ? (reachedS(before) ?? 0) : 0;
  const stopBeforeS = before ? stopOf(before) : 0;
  const isSeparable = stopBeforeS != null && ending.planned.stopsBetweenS === 0;
  return {
    ...ending,
    from,
    start,
    distanceM: ending.end.atM - start.atM,
    startS,
    movingS: isSeparable ? ending.endS - startS - stopBeforeS : null,
    stopBeforeS,
    mealS:
      ending.planned.mealS -
      mealTimeS(ending.planned.stopBeforeS) +
      mealTimeS(stopBeforeS ?? ending.planned.stopBeforeS),
  };
}

/**
 * The plan from a place to a point between two later ones: on the last leg moving time goes with distance. Beyond the
 * distance planned, as in a timed event, nothing is.
 */
function plannedUpTo(pace: PacePlan, from: number, atM: number): Stretch['planned'] {
  const before = pace.legs[from - 1];
  const whole = pace.legs.slice(from).filter(({ leg }) => leg.to.atM < atM);
  const next = pace.legs[from + whole.length];
  const partS = next ? (next.movingS * (atM - next.leg.from.atM)) / next.leg.distanceM : 0;
  return {
    startS: before?.arriveS ?? 0,
    endS: ((whole.at(-1) ?? before)?.departS ?? 0) + partS,
    movingS: sum(whole.map((leg) => leg.movingS)) + partS,
    stopBeforeS: before?.stopS ?? 0,
    stopAfterS: null,
    stopsBetweenS: sum(whole.map((leg) => leg.stopS)),
    mealS: sum([before, ...whole].map((leg) => mealTimeS(leg?.stopS ?? 0))),
  };
}

function plannedStretch(pace: PacePlan, from: number, to: number): Stretch['planned'] {
  const legs = pace.legs.slice(from, to);
  const before = pace.legs[from - 1];
  return {
    startS: before?.arriveS ?? 0,
    endS: legs.at(-1)?.arriveS ?? 0,
    movingS: sum(legs.map((leg) => leg.movingS)),
    stopBeforeS: before?.stopS ?? 0,
    stopAfterS: to === pace.legs.length ? null : (legs.at(-1)?.stopS ?? 0),
    stopsBetweenS: sum(legs.slice(0, -1).map((leg) => leg.stopS)),
    mealS: sum([before, ...legs.slice(0, -1)].map((leg) => mealTimeS(leg?.stopS ?? 0))),
  };
}
