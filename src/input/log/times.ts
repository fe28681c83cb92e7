/** When and where each row of a race log was: the one reading of its times that makes the whole a race. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { isStartName } from '../../kernel/station-name.js';
import { S_PER_DAY } from '../../kernel/units.js';
import { judgeSteps, likeliestBy } from '../csv/reading-choice.js';
import type { CsvRow } from '../csv/source.js';
import type { StationMatch } from '../csv/stations.js';
import {
  type Moment,
  momentsOfClock,
  type RaceStart,
  readTimes,
  type TimeReading,
} from '../csv/time-reading.js';
import type { LogContext } from './context.js';
import { settleDays } from './days.js';
import { decideReading } from './reading.js';
import { arrivalRole, type LoggedCell, type LogRole, type LogRow, type TimeRole } from './rows.js';
import type { LogTable } from './table.js';
import { type LogVisit, oddityOfGaps, type RowTimes, settleVisits } from './visits.js';

export interface SettledLog {
  reading: TimeReading;
  /** One entry a row. */
  times: readonly RowTimes[];
  /** One entry a row; `null` where it fits nowhere. */
  visits: readonly (LogVisit | null)[];
}

/** A cell that says, or should say, when something happened. */
interface Event extends LoggedCell {
  index: number;
  row: CsvRow;
  field: keyof RowTimes;
}

type Seconds = readonly (number | null)[];

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
  const cells = events.map(({ cell }) => cell);
  const placesAtM = context.places.map((place) => place.atM);
  const settle = (seconds: Seconds) => {
    const times = timesOfRows(rows.length, events, seconds);
    const visits = settleVisits(matches, times, placesAtM);
    const atM = events.map(({ index }) => placesAtM[visits[index]?.place ?? -1] ?? null);
    return { times, visits, atM };
  };
  const judge = (moments: readonly Moment[], reading: TimeReading) => {
    const { atM, visits } = settle(moments.map(({ inS }) => inS));
    const steps = judgeSteps({ cells, atM }, moments, reading);
    return { ...steps, oddity: steps.oddity + oddityOfGaps(visits) };
  };
  const role = arrivalColumn(table);
  const reading = decideReading(
    { cells, column: table.header(role), place: table.place(null, role) },
    (start, hints) => likeliestBy([cells], judge, start, hints),
    context,
    problems,
  );
  if (!reading) return null;

  const inTurn = readTimes(cells, reading, context).map(({ inS }) => inS);
  // Visits are settled by times, so that days may only go by visits that names and distances leave no doubt of
  const sureAtM = events.map(({ index }) => {
    const match = matches[index];
    return match?.alternatives.length === 0 ? (placesAtM[match.place] ?? null) : null;
  });
  const seconds =
    reading.kind === 'clock' ? inBestDays(events, inTurn, sureAtM, reading.dial, context) : inTurn;
  reportUnread(table, events, seconds, reading, problems);
  const { times, visits } = settle(seconds);
  return { reading, times, visits };
}

function eventsOf(logged: LogRow, index: number): Event[] {
  const { arrive, depart, row } = logged;
  const arrival: Event = { ...arrive, index, row, field: 'arriveS' };
  const departure: Event = { ...depart, index, row, field: 'departS' };
  const hasArrival = arrive.cell.kind !== 'missing';
  if (depart.cell.kind !== 'missing') return hasArrival ? [arrival, departure] : [departure];
  return hasArrival || !isStartName(logged.station.name ?? '') ? [arrival] : [];
}

function timesOfRows(rows: number, events: readonly Event[], seconds: Seconds): RowTimes[] {
  const times: RowTimes[] = Array.from({ length: rows }, () => ({ arriveS: null, departS: null }));
  events.forEach(({ index, field }, i) => {
    times[index] = { ...times[index]!, [field]: seconds[i] ?? null };
  });
  return times;
}

/** A date of the wrong year makes no race of a year. */
const LONGEST_RACE_S = 10 * S_PER_DAY;

/** Times of day in the days that make the likeliest race. */
function inBestDays(
  events: readonly Event[],
  inTurn: Seconds,
  atM: Seconds,
  dial: 12 | 24,
  start: RaceStart,
): Seconds {
  const lastS = Math.max(0, ...inTurn.map((s) => s ?? 0));
  const untilS = Math.min(lastS, LONGEST_RACE_S);
  const moments = events.flatMap(({ cell }, i) =>
    inTurn[i] == null || cell.kind !== 'time'
      ? []
      : [{ possibleS: momentsOfClock(cell.time, dial, start, untilS), atM: atM[i] ?? null }],
  );
  const settled = settleDays(moments).values();
  return inTurn.map((s) => (s === null ? null : (settled.next().value ?? s)));
}

/** After a leg without a time, the times of legs tell nothing. */
function reportUnread(
  table: LogTable<LogRole>,
  events: readonly Event[],
  seconds: Seconds,
  reading: TimeReading,
  problems: Problem[],
): void {
  const unknown = events.filter((_, i) => seconds[i] === null);
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
