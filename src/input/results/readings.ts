/** What the times of a results file mean: those at the finish, and those at the stations. */
import { error, type Parsed, warning } from '../../domain/problems/problem.js';
import type { Span } from '../../kernel/diagnostic.js';
import { median, sum } from '../../kernel/stats.js';
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import type { CsvRow } from '../table/source.js';
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
  TIME_KINDS,
  type TimeReading,
} from '../times/reading.js';
import {
  doubtOfClock,
  isRising,
  type JudgedRunner,
  oddityOfRisingLegs,
  spreadOf,
  startsAlike,
} from './clock-doubt.js';
import type { ResultsContext } from './context.js';
import type { SplitColumn } from './split-columns.js';
import { impossibleIn, passingsOf, readSplitTimes, timedCells } from './split-times.js';
import type { TotalColumn } from './time-columns.js';

/** A column of finish times as numbers may be in minutes too. */
const FINISH_READINGS: readonly TimeReading[] = [...READINGS, { kind: 'elapsed', form: 'minutes' }];

/**
 * A column of finish times holds elapsed times; how they are written its header says, else what a human can have
 * run; without a distance, how long races are.
 * @returns `null` when most of its cells are times of day by what they say
 */
export function chooseFinishReading(
  { index, form }: Pick<TotalColumn, 'index' | 'form'>,
  sample: readonly CsvRow[],
  { distanceM, start }: ResultsContext,
): TimeReading | null {
  const written = sample.map((row) => cellAt(row, index)).filter((cell) => cell.kind === 'time');
  const share = (kinds: readonly string[]) =>
    written.filter(({ time }) => kinds.includes(time.kind)).length / Math.max(1, written.length);
  if (share(['clock', 'instant']) > 1 / 2) return null;
  if (form !== null && share(['number']) > 1 / 2) return { kind: 'elapsed', form };
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

/** Elapsed times may start again at 24:00:00 where none is written beyond. */
function restarting(reading: TimeReading, cells: readonly TimeCell[]): TimeReading {
  const isBeyond = ({ kind, first }: { kind: string; first?: number }) =>
    kind === 'colons' && first! >= 24;
  const restarts = !cells.some((cell) => cell.kind === 'time' && isBeyond(cell.time));
  return reading.kind === 'elapsed' && reading.form === 'h:mm' ? { ...reading, restarts } : reading;
}

const cellAt = (row: CsvRow, index: number): TimeCell => parseTimeCell(row.cells[index] ?? '');

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

/** The columns of times, and what is known about them. */
export interface SplitSample {
  file: string;
  splits: readonly SplitColumn[];
  /** Of the splits in order; a split more than these is the finish. */
  stations: readonly { atM: number | null }[];
  /** The column of finish times, when it is none of the splits. */
  finish: { index: number; reading: TimeReading } | null;
  /** That column is called like a place, and so expected to hold what the stations' do. */
  isPlace: boolean;
  /** A column's name, and where it stands. */
  headerAt: (index: number) => { column: string; span: Span | null };
}

/** How times at stations are read, and of how many of those judged they do not fit the finish, or one another. */
export type SplitReading = Parsed<TimeReading> & { misfitRatio: number };

/** Enough runners to tell what the times are. */
const RUNNERS_JUDGED = 25;
/** No one's last station comes earlier in their race. */
const EARLIEST_LAST = 1 / 20;
/** Where the last of several stations comes so early in the race of most, legs may be meant. */
const SEVERAL = 3;
const EARLY_LAST = 1 / 2;

/**
 * Finds what the times at stations are, knowing when the runners finished.
 * @returns `null` without any; with `CLOCK_WITHOUT_START` when nothing says when the race began that their times of
 * day count from, or with `TIMES_AMBIGUOUS` when they may be several things
 */
export function chooseSplitReading(
  { file, splits, stations, finish, isPlace, headerAt }: SplitSample,
  sample: readonly CsvRow[],
  { start, times, distanceM }: ResultsContext,
): SplitReading {
  const timedRows = sample
    .map((row) => ({ row, timed: timedCells(row, splits) }))
    .filter(({ timed }) => timed.length > 0)
    .sort((a, b) => b.timed.length - a.timed.length);
  if (timedRows.length === 0) return { value: null, diagnostics: [], misfitRatio: 0 };
  const atM = supposedDistances(splits.length, stations, distanceM);
  const runners = timedRows.map(
    ({ row, timed }): JudgedRunner => ({
      cells: timed.map(({ cell }) => cell),
      atM: timed.map(({ split }) => atM[split] ?? null),
      splits: timed.map(({ split }) => split),
      finishS: finish && finishTime(row, finish, start, 0),
    }),
  );
  const placed = splits.map((_, i) => ({ atM: stations[i]?.atM ?? null }));
  const judged = runners.slice(0, RUNNERS_JUDGED);
  const { column, span } = headerAt(splits[0]!.inIndex ?? splits[0]!.outIndex!);
  const finishCells = finish && timedRows.map(({ row }) => cellAt(row, finish.index));
  const doubt =
    start.startAt === null && times === null && doubtOfClock(runners, finishCells, isPlace);
  if (start.startAt === null && (times === 'clock' || (doubt && doubt !== 'none'))) {
    const isLeftOut = finish !== null && doubt !== 'finish too';
    const tellClock = isLeftOut ? warning : error;
    const problem = tellClock('CLOCK_WITHOUT_START', { column, isLeftOut }, { file, span });
    return { value: null, diagnostics: [problem], misfitRatio: 0 };
  }
  // Those that do not fit the finish count first
  const misfits = (reading: TimeReading) =>
    sum(
      timedRows.slice(0, RUNNERS_JUDGED).map(({ row }) => {
        const times = readSplitTimes(row, splits, reading, start);
        const lastS = Math.max(...times.arriveS.map((s) => s ?? 0));
        const afterS = reading.kind === 'elapsed' ? lastS : 0;
        const finishS = finish && finishTime(row, finish, start, afterS);
        const isOff = finishS != null && (lastS > finishS || lastS < finishS * EARLIEST_LAST);
        const isImpossible = impossibleIn(passingsOf(times, placed)) !== null;
        return isOff ? 1 : isImpossible ? 1 / (RUNNERS_JUDGED + 1) : 0;
      }),
    );
  const lastOf = (reading: TimeReading) =>
    median(
      timedRows.slice(0, RUNNERS_JUDGED).flatMap(({ row }) => {
        const lastS = Math.max(
          ...readSplitTimes(row, splits, reading, start).arriveS.map((s) => s ?? 0),
        );
        const finishS = finish && finishTime(row, finish, start, lastS);
        return finishS && lastS ? [lastS / finishS] : [];
      }),
    );
  const judgedCells = runners.flatMap(({ cells }) => cells);
  const rising = isRising(judged);
  const likeliest = likeliestReadings(judged, start, {
    ...(times && { kinds: [times] }),
    readings: READINGS.map((reading) => restarting(reading, judgedCells)),
    against: ({ kind }) => (kind === 'leg' && rising ? oddityOfRisingLegs(judged) : 0),
  });
  // Times of day are alike at the first station, and elapsed times are not; `null` is too few to tell
  const alike = new Set(likeliest.map(({ kind }) => kind)).size > 1 ? startsAlike(runners) : null;
  const unlikely = alike === null ? null : alike ? 'elapsed' : 'clock';
  const likely = likeliest.filter(({ kind }) => kind !== unlikely);
  const off = likely.map(misfits);
  const possible = likely.filter((_, i) => off[i] === Math.min(...off));
  const best = possible[0]?.kind;
  const legs = likeliestReadings(judged, start, { kinds: ['leg'] })[0];
  const mayBeLegs =
    times === null &&
    finish &&
    best === 'elapsed' &&
    legs &&
    stations.length >= SEVERAL &&
    lastOf(possible[0]!) < EARLY_LAST;
  if (mayBeLegs && misfits(legs) === 0) possible.push(legs);
  const readings = [...new Set(possible.map(({ kind }) => kind))];
  const misfitRatio = (off.length > 0 ? Math.min(...off) : judged.length) / judged.length;
  if (readings.length === 1) return { value: possible[0]!, diagnostics: [], misfitRatio };
  const args = { column, readings: readings.length > 0 ? readings : TIME_KINDS };
  // Without a finish time of its own, a runner whose times cannot be read has no result either
  const problem = finish
    ? warning('TIMES_AMBIGUOUS', { ...args, isLeftOut: true }, { file, span })
    : error('TIMES_AMBIGUOUS', args, { file, span });
  return { value: null, diagnostics: [problem], misfitRatio };
}

/** @param lastS the time at the runner's last station, after which a finish may have passed midnight */
export function finishTime(
  row: CsvRow,
  { index, reading }: NonNullable<SplitSample['finish']>,
  start: RaceStart,
  lastS: number,
): number | null {
  const timeS = readTimes([cellAt(row, index)], reading, start)[0]?.inS ?? null;
  const restarts = reading.kind === 'elapsed' && reading.restarts;
  return timeS && restarts ? passMidnight(timeS, lastS) : timeS;
}

/**
 * The finish column, restarting at 24:00:00 only where stations do so too, or the finishes before midnight are the
 * more: else what stands in the last of the stations' columns is no time of theirs.
 */
export function restartingFinish<F extends NonNullable<SplitSample['finish']>>(
  { splits }: SplitSample,
  finish: F,
  reading: TimeReading,
  sample: readonly CsvRow[],
  { start }: ResultsContext,
): F {
  if (finish.reading.kind !== 'elapsed' || !finish.reading.restarts) return finish;
  const restarted = sample.flatMap((row) => {
    const { arriveS } = readSplitTimes(row, splits, reading, start);
    const lastS = Math.max(0, ...arriveS.filter((s) => s !== null));
    const [ownS, laterS] = [0, lastS].map((afterS) => finishTime(row, finish, start, afterS));
    if (!ownS || !laterS || laterS < lastS) return [];
    return [lastS < S_PER_DAY && laterS > ownS];
  });
  const isOften = restarted.filter(Boolean).length > restarted.length / 2;
  const restarts = reading.kind === 'elapsed' && !isOften;
  return { ...finish, reading: { ...finish.reading, restarts } };
}

/**
 * Whether a finish column holds times of day like the stations before it: as elapsed times they come before the last
 * station, or are a less regular share of the time there.
 */
export function isFinishByClock(
  { splits, finish, isPlace }: SplitSample,
  reading: TimeReading,
  sample: readonly CsvRow[],
  { start }: ResultsContext,
): boolean {
  if (!finish || reading.kind !== 'clock') return false;
  const withFinish = [...splits, { name: '', inIndex: finish.index, outIndex: null }];
  const finishes = sample.flatMap((row) => {
    const timesS = readSplitTimes(row, withFinish, reading, start).arriveS;
    const lastS = timesS.slice(0, -1).findLast((s) => s !== null);
    const elapsedS = finishTime(row, finish, start, 0);
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
