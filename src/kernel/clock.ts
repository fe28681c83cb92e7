/**
 * Three kinds of time, never mixed: elapsed seconds (`…S`), an instant (`…At`), a local time of day (`…Tod`).
 * A zone is always explicit: an IANA name, or an offset such as `-04:00`, which `parseZone` lets in.
 */
import { TZDate, tzOffset } from '@date-fns/tz';
import { format } from 'date-fns/format';
import { isExists } from 'date-fns/isExists';
import { memoize } from './memo.js';
import { S_PER_DAY, S_PER_H, S_PER_MIN } from './units.js';

/** What times are told to, seconds: the second or the minute. */
export type Resolution = 1 | 60;

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

const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;
/** The least and the greatest offset from UTC in use, minutes. */
const [LEAST_OFFSET, GREATEST_OFFSET] = [-12 * 60, 14 * 60];

/**
 * A zone as written → as it is named here: an IANA name that is known, an offset from UTC in use (`-04:00`, also
 * `-0400`), `UTC` for `Z`; `null` for any other text.
 */
export function parseZone(written: string): string | null {
  const [, sign = '', hours = '', minutes = ''] = OFFSET.exec(written) ?? [];
  if (sign) {
    const offset = Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
    const isReal =
      offset >= LEAST_OFFSET &&
      offset <= GREATEST_OFFSET &&
      Number(minutes) < 60 &&
      !(sign === '-' && hours === '00');
    return isReal ? `${sign}${hours}:${minutes}` : null;
  }
  if (/^(?:z|utc)$/i.test(written)) return 'UTC';
  if (!/^[a-z]/i.test(written)) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: written });
    return written;
  } catch {
    return null;
  }
}

/** Milliseconds by which the clocks of `zone` are ahead of UTC at an instant. */
export const offsetAt = (zone: string, at: Instant): number =>
  Math.round(tzOffset(zone, new Date(at)) * S_PER_MIN) * 1000;

const asUtc = ({ year, month, day, hour, minute, second }: LocalTime): Instant =>
  Date.UTC(year, month - 1, day, hour, minute) + Math.round(second * 1000);

/** The offsets a day before and a day after a day since 1970 in UTC: two where the clocks change in between. */
const offsetsOfDay = memoize((zone: string) =>
  memoize((day: number): readonly number[] => {
    const [before, after] = [day - 1, day + 2].map((d) => offsetAt(zone, d * S_PER_DAY * 1000));
    return before === after ? [before!] : [before!, after!];
  }),
);

const offsetsAround = (zone: string, at: Instant): readonly number[] =>
  offsetsOfDay(zone)(Math.floor(at / (S_PER_DAY * 1000)));

/**
 * When a wall clock in `zone` shows `local`, in order: once; twice where clocks go back over it; never where they
 * skip it.
 */
export function instantsOf(local: LocalTime, zone: string): Instant[] {
  const utc = asUtc(local);
  const offsets = offsetsAround(zone, utc);
  if (offsets.length === 1) return [utc - offsets[0]!];
  return offsets
    .map((offset) => utc - offset)
    .filter((at) => at + offsetAt(zone, at) === utc)
    .sort((a, b) => a - b);
}

/**
 * What is written for a local time that clocks skip: the instants an hour (or what they skip) before it and after it
 * on the wall clock.
 */
export function besideSkipped(
  local: LocalTime,
  zone: string,
): { beforeAt: Instant; afterAt: Instant } {
  const instants = offsetsAround(zone, asUtc(local)).map((offset) => asUtc(local) - offset);
  return { beforeAt: Math.min(...instants), afterAt: Math.max(...instants) };
}

/**
 * The instant a wall clock in `zone` shows `local`: the first of two; a time that a clock change skips moves
 * forward. Who must tell these apart asks `instantsOf`.
 */
export const instantOf = (local: LocalTime, zone: string): Instant =>
  instantsOf(local, zone)[0] ?? besideSkipped(local, zone).afterAt;

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

/** The instant that stands for a calendar day where no zone is known: its noon in UTC. */
export const noonOf = ({ year, month, day }: Pick<LocalTime, 'year' | 'month' | 'day'>): Instant =>
  Date.UTC(year, month - 1, day, 12);

/** `2018-04-14`: the day that a noon in UTC stands for. */
export const isoDayOf = (noonAt: Instant): string => new Date(noonAt).toISOString().slice(0, 10);

const MS_PER_YEAR = 365.25 * S_PER_DAY * 1000;

/** Years of 365.25 days. */
export const yearsBetween = (from: Instant, to: Instant): number => (to - from) / MS_PER_YEAR;

/** What a clock shows so many seconds after midnight. */
export const wallTime = (tod: number): Pick<LocalTime, 'hour' | 'minute' | 'second'> => ({
  hour: Math.floor(tod / S_PER_H),
  minute: Math.floor((tod % S_PER_H) / S_PER_MIN),
  second: tod % S_PER_MIN,
});

/**
 * Every moment not before `fromS` and not after `untilS` at which the wall clock shows `tod`, in order: elapsed
 * seconds from `startAt`. On a day whose clocks show it twice there are two; on one whose clocks skip it, the moment
 * moves forward, as in `instantOf`.
 */
function* momentsAtTod(
  startAt: Instant,
  zone: string,
  tod: number,
  fromS: number,
  untilS = Number.POSITIVE_INFINITY,
): Generator<number> {
  const { year, month, day } = localTimeOf(addSeconds(startAt, fromS), zone);
  for (let days = -1; ; days += 1) {
    const local = { year, month, day: day + days, ...wallTime(tod) };
    const instants = instantsOf(local, zone);
    const shown = instants.length === 0 ? [besideSkipped(local, zone).afterAt] : instants;
    for (const at of shown) {
      const s = secondsBetween(startAt, at);
      if (s > untilS) return;
      if (s >= fromS) yield s;
    }
  }
}

/** The first of `momentsAtTod`: elapsed seconds to when the wall clock shows `tod`, not before `fromS`. */
export function elapsedAtTod(startAt: Instant, zone: string, tod: number, fromS: number): number {
  for (const s of momentsAtTod(startAt, zone, tod, fromS)) return s;
  throw new RangeError('a clock shows every time again');
}

/** Each names the zones of its own lands. */
const LOCALES = ['en-US', 'en-GB', 'en-AU', 'en-NZ', 'en-CA'];

/**
 * What tells two times apart that clocks show twice, going back: `CEST` the first, `CET` the second, or `GMT+2` where
 * a zone has no such name in English; `null` for all others.
 */
export function nameIfTwice(at: Instant, zone: string): string | null {
  if (instantsOf(localTimeOf(at, zone), zone).length < 2) return null;
  const names = LOCALES.map((locale) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' })
      .formatToParts(at)
      .find(({ type }) => type === 'timeZoneName'),
  ).flatMap((part) => (part ? [part.value] : []));
  return names.find((name) => /^[A-Z]+$/.test(name)) ?? names[0] ?? null;
}

/** When clocks change in a span of time, the first time: by how many seconds they go forward; `null`: they do not. */
export function clockChange(
  zone: string,
  fromAt: Instant,
  toAt: Instant,
): { at: Instant; byS: number } | null {
  const before = offsetAt(zone, fromAt);
  for (let hourAt = fromAt; hourAt < toAt; hourAt += S_PER_H * 1000) {
    let [sameAt, changedAt] = [hourAt, Math.min(hourAt + S_PER_H * 1000, toAt)];
    const byS = (offsetAt(zone, changedAt) - before) / 1000;
    if (byS === 0) continue;
    while (changedAt - sameAt > 1) {
      const middleAt = Math.floor((sameAt + changedAt) / 2);
      if (offsetAt(zone, middleAt) === before) sameAt = middleAt;
      else changedAt = middleAt;
    }
    return { at: changedAt, byS };
  }
  return null;
}

/** `at` on the wall clock of `zone`, in the letters of Unicode TR 35: `EEE d MMM yyyy`. */
export const formatLocal = (at: Instant, zone: string, pattern: string): string =>
  format(new TZDate(at, zone), pattern);

/** ISO 8601 with the zone's offset: `2018-09-08T07:00:00-04:00`. */
export const formatInstant = (at: Instant, zone: string): string =>
  new TZDate(Math.round(at / 1000) * 1000, zone).toISOString().replace('.000', '');
