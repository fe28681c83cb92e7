/** When and where each row of a race log was: the one reading of its times that makes the whole a race. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import type { StationMatch } from '../places/match.js';
import { type LogVisit, type RowTimes, settleVisits } from '../places/visits.js';
import { doubtfulHours, formOf, tellDoubtfulHours } from '../times/dotted.js';
import type { ClockMoment, TimeReading } from '../times/reading.js';
import type { LogContext } from './context.js';
import { doubtsOf, tellDoubts, tellMoments, withoutStart } from './doubts.js';
import { eventsOf, type LogEvent } from './events.js';
import { judgeReadings, type ReadEvent, type Reading } from './readings.js';
import { arrivalRole, type LogRole, type LogRow, type TimeRole } from './rows.js';
import type { LogTable } from './table.js';

export interface SettledLog {
  reading: TimeReading;
  /** One entry a row; `null` also where a time is written wrongly. */
  times: readonly RowTimes[];
  /** One entry a row; `null` where it fits nowhere. */
  visits: readonly (LogVisit | null)[];
  /** Of times that fit nowhere: what they say, as near to the time before as can be. One entry a row. */
  wrong: readonly RowTimes[];
}

/**
 * Decides what the times of a log are, reads them, and settles which visits the rows are. Cells that are no time,
 * or none under that reading, are problems; so is a log whose times can be read in several ways, or need a start
 * that is not known.
 * @param matches where each row fits by name and distance
 * @returns `null` when it cannot be decided
 */
export function settleLog(
  table: LogTable<LogRole>,
  rows: readonly LogRow[],
  matches: readonly (StationMatch | null)[],
  context: LogContext,
  problems: Problem[],
): SettledLog | null {
  const events = rows.flatMap(eventsOf);
  const role = arrivalColumn(table);
  const hasOwnColumns = table.column('arrive') !== null || table.column('depart') !== null;
  const judged = judgeReadings(events, rows, matches, table.header(role), hasOwnColumns, context);
  const readings = context.startAt === null ? withoutStart(judged) : judged;
  const [best] = readings;
  if (!best) {
    const column = table.header(role);
    problems.push(error('CLOCK_WITHOUT_START', { column }, table.place(null, role)));
    return null;
  }
  const doubts = doubtsOf(readings);
  problems.push(...tellDoubts(doubts, table, events, role, context));
  if (doubts.some(({ isOpen }) => isOpen)) return null;

  const doubtful = doubtfulHours(formOf(best.reading), events.map(writtenIn(table)));
  if (doubtful !== null) {
    const first = events.find((event) => writtenIn(table)(event) === doubtful)!;
    problems.push(tellDoubtfulHours(doubtful, table.place(first.row, first.role)));
  }
  reportUnread(table, events, best, problems);
  problems.push(...tellMoments(best, table, events, context));
  const times = timesOfRows(rows.length, events, (i) => best.read[i]?.moment?.s ?? null);
  const nearest = nearestBefore(best.read);
  const wrong = timesOfRows(rows.length, events, (i) => nearest[i]!);
  const placesAtM = context.places.map((place) => place.atM);
  const visits = settleVisits(matches, times, placesAtM, context.plannedS);
  return { reading: best.reading, times, wrong, visits };
}

const writtenIn =
  (table: LogTable<LogRole>) =>
  ({ row, role }: LogEvent): string =>
    table.text(row, role);

/** Of each time that fits nowhere, what it may be nearest to the time before it; `null` of all others. */
function nearestBefore(read: readonly ReadEvent[]): (number | null)[] {
  let lastS = 0;
  return read.map(({ possible, moment }) => {
    lastS = moment?.s ?? lastS;
    if (moment || possible.length === 0) return null;
    const away = ({ s }: ClockMoment) => Math.abs(s - lastS);
    return possible.reduce((a, b) => (away(b) < away(a) ? b : a)).s;
  });
}

function timesOfRows(
  rows: number,
  events: readonly LogEvent[],
  secondsOf: (index: number) => number | null,
): RowTimes[] {
  const times: RowTimes[] = Array.from({ length: rows }, () => ({ arriveS: null, departS: null }));
  events.forEach(({ index, field }, i) => {
    times[index] = { ...times[index]!, [field]: secondsOf(i) };
  });
  return times;
}

/** After a leg without a time, the times of legs tell nothing. */
function reportUnread(
  table: LogTable<LogRole>,
  events: readonly LogEvent[],
  { reading, read }: Reading,
  problems: Problem[],
): void {
  const unknown = events.filter((_, i) => read[i]!.possible.length === 0);
  const [gap] = reading.kind === 'leg' ? unknown : [];
  for (const { cell, row, role } of unknown) {
    const isRead = cell.kind === 'missing' || cell.kind === 'status';
    const isAfterGap = cell.kind === 'time' && gap !== undefined && gap.row !== row;
    if (isRead || isAfterGap) continue;
    const args = {
      written: table.text(row, role),
      column: table.header(role),
      isTimeOfDay: reading.kind === 'clock',
    };
    problems.push(error('BAD_TIME', args, table.place(row, role)));
  }
  const isFelt = gap && unknown.some(({ cell }) => cell.kind === 'time');
  if (isFelt) problems.push(warning('LEG_TIME_MISSING', {}, table.place(gap.row, gap.role)));
}

const arrivalColumn = (table: LogTable<LogRole>): TimeRole => {
  const role = arrivalRole(table);
  return table.column(role) ? role : 'depart';
};
