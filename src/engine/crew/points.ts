/** Where the crew may meet the runner, and when. Every visit to a place is a point of its own. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import { type Formatted, formatOf, type RaceFormat } from '../../domain/race-format.js';
import { stationKey } from '../../kernel/station-name.js';
import { closesAt, closingsOf, untilClosing } from '../course/cutoffs.js';
import { lapEndingAt } from '../pacing/lap-rows.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';
import type { Window } from '../pacing/windows.js';

export interface CrewPoint {
  /** Index into the places of the course; 0 is the start. */
  place: number;
  at: Place;
  /** Which passing of a place of this name it is, from 1, and of how many. */
  visit: number;
  visits: number;
  isFinish: boolean;
  /** The ground it is on: one for all visits to a station, and for the finish of a course in laps where each ends. */
  ground: string;
  /** When the runner is expected, elapsed, and when to leave; at the finish the same. */
  arriveS: number;
  stopS: number;
  departS: number;
  /** When the runner may come; without width where nothing tells. */
  window: Window;
  /** Where cars stand, in time to walk in for the early end of the window. */
  beThereS: number;
  /** The late end of the window, or the closing where that is sooner; `null`: nothing tells. */
  worryS: number | null;
  closesS: number | null;
}

/** On foot from where cars stand; nothing where the plan tells nothing. */
export const walkOf = ({ at }: Pick<CrewPoint, 'at'>): number => at.access?.walkS ?? 0;

/** Whether crew may come: where the plan says so, and to a finish that it does not list. */
export const isOpen = ({ at, isFinish }: Pick<CrewPoint, 'at' | 'isFinish'>): boolean =>
  at.crew || (isFinish && at.span === null);

/** Every place of the course as a crew would see it, open to them or not, in the order they are passed. */
export function computeCrewPoints(
  course: Course,
  plan: Formatted,
  legs: readonly PlannedLeg[],
): CrewPoint[] {
  const places = placesOf(course);
  const closings = closingsOf(course, plan);
  const format = formatOf(plan);
  const keys = places.map(({ name }) => stationKey(name));
  const lapM = plan.course.laps > 1 ? course.distanceM / plan.course.laps : null;
  const lapEnd = places.findIndex(({ atM }) => lapM !== null && lapEndingAt(atM, lapM) === 1);
  return places.map((at, place): CrewPoint => {
    const isFinish = place === places.length - 1;
    const leg = legs[place - 1];
    const { arriveS, departS, stopS } = leg ?? { arriveS: 0, departS: 0, stopS: 0 };
    const window = windowAt(legs, place);
    const closesS = closesAt(closings, place);
    const point = {
      place,
      at,
      visit: keys.slice(0, place + 1).filter((key) => key === keys[place]).length,
      visits: keys.filter((key) => key === keys[place]).length,
      isFinish,
      ground: keys[isFinish && lapEnd > 0 ? lapEnd : place]!,
      arriveS,
      stopS,
      departS,
      window,
      worryS:
        bellAfter(at, format) ??
        (window.lateS > window.earlyS
          ? (untilClosing(window, closesS)?.lateS ?? closesS ?? window.lateS)
          : closesS),
      closesS,
    };
    return { ...point, beThereS: window.earlyS - walkOf(point) };
  });
}

/** In a backyard: when the runner is out if not back; `null` of other races, and at the start. */
const bellAfter = ({ atM }: Place, format: RaceFormat): number | null =>
  format.kind === 'backyard' && atM > 0
    ? Math.ceil(atM / format.loopM - LAST_DIGIT) * format.everyS
    : null;

/** Loops are counted from what they measure. */
const LAST_DIGIT = 1e-3;

/** A finish is planned to the second: it is taken to come as early or as late as the last place that has a window. */
function windowAt(legs: readonly PlannedLeg[], place: number): Window {
  const leg = legs[place - 1];
  if (!leg) return { earlyS: 0, lateS: 0 };
  if (leg.window) return leg.window;
  const told = legs.slice(0, place).findLast(({ window }) => window !== null);
  const { arriveS } = leg;
  if (!told?.window) return { earlyS: arriveS, lateS: arriveS };
  return {
    earlyS: arriveS - (told.arriveS - told.window.earlyS),
    lateS: arriveS + (told.window.lateS - told.arriveS),
  };
}
