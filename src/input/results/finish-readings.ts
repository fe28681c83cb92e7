/** What a column of finish times means, by itself and beside the stations before it. */
import { median } from '../../kernel/stats.js';
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell, type TimeCell } from '../times/cell.js';
import {
  countUnread,
  type Judgement,
  likeliestBy,
  likeliestReadings,
  type ReadingHints,
} from '../times/choice.js';
import {
  LONGEST_NIGHT_LEG_S,
  type Moment,
  passMidnight,
  type RaceStart,
  READINGS,
  readTimes,
  type TimeReading,
} from '../times/reading.js';
import { spreadOf } from './clock-doubt.js';
import type { ResultsContext } from './context.js';
import type { SplitColumn } from './split-columns.js';
import { readSplitTimes } from './split-times.js';
import type { TotalColumn } from './time-columns.js';

/** A column of finish times, and how it is read. */
export interface FinishTimes {
  index: number;
  reading: TimeReading;
}

/** The finish beside the columns of the stations. */
export interface FinishSample {
  splits: readonly SplitColumn[];
  /** The column of finish times, when it is none of the splits. */
  finish: FinishTimes | null;
  /** That column is called like a place, and so expected to hold what the stations' do. */
  isPlace: boolean;
}

/** A column of finish times as numbers may be in minutes too. */
const FINISH_READINGS: readonly TimeReading[] = [...READINGS, { kind: 'elapsed', form: 'minutes' }];

/**
 * A column of finish times holds elapsed times; how they are written its header says, else what a human can have
 * run; without a distance, how long races are.
 * @returns `null` when most of its cells are times of day by what they say
 */
export function chooseFinishReading(
  { index, form }: Pick<TotalColumn, 'index' | 'form'>,
  sample: readonly TableRow[],
  { distanceM, start }: ResultsContext,
): TimeReading | null {
  const written = sample.map((row) => cellAt(row, index)).filter((cell) => cell.kind === 'time');
  const share = (kinds: readonly string[]) =>
    written.filter(({ time }) => kinds.includes(time.kind)).length / Math.max(1, written.length);
  if (share(['clock', 'instant']) > 1 / 2) return null;
  if (form !== null && share(['number']) > 1 / 2) return { kind: 'elapsed', form };
  if (share(['number']) > 1 / 2 && areDays(written)) return { kind: 'elapsed', form: 'days' };
  const hints: Partial<ReadingHints> = { kinds: ['elapsed'], readings: FINISH_READINGS };
  const [likeliest] =
    distanceM === null
      ? likeliestBy(
          written.map((cell) => [cell]),
          (moments, reading, i) => judgeLength([written[i]!], moments, reading),
          start,
          hints,
        )
      : likeliestReadings(
          written.map((cell) => ({ cells: [cell], atM: [distanceM] })),
          start,
          hints,
        );
  return restarting(likeliest ?? { kind: 'elapsed', form: 'h:mm' }, written);
}

/** Spreadsheets keep times as parts of a day: whole seconds are numbers of many digits then. */
function areDays(written: readonly TimeCell[]): boolean {
  const values = written.flatMap((cell) =>
    cell.kind === 'time' && cell.time.kind === 'number' ? cell.time.value : [],
  );
  const isLong = (value: number) => value < MOST_DAYS && /\.\d{6,}$/.test(String(value));
  const isWhole = (s: number) => Math.abs(s - Math.round(s)) < WHOLE_S;
  return (
    values.filter(isLong).length > values.length / 2 &&
    values.every((value) => isWhole(value * S_PER_DAY))
  );
}
const MOST_DAYS = 20;
const WHOLE_S = 0.1;

/** Elapsed times may start again at 24:00:00 where none is written beyond. */
export function restarting(reading: TimeReading, cells: readonly TimeCell[]): TimeReading {
  const isBeyond = ({ kind, first }: { kind: string; first?: number }) =>
    kind === 'colons' && first! >= 24;
  const restarts = !cells.some((cell) => cell.kind === 'time' && isBeyond(cell.time));
  return isOfHours(reading) ? { ...reading, restarts } : reading;
}

/** Elapsed times in hours and minutes are the ones that may start again. */
export const isOfHours = (
  reading: TimeReading,
): reading is Extract<TimeReading, { kind: 'elapsed' }> =>
  reading.kind === 'elapsed' && reading.form === 'h:mm';

export const cellAt = (row: TableRow, index: number): TimeCell =>
  parseTimeCell(row.cells[index] ?? '');

/** Ultramarathons take ten hours, by a factor of three more or less: enough to tell hours from minutes. */
const USUAL_RACE_S = 10 * S_PER_H;
const LOG_DEVIATION = Math.log(3);

function judgeLength(
  cells: readonly TimeCell[],
  moments: readonly Moment[],
  reading: TimeReading,
): Judgement {
  const unread = countUnread(cells, moments, reading);
  const timeS = moments[0]?.inS ?? null;
  const oddity = timeS ? (Math.log(timeS / USUAL_RACE_S) / LOG_DEVIATION) ** 2 / 2 : 0;
  return { all: 1, impossible: unread, unread, oddity };
}

/** @param lastS the time at the runner's last station, after which a finish may have passed midnight */
export function finishTime(
  cell: TimeCell,
  { reading }: Pick<FinishTimes, 'reading'>,
  start: RaceStart,
  lastS: number,
): number | null {
  const timeS = readTimes([cell], reading, start)[0]?.inS ?? null;
  const restarts = reading.kind === 'elapsed' && reading.restarts;
  return timeS && restarts ? passMidnight(timeS, lastS) : timeS;
}

/**
 * The finish column, restarting at 24:00:00 only where stations do so too, or the finishes before midnight are the
 * more: else what stands in the last of the stations' columns is no time of theirs.
 */
export function restartingFinish<F extends FinishTimes>(
  { splits }: Pick<FinishSample, 'splits'>,
  finish: F,
  reading: TimeReading,
  sample: readonly TableRow[],
  { start }: ResultsContext,
): F {
  if (finish.reading.kind !== 'elapsed' || !finish.reading.restarts) return finish;
  const restarted = sample.flatMap((row) => {
    const { arriveS } = readSplitTimes(row, splits, reading, start);
    const lastS = Math.max(0, ...arriveS.filter((s) => s !== null));
    const [ownS, laterS] = [0, lastS].map((afterS) =>
      finishTime(cellAt(row, finish.index), finish, start, afterS),
    );
    if (!ownS || !laterS || laterS < lastS) return [];
    return [lastS < S_PER_DAY && laterS > ownS];
  });
  const isOften = restarted.filter(Boolean).length > restarted.length / 2;
  const restarts = isOfHours(reading) && !isOften;
  return { ...finish, reading: { ...finish.reading, restarts } };
}

/**
 * Whether a finish column holds times of day like the stations before it: as elapsed times they come before the last
 * station, or are a less regular share of the time there.
 */
export function isFinishByClock(
  { splits, finish, isPlace }: FinishSample,
  reading: TimeReading,
  sample: readonly TableRow[],
  { start }: ResultsContext,
): boolean {
  if (!finish || reading.kind !== 'clock') return false;
  const withFinish = [...splits, { name: '', inIndex: finish.index, outIndex: null }];
  const finishes = sample.flatMap((row) => {
    const timesS = readSplitTimes(row, withFinish, reading, start).arriveS;
    const lastS = timesS.slice(0, -1).findLast((s) => s !== null);
    const elapsedS = finishTime(cellAt(row, finish.index), finish, start, 0);
    return lastS && elapsedS ? [{ lastS, elapsedS, clockS: timesS.at(-1)! }] : [];
  });
  const byClock = finishes.filter(({ clockS }) => clockS !== null);
  const isOnDial = byClock.length > 0 && byClock.length >= finishes.length * NEARLY_ALL;
  if (!isOnDial) return false;
  const early = byClock.filter(({ elapsedS, lastS }) => elapsedS < lastS);
  if (early.length > byClock.length / 2) return true;
  const [clock, elapsed] = (['clockS', 'elapsedS'] as const).map((of) =>
    spreadOf(byClock.map((times) => times[of] / times.lastS)),
  );
  const legS = median(byClock.map(({ clockS, lastS }) => clockS - lastS));
  const isExpected = isPlace && legS < LONGEST_NIGHT_LEG_S;
  return clock! < elapsed! * (isExpected ? REGULAR : IRREGULAR);
}
const NEARLY_ALL = 0.95;
/** So much less regular, or more, elapsed times must be where they are expected, or times of day are. */
const IRREGULAR = 1 / 2;
const REGULAR = 2;
