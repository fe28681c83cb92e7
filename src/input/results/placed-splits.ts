/** Which places of the course the columns of times stand for. */
import { note, type Problem } from '../../domain/problems/problem.js';
import { matchStations } from '../places/match.js';
import type { ResultsContext } from './context.js';
import { distanceOfName } from './distance-names.js';
import type { SplitColumn } from './split-columns.js';

/**
 * @returns one entry a column, the course's own names where one is known; `atM`, metres from the start, is `null` where
 * no place fits. A guess, and a column that fits nowhere, are notes.
 */
export function placeSplits(
  file: string,
  columns: readonly SplitColumn[],
  { places }: ResultsContext,
): { stations: readonly { name: string; atM: number | null }[]; diagnostics: Problem[] } {
  const diagnostics: Problem[] = [];
  const unplaced: string[] = [];
  // a distance is where it is, whatever stands there
  const own = columns.map(({ name }) => ({ name, atM: distanceOfName(name) }));
  const matches = matchStations(
    own.map((column) => (column.atM === null ? column : { ...column, name: null })),
    places,
  );
  const stations = own.map((column, i) => {
    const match = matches[i];
    const place = match ? places[match.place] : undefined;
    if (column.atM !== null && !match?.certain) return column;
    if (!match || !place) {
      unplaced.push(column.name);
      return column;
    }
    const station = place.name ?? column.name;
    if (!match.certain) {
      diagnostics.push(note('COLUMN_PLACED_BY_GUESS', { column: column.name, station }, { file }));
    }
    return { name: station, atM: place.atM };
  });
  // Where a course names no station between start and finish, nothing is missed.
  if (places.length > 2 && unplaced.length > 0) {
    diagnostics.push(note('COLUMNS_NOT_PLACED', { columns: unplaced }, { file }));
  }
  return { stations, diagnostics };
}

/** Whether the last column is, by its name and beyond doubt, a station that the course passes before its finish. */
export function endsBeforeFinish(
  columns: readonly SplitColumn[],
  { places }: ResultsContext,
): boolean {
  const match = matchStations(
    columns.map(({ name }) => ({ name, atM: null })),
    places,
  ).at(-1);
  return match?.certain === true && match.place < places.length - 1;
}
