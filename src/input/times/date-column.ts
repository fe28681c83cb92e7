/** A column of dates: which of day and month comes first is found in the whole column, or asked. */
import { error, type Problem, type ProblemPlace } from '../../domain/problems/problem.js';
import { type Instant, noonOf } from '../../kernel/clock.js';
import { type CalendarDate, isoOf, parseDay } from './days.js';

const EXAMPLE = '2017-07-15';

/** `7/10/2026` and `7-10-2026`: day first, or month first. */
const EITHER_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}$/;

/** Time of day, behind a date. */
const TIME = /[T ]\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[ap]m)?(?:Z|[+-]\d\d:?\d\d)?$/i;

/** The date alone, its year in full: `24.12.98` is of 1998. */
function plainDate(written: string): string {
  const date = written.trim().replace(TIME, '');
  return date.replace(
    /^(\d{1,2})([./])(\d{1,2})\2(\d\d)$/,
    (_, a: string, sign: string, b: string, year: string) =>
      [a, b, `${Number(year) >= 70 ? '19' : '20'}${year}`].join(sign),
  );
}

/** What a cell of the column says; a year alone is the middle of it. */
export type DateCell = { kind: 'day'; at: Instant } | { kind: 'year'; year: number };

/** Reads a cell of a column, or adds what is wrong with it. */
export type ReadDate = (
  written: string,
  at: () => ProblemPlace,
  problems: Problem[],
) => DateCell | null;

/**
 * @param column its header
 * @param cells all of it: a single 24/12/2017 tells that days come first in the others
 */
export function dateReader(column: string, cells: readonly string[]): ReadDate {
  const order = orderOf(cells);
  return (written, at, problems) => {
    const date = plainDate(written);
    if (/^(?:19|20)\d\d$/.test(date)) return { kind: 'year', year: Number(date) };
    const [found, other] = datesIn(written, order);
    if (found && !other) return { kind: 'day', at: noonOf(found) };
    problems.push(
      found && other
        ? error('DATE_UNCLEAR', { written, choices: [found, other].map(isoOf) }, at())
        : error(
            'BAD_DATE',
            {
              key: column,
              written,
              example: EXAMPLE,
              fault: isDateLike(date) ? 'unreal' : 'unreadable',
            },
            at(),
          ),
    );
    return null;
  };
}

/** Which comes first in dates with slashes. */
export type DateOrder = 'day' | 'month';

/** The dates a cell may mean, without a time of day behind it: two where nothing tells the order, none of other text. */
export function datesIn(written: string, order: DateOrder | null): readonly CalendarDate[] {
  const day = parseDay(plainDate(written));
  const dates = day?.kind === 'date' ? day.dates : [];
  const [monthFirst, dayFirst] = dates;
  if (!monthFirst || !dayFirst || order === null) return dates;
  return [order === 'day' ? dayFirst : monthFirst];
}

/** Which comes first in the dates with slashes; `null` when none tells, or some say one and some the other. */
export function orderOf(cells: readonly string[]): DateOrder | null {
  let [days, months] = [0, 0];
  for (const cell of cells) {
    const [, a, b] = EITHER_FIRST.exec(plainDate(cell)) ?? [];
    if (Number(a) > 12) days += 1;
    if (Number(b) > 12) months += 1;
  }
  return days > 0 === months > 0 ? null : days > 0 ? 'day' : 'month';
}

const isDateLike = (date: string): boolean =>
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/.test(date) || /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}$/.test(date);
