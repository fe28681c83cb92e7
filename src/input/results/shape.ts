/** The shape of a results file, found once from its header and first rows: every row is read under it. */
import { error, note, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import { hasErrors, type Span } from '../../kernel/diagnostic.js';
import { matchStations } from '../places/match.js';
import { type Column, type Columns, findColumns } from '../table/columns.js';
import { cellSpan, type Delimiter, type TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import type { TimeReading } from '../times/reading.js';
import type { ResultsContext } from './context.js';

import { distanceOfName } from './distance-names.js';
import { tellHours } from './doubtful-hours.js';
import { chooseFinishReading } from './finish-readings.js';
import { headerWords } from './header-words.js';

import { settleTimes } from './settle-times.js';
import type { SplitColumn } from './split-columns.js';
import { findTimeColumns, type TimeColumns, type TotalColumn } from './time-columns.js';
import { RESULT_COLUMNS, type ResultRole } from './vocabulary.js';
import { readWaveColumn, type WaveColumn } from './waves.js';

/** The top of a file of results. */
export interface ResultsTable {
  header: TableRow;
  delimiter: Delimiter;
}

export interface ResultsShape {
  header: readonly string[];
  columns: Columns<ResultRole>['found'];
  /** Finish times have a column of their own, or the last of `splits` is the finish: by its name, or by its place. */
  finish:
    | {
        kind: 'own';
        index: number;
        reading: TimeReading;
        /** Taken before another column of finish times. */
        isChosen: boolean;
      }
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
 * @param table its header and delimiter, to tell where a column stands
 * @param sample its first rows
 * @param leftOut indexes of columns to read past
 * @returns `null` with `NO_COLUMN` when there are no finish times or no runners; `TIMES_AMBIGUOUS` when the times
 * at stations may be one thing or another, `CLOCK_WITHOUT_START` when nothing says from when they count: they are
 * left out then
 */
export function detectShape(
  file: string,
  { header: { cells: header, ...headerRow }, delimiter }: ResultsTable,
  sample: readonly TableRow[],
  context: ResultsContext,
  leftOut: ReadonlySet<number> = new Set(),
): Parsed<ResultsShape> {
  const headerAt = (index: number) => ({
    column: header[index] ?? '',
    span: cellSpan({ delimiter }, { ...headerRow, cells: header }, index),
  });
  const without = (wanted: string): Parsed<ResultsShape> => ({
    value: null,
    diagnostics: [error('NO_COLUMN', { wanted, found: header }, { file })],
  });
  const { columns, timesAsStatus } = findResultColumns(header, sample);
  const taken = new Set([...Object.values(columns).map(({ index }) => index), ...leftOut]);
  const found = findTimeColumns(header, taken, sample, context.places);
  const total = found.total ?? timesAsStatus;
  if (total && total === timesAsStatus) delete columns.status;
  const finishReading = total && chooseFinishReading(total, sample, context);
  const own = total && finishReading ? { index: total.index, reading: finishReading } : null;
  const asStation = total && !own ? finishStation(header, total.index) : found.finish;
  // Without a column of finish times the last station is the finish, unless the race goes on.
  const last = () => (context.goesOn ? null : (found.stations.pop() ?? null));
  const finish = asStation ?? (own ? null : last());
  const noFinish = context.goesOn && found.stations.length > 0 ? -1 : null;
  const finishIndex = own?.index ?? finish?.inIndex ?? finish?.outIndex ?? noFinish;
  if (finishIndex == null) return without('the finish time');
  if (!RUNNER_ROLES.some((role) => columns[role])) return without('the runner (place, name, bib)');
  const placed = placeSplits(file, found.stations, context);
  const { stations } = placed;
  const settled = settleTimes(
    { own, finish, stations: found.stations, isPlace: total?.isPlace ?? false },
    { file, stations, headerAt },
    (index) => header[index] ?? '',
    sample,
    context,
  );
  const doubtful = tellHours(settled, total?.form ?? null, sample, { delimiter }, file);
  const diagnostics = [
    ...placed.diagnostics,
    ...tellUnused(file, found, headerAt),
    ...settled.diagnostics,
    ...doubtful,
  ];
  if (hasErrors([...settled.diagnostics, ...doubtful])) return { value: null, diagnostics };
  const value: ResultsShape = {
    header,
    columns,
    finish: settled.own
      ? { kind: 'own', ...settled.own, isChosen: total?.isChosen ?? false }
      : settled.finish
        ? { kind: 'split', index: finishIndex, named: settled.isJoined || asStation != null }
        : { kind: 'none', index: finishIndex },
    splits: settled.splits,
    stations,
    splitReading: settled.reading,
    wave: columns.wave ? readWaveColumn(columns.wave.index, sample, context.start) : null,
  };
  return { value, diagnostics };
}

/** A finish column of times of day is read with those of the stations. */
const finishStation = (header: readonly string[], index: number): SplitColumn => ({
  name: header[index] ?? '',
  inIndex: index,
  outIndex: null,
});

/** To find a column's place the header is read again: of thousands only the first are shown. */
const MOST_SPANS = 20;

/** Columns that look like times, or are a station by their name, and are not used. */
function tellUnused(
  file: string,
  { unused, odd }: Pick<TimeColumns, 'unused' | 'odd'>,
  headerAt: (index: number) => { span: Span | null },
): Problem[] {
  return [
    ...(unused.length > 0 ? [note('COLUMNS_NOT_USED', { columns: unused }, { file })] : []),
    ...odd.map(({ column, index, odd: cells, filled: of, written }, i) =>
      warning(
        'COLUMN_NOT_TIMES',
        { column, cells, of, written },
        { file, span: i < MOST_SPANS ? headerAt(index).span : null },
      ),
    ),
  ];
}

const cellsOf = (rows: readonly TableRow[], column: Column | undefined): string[] =>
  column ? rows.map((row) => row.cells[column.index] ?? '') : [];

/** The columns by name, glued words too; what their cells say decides where a name means two things. */
function findResultColumns(
  header: readonly string[],
  sample: readonly TableRow[],
): { columns: Partial<Record<ResultRole, Column>>; timesAsStatus: TotalColumn | null } {
  const asWritten = findColumns(header, RESULT_COLUMNS).found;
  const unglued = findColumns(header.map(headerWords), RESULT_COLUMNS).found;
  const columns: Partial<Record<ResultRole, Column>> = { ...asWritten };
  const taken = new Set(Object.values(asWritten).map(({ index }) => index));
  for (const role of Object.keys(unglued) as ResultRole[]) {
    const { index, unit } = unglued[role]!;
    if (!columns[role] && !taken.has(index))
      columns[role] = { index, unit, header: header[index]! };
  }
  const byLetter = columns.sex ?? sexByLetter(header, sample, taken);
  if (byLetter) columns.sex = byLetter;
  const { status, race } = columns;
  const isTimed = cellsOf(sample, status).some((cell) => parseTimeCell(cell).kind === 'time');
  const races = new Set(cellsOf(sample, race));
  // The distance each runner covered, as in a timed event, is no name of a race.
  const measured = races.size > MOST_RACES && [...races].every((name) => /^[\d.,]*$/.test(name));
  if (measured) delete columns.race;
  const timesAsStatus =
    status && isTimed ? { index: status.index, form: null, isChosen: false, isPlace: false } : null;
  return { columns, timesAsStatus };
}
const MOST_RACES = 12;

/** `S`, `Sx` and `G` are short for too much: by their cells they are the sex. */
function sexByLetter(
  header: readonly string[],
  sample: readonly TableRow[],
  taken: ReadonlySet<number>,
): Column | undefined {
  const index = header.findIndex((written, i) => {
    const cells = sample.map((row) => row.cells[i] ?? '').filter((cell) => cell !== '');
    const isSex = cells.length > 0 && cells.every((cell) => /^[MFWX]$/i.test(cell));
    return /^(?:s|sx|g)\.?$/i.test(written) && !taken.has(i) && isSex;
  });
  return index < 0 ? undefined : { index, unit: null, header: header[index]! };
}

function placeSplits(
  file: string,
  columns: readonly SplitColumn[],
  { places }: ResultsContext,
): { stations: ResultsShape['stations']; diagnostics: Problem[] } {
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
