/** One runner's times at the stations, read under the file's reading and held against what can be run. */

import { fastestPossibleS, maxLegSpeedMPerS } from '../../domain/limits.js';
import type { CsvRow } from '../table/source.js';
import { parseTimeCell, type TimeCell } from '../times/cell.js';
import { type RaceStart, readTimes, type TimeReading } from '../times/reading.js';
import type { SplitColumn } from './split-columns.js';

/** Elapsed seconds by split column; `null` where not known. */
export interface SplitTimes {
  arriveS: (number | null)[];
  departS: (number | null)[];
}

export interface TimedCell {
  /** Index into the split columns. */
  split: number;
  end: 'in' | 'out';
  cell: TimeCell;
}

/** The cells of a row that hold times, in course order. */
export function timedCells(row: CsvRow, splits: readonly SplitColumn[]): TimedCell[] {
  const timed: TimedCell[] = [];
  const add = (split: number, end: 'in' | 'out', index: number | null) => {
    if (index == null) return;
    const cell = parseTimeCell(row.cells[index] ?? '');
    if (cell.kind === 'time' || cell.kind === 'range') timed.push({ split, end, cell });
  };
  splits.forEach(({ inIndex, outIndex }, split) => {
    add(split, 'in', inIndex);
    add(split, 'out', outIndex);
  });
  return timed;
}

/** Reads a row's times. Leg times are summed; a leg after a station without a time includes the one before. */
export function readSplitTimes(
  row: CsvRow,
  splits: readonly SplitColumn[],
  reading: TimeReading,
  start: RaceStart,
): SplitTimes {
  const timed = timedCells(row, splits);
  const moments = readTimes(
    timed.map(({ cell }) => cell),
    reading,
    start,
  );
  const arriveS = splits.map((): number | null => null);
  const departS = splits.map((): number | null => null);
  timed.forEach(({ split, end }, i) => {
    const { inS, outS } = moments[i]!;
    if (end === 'in') arriveS[split] = inS;
    departS[split] = end === 'out' ? inS : outS;
  });
  return { arriveS, departS };
}

/** Why a row cannot be true. */
export type Impossible = 'goes back' | 'too fast';

/** A time known at a place known (or not). */
export interface Passing {
  atM: number | null;
  timeS: number;
}

/** Whether times increase, from the start at 0 on, and neither a leg nor the way so far is faster than anyone runs. */
export function impossibleIn(passings: readonly Passing[]): Impossible | null {
  let last = 0;
  const raceM = passings.findLast(({ atM }) => atM != null)?.atM ?? 0;
  const maxMPerS = maxLegSpeedMPerS(raceM);
  let placed = { atM: 0, timeS: 0 };
  for (const { atM, timeS } of passings) {
    if (timeS < last) return 'goes back';
    last = timeS;
    if (atM == null) continue;
    if (atM - placed.atM > maxMPerS * (timeS - placed.timeS)) return 'too fast';
    if (atM > 0 && timeS < fastestPossibleS(atM)) return 'too fast';
    placed = { atM, timeS };
  }
  return null;
}

/** What was recorded at the stations, in course order. */
export function passingsOf(
  { arriveS, departS }: SplitTimes,
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
