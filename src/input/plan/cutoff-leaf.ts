/** Cutoffs as a plan writes them: a time of day, or a span from the start with its unit. */
import { error } from '../../domain/problems/problem.js';
import { parseDuration } from '../../kernel/quantity.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { leaf, type Tell } from './leaf.js';
import { parseStart, to24Hours } from './time-leaf.js';

/** When a place closes: after a time on course, or at a time of day, perhaps on a day it names. */
export type WrittenCutoff =
  | { kind: 'elapsed'; elapsedS: number }
  | { kind: 'clock'; closesTod: number; on: CutoffDay | null };

/** `weekday` 0 is Sunday; `day` is that of the month; a whole date may have an offset (`-04:00`) of its own. */
export type CutoffDay =
  | { weekday: number }
  | { day: number }
  | { year: number; month: number; day: number; offset: string | null };

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const CLOCK =
  /^(?:(?:(sun|mon|tue|wed|thu|fri|sat)[a-z]*\.?,?\s+)|(?:(0?[1-9]|[12]\d|3[01])-))?(\d{1,2})(?::(\d{2})(?::(\d{2}))?)?\s*(?:([ap])\.?m\.?)?$/i;

/**
 * Reads when a place closes, the same for a station and for the race: `10:00`, `5:30 PM`, `5pm`, `Sun 10:00`,
 * `26-10:00` (on the 26th), `2018-09-09 10:00` are times of day; `3 h`, `3:30 h`, `1h30` spans from the start.
 */
const parseCutoff = (written: string): WrittenCutoff | null =>
  parseClock(written) ?? parseDate(written) ?? parseSpan(written);

function parseClock(written: string): WrittenCutoff | null {
  const [, weekday, day, hours, minutes, seconds, half] = CLOCK.exec(written) ?? [];
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  const hour = to24Hours(Number(hours), half && `${half}m`);
  const [minute, second] = [Number(minutes ?? 0), Number(seconds ?? 0)];
  if (hour == null || minute >= 60 || second >= 60) return null;
  return {
    kind: 'clock',
    closesTod: hour * S_PER_H + minute * S_PER_MIN + second,
    on: cutoffDay(weekday, day),
  };
}

function cutoffDay(weekday: string | undefined, day: string | undefined): CutoffDay | null {
  if (weekday) return { weekday: DAYS.indexOf(weekday.toLowerCase()) };
  return day ? { day: Number(day) } : null;
}

function parseDate(written: string): WrittenCutoff | null {
  const date = parseStart(written);
  if (!date) return null;
  const { year, month, day, hour, minute, second } = date.local;
  return {
    kind: 'clock',
    closesTod: hour * S_PER_H + minute * S_PER_MIN + second,
    on: { year, month, day, offset: date.offset },
  };
}

/** A bare number or `12:00` could be of either kind: a span has a unit. */
function parseSpan(written: string): WrittenCutoff | null {
  const elapsedS = /[a-z]/i.test(written) ? parseDuration(written) : null;
  return elapsedS != null && elapsedS > 0 ? { kind: 'elapsed', elapsedS } : null;
}

/** `30:00` is on no dial, and was meant as a span: `30 h`; `null` for what has no such form. */
function asSpan(written: string): string | null {
  if (!/^\d+:[0-5]\d(?::[0-5]\d)?$/.test(written)) return null;
  return `${written.replace(/^0+(?=\d)/, '').replace(/(?::00)+$/, '')} h`;
}

const EXAMPLES = ['10:00', 'Sun 10:00', '3 h'];

function badCutoff(written: string): Tell {
  const span = asSpan(written);
  return (key, at) =>
    span
      ? error('CUTOFF_NO_UNIT', { written, span }, at)
      : error('BAD_QUANTITY', { key, written, kind: 'cutoff', example: EXAMPLES.join(' or ') }, at);
}

/** When a place closes. */
export const cutoff = () =>
  leaf(
    { examples: EXAMPLES },
    (written): WrittenCutoff | Tell => parseCutoff(written) ?? badCutoff(written),
  );

/** When a place closes on one lap; `none` on a lap on which it does not. */
export const lapCutoff = () =>
  leaf({ examples: [...EXAMPLES, 'none'] }, (written): WrittenCutoff | { kind: 'none' } | Tell =>
    written.toLowerCase() === 'none'
      ? { kind: 'none' }
      : (parseCutoff(written) ?? badCutoff(written)),
  );
