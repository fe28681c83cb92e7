/** Times written with a point, which may be hours and minutes, or hours and their decimals. */
import { error, type Problem, type ProblemPlace } from '../../domain/problems/problem.js';
import { S_PER_H } from '../../kernel/units.js';
import type { TimeReading } from './reading.js';

const WITH_POINT = /^\d{1,3}[.,]\d+$/;
const AS_MINUTES = /^(\d{1,3})[.,]([0-5]\d)$/;

/**
 * Of times read as hours with decimals the first, where all of them may be hours and minutes: `6.45` is 6:45 or
 * 6 h 27 min, and only one such as `6.75` would tell.
 * @param form in which the whole column is read, its header saying nothing of hours
 * @param cells of the column, as written
 */
export function doubtfulHours(form: string | null, cells: readonly string[]): string | null {
  const pointed = form === 'hours' ? cells.filter((cell) => WITH_POINT.test(cell)) : [];
  return pointed.every((cell) => AS_MINUTES.test(cell)) ? (pointed[0] ?? null) : null;
}

/** The form of a reading's numbers; times of day have none. */
export const formOf = (reading: TimeReading | null | undefined): string | null =>
  !reading || reading.kind === 'clock' ? null : reading.form;

/** What to say of such a time. */
export function tellDoubtfulHours(written: string, place: ProblemPlace): Problem {
  const [, hours = '', minutes = ''] = AS_MINUTES.exec(written) ?? [];
  const decimalS = Math.round(Number(`${hours}.${minutes}`) * S_PER_H);
  return error(
    'HOURS_AMBIGUOUS',
    { written, asMinutes: `${Number(hours)}:${minutes}`, decimalS },
    place,
  );
}
