/** A calendar of when the runner is expected where. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import { hasSpread } from '../../domain/forecast.js';
import { type Plan, raceDayOf } from '../../domain/plan.js';
import { closesAt, closingsOf, untilClosing } from '../../engine/course/cutoffs.js';
import type { ChartRow } from '../../engine/pacing/chart-rows.js';
import type { Window } from '../../engine/pacing/windows.js';
import type { Replan } from '../../engine/review/replan.js';
import { addSeconds, type Instant } from '../../kernel/clock.js';
import { stationKey } from '../../kernel/station-name.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { AheadRows } from '../ahead.js';
import { type Chart, lapNotes } from '../chart.js';
import type { Calendar, CalendarEvent } from '../exports.js';
import { moment } from '../moment.js';
import { inHand } from '../pace-chart.js';
import { placeName } from '../place-name.js';
import { distance, say, span, type Text, words } from '../value.js';

/** A plan whose race has a day, a time and a zone. */
export interface Dated {
  plan: Plan;
  startAt: Instant;
}

/** Who has to be somewhere is told half an hour before: time to pack up, and to find a place for the car. */
export const ALARM_BEFORE_S = 30 * S_PER_MIN;

/** What tells an appointment of a race from those of all others. */
export const eventId = ({ race }: Plan, ...of: readonly string[]): readonly string[] => [
  raceDayOf(race) ?? '',
  race.name,
  ...of,
];

/** An expected arrival. */
interface Arrival {
  at: Place;
  /** Index among the places of the course. */
  place: number;
  arriveS: number;
  /** As far as the place is open; `null`: not known, or all of it is later. */
  window: Window | null;
  /** Stop there; `null` at the finish. */
  stopS: number | null;
}

/** The start and each row of the chart that ends at a station. */
export function plannedArrivals(dated: Dated, course: Course, { legs, notes }: Chart): Calendar {
  const finish = legs.at(-1);
  const rows = legs.filter(({ isMark }) => !isMark);
  const places = placesOf(course);
  const start: Arrival = { at: course.start, place: 0, arriveS: 0, window: null, stopS: null };
  const arrivals = rows.map(
    (row): Arrival => ({
      at: placeEnding(places, row),
      place: places.indexOf(placeEnding(places, row)),
      arriveS: row.arriveS,
      window: row.window && untilClosing(row.window, row.leg.to.cutoffS),
      stopS: row === finish ? null : row.departS - row.arriveS,
    }),
  );
  return calendarOf(dated, course, [start, ...arrivals], notes, null);
}

/** A row may be called by its lap: its place is the one where it ends. */
const placeEnding = (places: readonly Place[], { leg }: ChartRow): Place =>
  places.find(({ atM }) => atM === leg.to.atM)!;

/** What lies ahead of a runner, as forecast: the rows of its table. */
export function forecastArrivals(
  dated: Dated,
  course: Course,
  { ahead, review }: Replan,
  { shown, lapsPerRow }: AheadRows,
): Calendar {
  const passed = placesOf(course).length - ahead.length;
  const arrivals = shown.map(({ index, stopThereS }): Arrival => {
    const { planned, forecast, window } = ahead[index]!;
    return {
      at: planned.leg.to,
      place: passed + index,
      arriveS: forecast.medianS,
      window: hasSpread(forecast) ? window : null,
      stopS: index === ahead.length - 1 ? null : stopThereS,
    };
  });
  return calendarOf(dated, course, arrivals, lapNotes(dated.plan, lapsPerRow), review.ending);
}

/** @param ending where the race stands; `null` before it */
function calendarOf(
  dated: Dated,
  course: Course,
  arrivals: readonly Arrival[],
  notes: readonly Text[],
  ending: Replan['review']['ending'] | null,
): Calendar {
  const { plan, startAt } = dated;
  return {
    name: [words(plan.race.name)],
    zone: plan.race.zone,
    notes: [say`From the earliest to the latest arrival to expect, where that is known.`, ...notes],
    asOfAt: addSeconds(startAt, ending?.elapsedS ?? 0),
    revision: ending?.place ?? 0,
    events: arrivals.map((arrival) => eventOf(dated, course, arrival)),
  };
}

function eventOf({ plan, startAt }: Dated, course: Course, arrival: Arrival): CalendarEvent {
  const { at, place, arriveS, window, stopS } = arrival;
  const places = placesOf(course);
  const isStart = place === 0;
  const runner = words(plan.athlete.name ?? 'Runner');
  const earlyS = window?.earlyS ?? arriveS;
  const mayCome = at.crew || place === places.length - 1;
  return {
    id: eventId(plan, 'arrival', at.name, String(visitOf(places, place))),
    startAt: addSeconds(startAt, earlyS),
    endAt: addSeconds(startAt, Math.max(earlyS, window?.lateS ?? arriveS + (stopS ?? 0))),
    title: isStart
      ? say`${runner}: start of ${words(plan.race.name)}`
      : say`${runner}: ${placeName(places, place)}, ${distance(at.atM)}`,
    location: [words(isStart && at.span === null ? plan.race.name : at.name)],
    position: at.access?.place ?? null,
    details: isStart ? [] : detailsOf(plan, course, arrival),
    alarmAt: mayCome && !isStart ? addSeconds(startAt, earlyS - ALARM_BEFORE_S) : null,
  };
}

/** Which passing of a place it is, from 1. */
const visitOf = (places: readonly Place[], place: number): number => {
  const key = stationKey(places[place]!.name);
  return places.slice(0, place + 1).filter(({ name }) => stationKey(name) === key).length;
};

function detailsOf(plan: Plan, course: Course, { at, place, arriveS, window, stopS }: Arrival) {
  const closesS = closesAt(closingsOf(course, plan), place);
  const leaveS = arriveS + (stopS ?? 0);
  const marks = [at.crew && 'crew', at.dropBag && 'drop bag', at.pacer && 'pacer'].filter(Boolean);
  const lines: (Text | null)[] = [
    window
      ? say`Expected ${moment(plan, arriveS)}, from ${moment(plan, window.earlyS)} to ${moment(plan, window.lateS)}`
      : say`Expected ${moment(plan, arriveS)}`,
    stopS ? say`Stop ${span(stopS)}, until ${moment(plan, leaveS)}` : null,
    closesS === null
      ? null
      : say`Closes ${moment(plan, closesS)}; in hand: ${inHand(closesS - leaveS)}`,
    marks.length === 0 ? null : say`Here: ${marks.join(', ')}`,
    at.notes === null ? null : [words(at.notes)],
    [words(plan.race.name)],
  ];
  return lines.filter((line) => line !== null);
}
