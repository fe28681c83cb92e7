/** Runners with a time at the finish and none in the column of finish times: forgotten there, or after the limit. */
import type { TableRow } from '../table/row.js';
import type { Group } from './groups.js';
import type { RunnerRow } from './row.js';

export interface WaitingRunner {
  runner: RunnerRow;
  row: TableRow;
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
