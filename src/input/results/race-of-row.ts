/** How the race of one runner went, by a row of results: read under the file's shape, and only what can be true. */
import { FARTHEST_M, isLengthOfRace } from '../../domain/limits.js';
import type { FinishStatus } from '../../domain/record.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import type { RaceStart } from '../times/reading.js';
import { finishStatusOf, parseFinishStatus } from '../times/status.js';
import type { ResultsContext } from './context.js';
import { readDistance } from './distances.js';
import type { finishOrder } from './finish-order.js';
import { finishTime } from './finish-readings.js';
import { flagSaid } from './flags.js';
import type { ResultsShape } from './shape.js';
import {
  type Impossible,
  impossibleIn,
  passingsOf,
  readSplitTimes,
  type SplitTimes,
} from './split-times.js';

/** How a runner's race went. */
export interface RaceOfRow {
  status: FinishStatus;
  timeS: number | null;
  distanceM: number | null;
  /** `null` without splits, or when they cannot be true. */
  splits: SplitTimes | null;
  /** The finish time, or the distance, cannot have been run, and is left out. */
  impossibleFinish: boolean;
  /** Why the splits are left out. */
  impossibleSplits: Impossible | null;
  /** What stands where the finish time, or the distance, should, and is none. */
  unreadable: string | null;
  /** The finish time stands at the finish among the stations, and not in the column of finish times. */
  isFinishOfStation: boolean;
  /** There is a time, and nothing where others have a place, nor a word for a finish. */
  isUnplaced: boolean;
  /** There is a time, and fewer laps than the race has: no finish. */
  isShort: boolean;
  /** Indexes of the columns of stations where something stands that is no time. */
  unreadSplits: readonly number[];
  /** Some time started again at 24:00:00. */
  isPastMidnight: boolean;
  /** There is a time, or a word for how the race ended. */
  isToldOf: boolean;
}

/** `4`, `4.`, `4th`; `null` for none, or for the 0 of those who have no place. */
export const placeIn = (written: string): number | null => {
  const place = Number(/^\d+/.exec(written)?.[0] ?? 0);
  return place > 0 ? place : null;
};

export const placeOf = (
  row: TableRow,
  { columns }: Pick<ResultsShape, 'columns'>,
): number | null => (columns.place ? placeIn(row.cells[columns.place.index] ?? '') : null);

/** How the race went: the status, the finish time, the times at stations, each only where it can be true. */
export function readRace(
  row: TableRow,
  shape: ResultsShape,
  { start, distanceM }: ResultsContext,
  waveS: number,
  inOrder: ReturnType<typeof finishOrder>,
): RaceOfRow {
  const written = row.cells[shape.finish.index] ?? '';
  // a gap behind the winner
  const isGap = written.startsWith('+');
  const finishCell = isGap ? ({ kind: 'unreadable' } as const) : parseTimeCell(written);
  const splits = readOwnTimes(row, shape, start, waveS);
  const passings = splits ? passingsOf(splits, shape.stations) : [];
  const lastS = Math.max(0, ...passings.map(({ timeS }) => timeS));
  const { finish: column } = shape;
  const finishAfter = (beforeS: number) =>
    column.kind === 'own' ? finishTime(finishCell, column, start, beforeS) : null;
  const writtenS = finishAfter(0);
  const afterS = lastS === 0 ? writtenS : finishAfter(lastS);
  const ownS = afterS && writtenS && inOrder(afterS, placeOf(row, shape), writtenS);
  const isOpen = shape.finish.kind === 'split' || finishCell.kind === 'missing';
  const stationS = isOpen ? (splits?.arriveS[shape.stations.length] ?? null) : null;
  const finishS = ownS ?? stationS;
  const said = finishCell.kind === 'status' ? finishCell.status : null;
  const word = statusSaid(row, shape) ?? said;
  const unsaid = statusUnsaid(row, shape, finishS, passings.length);
  const isShort =
    (word ?? unsaid) === 'finished' && finishS != null && shape.laps?.fewerOf(row) != null;
  const status = isShort ? 'dnf' : (word ?? unsaid);
  const finish = status === 'finished' && finishS ? [{ atM: distanceM, timeS: finishS }] : [];
  const impossibleFinish =
    impossibleIn(finish) != null || finish.some(({ timeS }) => !isLengthOfRace(timeS));
  const impossibleSplits = impossibleIn([...passings, ...(impossibleFinish ? [] : finish)]);
  return {
    status,
    timeS: impossibleFinish ? null : (finish[0]?.timeS ?? null),
    distanceM: null,
    splits: impossibleSplits ? null : splits,
    impossibleFinish,
    impossibleSplits,
    unreadable: finishCell.kind === 'unreadable' ? written : null,
    isFinishOfStation:
      shape.finish.kind === 'own' && ownS === null && stationS !== null && finish.length > 0,
    isShort,
    isUnplaced:
      shape.isPlaced && word !== 'finished' && finish.length > 0 && placeOf(row, shape) === null,
    unreadSplits: splits?.unread ?? [],
    isPastMidnight: splits?.passedMidnight || ownS !== writtenS,
    isToldOf: word !== null || finishCell.kind !== 'missing' || passings.length > 0,
  };
}

/** How a timed event went: everybody whose distance is told has finished, unless a word says otherwise. */
export function readTimedRace(
  row: TableRow,
  shape: ResultsShape,
  { index, reading }: Extract<ResultsShape['finish'], { kind: 'distance' }>,
): RaceOfRow {
  const written = row.cells[index] ?? '';
  const cell = parseTimeCell(written);
  const metres = readDistance(written, reading);
  const said = cell.kind === 'status' ? cell.status : null;
  const word = statusSaid(row, shape) ?? said;
  const status = word ?? (metres === null ? statusUnsaid(row, shape, null, 0) : 'finished');
  const distanceM = status === 'finished' && cell.kind !== 'missing' ? metres : null;
  const impossibleFinish = distanceM !== null && (distanceM <= 0 || distanceM > FARTHEST_M);
  const isUnreadable = metres === null && cell.kind !== 'missing' && cell.kind !== 'status';
  return {
    status,
    timeS: null,
    distanceM: impossibleFinish ? null : distanceM,
    splits: null,
    impossibleFinish,
    impossibleSplits: null,
    unreadable: isUnreadable ? written : null,
    isFinishOfStation: false,
    isShort: false,
    isUnplaced: false,
    unreadSplits: [],
    isPastMidnight: false,
    isToldOf: word !== null || cell.kind !== 'missing',
  };
}

/** From the runner's own start on: times of day count from the first wave's. */
function readOwnTimes(
  row: TableRow,
  { splits, splitReading }: ResultsShape,
  start: RaceStart,
  waveS: number,
): SplitTimes | null {
  if (!splitReading) return null;
  const times = readSplitTimes(row, splits, splitReading, start);
  if (splitReading.kind !== 'clock' || waveS === 0) return times;
  const own = (times: readonly (number | null)[]) => times.map((s) => (s == null ? s : s - waveS));
  return { ...times, arriveS: own(times.arriveS), departS: own(times.departS) };
}

function statusSaid(row: TableRow, { columns, flags }: ResultsShape): FinishStatus | null {
  const { status, place } = columns;
  const said = status ? parseFinishStatus(row.cells[status.index] ?? '') : null;
  return (
    said ?? flagSaid(row, flags) ?? (place ? finishStatusOf(row.cells[place.index] ?? '') : null)
  );
}

/** A time is a finish; a place or a split without one a DNF; nothing at all, where others have splits, a DNS. */
function statusUnsaid(
  row: TableRow,
  { columns, stations }: ResultsShape,
  finishS: number | null | undefined,
  passings: number,
): FinishStatus {
  if (finishS) return 'finished';
  const placed = placeOf(row, { columns }) != null;
  return passings > 0 || placed || stations.length === 0 ? 'dnf' : 'dns';
}
