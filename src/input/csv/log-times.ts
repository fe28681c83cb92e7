/** When each row of a race log happened: its cells under the one reading that makes the whole a race. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { isStartName } from '../../kernel/station-name.js';
import { plainName } from '../../kernel/text.js';
import type { LogContext } from './log-context.js';
import {
  arrivalRole,
  type LoggedCell,
  type LogRole,
  type LogRow,
  type TimeRole,
} from './log-rows.js';
import type { LogTable } from './log-table.js';
import { likeliestReadings, type ReadingHints } from './reading-choice.js';
import type { CsvRow } from './source.js';
import { readTimes, type TimeKind, type TimeReading } from './time-reading.js';

/** Elapsed seconds; `null` where not logged. */
export interface RowTimes {
  arriveS: number | null;
  departS: number | null;
}

export interface LogTimes {
  /** One entry a row. */
  rows: readonly RowTimes[];
  reading: TimeReading;
}

interface Event extends LoggedCell {
  index: number;
  row: CsvRow;
  field: keyof RowTimes;
  atM: number | null;
}

/**
 * Decides what the times of a log are, and reads them. Cells that are no time, or none under that reading, are
 * problems; so is a log whose times can be read in several ways, or need a start that is not known.
 * @param atM where each row stands, m from the start; `null` when not known
 * @returns `null` when it cannot be decided
 */
export function readLogTimes(
  table: LogTable<LogRole>,
  rows: readonly LogRow[],
  atM: readonly (number | null)[],
  context: LogContext,
  problems: Problem[],
): LogTimes | null {
  const events = rows.flatMap((row, i) => eventsOf(row, i, atM[i] ?? null));
  for (const { cell, row, role } of events) {
    if (cell.kind === 'unreadable') problems.push(badTime(table, row, role));
  }
  const reading = chooseReading(table, events, context, problems);
  if (!reading) return null;

  const times: RowTimes[] = rows.map(() => ({ arriveS: null, departS: null }));
  const cells = events.map(({ cell }) => cell);
  const moments = readTimes(cells, reading, context);
  let gap: Event | null = null;
  events.forEach((event, i) => {
    const { index, row, field, cell, role } = event;
    const seconds = moments[i]!.inS;
    times[index] = { ...times[index]!, [field]: seconds };
    if (cell.kind === 'time' && seconds === null && !gap) problems.push(badTime(table, row, role));
    if (reading.kind !== 'leg' || seconds !== null || gap) return;
    gap = event;
    const isFelt = cells.slice(i + 1).some((later) => later.kind === 'time');
    if (isFelt) problems.push(warning('LEG_TIME_MISSING', {}, table.place(row, role)));
  });
  return { rows: times, reading };
}

/** The cells of a row that say, or should say, when something happened. */
function eventsOf(logged: LogRow, index: number, atM: number | null): Event[] {
  const { arrive, depart, row } = logged;
  const hasArrival = arrive.cell.kind !== 'missing';
  const hasDeparture = depart.cell.kind !== 'missing';
  const isStart = isStartName(logged.station.name ?? '');
  const arrival: Event = { ...arrive, index, row, field: 'arriveS', atM };
  const departure: Event = { ...depart, index, row, field: 'departS', atM };
  if (!hasDeparture) return hasArrival || !isStart ? [arrival] : [];
  return hasArrival ? [arrival, { ...departure, atM: null }] : [departure];
}

function chooseReading(
  table: LogTable<LogRole>,
  events: readonly Event[],
  context: LogContext,
  problems: Problem[],
): TimeReading | null {
  const role = table.column(arrivalRole(table)) ? arrivalRole(table) : 'depart';
  const column = table.header(role);
  const sequence = { cells: events.map((e) => e.cell), atM: events.map((e) => e.atM) };
  const onlyClock = sequence.cells.some(
    (cell) => cell.kind === 'time' && (cell.time.kind === 'clock' || cell.time.kind === 'instant'),
  );
  if (context.startAt === null && (context.times === 'clock' || onlyClock)) {
    problems.push(error('CLOCK_WITHOUT_START', { column }, table.place(null, role)));
    return null;
  }
  const find = (hints: Partial<ReadingHints>) => likeliestReadings([sequence], context, hints);
  const said = context.times ?? kindSaid(column);
  const saidReadings = said
    ? find({ kinds: [said], impossibleRatio: context.times ? 1 : 0.5 })
    : [];
  const readings =
    saidReadings.length > 0
      ? saidReadings
      : find({
          expected: SUGGESTS_CLOCK.test(plainName(column)) ? 'clock' : null,
          impossibleRatio: 1,
        });
  const kinds = [...new Set(readings.map(({ kind }) => kind))];
  if (kinds.length > 1) {
    problems.push(error('TIMES_AMBIGUOUS', { column, readings: kinds }, table.place(null, role)));
    return null;
  }
  return readings[0] ?? null;
}

/** What a header says outright of its times. */
function kindSaid(header: string): TimeKind | null {
  const name = plainName(header);
  if (/\b(clock|of day)\b/.test(name)) return 'clock';
  if (/\b(elapsed|cumulative|race time|total)\b/.test(name)) return 'elapsed';
  return /\b(leg|segment|lap)\b/.test(name) ? 'leg' : null;
}

/** People arrive and depart by the clock, mostly. */
const SUGGESTS_CLOCK = /\b(arriv\w*|depart\w*|in|out|reached|leaves?|left)\b/;

function badTime(table: LogTable<LogRole>, row: CsvRow, role: TimeRole): Problem {
  const args = { written: table.text(row, role), column: table.header(role) };
  return error('BAD_TIME', args, table.place(row, role));
}
