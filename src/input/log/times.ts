/** When each row of a race log happened: its cells under the one reading that makes the whole a race. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { isStartName } from '../../kernel/station-name.js';
import { likeliestReadings } from '../csv/reading-choice.js';
import type { CsvRow } from '../csv/source.js';
import { readTimes, type TimeReading } from '../csv/time-reading.js';
import type { LogContext } from './context.js';
import { decideReading } from './reading.js';
import { arrivalRole, type LoggedCell, type LogRole, type LogRow, type TimeRole } from './rows.js';
import type { LogTable } from './table.js';

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
  const cells = events.map(({ cell }) => cell);
  const sequence = { cells, atM: events.map((event) => event.atM) };
  const role = arrivalColumn(table);
  const reading = decideReading(
    { cells, column: table.header(role), place: table.place(null, role) },
    (hints) => likeliestReadings([sequence], context, hints),
    context,
    problems,
  );
  if (!reading) return null;

  const times: RowTimes[] = rows.map(() => ({ arriveS: null, departS: null }));
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

const arrivalColumn = (table: LogTable<LogRole>): TimeRole => {
  const role = arrivalRole(table);
  return table.column(role) ? role : 'depart';
};

function badTime(table: LogTable<LogRole>, row: CsvRow, role: TimeRole): Problem {
  const args = { written: table.text(row, role), column: table.header(role) };
  return error('BAD_TIME', args, table.place(row, role));
}
