/** What the times of a results file mean: those at the finish, and those at the stations. */
import { error, type Parsed, warning } from '../../domain/problems/problem.js';
import type { CsvRow } from '../table/source.js';
import { parseTimeCell } from '../times/cell.js';
import { likeliestReadings, type TimeSequence } from '../times/choice.js';
import { type RaceStart, readTimes, type TimeReading } from '../times/reading.js';
import type { ResultsContext } from './context.js';
import type { SplitColumn } from './split-columns.js';
import { readSplitTimes, timedCells } from './split-times.js';

/** A column of finish times holds elapsed times; how they are written is what a human can have run. */
export function chooseFinishReading(
  index: number,
  sample: readonly CsvRow[],
  { distanceM, start }: ResultsContext,
): TimeReading {
  const sequences = sample.map(
    (row): TimeSequence => ({
      cells: [parseTimeCell(row.cells[index] ?? '')],
      atM: [distanceM],
    }),
  );
  const [likeliest] = likeliestReadings(sequences, start, { kinds: ['elapsed'] });
  return likeliest ?? { kind: 'elapsed', form: 'h:mm' };
}

/** The columns of times, and what is known about them. */
export interface SplitSample {
  file: string;
  splits: readonly SplitColumn[];
  /** Of the splits in order; a split more than these is the finish. */
  stations: readonly { atM: number | null }[];
  /** The column of finish times, when it is none of the splits. */
  finish: { index: number; reading: TimeReading } | null;
}

/** Enough runners to tell what the times are. */
const RUNNERS_JUDGED = 25;
/** No one's last station comes earlier in their race. */
const EARLIEST_LAST = 1 / 20;

/**
 * Finds what the times at stations are, knowing when the runners finished.
 * @returns `null` without any, or with `TIMES_AMBIGUOUS` when they may be several things
 */
export function chooseSplitReading(
  { file, splits, stations, finish }: SplitSample,
  sample: readonly CsvRow[],
  { start, times, distanceM }: ResultsContext,
): Parsed<TimeReading> {
  const rows = sample
    .map((row) => ({ row, timed: timedCells(row, splits) }))
    .filter(({ timed }) => timed.length > 0)
    .sort((a, b) => b.timed.length - a.timed.length)
    .slice(0, RUNNERS_JUDGED);
  if (rows.length === 0) return { value: null, diagnostics: [] };
  const atM = supposedDistances(splits.length, stations, distanceM);
  const sequences = rows.map(
    ({ timed }): TimeSequence => ({
      cells: timed.map(({ cell }) => cell),
      atM: timed.map(({ split }) => atM[split] ?? null),
    }),
  );
  const misfits = (reading: TimeReading) =>
    rows.filter(({ row }) => {
      const finishS = finish ? finishTime(row, finish, start) : null;
      const { arriveS } = readSplitTimes(row, splits, reading, start);
      const lastS = Math.max(...arriveS.map((s) => s ?? 0));
      return finishS != null && (lastS > finishS || lastS < finishS * EARLIEST_LAST);
    }).length;
  const likeliest = likeliestReadings(sequences, start, times ? { kinds: [times] } : {});
  const off = likeliest.map(misfits);
  const possible = likeliest.filter((_, i) => off[i] === Math.min(...off));
  const readings = [...new Set(possible.map(({ kind }) => kind))];
  if (readings.length === 1) return { value: possible[0]!, diagnostics: [] };
  // Without a finish time of its own, a runner whose times cannot be read has no result either
  const tell = finish ? warning : error;
  const problem = tell('TIMES_AMBIGUOUS', { column: splits[0]!.name, readings }, { file });
  return { value: null, diagnostics: [problem] };
}

const finishTime = (
  row: CsvRow,
  { index, reading }: NonNullable<SplitSample['finish']>,
  start: RaceStart,
): number | null =>
  readTimes([parseTimeCell(row.cells[index] ?? '')], reading, start)[0]?.inS ?? null;

/** Stations of unknown distance are supposed evenly between those known, to tell what their times can be. */
function supposedDistances(
  splits: number,
  stations: readonly { atM: number | null }[],
  distanceM: number | null,
): (number | null)[] {
  const known = [...stations.map(({ atM }) => atM), distanceM];
  return Array.from({ length: splits }, (_, i) => {
    const before = known.findLastIndex((atM, j) => j < i && atM != null);
    const behind = known.findIndex((atM, j) => j >= i && atM != null);
    if (behind < 0) return null;
    const fromM = known[before] ?? 0;
    return fromM + ((known[behind]! - fromM) * (i - before)) / (behind - before);
  });
}
