/** One runner's times at the stations, read under the file's reading and held against what can be run. */

import { fastestPossibleS, maxLegSpeedMPerS } from '../../domain/limits.js';
import { memoize } from '../../kernel/memo.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell, type TimeCell } from '../times/cell.js';
import { countUnread, isWritten } from '../times/choice.js';
import {
  lengthOf,
  type Moment,
  type RaceStart,
  readTimes,
  type TimeReading,
} from '../times/reading.js';
import type { SplitColumn } from './split-columns.js';

/** Elapsed seconds by split column; `null` where not known. */
export interface SplitTimes {
  arriveS: (number | null)[];
  departS: (number | null)[];
  /** Indexes of the file's columns where something stands that is no time under the reading. */
  unread: readonly number[];
  /** Some started again at 24:00:00. */
  passedMidnight: boolean;
}

export interface TimedCell {
  /** Index into the split columns. */
  split: number;
  end: 'in' | 'out';
  /** Index of the file's column. */
  index: number;
  cell: TimeCell;
}

/** The cells of a row that hold times, in course order. */
export const timedCells = (row: TableRow, splits: readonly SplitColumn[]): TimedCell[] =>
  writtenCells(row, splits).filter(({ cell }) => isWritten(cell));

/** The cells of a row that hold times, or what should be one. */
function writtenCells(row: TableRow, splits: readonly SplitColumn[]): TimedCell[] {
  const timed: TimedCell[] = [];
  const add = (split: number, end: 'in' | 'out', index: number | null) => {
    if (index == null) return;
    const cell = parseTimeCell(row.cells[index] ?? '');
    if (isWritten(cell) || cell.kind === 'unreadable') timed.push({ split, end, index, cell });
  };
  splits.forEach(({ inIndex, outIndex }, split) => {
    add(split, 'in', inIndex);
    add(split, 'out', outIndex);
  });
  return timed;
}

/** Reads a row's times. Leg times are summed; a leg after a station without a time includes the one before. */
export function readSplitTimes(
  row: TableRow,
  splits: readonly SplitColumn[],
  reading: TimeReading,
  start: RaceStart,
): SplitTimes {
  const written = writtenCells(row, splits);
  const cells = written.map(({ cell }) => cell);
  const moments = readTimes(cells, reading, start);
  const arriveS = splits.map((): number | null => null);
  const departS = splits.map((): number | null => null);
  written.forEach(({ split, end }, i) => {
    const { inS, outS } = moments[i]!;
    if (end === 'in') arriveS[split] = inS;
    departS[split] = end === 'out' ? inS : outS;
  });
  // a leg after one that cannot be read is no worse written, though nothing comes of it
  const isUnread = ({ cell }: TimedCell, i: number) =>
    !isWritten(cell) ||
    (reading.kind === 'leg'
      ? cell.kind === 'time' && lengthOf(cell.time, reading.form) === null
      : countUnread([cell], [moments[i]!], reading) > 0);
  return {
    arriveS,
    departS,
    unread: written.filter(isUnread).map(({ index }) => index),
    passedMidnight: restarted(cells, moments, reading, start),
  };
}

/** Whether a time is later than it is written, by a day or more. */
function restarted(
  cells: readonly TimeCell[],
  moments: readonly Moment[],
  reading: TimeReading,
  start: RaceStart,
): boolean {
  if (reading.kind !== 'elapsed' || !reading.restarts) return false;
  const written = readTimes(cells, { ...reading, restarts: false }, start);
  return written.some(({ inS, outS }, i) => inS !== moments[i]!.inS || outS !== moments[i]!.outS);
}

/** Why a row cannot be true. */
export type Impossible = 'goes back' | 'too fast';

/** A time known at a place known (or not). */
export interface Passing {
  atM: number | null;
  timeS: number;
}

/** Of a file's few distances each is asked for in every row. */
const fastestTo = memoize(fastestPossibleS);
const maxSpeedOver = memoize(maxLegSpeedMPerS);

/** Whether times increase, from the start at 0 on, and neither a leg nor the way so far is faster than anyone runs. */
export function impossibleIn(passings: readonly Passing[]): Impossible | null {
  let last = 0;
  const raceM = passings.findLast(({ atM }) => atM != null)?.atM ?? 0;
  const maxMPerS = maxSpeedOver(raceM);
  let placed = { atM: 0, timeS: 0 };
  for (const { atM, timeS } of passings) {
    if (timeS < last) return 'goes back';
    last = timeS;
    if (atM == null) continue;
    if (atM - placed.atM > maxMPerS * (timeS - placed.timeS)) return 'too fast';
    if (atM > 0 && timeS < fastestTo(atM)) return 'too fast';
    placed = { atM, timeS };
  }
  return null;
}

/** What was recorded at the stations, in course order. */
export function passingsOf(
  { arriveS, departS }: Pick<SplitTimes, 'arriveS' | 'departS'>,
  stations: readonly { atM: number | null }[],
): Passing[] {
  const passings: Passing[] = [];
  stations.forEach(({ atM }, i) => {
    for (const timeS of [arriveS[i], departS[i]]) {
      if (timeS != null) passings.push({ atM, timeS });
    }
  });
  return passings;
}
