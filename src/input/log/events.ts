/** The times of a log in the order in which they happened. */
import { isStartName } from '../../kernel/station-name.js';
import type { RowTimes } from '../places/visits.js';
import type { TableRow } from '../table/whole.js';
import type { LoggedCell, LogRow } from './rows.js';

/** A cell that says, or should say, when something happened. */
export interface LogEvent extends LoggedCell {
  /** Of its row. */
  index: number;
  row: TableRow;
  field: keyof RowTimes;
}

/** Arrival and departure of a row, as far as it has them: nobody arrives at the start. */
export function eventsOf(logged: LogRow, index: number): LogEvent[] {
  const { arrive, depart, row } = logged;
  const arrival: LogEvent = { ...arrive, index, row, field: 'arriveS' };
  const departure: LogEvent = { ...depart, index, row, field: 'departS' };
  const hasArrival = arrive.cell.kind !== 'missing';
  if (depart.cell.kind !== 'missing') return hasArrival ? [arrival, departure] : [departure];
  return hasArrival || !isStartName(logged.station.name ?? '') ? [arrival] : [];
}
