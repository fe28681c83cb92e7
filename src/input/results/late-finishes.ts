/** Runners with a time at the finish and none in the column of finish times: forgotten there, or after the limit. */
import type { TableRow } from '../table/row.js';
import type { Group } from './groups.js';
import type { RunnerRow } from './row.js';

export interface WaitingRunner {
  runner: RunnerRow;
  row: TableRow;
}

/** Of those with a time, so many at most have no place where the others do. */
const MOST_UNPLACED_RATIO = 0.5;

/**
 * Whoever has a time and no place: not classified where the places go on behind that time, so that it is one of a race
 * that was not finished, or where all have the same; else finishers, as where only the first have a place.
 * @param group of the race, when all its other runners are counted
 */
export function settleUnplaced(
  waiting: readonly WaitingRunner[],
  { latestS, tally }: Group,
): readonly WaitingRunner[] {
  const all = waiting.length + tally.marked;
  if (waiting.length > MOST_UNPLACED_RATIO * all) return waiting;
  const timesS = waiting.map(({ runner }) => runner.result.timeS ?? 0);
  const isPassed = timesS.some((s) => s < latestS);
  // one time for all of them is none, such as 23:59:59
  const isAlike = timesS.length > 1 && new Set(timesS).size === 1;
  tally.unplaced = { runners: waiting.length, isFinish: !isPassed && !isAlike };
  if (tally.unplaced.isFinish) return waiting;
  return waiting.map((one) => {
    const result = { ...one.runner.result, timeS: null, status: 'dnf' as const };
    return { ...one, runner: { ...one.runner, result } };
  });
}

/** More than this share of those with a finish time did not all come after the limit. */
const MOST_LATE_RATIO = 0.1;

/**
 * Whoever came in later than everybody with a finish time came after the race had closed, and did not finish; where
 * there are more such than ever come so late, the column does not hold all finish times.
 * @param group of the race, when all its other runners are counted
 */
export function settleFinishes(
  waiting: readonly WaitingRunner[],
  { latestS, tally }: Group,
): readonly WaitingRunner[] {
  const isLate = ({ runner }: WaitingRunner) => (runner.result.timeS ?? 0) > latestS;
  if (waiting.filter(isLate).length > MOST_LATE_RATIO * tally.marked) return waiting;
  return waiting.map((one) => {
    if (!isLate(one)) return one;
    const result = { ...one.runner.result, timeS: null, place: null, status: 'dnf' as const };
    const runner = { ...one.runner, result, isFinishOfStation: false, isAfterLimit: true };
    return { ...one, runner };
  });
}
