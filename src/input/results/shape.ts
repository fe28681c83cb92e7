/** The shape of a results file, found once from its header and first rows: every row is read under it. */
import { error, note, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import { hasErrors, type Span } from '../../kernel/diagnostic.js';
import { isFinishName } from '../../kernel/station-name.js';
import type { Columns } from '../table/columns.js';
import { cellSpan, type Delimiter, type TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import type { TimeReading } from '../times/reading.js';
import type { ResultsContext } from './context.js';
import { type DistanceReading, isDistance } from './distances.js';
import { tellHours } from './doubtful-hours.js';
import { chooseFinishReading } from './finish-readings.js';
import { areMostPlaced, type FlagColumn, findFlags } from './flags.js';
import { type LapRule, lapRule } from './laps.js';
import { endsBeforeFinish, placeSplits } from './placed-splits.js';
import { type DistanceColumn, distanceColumns, findReached } from './reached.js';
import { findResultColumns } from './result-columns.js';
import { settleTimes } from './settle-times.js';
import type { SplitColumn } from './split-columns.js';
import {
  findTimeColumns,
  type TimeColumns,
  type TotalColumn,
  type UnusedColumn,
} from './time-columns.js';
import type { ResultRole } from './vocabulary.js';
import { readWaveColumn, type WaveColumn } from './waves.js';

/** The top of a file of results. */
export interface ResultsTable {
  header: TableRow;
  delimiter: Delimiter;
}

export interface ResultsShape {
  header: readonly string[];
  columns: Columns<ResultRole>['found'];
  /**
   * Finish times have a column of their own, or the last of `splits` is the finish: by its name, or by its place. In
   * a timed event there are distances instead, and no splits.
   */
  finish:
    | {
        kind: 'own';
        index: number;
        reading: TimeReading;
        /** Taken before another column of finish times. */
        isChosen: boolean;
      }
    | { kind: 'split'; index: number; named: boolean }
    | { kind: 'distance'; index: number; reading: DistanceReading }
    /** Of a race that goes on: no column, at index −1. */
    | { kind: 'none'; index: number };
  splits: readonly SplitColumn[];
  /** What the split columns stand for, the finish not among them; `atM` is `null` where no place fits. */
  stations: readonly { name: string; atM: number | null }[];
  /** `null` without splits, or when it cannot be told what they mean. */
  splitReading: TimeReading | null;
  /** `null` where the file has no such column. */
  wave: WaveColumn | null;
  /** Most of the first rows with a finish time have a place. */
  isPlaced: boolean;
  /** How the race ended, as columns of yes and no say. */
  flags: readonly FlagColumn[];
  /** `null` where the file counts no laps. */
  laps: LapRule | null;
}

/** Without any of these a table is of something else, such as one runner's log. */
const RUNNER_ROLES = ['place', 'name', 'bib', 'sex', 'age', 'ageGroup', 'birth', 'status'] as const;

/**
 * Finds out what a file of results holds.
 * @param table its header and delimiter, to tell where a column stands
 * @param sample its first rows
 * @param leftOut indexes of columns to read past
 * @returns `null` with `NO_COLUMN` when there are no finish times or no runners, `RESULTS_ARE_DISTANCES` when there are
 * distances that cannot be read; `TIMES_AMBIGUOUS` when the times at stations may be one thing or another,
 * `CLOCK_WITHOUT_START` when nothing says from when they count: they are left out then
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
  const named = distanceColumns(header, sample);
  const taken = new Set([
    ...Object.values(columns).map(({ index }) => index),
    ...named.flatMap(({ index, isNamed }) => (isNamed ? [index] : [])),
    ...leftOut,
  ]);
  const found = findTimeColumns(header, taken, sample, context.places);
  const total = found.total ?? timesAsStatus;
  if (total && total === timesAsStatus) delete columns.status;
  const reached = findReached({
    sample,
    finish: total?.index ?? null,
    isTimed: found.finish !== null || found.stations.length > 0 || holdsTimes(total, sample),
    place: columns.place?.index ?? null,
    named,
  });
  if (reached?.kind === 'refused') {
    const { index, row, why } = reached;
    const args = { column: header[index] ?? '', written: row.cells[index] ?? '', why };
    const span = cellSpan({ delimiter }, row, index);
    return { value: null, diagnostics: [error('RESULTS_ARE_DISTANCES', args, { file, span })] };
  }
  if (reached) {
    if (!RUNNER_ROLES.some((role) => columns[role])) return without(THE_RUNNER);
    const unused = [...found.unused, ...timesUnused(found, total, reached.column, header)];
    return {
      value: timedShape(header, columns, reached.column),
      diagnostics: tellUnused(file, { ...found, unused }, headerAt),
    };
  }
  const finishReading = total && chooseFinishReading(total, sample, context);
  // beside a start that is told, a finish alone may be a time of day as well
  const mayBeClock =
    context.isStartOfColumn && found.stations.length === 0 && isFinishNamed(header, total);
  const own =
    total && finishReading && !mayBeClock ? { index: total.index, reading: finishReading } : null;
  const asStation = total && !own ? finishStation(header, total.index) : found.finish;
  // Without a column of finish times the last station is the finish, unless the race goes on.
  const last = () =>
    context.goesOn || endsBeforeFinish(found.stations, context)
      ? null
      : (found.stations.pop() ?? null);
  const finish = asStation ?? (own ? null : last());
  const noFinish = context.goesOn && found.stations.length > 0 ? -1 : null;
  const finishIndex = own?.index ?? finish?.inIndex ?? finish?.outIndex ?? noFinish;
  if (finishIndex == null) return without('the finish time');
  if (!RUNNER_ROLES.some((role) => columns[role])) return without(THE_RUNNER);
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
    wave: columns.wave
      ? readWaveColumn(columns.wave.index, sample, context.start)
      : context.waveIndex !== undefined
        ? { index: context.waveIndex, reading: { kind: 'clock', dial: 24 } }
        : null,
    isPlaced: areMostPlaced(columns.place, finishIndex, sample),
    flags: findFlags(header, taken, sample),
    laps: columns.laps
      ? lapRule(
          { laps: columns.laps.index, finish: finishIndex, race: columns.race?.index ?? null },
          sample,
        )
      : null,
  };
  return { value, diagnostics };
}

/** A timed event has neither finish times nor stations. */
function timedShape(
  header: readonly string[],
  { race, ...columns }: ResultsShape['columns'],
  { index, reading }: DistanceColumn,
): ResultsShape {
  return {
    header,
    // where the distance was taken for the name of a race
    columns: race && race.index !== index ? { race, ...columns } : columns,
    finish: { kind: 'distance', index, reading },
    splits: [],
    stations: [],
    splitReading: null,
    wave: null,
    isPlaced: false,
    flags: findFlags(header, new Set(), []),
    laps: null,
  };
}

/** Columns that would hold times in a race over a distance. */
function timesUnused(
  { stations, finish }: TimeColumns,
  total: TotalColumn | null,
  { index }: DistanceColumn,
  header: readonly string[],
): UnusedColumn[] {
  const passages = finish ? [...stations, finish] : stations;
  const others = passages.map(({ name }): UnusedColumn => ({ column: name, is: 'other' }));
  return total === null || total.index === index
    ? others
    : [{ column: header[total.index] ?? '', is: 'total' }, ...others];
}

const THE_RUNNER = 'the runner (place, name, bib)';

const holdsTimes = (total: TotalColumn | null, sample: readonly TableRow[]): boolean =>
  total !== null &&
  sample.some(({ cells }) => {
    const written = cells[total.index] ?? '';
    return parseTimeCell(written).kind === 'time' && !isDistance(written);
  });
const isFinishNamed = (header: readonly string[], total: TotalColumn | null): boolean =>
  total !== null && isFinishName(header[total.index] ?? '');

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
