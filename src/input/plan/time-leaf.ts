/** Dates, starts, zones and cutoffs as a plan writes them. */
import { error } from '../../domain/problems/problem.js';
import { isRealDate, type LocalTime, parseZone } from '../../kernel/clock.js';
import { parseDuration } from '../../kernel/quantity.js';
import { closest, plainName } from '../../kernel/text.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { leaf, type Tell } from './leaf.js';

/** The wall clock at the start; `offset` (`-04:00`) when the plan writes one. */
export interface WrittenStart {
  local: LocalTime;
  offset: string | null;
}

/** When a station closes: after a time on course, or at a time of day, perhaps on a day it names. */
export type WrittenCutoff =
  | { kind: 'elapsed'; elapsedS: number }
  | { kind: 'clock'; closesTod: number; on: CutoffDay | null };

/** `weekday` 0 is Sunday; `day` is that of the month. */
export type CutoffDay = { weekday: number } | { day: number };

const START =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:\.0+)?)?\s*([ap]m)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/** Reads `2018-09-08 07:00`, also with seconds, `T`, am or pm, or an offset, which may be none that exists. */
function parseStart(written: string): WrittenStart | null {
  const match = START.exec(written);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const local = { year: year!, month: month!, day: day!, minute: minute!, second: second! };
  const hour24 = to24Hours(hour!, match[7]);
  if (!isRealDate(local.year, local.month, local.day)) return null;
  if (hour24 == null || local.minute > 59 || local.second > 59) return null;
  return { local: { ...local, hour: hour24 }, offset: match[8] ?? null };
}

function to24Hours(hour: number, half: string | undefined): number | null {
  if (!half) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CLOCK =
  /^(?:(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?,?\s+)|(?:(0?[1-9]|[12]\d|3[01])-))?(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?$/i;

/**
 * Reads when a station closes: `10:00`, `5:30 PM`, `Sun 10:00`, `26-10:00` (on the 26th) are times of day;
 * `3 h`, `1h30`, `30:00` times on course; a bare number could be either unit, so it is neither.
 */
function parseCutoff(written: string): WrittenCutoff | null {
  const [, weekday, day, hours, minutes, seconds, half] = CLOCK.exec(written) ?? [];
  const hour = hours === undefined ? null : to24Hours(Number(hours), half);
  if (hour != null && Number(minutes) < 60 && Number(seconds ?? 0) < 60) {
    return {
      kind: 'clock',
      closesTod: hour * S_PER_H + Number(minutes) * S_PER_MIN + Number(seconds ?? 0),
      on: cutoffDay(weekday, day),
    };
  }
  return parseElapsed(written);
}

function cutoffDay(weekday: string | undefined, day: string | undefined): CutoffDay | null {
  if (weekday) return { weekday: DAYS.indexOf(weekday.toLowerCase()) };
  return day ? { day: Number(day) } : null;
}

/** Reads when the race closes: as a station, but `12:00` is twelve hours. */
const parseRaceCutoff = (written: string): WrittenCutoff | null =>
  /[a-z-]/i.test(written) ? parseCutoff(written) : parseElapsed(written);

function parseElapsed(written: string): WrittenCutoff | null {
  const elapsedS = /[:a-z]/i.test(written) ? parseDuration(written) : null;
  return elapsedS != null && elapsedS > 0 ? { kind: 'elapsed', elapsedS } : null;
}

const badDate =
  (written: string, example: string): Tell =>
  (key, at) =>
    error('BAD_DATE', { key, written, example }, at);

export const start = () =>
  leaf({ examples: ['2018-09-08 07:00'] }, (written): WrittenStart | Tell => {
    const found = parseStart(written);
    if (!found) return badDate(written, '2018-09-08 07:00');
    const offset = found.offset && parseZone(found.offset);
    return found.offset && !offset ? unknownZone(found.offset) : { ...found, offset };
  });

/** A calendar day, `2018-09-01`. */
export const day = () =>
  leaf({ examples: ['2018-09-01'] }, (written): string | Tell => {
    const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written) ?? [];
    const real = year && isRealDate(Number(year), Number(month), Number(dayOfMonth));
    return real ? written : badDate(written, '2018-09-01');
  });

const cutoffLeaf = (examples: readonly string[], read: (text: string) => WrittenCutoff | null) =>
  leaf({ examples }, (written): WrittenCutoff | Tell => {
    const example = examples.join(' or ');
    return (
      read(written) ??
      ((key, at) => error('BAD_QUANTITY', { key, written, kind: 'cutoff', example }, at))
    );
  });

/** When a station closes; `10:00` is a time of day. */
export const cutoff = () => cutoffLeaf(['10:00', 'Sun 10:00', '3 h'], parseCutoff);

/** When the race closes; `12:00` is twelve hours. */
export const raceCutoff = () => cutoffLeaf(['29 h', 'Sun 12:00'], parseRaceCutoff);

/** An IANA zone (`America/New_York`) or an offset (`-04:00`). */
export const zone = () =>
  leaf(
    { examples: ['America/New_York', '-04:00'] },
    (written): string | Tell => parseZone(written) ?? unknownZone(written),
  );

const unknownZone =
  (written: string): Tell =>
  (_, at) =>
    error('UNKNOWN_ZONE', { zone: written, suggestion: nearestZone(written) }, at);

function nearestZone(written: string): string | null {
  const zones = Intl.supportedValuesOf('timeZone');
  const city = plainName(written);
  return closest(written, zones) ?? zones.find((z) => plainName(z).endsWith(` ${city}`)) ?? null;
}
