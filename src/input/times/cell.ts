/**
 * One cell of a time column, and everything it can mean. Nothing is decided here: `7:52` stays an elapsed time,
 * a time of day and 7 min 52 s until a whole column is read under one reading (`time-reading.ts`).
 */
import type { FinishStatus } from '../../domain/record.js';
import type { Instant } from '../../kernel/clock.js';
import { parseDuration } from '../../kernel/quantity.js';
import { S_PER_DAY, S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { parseDay, type WrittenDay } from './days.js';
import { finishStatusOf } from './status.js';

export type WrittenTime =
  /** `7:52`, `26:45:18`, `(0:03)`: hours first, or minutes first where there are two parts. */
  | { kind: 'colons'; first: number; second: number; third: number | null; negative: boolean }
  /** A time of day and nothing else, for it has AM or PM, or a day; `day` is `null` when not written. */
  | { kind: 'clock'; tod: number; day: WrittenDay | null }
  /** A date and time with its offset from UTC. */
  | { kind: 'instant'; at: Instant }
  /** `59867` seconds or `26.75` hours. */
  | { kind: 'number'; value: number }
  /** `26h 45m 18s`: cannot be a time of day. */
  | { kind: 'duration'; seconds: number };

export type TimeCell =
  | { kind: 'missing' }
  | { kind: 'status'; status: FinishStatus }
  | { kind: 'time'; time: WrittenTime }
  /** Time in and time out in one cell. */
  | { kind: 'range'; in: WrittenTime; out: WrittenTime }
  | { kind: 'unreadable' };

const NOTHING = /^(?:[-–—:.\s_?*/]*|n\/?a|nan|null|none|fehlt ?!?|missing)$/i;
const COLONS = /^(\d{1,4})[:h]([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?$/i;
const RANGE = /^(\d+:\d\d.*?) ?[-–—] ?(\d+:\d\d.*)$/;

/** Whether a cell is empty, or says only that nothing is known. */
export const isMissing = (written: string): boolean => NOTHING.test(written);

/** Reads one cell; never fails: what is no time, status or sign of absence is `unreadable`. */
export function parseTimeCell(written: string): TimeCell {
  const text = written.replace(/\s+/g, ' ').trim();
  if (isMissing(text) || text === '0') return { kind: 'missing' };
  const time = parseWrittenTime(text);
  if (time) return { kind: 'time', time };
  const status = finishStatusOf(text);
  if (status) return { kind: 'status', status };
  const [, start = '', end = ''] = RANGE.exec(text) ?? [];
  const [timeIn, timeOut] = [parseWrittenTime(start), parseWrittenTime(end)];
  return timeIn && timeOut ? { kind: 'range', in: timeIn, out: timeOut } : { kind: 'unreadable' };
}

const parseWrittenTime = (text: string): WrittenTime | null =>
  parseColons(text) ??
  parseNumber(text) ??
  parseInstant(text) ??
  parseClock(text) ??
  parseLongDuration(text);

function parseColons(text: string): WrittenTime | null {
  const negative = /^(?:\((.*)\)|[-−](.*))$/.exec(text);
  const match = COLONS.exec(negative?.[1] ?? negative?.[2] ?? text);
  if (!match) return null;
  const [, first, second, third] = match;
  return {
    kind: 'colons',
    first: Number(first),
    second: Number(second),
    third: third === undefined ? null : Number(third.replace(',', '.')),
    negative: negative != null,
  };
}

const parseNumber = (text: string): WrittenTime | null =>
  /^\d+(?:[.,]\d+)?$/.test(text) ? { kind: 'number', value: Number(text.replace(',', '.')) } : null;

const parseInstant = (text: string): WrittenTime | null =>
  /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/.test(text)
    ? { kind: 'instant', at: Date.parse(text.replace(' ', 'T')) }
    : null;

const CLOCK = /^(\d{1,2})(?:[:h](\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(?:([ap])\.?m\.?)?$/i;

/** A time of day that says so: `5:30PM`, `Fri 17:30`, `26-22:30`, `July 10, 2026 6:00 AM`. */
function parseClock(text: string): WrittenTime | null {
  const [, before = '', wall = ''] =
    /^(?:(.*)[ T-])?(\d{1,2}(?:[:h]\d\d)*(?:\.\d+)? ?(?:[ap]\.?m\.?)?)$/i.exec(text) ?? [];
  const [, hours, minutes, seconds, half] = CLOCK.exec(wall) ?? [];
  if (hours === undefined || (half === undefined && (minutes === undefined || before === ''))) {
    return null;
  }
  const day = before === '' ? null : parseDay(before);
  const tod = todOf(Number(hours), Number(minutes ?? 0), Number(seconds ?? 0), half?.toLowerCase());
  return tod == null || (before !== '' && day == null) ? null : { kind: 'clock', tod, day };
}

function todOf(hours: number, minutes: number, seconds: number, half?: string): number | null {
  const wrongHour = half === undefined ? hours > 23 : hours < 1 || hours > 12;
  if (wrongHour || minutes > 59 || seconds > 59) return null;
  const hour = half === undefined ? hours : (hours % 12) + (half === 'p' ? 12 : 0);
  return hour * S_PER_H + minutes * S_PER_MIN + seconds;
}

function parseLongDuration(text: string): WrittenTime | null {
  const [, days, rest] = /^(\d+) ?(?:d|days?),? (\d+:\d\d.*)$/i.exec(text) ?? [];
  const seconds = parseDuration(rest ?? text);
  return seconds == null
    ? null
    : { kind: 'duration', seconds: seconds + Number(days ?? 0) * S_PER_DAY };
}
