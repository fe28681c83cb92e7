/** Cutoffs as a plan writes them: a time of day, or a span from the start with its unit. */
import { error } from '../../domain/problems/problem.js';
import type { Instant } from '../../kernel/clock.js';
import { parseDuration } from '../../kernel/quantity.js';
import { parseTimeCell } from '../times/cell.js';
import type { WrittenDay } from '../times/days.js';
import { todOf } from '../times/reading.js';
import { leaf, type Tell } from './leaf.js';

/** When a place closes: after a time on course, at a moment, or at a time of day, perhaps on a day it names. */
export type WrittenCutoff =
  | { kind: 'elapsed'; elapsedS: number }
  | { kind: 'instant'; at: Instant }
  | { kind: 'clock'; tod: number; day: WrittenDay | null };

/**
 * Reads when a place closes, the same for a station and for the race: `10:00`, `5:30 PM`, `5pm`, `Sun 10:00`,
 * `26-10:00` (on the 26th), `2018-09-09 10:00` are times of day; `3 h`, `3:30 h`, `1h30` spans from the start.
 */
export const parseCutoff = (written: string): WrittenCutoff | null =>
  parseSpan(written) ?? parseMoment(written);

/** As logs have them; a day that may be two is none. */
function parseMoment(written: string): WrittenCutoff | null {
  const cell = parseTimeCell(written);
  const time = cell.kind === 'time' ? cell.time : null;
  if (time?.kind === 'instant') return { kind: 'instant', at: time.at };
  if (time?.kind === 'clock') {
    const isTwo = time.day?.kind === 'date' && time.day.dates.length > 1;
    return isTwo ? null : { kind: 'clock', tod: time.tod, day: time.day };
  }
  const tod = time && todOf(time, 24);
  return tod == null ? null : { kind: 'clock', tod, day: null };
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
