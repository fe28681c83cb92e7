/** Times of day in reports. */
import type { Plan } from '../domain/plan.js';
import type { CalendarDay } from '../domain/preparation.js';
import {
  addSeconds,
  clockChange,
  type Instant,
  localTimeOf,
  type Resolution,
} from '../kernel/clock.js';
import { clock, date, duration, say, span, type Text, type Value } from './value.js';

/**
 * The time of day at an elapsed time; elapsed where the plan has no start. Renderers name the day with every time of
 * a table or a sentence that does not stay on the day of the start.
 * @param resolutionS what an elapsed time is told to
 */
export function moment(plan: Plan, elapsedS: number | null, resolutionS?: Resolution): Value {
  const { startAt } = plan.race;
  if (elapsedS == null) return duration(null, resolutionS);
  if (startAt == null) return elapsedOf(plan, elapsedS, resolutionS);
  return clockOf(plan, addSeconds(startAt, elapsedS));
}

/** Elapsed times of each plan: one value for one time, so that every table rounds it alike. */
const ELAPSED = new WeakMap<Plan, Map<string, Value>>();

function elapsedOf(plan: Plan, elapsedS: number, resolutionS?: Resolution): Value {
  const known = ELAPSED.get(plan) ?? new Map<string, Value>();
  ELAPSED.set(plan, known);
  const key = `${elapsedS} ${resolutionS}`;
  const value = known.get(key) ?? duration(elapsedS, resolutionS);
  known.set(key, value);
  return value;
}

/** The same of an instant. */
export function clockOf({ race: { startAt, zone } }: Plan, at: Instant | null): Value {
  const isOtherDay = at != null && startAt != null && dateOf(at, zone) !== dateOf(startAt, zone);
  return clock(at, zone, isOtherDay);
}

/** To the second, as it is printed. */
function dateOf(at: Instant, zone: string): string {
  const { year, month, day } = localTimeOf(Math.round(at / 1000) * 1000, zone);
  return `${year}-${month}-${day}`;
}

/** When clocks change during the race; none where they do not, or the plan has no start. */
export function clocksFact(plan: Plan, untilS: number): { label: string; text: Text }[] {
  const { startAt, zone } = plan.race;
  const change = startAt && clockChange(zone, startAt, addSeconds(startAt, untilS));
  if (!change) return [];
  const way = change.byS > 0 ? 'forward' : 'back';
  const text = say`go ${way} ${span(Math.abs(change.byS))}, to ${clock(change.at, zone, true)}`;
  return [{ label: 'Clocks', text }];
}

/** A calendar day. */
export const dayValue = (day: CalendarDay): Value => date(Date.parse(day), 'UTC');

/** ` at 6:45 PM`, to follow an elapsed time; nothing where the plan has no start and all has been said. */
export const atMoment = (plan: Plan, elapsedS: number, before = ' at '): Text =>
  plan.race.startAt == null ? [] : say`${before}${moment(plan, elapsedS)}`;
