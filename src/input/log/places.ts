/** Where a row of a log says it was: its columns, and what to say when that is uncertain or nowhere. */
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { nearestStation } from '../../kernel/station-name.js';
import type { PlaceRole } from '../places/columns.js';
import { matchStations, type WrittenStation } from '../places/match.js';
import type { LogVisit } from '../places/visits.js';
import type { TableRow } from '../table/whole.js';
import type { LogContext } from './context.js';
import type { LogTable } from './table.js';

export const readStation = (
  table: LogTable<PlaceRole>,
  row: TableRow,
  problems: Problem[],
): WrittenStation => ({
  name: table.text(row, 'station') || null,
  atM: table.quantity(row, 'distance', problems),
});

/** What a row calls its place; all of it when that says nothing. */
const writtenPlace = (table: LogTable<PlaceRole>, row: TableRow): string =>
  table.text(row, 'station') || table.text(row, 'distance') || row.raw;

const placeOf = (table: LogTable<PlaceRole>, row: TableRow) =>
  table.place(row, table.column('station') ? 'station' : 'distance');

/** A row that fits nowhere, or not between its neighbours: an error, once the race is over. */
export function notPlaced(
  table: LogTable<PlaceRole>,
  row: TableRow,
  station: WrittenStation,
  { places, goesOn }: LogContext,
): Problem {
  const written = writtenPlace(table, row);
  const tell = goesOn ? warning : error;
  if (matchStations([station], places)[0]) {
    return tell('ROW_OUT_OF_ORDER', { written, isLeftOut: goesOn }, placeOf(table, row));
  }
  const named = matchStations([{ ...station, atM: null }], places)[0];
  if (named && station.name !== null && station.atM !== null) {
    const args = {
      written,
      atM: station.atM,
      stationM: places[named.place]!.atM,
      isLeftOut: goesOn,
    };
    return tell('ROW_ELSEWHERE', args, placeOf(table, row));
  }
  const suggestion = nearestStation(
    written,
    places.map(({ name }) => name),
  );
  return tell('ROW_NOT_PLACED', { written, suggestion, isLeftOut: goesOn }, placeOf(table, row));
}

/** Says so when a row's visit is a guess. */
export function placedByGuess(
  table: LogTable<PlaceRole>,
  row: TableRow,
  visit: LogVisit | null,
  places: LogContext['places'],
): Problem[] {
  if (!visit || visit.certain) return [];
  const { name: station, atM } = places[visit.place]!;
  const args = { written: writtenPlace(table, row), station, atM };
  return [warning('ROW_PLACED_BY_GUESS', args, placeOf(table, row))];
}
