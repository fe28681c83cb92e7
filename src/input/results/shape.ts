/** The shape of a results file, found once from its header and first rows: every row is read under it. */
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { matchStations } from '../places/match.js';
import { type Column, type Columns, findColumns } from '../table/columns.js';
import type { CsvRow } from '../table/source.js';
import { parseTimeCell } from '../times/cell.js';
import type { TimeReading } from '../times/reading.js';
import type { ResultsContext } from './context.js';
import { entrantColumns } from './entrants.js';
import { chooseFinishReading, chooseSplitReading } from './readings.js';
import { findSplitColumns, type SplitColumn, withoutStart } from './split-columns.js';
import { RESULT_COLUMNS, type ResultRole } from './vocabulary.js';
import { readWaveColumn, type WaveColumn } from './waves.js';

export interface ResultsShape {
  header: readonly string[];
  columns: Columns<ResultRole>['found'];
  /** Finish times have a column of their own, or the last of `splits` is the finish: by its name, or by its place. */
  finish:
    | { kind: 'own'; index: number; reading: TimeReading }
    | { kind: 'split'; index: number; named: boolean }
    /** Of a race that goes on: no column, at index −1. */
    | { kind: 'none'; index: number };
  splits: readonly SplitColumn[];
  /** What the split columns stand for, the finish not among them; `atM` is `null` where no place fits. */
  stations: readonly { name: string; atM: number | null }[];
  /** `null` without splits, or when it cannot be told what they mean. */
  splitReading: TimeReading | null;
  /** `null` where the file has no such column. */
  wave: WaveColumn | null;
}

/** Without any of these a table is of something else, such as one runner's log. */
const RUNNER_ROLES = ['place', 'name', 'bib', 'sex', 'age', 'ageGroup', 'birth', 'status'] as const;

/**
 * Finds out what a file of results holds.
 * @param sample its first rows
 * @returns `null` with `NO_COLUMN` when there are no finish times or no runners; `TIMES_AMBIGUOUS` when the times
 * at stations may be one thing or another: they are left out then
 */
export function detectShape(
  file: string,
  header: readonly string[],
  sample: readonly CsvRow[],
  context: ResultsContext,
): Parsed<ResultsShape> {
  const without = (wanted: string): Parsed<ResultsShape> => ({
    value: null,
    diagnostics: [error('NO_COLUMN', { wanted, found: header }, { file })],
  });
  const columns = findResultColumns(header, sample);
  const taken = new Set([
    ...Object.values(columns).map(({ index }) => index),
    ...entrantColumns(header),
  ]);
  const own = columns.time ?? columns.seconds;
  const found = withoutStart(findSplitColumns(header, taken, sample));
  // Without a column of finish times the last station is the finish, unless the race goes on.
  const last = () => (context.goesOn ? null : found.stations.pop());
  const finish = own ? null : (found.finish ?? last() ?? null);
  const noFinish = context.goesOn && found.stations.length > 0 ? -1 : null;
  const finishIndex = own?.index ?? finish?.inIndex ?? finish?.outIndex ?? noFinish;
  if (finishIndex == null) return without('the finish time');
  if (!RUNNER_ROLES.some((role) => columns[role])) return without('the runner (place, name, bib)');
  const { stations, diagnostics } = placeSplits(file, found.stations, context);
  const splits = finish ? [...found.stations, finish] : found.stations;
  const finishReading = own ? chooseFinishReading(own.index, sample, context) : null;
  const ownFinish = own && finishReading ? { index: own.index, reading: finishReading } : null;
  const reading = chooseSplitReading(
    { file, splits, stations, finish: ownFinish },
    sample,
    context,
  );
  if (hasErrors(reading.diagnostics)) {
    return { value: null, diagnostics: [...diagnostics, ...reading.diagnostics] };
  }
  const value: ResultsShape = {
    header,
    columns,
    finish: ownFinish
      ? { kind: 'own', ...ownFinish }
      : finish
        ? { kind: 'split', index: finishIndex, named: found.finish != null }
        : { kind: 'none', index: finishIndex },
    splits,
    stations,
    splitReading: reading.value,
    wave: columns.wave ? readWaveColumn(columns.wave.index, sample, context.start) : null,
  };
  return { value, diagnostics: [...diagnostics, ...reading.diagnostics] };
}

const cellsOf = (rows: readonly CsvRow[], column: Column | undefined): string[] =>
  column ? rows.map((row) => row.cells[column.index] ?? '') : [];

/** The columns by name; what their cells say decides where a name means two things. */
function findResultColumns(
  header: readonly string[],
  sample: readonly CsvRow[],
): ResultsShape['columns'] {
  const { status, race, ...found } = findColumns(header, RESULT_COLUMNS).found;
  const statusCells = cellsOf(sample, status).map(parseTimeCell);
  const timesAsStatus = statusCells.some(({ kind }) => kind === 'time') && !found.time;
  const races = new Set(cellsOf(sample, race));
  // The distance each runner covered, as in a timed event, is no name of a race.
  const measured = races.size > MOST_RACES && [...races].every((name) => /^[\d.,]*$/.test(name));
  return {
    ...found,
    ...(status && (timesAsStatus ? { time: status } : { status })),
    ...(race && !measured && { race }),
  };
}
const MOST_RACES = 12;

function placeSplits(
  file: string,
  columns: readonly SplitColumn[],
  { places }: ResultsContext,
): { stations: ResultsShape['stations']; diagnostics: Problem[] } {
  const diagnostics: Problem[] = [];
  const unplaced: string[] = [];
  const written = columns.map(({ name }) => ({ name, atM: null }));
  const matches = matchStations(written, places);
  const stations = written.map((column, i) => {
    const match = matches[i];
    const place = match ? places[match.place] : undefined;
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
