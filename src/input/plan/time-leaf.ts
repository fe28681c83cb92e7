/** Dates, starts and zones as a plan writes them. */
import { error } from '../../domain/problems/problem.js';
import { type Instant, isRealDate, type LocalTime, noonOf, parseZone } from '../../kernel/clock.js';
import { closest, plainName } from '../../kernel/text.js';
import { leaf, type Tell } from './leaf.js';

/** The wall clock at the start; `offset` (`-04:00`) when the plan writes one. */
export interface WrittenStart {
  local: LocalTime;
  offset: string | null;
}

const START =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T|\s+)(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.0+)?)?|(?=\s*[ap]m))\s*([ap]m)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/** Reads `2018-09-08 07:00`, also with seconds, `T`, am or pm, or an offset, which may be none that exists. */
export function parseStart(written: string): WrittenStart | null {
  const match = START.exec(written);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const local = { year: year!, month: month!, day: day!, minute: minute!, second: second! };
  const hour24 = to24Hours(hour!, match[7]);
  if (!isRealDate(local.year, local.month, local.day)) return null;
  if (hour24 == null || local.minute > 59 || local.second > 59) return null;
  return { local: { ...local, hour: hour24 }, offset: match[8] ?? null };
}

/** An hour of the day, 0..23; `half` is `am` or `pm` on a dial of 12; `null` when no clock has it. */
export function to24Hours(hour: number, half: string | undefined): number | null {
  if (!half) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

const A_DAY = /^\d{4}-\d{1,2}-\d{1,2}/;

/** @param wants whether a day is asked for, or a day and a time */
function badDate(written: string, example: string, wants: 'day' | 'time'): Tell {
  const [day] = A_DAY.exec(written) ?? [];
  const isDayAlone = day === written;
  const odd = wants === 'day' ? !isDayAlone && START.test(written) : isDayAlone;
  const fault =
    day === undefined ? 'unreadable' : !odd ? 'unreal' : wants === 'day' ? 'a time' : 'no time';
  return (key, at) => error('BAD_DATE', { key, written, example, fault }, at);
}

export const start = () =>
  leaf({ examples: ['2018-09-08 07:00'] }, (written): WrittenStart | Tell => {
    const found = parseStart(written);
    if (!found) return badDate(written, '2018-09-08 07:00', 'time');
    const offset = found.offset && parseZone(found.offset);
    return found.offset && !offset ? unknownZone(found.offset) : { ...found, offset };
  });

/** `2018-09-01`; `null` when it is no such day. */
function readDay(written: string): Pick<LocalTime, 'year' | 'month' | 'day'> | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(written);
  if (!match) return null;
  const [year = 0, month = 0, dayOfMonth = 0] = match.slice(1).map(Number);
  return isRealDate(year, month, dayOfMonth) ? { year, month, day: dayOfMonth } : null;
}

/** A calendar day, `2018-09-01`. */
export const day = () =>
  leaf({ examples: ['2018-09-01'] }, (written): string | Tell =>
    readDay(written) ? written : badDate(written, '2018-09-01', 'day'),
  );

/** The same as the instant that stands for it. */
export const pastDay = () =>
  leaf({ examples: ['2017-07-15'] }, (written): Instant | Tell => {
    const found = readDay(written);
    return found ? noonOf(found) : badDate(written, '2017-07-15', 'day');
  });

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
