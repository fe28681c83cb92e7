/** The start of the race as a column of the results tells it, each row the same or that of its wave. */
import { note, type Problem } from '../../domain/problems/problem.js';
import {
  type Instant,
  instantOf,
  localTimeOf,
  secondsBetween,
  wallTime,
} from '../../kernel/clock.js';
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import type { TableRow } from '../table/row.js';
import { parseTimeCell } from '../times/cell.js';
import type { CalendarDate } from '../times/days.js';
import { lengthOf } from '../times/reading.js';
import type { ResultsContext } from './context.js';
import { headerWords, meaningOf } from './header-words.js';
import { LATEST_WAVE_S } from './waves.js';

/** So much after midnight a length of time since the first start is no time of day. */
const EARLIEST_TOD_S = S_PER_H;
/** A day of no race, for times that have none of their own. */
const SOME_DAY = { year: 2001, month: 6, day: 1 };

/**
 * When the race began, where a column called the start holds times of day: one for all, or of each wave its own. Times
 * of day at the stations count from then; the plan may be of another year, and tells the day and the zone.
 * @returns the context as it is where nothing tells
 */
export function withStartOfColumn(
  file: string,
  context: ResultsContext,
  header: readonly string[],
  sample: readonly TableRow[],
): { context: ResultsContext; diagnostics: Problem[] } {
  const asItIs = { context, diagnostics: [] };
  const index = header.findIndex((name) => meaningOf(headerWords(name), () => false) === 'start');
  const cells = sample.map(({ cells }) => cells[index] ?? '');
  const told = [...new Set(cells.filter((cell) => parseTimeCell(cell).kind !== 'missing'))];
  const { startAt: plannedAt, zone } = context.start;
  const day = plannedAt === null ? SOME_DAY : localTimeOf(plannedAt, zone);
  const starts = told.map((written) => startIn(written, day, zone));
  const known = starts.filter((at) => at !== null);
  if (known.length === 0 || known.length < told.length) return asItIs;
  const [startAt, lastAt] = [Math.min(...known), Math.max(...known)];
  if (secondsBetween(startAt, lastAt) > LATEST_WAVE_S) return asItIs;
  const isOwn = startAt < lastAt;
  const args = { column: header[index] ?? '', written: told[starts.indexOf(startAt)]!, isOwn };
  return {
    context: {
      ...context,
      start: { startAt, zone },
      isStartOfColumn: true,
      ...(isOwn ? { waveIndex: index } : {}),
    },
    diagnostics: startAt === plannedAt && !isOwn ? [] : [note('START_OF_COLUMN', args, { file })],
  };
}

/** An instant; `null` where a cell holds no time of day, or what may be the length of a time. */
function startIn(written: string, day: CalendarDate, zone: string): Instant | null {
  const cell = parseTimeCell(written);
  if (cell.kind !== 'time') return null;
  const { time } = cell;
  const at = (date: CalendarDate, tod: number) => instantOf({ ...date, ...wallTime(tod) }, zone);
  if (time.kind === 'instant') return time.at;
  if (time.kind === 'clock') {
    const dates = time.day?.kind === 'date' ? time.day.dates : [];
    // which of two days is meant, the other times do not tell either
    if (dates.length > 1 || (time.day && dates.length === 0)) return null;
    return at(dates[0] ?? day, time.tod);
  }
  const s = time.kind === 'colons' ? lengthOf(time, 'h:mm') : null;
  return s === null || s < EARLIEST_TOD_S || s >= S_PER_DAY ? null : at(day, s);
}
