/**
 * One cell of a time column, and everything it can mean. Nothing is decided here: `7:52` stays an elapsed time,
 * a time of day and 7 min 52 s until a whole column is read under one reading (`reading.ts`).
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
  /** `59867` seconds, `26.75` hours or `425.83` minutes. */
  | { kind: 'number'; value: number }
  /** `26h 45m 18s`: cannot be a time of day. */
  | { kind: 'duration'; seconds: number };

export type TimeCell =
  | { kind: 'missing' }
  | { kind: 'status'; status: FinishStatus }
  | { kind: 'time'; time: WrittenTime }
  /** Time in and time out in one cell; `in` is `null` where only the time out is known. */
  | { kind: 'range'; in: WrittenTime | null; out: WrittenTime }
  | { kind: 'unreadable' };

const NOTHING = /^(?:[-–—:.\s_?*/]*|n\/?a|nan|null|none|fehlt ?!?|missing|99:99(?::99)?)$/i;
const COLONS = /^(\d{1,4})[:h]([0-5]\d)(?::([0-5]\d(?:[.,]\d+)?))?$/i;
/** A time and a time, or a time and a half that is left open: `01:40:00---:--` in, `--:---01:40:00` out. */
const OPEN = '[-–—]{2,}(?::[-–—]{2,})*';
const RANGE = new RegExp(String.raw`^(\d+:\d\d.*?|${OPEN}) ?[-–—/|] ?(\d+:\d\d.*|${OPEN})$`);
/** `2h05'54"`, `2:05'54`, `2h05m54`: hours; `5'30"`: minutes. */
const PRIMES =
  /^(?:(\d{1,4}) ?[h:°] ?)?([0-5]?\d) ?(?:['′’]|m(?=\d)) ?(?:([0-5]?\d(?:[.,]\d+)?) ?(?:["″”]|['′’]{2}|s)?)?$/i;
const DAYS =
  /^(\d+)(?: ?(?:d|days?|j|jours?|t|tage?n?|gg?|giorn[io]|d[ií]as?|dagen),? |\.(?=\d\d:\d\d:))(\d+:\d\d.*)$/i;

/** Whether a cell is empty, or says only that nothing is known. */
export const isMissing = (written: string): boolean => NOTHING.test(written);

/** Reads one cell; never fails: what is no time, status or sign of absence is `unreadable`. */
export function parseTimeCell(written: string): TimeCell {
  const text = withoutMarks(written.replace(/\s+/g, ' ').trim());
  if (isMissing(text) || text === '0') return { kind: 'missing' };
  const time = parseWrittenTime(text);
  if (time) return { kind: 'time', time };
  const status = finishStatusOf(text);
  if (status) return { kind: 'status', status };
  return parseRange(text) ?? { kind: 'unreadable' };
}

/** What stands beside a time and is none of it: `7:05:50*`, `7:05:50 CR`, `7:05:50 (12)`, `'7:05:50`, `="7:05:50"`. */
const MARKS = /(\d)(?: ?[*†‡§]+| (?:[CNSWA]R|[PS]B|PR)| ?\(\d{1,5}\.?\)| ?#\d{1,5})$/;
const AS_TEXT = /^(?:'|="(?=.*"$))(\d[^"]*)"?$/;
const withoutMarks = (text: string): string =>
  /^['=]|[^\d]$|#/.test(text) ? text.replace(AS_TEXT, '$1').replace(MARKS, '$1') : text;

function parseRange(text: string): TimeCell | null {
  const halves = RANGE.exec(text)?.slice(1) ?? [];
  const [timeIn = null, timeOut = null] = halves.map(parseWrittenTime);
  const isWhole = halves.every((half, i) => isMissing(half) || [timeIn, timeOut][i] !== null);
  if (!isWhole) return null;
  if (timeOut) return { kind: 'range', in: timeIn, out: timeOut };
  return timeIn && { kind: 'time', time: timeIn };
}

const parseWrittenTime = (text: string): WrittenTime | null =>
  parseColons(text) ??
  parseNumber(text) ??
  parseInstant(text) ??
  parseClock(text) ??
  parsePrimes(text) ??
  parseLongDuration(text);

function parseColons(text: string): WrittenTime | null {
  const negative = /^[(−-]/.test(text) ? /^(?:\((.*)\)|[-−](.*))$/.exec(text) : null;
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

const CLOCK = /^(\d{1,2})(?:[:h.](\d\d)(?::(\d\d)(?:\.\d+)?)?)? ?(?:([ap])(?:\.?m)?\.?|(uhr))?$/i;
/** The day may stand before the time or behind it. */
const DAY_BEFORE = /^(?:(.*)[ T-])?(\d{1,2}(?:[:h.]\d\d)*(?:\.\d+)? ?(?:[ap](?:\.?m)?\.?|uhr)?)$/i;
const DAY_BEHIND =
  /^(\d{1,2}(?:[:h]\d\d)*(?: ?[ap]\.?m\.?)?),? \(?(?!(?:[ap]m|uhr|min|h|m|s)[.)]*$)(\p{L}{2,}\.?)\)?$/iu;
const NOON = /(?:12 )?noon$|mittags?$/i;

/** A time of day that says so: `5:30PM`, `5.30 p.m.`, `noon`, `Fri 17:30`, `26-22:30`, `July 10, 2026 6:00 AM`. */
function parseClock(written: string): WrittenTime | null {
  const text = written.replace(NOON, '12:00 pm').replace(DAY_BEHIND, '$2 $1');
  const [, before = '', wall = ''] = DAY_BEFORE.exec(text) ?? [];
  const [, hours, minutes, seconds, half, uhr] = CLOCK.exec(wall) ?? [];
  const saysSo =
    half !== undefined || uhr !== undefined || (minutes !== undefined && before !== '');
  // `5 a` and `5.30` are no times of day, nor is `17.30` behind a day
  const isWhole = minutes !== undefined || /m\.?$|uhr$/i.test(wall);
  if (hours === undefined || !saysSo || !isWhole || (wall.includes('.') && !/[apu]/i.test(wall))) {
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

function parsePrimes(text: string): WrittenTime | null {
  const [, hours = '0', minutes, seconds = '0'] = PRIMES.exec(text) ?? [];
  if (minutes === undefined) return null;
  const [h, m, s] = [hours, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  return { kind: 'duration', seconds: h! * S_PER_H + m! * S_PER_MIN + s! };
}

function parseLongDuration(text: string): WrittenTime | null {
  const [, days, rest] = DAYS.exec(text) ?? [];
  const seconds = parseDuration(rest ?? text);
  return seconds == null
    ? null
    : { kind: 'duration', seconds: seconds + Number(days ?? 0) * S_PER_DAY };
}
