/** Dates, starts and zones as a plan writes them. */
import { error } from '../../domain/problems/problem.js';
import {
  type Instant,
  isRealDate,
  type LocalTime,
  noonOf,
  parseZone,
  wallTime,
} from '../../kernel/clock.js';
import { closest, plainName } from '../../kernel/text.js';
import { parseTimeCell } from '../times/cell.js';
import { isoOf } from '../times/days.js';
import { leaf, type Tell } from './leaf.js';

/** The wall clock at the start; `offset` (`-04:00`) when the plan writes one. */
export interface WrittenStart {
  local: LocalTime;
  offset: string | null;
}

/** The zone behind a date and time. */
const ZONED = /^(.*\d.*?)\s*(Z|UTC|[+-]\d{2}:?\d{2})$/i;

/** The moments that `2018-09-08 07:00`, `8 Sep 2018 7 am` and the like may mean; an offset may be none that exists. */
function startsIn(written: string): readonly WrittenStart[] {
  const [, wall = written, offset = null] = ZONED.exec(written) ?? [];
  const cell = parseTimeCell(wall);
  if (cell.kind !== 'time' || cell.time.kind !== 'clock') return [];
  const { tod, day } = cell.time;
  const dates = day?.kind === 'date' ? day.dates : [];
  return dates.map((date) => ({ local: { ...date, ...wallTime(tod) }, offset }));
}

const A_DAY = /^\d{4}-\d{1,2}-\d{1,2}/;

/** @param wants whether a day is asked for, or a day and a time */
function badDate(written: string, example: string, wants: 'day' | 'time'): Tell {
  const [day] = A_DAY.exec(written) ?? [];
  const isDayAlone = day === written;
  const odd = wants === 'day' ? !isDayAlone && startsIn(written).length > 0 : isDayAlone;
  const fault =
    day === undefined ? 'unreadable' : !odd ? 'unreal' : wants === 'day' ? 'a time' : 'no time';
  return (key, at) => error('BAD_DATE', { key, written, example, fault }, at);
}

export const start = () =>
  leaf({ examples: ['2018-09-08 07:00'] }, (written): WrittenStart | Tell => {
    const [found, other] = startsIn(written);
    if (!found) return badDate(written, '2018-09-08 07:00', 'time');
    if (other) {
      const choices = [found, other].map(({ local }) => isoOf(local));
      return (_, at) => error('DATE_UNCLEAR', { written, choices }, at);
    }
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
