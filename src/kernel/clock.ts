/**
 * Three kinds of time, never mixed: elapsed seconds (`…S`), an instant (`…At`), a local time of day (`…Tod`).
 * A zone is always explicit: an IANA name or an offset such as `-04:00`.
 */
import { TZDate, tzOffset } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { isExists } from 'date-fns/isExists';
import { set } from 'date-fns/set';
import { S_PER_H, S_PER_MIN } from './units.js';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

export interface LocalTime {
  year: number;
  /** 1..12 */
  month: number;
  /** 1..31 */
  day: number;
  hour: number;
  minute: number;
  second: number;
}

export function isZone(name: string): boolean {
  return !Number.isNaN(tzOffset(name, new Date(0)));
}

/** The instant a wall clock in `zone` shows `local`; a time that a clock change skips moves forward. */
export function instantOf(local: LocalTime, zone: string): Instant {
  const { year, month, day, hour, minute, second } = local;
  return new TZDate(year, month - 1, day, hour, minute, second, zone).getTime();
}

/** What a wall clock in `zone` shows at `at`; `weekday` 0 is Sunday. */
export function localTimeOf(at: Instant, zone: string): LocalTime & { weekday: number } {
  const date = new TZDate(at, zone);
  return {
    year: date.getFullYear(),
    month: date.getMonth() + 1,
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
    weekday: date.getDay(),
  };
}

/** Seconds since local midnight on the wall clock of `zone`, 0..86399. */
export function timeOfDay(at: Instant, zone: string): number {
  const { hour, minute, second } = localTimeOf(at, zone);
  return hour * S_PER_H + minute * S_PER_MIN + second;
}

/** Seconds from one instant to another. */
export const secondsBetween = (from: Instant, to: Instant): number => (to - from) / 1000;

export const addSeconds = (at: Instant, seconds: number): Instant => at + seconds * 1000;

/** Whether the calendar has this day (29 February only in leap years). */
export const isRealDate = (year: number, month: number, day: number): boolean =>
  isExists(year, month - 1, day);

/** What a clock shows so many seconds after midnight. */
export const wallTime = (tod: number): Pick<LocalTime, 'hour' | 'minute' | 'second'> => ({
  hour: Math.floor(tod / S_PER_H),
  minute: Math.floor((tod % S_PER_H) / S_PER_MIN),
  second: tod % S_PER_MIN,
});

/**
 * Elapsed seconds from `startAt` to the first moment the wall clock shows `tod`, not before `fromS`.
 * Rolls over midnight as often as needed.
 */
export function elapsedAtTod(startAt: Instant, zone: string, tod: number, fromS: number): number {
  const { hour: hours, minute: minutes, second: seconds } = wallTime(tod);
  const earliest = new TZDate(addSeconds(startAt, fromS), zone);
  const thatDay = set(earliest, { hours, minutes, seconds, milliseconds: 0 });
  const first = thatDay < earliest ? addDays(thatDay, 1) : thatDay;
  return secondsBetween(startAt, first.getTime());
}

/** `at` on the wall clock of `zone`, in the letters of Unicode TR 35: `EEE d MMM yyyy`. */
export const formatLocal = (at: Instant, zone: string, pattern: string): string =>
  format(new TZDate(at, zone), pattern);

/** ISO 8601 with the zone's offset: `2018-09-08T07:00:00-04:00`. */
export const formatInstant = (at: Instant, zone: string): string =>
  new TZDate(Math.round(at / 1000) * 1000, zone).toISOString().replace('.000', '');
