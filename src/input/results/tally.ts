/** What was found in a results file and what was left out, counted while it is read. */
import type { FaultyRow, FinishStatus, RowFault } from '../../domain/record.js';
import type { Span } from '../../kernel/diagnostic.js';
import { cellSpan, type Delimiter, type TableRow } from '../table/whole.js';
import { isDistance } from './distances.js';
import { placeOf } from './race-of-row.js';
import type { RunnerRow } from './row.js';
import type { SexSaid } from './sexes.js';
import type { ResultsShape } from './shape.js';

/** How often something was found, and where first. */
export interface Count {
  rows: number;
  first: Span | null;
}

/** The same of something written, and what stands there first. */
export interface CountWritten extends Count {
  written: string;
}

export interface Tally {
  statuses: Record<FinishStatus, number>;
  /** Stations that finishers passed without a time. */
  missing: number;
  /** Finish times, or distances of a timed event, that can be read and be true. */
  marked: number;
  impossibleFinish: Count;
  /** Runners with times at stations, whether they can be true or not. */
  withSplits: number;
  goesBack: Count;
  tooFast: Count;
  /**
   * Cells of the finish that hold no time, or in a timed event no distance; of those, how many have digits, so that one
   * may be meant.
   */
  unreadable: CountWritten;
  unreadTimes: CountWritten;
  /** Of `unreadTimes`, those that do not count as finished otherwise. */
  unreadFinishers: number;
  /** Cells at stations, and in which columns of the file. */
  unreadSplits: CountWritten & { columns: Set<number> };
  /** Runners of whom some time started again at 24:00:00. */
  pastMidnight: number;
  finishOfStation: number;
  afterLimit: number;
  /** With a time, and no place where the others have one. */
  unplaced: { runners: number; isFinish: boolean };
  /** With a time, and fewer laps than the race has. */
  fewerLaps: Count;
  unreadableWave: CountWritten;
  /** Rows of a bib whose very result stood there before, left out; and of one with another result, counted. */
  repeated: CountWritten;
  sameBib: CountWritten;
  /** What is said of the sex, and of how many. */
  sexesSaid: Map<SexSaid, number>;
  /** What of a row cannot be used, by its line. */
  faults: Map<number, FaultyRow>;
}

const none = (): Count => ({ rows: 0, first: null });
const nothing = (): CountWritten => ({ ...none(), written: '' });

export const emptyTally = (): Tally => ({
  statuses: { finished: 0, dnf: 0, dns: 0, dq: 0 },
  missing: 0,
  marked: 0,
  withSplits: 0,
  impossibleFinish: none(),
  goesBack: none(),
  tooFast: none(),
  unreadable: nothing(),
  unreadTimes: nothing(),
  unreadFinishers: 0,
  unreadSplits: { ...nothing(), columns: new Set() },
  pastMidnight: 0,
  finishOfStation: 0,
  afterLimit: 0,
  unplaced: { runners: 0, isFinish: true },
  fewerLaps: none(),
  unreadableWave: nothing(),
  repeated: nothing(),
  sameBib: nothing(),
  sexesSaid: new Map(),
  faults: new Map(),
});

function count(what: Count, span: () => Span): void {
  what.rows += 1;
  what.first ??= span();
}

function countWritten(what: CountWritten, written: string | null, span: () => Span): void {
  if (written == null) return;
  if (what.rows === 0) what.written = written;
  count(what, span);
}

/** All of a row, as a place to point at. */
export const rowSpan = (row: TableRow): Span => ({
  line: row.line,
  column: 1,
  length: row.raw.length,
});

/** Counts a row of a bib that stood there before, with the same result or another. */
export const countRepeated = (
  { repeated, sameBib }: Tally,
  seen: 'same' | 'other',
  bib: string | null,
  row: TableRow,
): void => countWritten(seen === 'same' ? repeated : sameBib, bib ?? '', () => rowSpan(row));

export function countRunner(
  tally: Tally,
  runner: RunnerRow,
  row: TableRow,
  delimiter: Delimiter,
  shape: ResultsShape,
): void {
  const { finish, stations, wave } = shape;
  const { result, splits, unreadable } = runner;
  tally.statuses[result.status] += 1;
  const { sexSaid } = result;
  tally.sexesSaid.set(sexSaid, (tally.sexesSaid.get(sexSaid) ?? 0) + 1);
  if (result.status === 'finished' && splits) {
    tally.missing += stations.filter(
      (_, i) => splits.arriveS[i] == null && splits.departS[i] == null,
    ).length;
  }
  const isTimed = splits?.arriveS.some((s) => s != null) || splits?.departS.some((s) => s != null);
  if (isTimed || runner.impossibleSplits) tally.withSplits += 1;
  if ((result.timeS ?? result.distanceM) != null) tally.marked += 1;
  const finishSpan = () => cellSpan({ delimiter }, row, finish.index);
  if (runner.impossibleFinish) count(tally.impossibleFinish, finishSpan);
  if (runner.impossibleSplits === 'goes back') count(tally.goesBack, () => rowSpan(row));
  if (runner.impossibleSplits === 'too fast') count(tally.tooFast, () => rowSpan(row));
  countWritten(tally.unreadable, unreadable, finishSpan);
  // in a race over a distance it tells how far somebody got who stopped
  const isTimeMeant = finish.kind === 'distance' || !isDistance(unreadable ?? '');
  const isFinishLost = unreadable != null && /\d/.test(unreadable) && isTimeMeant;
  const fault = faultOf(runner, isFinishLost);
  if (fault) tally.faults.set(row.line, { fault, place: placeOf(row, shape) });
  if (isFinishLost) {
    countWritten(tally.unreadTimes, unreadable, finishSpan);
    if (result.status !== 'finished') tally.unreadFinishers += 1;
  }
  for (const index of runner.unreadSplits) {
    tally.unreadSplits.columns.add(index);
    const cell = () => cellSpan({ delimiter }, row, index);
    countWritten(tally.unreadSplits, row.cells[index] ?? '', cell);
  }
  if (runner.isPastMidnight) tally.pastMidnight += 1;
  if (runner.isFinishOfStation) tally.finishOfStation += 1;
  if (runner.isShort) count(tally.fewerLaps, () => rowSpan(row));
  if (runner.isAfterLimit) tally.afterLimit += 1;
  const waveSpan = () => cellSpan({ delimiter }, row, wave!.index);
  countWritten(tally.unreadableWave, runner.wave.unreadable, waveSpan);
}

/** The worst of what is wrong with a row. */
function faultOf(runner: RunnerRow, isFinishLost: boolean): RowFault | null {
  const { result, impossibleFinish, impossibleSplits, unreadSplits, wave } = runner;
  if (isFinishLost && (result.timeS ?? result.distanceM) === null) return 'finish unreadable';
  if (impossibleFinish) return 'finish impossible';
  if (wave.unreadable !== null) return 'wave unreadable';
  if (impossibleSplits) return impossibleSplits === 'goes back' ? 'times go back' : 'leg too fast';
  return unreadSplits.length > 0 ? 'time unreadable' : null;
}
