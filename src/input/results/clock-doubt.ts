/** Whether times at stations are times of day, where nobody says when the race began. */
import { ascending, mean, median, quantile } from '../../kernel/stats.js';
import { S_PER_DAY, S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import type { TimeCell, WrittenTime } from '../times/cell.js';
import { isWritten, leastOddity, type TimeSequence } from '../times/choice.js';
import {
  LONGEST_NIGHT_LEG_S,
  lengthOf,
  passMidnight,
  readTimes,
  type TimeForm,
} from '../times/reading.js';

/** One runner's times as written, and when they finished, where that is known. */
export interface JudgedRunner extends TimeSequence {
  /** Index of the column of each cell. */
  splits: readonly number[];
  finishS: number | null;
}

const RESTARTING = { kind: 'elapsed', form: 'h:mm', restarts: true } as const;
const NOWHERE = { startAt: null, zone: 'UTC' };
const NEARLY_ALL = 0.9;

/** On a clock two stations lie so little apart. */
const LONGEST_LEG_S = 16 * S_PER_H;

/**
 * The times of one runner as they stand, past midnight counted on, seconds: one entry a cell, of a cell of two times
 * the first.
 */
function onDial(cells: readonly TimeCell[], form: TimeForm = 'h:mm'): (number | null)[] {
  let lastS = 0;
  const read = (time: WrittenTime | null): number | null => {
    const s = time && lengthOf(time, form);
    if (s === null) return null;
    lastS = passMidnight(s, lastS, LONGEST_LEG_S);
    return lastS;
  };
  return cells.map((cell) => {
    if (cell.kind === 'time') return read(cell.time);
    if (cell.kind !== 'range') return null;
    const inS = read(cell.in);
    return inS ?? read(cell.out);
  });
}

const asWritten = (cells: readonly TimeCell[], isShort: boolean): number[] =>
  onDial(cells, isShort ? 'm:ss' : 'h:mm').filter((s) => s !== null);

/** Two parts beside three are minutes and seconds. */
const hasThreeParts = (runners: readonly TimeSequence[]): boolean =>
  runners.some(({ cells }) =>
    cells.some((c) => c.kind === 'time' && c.time.kind === 'colons' && c.time.third !== null),
  );

const isSorted = (times: readonly number[]): boolean =>
  times.every((s, i) => i === 0 || s >= times[i - 1]!);

/** Whether the times of nearly every runner rise from station to station, past midnight too. */
export function isRising(runners: readonly TimeSequence[]): boolean {
  const isShort = hasThreeParts(runners);
  return areNearlyAll(runners, ({ cells }) => isSorted(asWritten(cells, isShort)));
}

/** Of the runners with several times. */
function areNearlyAll<R extends TimeSequence>(
  runners: readonly R[],
  holds: (runner: R) => boolean,
): boolean {
  const several = runners.filter(({ cells }) => cells.filter(isWritten).length > 1);
  return several.length > 0 && several.filter(holds).length >= several.length * NEARLY_ALL;
}

/** Whether they rise as elapsed times do that start again at 24:00:00, with legs no longer than these take. */
const isRisingElapsed = (runners: readonly TimeSequence[]): boolean =>
  areNearlyAll(runners, ({ cells }) =>
    isSorted(readTimes(cells, RESTARTING, NOWHERE).flatMap(({ inS }) => inS ?? [])),
  );

/** Legs of any lengths rise one after the other once in n! courses: how odd that is. */
export function oddityOfRisingLegs(runners: readonly TimeSequence[]): number {
  const legs = median(runners.map(({ cells }) => cells.filter(isWritten).length));
  let oddity = 0;
  for (let n = 2; n <= legs; n += 1) oddity += Math.log(n);
  return oddity;
}

/** What times are in doubt: none, those of the stations, or those of the finish as well. */
export type ClockDoubt = 'none' | 'stations' | 'finish too';

/**
 * Whether times that rise may be times of day: they say so, or no finish would be late enough for them but for a
 * start that all share, or they are too much alike at the first station, or a start makes usual races of them.
 * @param runners of all that are judged, those with the most times first
 * @param finishCells what stands in the column of finish times, if that is none of the stations
 * @param isPlace whether that column is called like a place, and so expected to hold what the stations' do
 */
export function doubtOfClock(
  runners: readonly JudgedRunner[],
  finishCells: readonly TimeCell[] | null,
  isPlace: boolean,
): ClockDoubt {
  if (finishesTooEarly(runners) && !(isPlace && finishesSoon(runners, finishCells!))) {
    return 'stations';
  }
  const withFinish = runners.map((runner, i) => ({
    ...runner,
    cells: [...runner.cells, finishCells?.[i] ?? { kind: 'missing' as const }],
    atM: [...runner.atM, null],
    splits: [...runner.splits, Number.POSITIVE_INFINITY],
  }));
  if (finishCells && mayBeClock(withFinish)) return 'finish too';
  return mayBeClock(runners) ? 'stations' : 'none';
}

function mayBeClock(runners: readonly JudgedRunner[]): boolean {
  const times = runners.flatMap(({ cells }) =>
    cells.flatMap((cell) => (cell.kind === 'time' ? cell.time : [])),
  );
  const said = times.filter(({ kind }) => kind === 'clock' || kind === 'instant');
  if (said.length > times.length / 2) return true;
  if (!isOnDial(runners) || !isRising(runners)) return false;
  if (!isRisingElapsed(runners)) return true;
  const alike = startsAlike(runners);
  const isSure = alike !== null && runners.length >= MANY_RUNNERS;
  return isSure ? alike : (isLikelierByClock(runners) ?? alike ?? false);
}

/** Whether a clock shows all times. */
const isOnDial = (runners: readonly JudgedRunner[]): boolean =>
  runners.every(({ cells }) =>
    cells.every((c) => c.kind !== 'time' || (c.time.kind === 'colons' && c.time.first < 24)),
  );

/** The earliest hour of the day at which a race starts that a finish time can tell from midnight. */
const EARLIEST_START_S = 30 * S_PER_MIN;

/** Whether last stations come later than the finish, each by about the same: the start on the clock. */
function finishesTooEarly(runners: readonly JudgedRunner[]): boolean {
  if (!isOnDial(runners) || !isRising(runners)) return false;
  const finishers = runners.flatMap(({ cells, finishS }) => {
    const written = asWritten(cells, false);
    return finishS === null || written.length === 0
      ? []
      : [{ firstS: written[0]!, sinceS: written.at(-1)! - finishS }];
  });
  if (finishers.length === 0) return false;
  const latest = quantile(ascending(finishers.map(({ sinceS }) => sinceS)), NEARLY_ALL);
  const earliest = quantile(ascending(finishers.map(({ firstS }) => firstS)), 1 - NEARLY_ALL);
  const early = finishers.filter(({ sinceS }) => sinceS > EARLIEST_START_S);
  return early.length > finishers.length / 2 && latest <= earliest;
}

/** Whether on a clock nearly all finish within a night's leg of their last station. */
function finishesSoon(runners: readonly JudgedRunner[], finishCells: readonly TimeCell[]): boolean {
  const legs = runners.flatMap(({ cells }, i) => {
    const [finishS] = onDial([finishCells[i]!]);
    const lastS = onDial(cells).findLast((s) => s !== null);
    return finishS == null || lastS == null ? [] : [(finishS - lastS) % S_PER_DAY];
  });
  const soon = legs.filter((s) => (s < 0 ? s + S_PER_DAY : s) < LONGEST_NIGHT_LEG_S);
  return legs.length > 0 && soon.length >= legs.length * NEARLY_ALL;
}

/**
 * How far runners are spread at the first station beside the last, each by the standard deviation as a share of the
 * mean: in 19 editions of seven races 0.71 to 1.07 (the first 20 runners 0.56 to 1.5); the same times as those of a
 * clock from three o'clock on 0.15 to 0.54. With fewer than so many runners that tells little.
 */
const FEW_RUNNERS = 5;
const MANY_RUNNERS = 20;
const LEAST_SPREAD: readonly (readonly [runners: number, ratio: number])[] = [
  [FEW_RUNNERS, 0.35],
  [MANY_RUNNERS, 0.45],
  [50, 0.55],
];
/** Times that start again at midnight are a clock's more often than not: what few runners leave open is asked. */
const LEAST_PAST_MIDNIGHT = 0.55;
const USUAL_SPREAD = 0.7;
const LEAST_TELLING = 0.001;
/** Times shortly after midnight are spread most of all. */
const MOST_SPREAD = 3;

/**
 * Whether runners are so little spread at the first station, beside the last, that times of day are meant; or as
 * much as elapsed times are.
 * @returns `null` where that cannot be told, as of too few runners
 */
export function startsAlike(runners: readonly JudgedRunner[]): boolean | null {
  const counts = new Map<number, number>();
  for (const split of runners.flatMap(({ splits }) => splits)) {
    counts.set(split, (counts.get(split) ?? 0) + 1);
  }
  const usual = [...counts]
    .filter(([, count]) => count > runners.length / 3)
    .map(([split]) => split);
  const [first, last] = [Math.min(...usual), Math.max(...usual)];
  const both = runners.flatMap(({ cells, splits }) => {
    const times = onDial(cells);
    const [a, b] = [times[splits.indexOf(first)], times[splits.lastIndexOf(last)]];
    return a && b ? [[a, b] as const] : [];
  });
  if (first === last || both.length < FEW_RUNNERS) return null;
  const dayS = dayBreakOf(both.map(([a]) => a));
  const spreads = [0, 1].map((k) =>
    spreadOf(both.map((times) => times[k]! + (times[0] < dayS ? S_PER_DAY : 0))),
  );
  // times that are all the same tell nothing
  if (spreads.some((spread) => spread < LEAST_TELLING)) return null;
  const ratio = spreads[0]! / spreads[1]!;
  const passesMidnight = both.some(([, lastS]) => lastS >= S_PER_DAY);
  const [, usualLeast] = LEAST_SPREAD.findLast(([count]) => both.length >= count)!;
  const least = passesMidnight ? LEAST_PAST_MIDNIGHT : usualLeast;
  if (ratio < least || ratio > MOST_SPREAD) return true;
  return both.length >= MANY_RUNNERS && ratio > USUAL_SPREAD ? false : null;
}

/**
 * Of times around midnight the earliest of the evening, before which those after midnight lie: where on a clock the
 * longest while without any ends. 0 where that is at midnight, as in times that do not go over it.
 */
function dayBreakOf(times: readonly number[]): number {
  const sorted = ascending(times);
  const gaps = sorted.map((s, i) => s - (sorted[i - 1] ?? sorted.at(-1)! - S_PER_DAY));
  return sorted[gaps.indexOf(Math.max(...gaps))]!;
}

/** The standard deviation as a share of the mean. */
export function spreadOf(values: readonly number[]): number {
  const middle = mean(values)!;
  return Math.sqrt(mean(values.map((v) => (v - middle) ** 2))!) / middle;
}

/** Starts tried, a day apart in half hours; of so many the best is good by chance. */
const STARTS = 48;
const CLEAR = Math.log(20);
const FEW_JUDGED = 10;

/** Whether usual races come of the times as of day, from some start on, and not from 0:00 on; `null`: no distances. */
function isLikelierByClock(runners: readonly JudgedRunner[]): boolean | null {
  const judged = runners.slice(0, FEW_JUDGED);
  if (judged.some(({ atM }) => atM.filter((m) => m !== null).length < 2)) return null;
  const oddities = Array.from({ length: STARTS }, (_, i) =>
    leastOddity(
      judged,
      { startAt: (i * S_PER_DAY * 1000) / STARTS, zone: 'UTC' },
      { kinds: ['clock'] },
    ),
  );
  const elapsed = leastOddity(judged, NOWHERE, { readings: [RESTARTING] });
  return Math.min(...oddities) + Math.log(STARTS) + CLEAR < elapsed;
}
