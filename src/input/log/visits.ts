/** Which visit each row of a log is: by name and distance, and where several fit, by the time it happened. */

import { sum } from '../../kernel/stats.js';
import { MAX_SPEED_M_PER_S, oddityOfPace } from '../csv/reading-choice.js';
import type { StationMatch } from '../csv/stations.js';

/** Elapsed seconds; `null` where not logged. */
export interface RowTimes {
  arriveS: number | null;
  departS: number | null;
}

export interface LogVisit {
  /** Index into the places. */
  place: number;
  certain: boolean;
}

/**
 * Negative logarithms of likelihoods: a log leaves out visits here (one log in twenty), and each visit more; a
 * speed nobody runs.
 */
const GAP = Math.log(20);
const LONGER_GAP = 0.3;
const IMPOSSIBLE = 50;
/** A visit is certain when 20 times as likely as any other. */
const CLEAR = Math.log(20);

const costOfGap = (skipped: number): number =>
  skipped <= 0 ? 0 : GAP + (skipped - 1) * LONGER_GAP;

/** How odd it is to log these visits and no others before the last. */
export function oddityOfGaps(visits: readonly (LogVisit | null)[]): number {
  let last = 0;
  return sum(
    visits.map((visit) => {
      if (!visit) return 0;
      const cost = costOfGap(visit.place - last - 1);
      last = visit.place;
      return cost;
    }),
  );
}

interface Step extends RowTimes {
  candidates: readonly number[];
}

/**
 * Settles which of the places that fit each row was visited, so that the race as a whole is the likeliest.
 * @param matches by name and distance, one a row; `null` where nothing fits
 * @param atM of the places
 */
export function settleVisits(
  matches: readonly (StationMatch | null)[],
  times: readonly RowTimes[],
  atM: readonly number[],
): (LogVisit | null)[] {
  const steps: Step[] = matches.flatMap((match, i) =>
    match ? [{ candidates: [match.place, ...match.alternatives], ...times[i]! }] : [],
  );
  const costs = costsByCandidate(steps, atM);
  let step = 0;
  return matches.map((match) => {
    if (!match) return null;
    const { candidates } = steps[step]!;
    const cost = costs[step]!;
    step += 1;
    const least = Math.min(...cost);
    const isClear = cost.filter((c) => c < least + CLEAR).length === 1;
    return { place: candidates[cost.indexOf(least)]!, certain: match.named && isClear };
  });
}

/** For each step and candidate: how unlikely the likeliest race through it is. */
function costsByCandidate(steps: readonly Step[], atM: readonly number[]): number[][] {
  const start: Step = { candidates: [0], arriveS: 0, departS: 0 };
  const upTo: number[][] = [];
  steps.forEach((step, i) => {
    const before = steps[i - 1] ?? start;
    upTo.push(
      step.candidates.map((to) =>
        Math.min(
          ...before.candidates.map(
            (from, k) => (upTo[i - 1]?.[k] ?? 0) + costOfLeg(before, from, step, to, atM),
          ),
        ),
      ),
    );
  });
  const after: number[][] = steps.map(({ candidates }) => candidates.map(() => 0));
  for (let i = steps.length - 2; i >= 0; i -= 1) {
    const [step, next] = [steps[i]!, steps[i + 1]!];
    after[i] = step.candidates.map((from) =>
      Math.min(
        ...next.candidates.map((to, k) => after[i + 1]![k]! + costOfLeg(step, from, next, to, atM)),
      ),
    );
  }
  return upTo.map((costs, i) => costs.map((cost, k) => cost + after[i]![k]!));
}

function costOfLeg(
  before: Step,
  from: number,
  step: Step,
  to: number,
  atM: readonly number[],
): number {
  if (to === 0 && from === 0) return 0;
  if (to <= from) return Number.POSITIVE_INFINITY;
  const skipped = costOfGap(to - from - 1);
  const [leftS, reachedS] = [before.departS ?? before.arriveS, step.arriveS ?? step.departS];
  if (leftS === null || reachedS === null) return skipped;
  const distanceM = atM[to]! - atM[from]!;
  const seconds = reachedS - leftS;
  if (seconds * MAX_SPEED_M_PER_S < distanceM) return skipped + IMPOSSIBLE;
  return skipped + oddityOfPace(seconds / distanceM);
}
