/** The start of the race as a column of the results tells it, each row the same or that of its wave. */
import { note, type Problem } from '../../domain/problems/problem.js';
import { S_PER_H } from '../../kernel/units.js';
import type { TableRow } from '../table/row.js';
import { parseTimeCell } from '../times/cell.js';
import { lengthOf } from '../times/reading.js';
import type { ResultsContext } from './context.js';
import { headerWords, meaningOf } from './header-words.js';

/** So much after midnight a length of time since the first start is no time of day. */
const EARLIEST_TOD_S = S_PER_H;
/** A day of no race, for times that have none of their own. */
const SOME_DAY = { year: 2001, month: 6, day: 1 };

/**
 * When the race began, where no plan says so and a column called the start holds one and the same time of day in every
 * row that was started: times of day at the stations count from then.
 * @returns the context as it is where nothing tells, or the starts differ
 */
export function withStartOfColumn(
  file: string,
  context: ResultsContext,
  header: readonly string[],
  sample: readonly TableRow[],
): { context: ResultsContext; diagnostics: Problem[] } {
  const asItIs = { context, diagnostics: [] };
  if (context.start.startAt !== null) return asItIs;
  const index = header.findIndex((name) => meaningOf(headerWords(name), () => false) === 'start');
  const cells = sample.map(({ cells }) => cells[index] ?? '');
  const told = cells.filter((cell) => parseTimeCell(cell).kind !== 'missing');
  const startAt = told.length > 1 && new Set(told).size === 1 ? instantOf(told[0]!) : null;
  if (startAt === null) return asItIs;
  const args = { column: header[index] ?? '', written: told[0]! };
  return {
    context: { ...context, start: { startAt, zone: 'UTC' }, isStartOfColumn: true },
    diagnostics: [note('START_OF_COLUMN', args, { file })],
  };
}

/** A time of day as if in UTC; `null` where it is none, or may be the length of a time. */
function instantOf(written: string): number | null {
  const cell = parseTimeCell(written);
  if (cell.kind !== 'time') return null;
  const { time } = cell;
  if (time.kind === 'clock') {
    const dates = time.day?.kind === 'date' ? time.day.dates : [];
    // which of two days is meant, the other times do not tell either
    if (dates.length > 1 || (time.day && dates.length === 0)) return null;
    return at(dates[0] ?? SOME_DAY, time.tod);
  }
  const s = time.kind === 'colons' ? lengthOf(time, 'h:mm') : null;
  return s === null || s < EARLIEST_TOD_S || s >= 24 * S_PER_H ? null : at(SOME_DAY, s);
}

const at = ({ year, month, day }: typeof SOME_DAY, tod: number): number =>
  Date.UTC(year, month - 1, day) + tod * 1000;
