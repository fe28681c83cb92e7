/** Which visit each row of a log is: by name and distance, and where several fit, by the time it happened. */

import { MAX_SPEED_M_PER_S } from '../../domain/limits.js';
import { median } from '../../kernel/stats.js';
import { oddityOfPace, USUAL_PACE } from '../csv/reading-choice.js';
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

/** How odd it is that a log leaves out so many visits between two rows. */
export const costOfGap = (skipped: number): number =>
  skipped <= 0 ? 0 : GAP + (skipped - 1) * LONGER_GAP;

interface Step extends RowTimes {
  candidates: readonly number[];
}

/**
 * Settles which of the places that fit each row was visited, so that the race as a whole is the likeliest: judged
 * by how fast people run, then once more by how fast this one does.
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
  const likeliest = (costs: number[][]) => costs.map((cost) => cost.indexOf(Math.min(...cost)));
  const first = likeliest(costsByCandidate(steps, atM, USUAL_PACE));
  const costs = costsByCandidate(steps, atM, medianPace(steps, first, atM));
  const visits = likeliest(costs).map((choice, i): number => steps[i]!.candidates[choice]!);
  let step = -1;
  return matches.map((match) => {
    if (!match) return null;
    step += 1;
    const least = Math.min(...costs[step]!);
    const isClear = costs[step]!.filter((cost) => cost < least + CLEAR).length === 1;
    return { place: visits[step]!, certain: match.named && isClear };
  });
}

/** Of legs at a possible pace; two may both be odd. */
function medianPace(steps: readonly Step[], choices: readonly number[], atM: readonly number[]) {
  const paces = steps.flatMap((step, i) => {
    const [from, to] = [steps[i - 1] ?? START, step];
    const place = (s: Step, choice: number | undefined) => atM[s.candidates[choice ?? 0]!]!;
    const distanceM = place(to, choices[i]) - place(from, choices[i - 1]);
    const seconds = secondsBetween(from, to);
    const isPossible =
      seconds !== null && distanceM > 0 && seconds * MAX_SPEED_M_PER_S >= distanceM;
    return isPossible ? [seconds / distanceM] : [];
  });
  return paces.length < 3 ? USUAL_PACE : median(paces);
}

const START: Step = { candidates: [0], arriveS: 0, departS: 0 };

const secondsBetween = (before: RowTimes, after: RowTimes): number | null => {
  const [leftS, reachedS] = [before.departS ?? before.arriveS, after.arriveS ?? after.departS];
  return leftS === null || reachedS === null ? null : reachedS - leftS;
};

/** For each step and candidate: how unlikely the likeliest race through it is, at a usual pace of `usual` s/m. */
function costsByCandidate(
  steps: readonly Step[],
  atM: readonly number[],
  usual: number,
): number[][] {
  const costOfLeg = (before: Step, from: number, after: Step, to: number): number => {
    if (to === 0 && from === 0) return 0;
    if (to <= from) return Number.POSITIVE_INFINITY;
    const gap = costOfGap(to - from - 1);
    const seconds = secondsBetween(before, after);
    if (seconds === null) return gap;
    const distanceM = atM[to]! - atM[from]!;
    if (seconds * MAX_SPEED_M_PER_S < distanceM) return gap + IMPOSSIBLE;
    return gap + oddityOfPace(seconds / distanceM, usual);
  };
  const upTo: number[][] = [];
  for (const [i, step] of steps.entries()) {
    const before = steps[i - 1] ?? START;
    const costTo = (to: number) =>
      before.candidates.map(
        (from, k) => (upTo[i - 1]?.[k] ?? 0) + costOfLeg(before, from, step, to),
      );
    upTo.push(step.candidates.map((to) => Math.min(...costTo(to))));
  }
  let after: number[] | null = null;
  const costs: number[][] = [];
  for (const [i, step] of [...steps.entries()].reverse()) {
    const next = steps[i + 1];
    const costFrom = (from: number) =>
      next?.candidates.map((to, k) => after![k]! + costOfLeg(step, from, next, to)) ?? [0];
    after = step.candidates.map((from) => Math.min(...costFrom(from)));
    costs.unshift(after.map((cost, k) => cost + upTo[i]![k]!));
  }
  return costs;
}
