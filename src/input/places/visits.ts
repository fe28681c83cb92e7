/** Which visit each row of a log is: by name and distance, and where several fit, by the time it happened. */

import { maxLegSpeedMPerS } from '../../domain/limits.js';
import { median } from '../../kernel/stats.js';
import { oddityOfPace, USUAL_PACE } from '../times/choice.js';
import type { StationMatch } from './match.js';

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

/** Seconds from one place to another, as planned; else as people run. */
type Expect = (from: number, to: number) => number;

/**
 * Settles which of the places that fit each row was visited, so that the race as a whole is the likeliest: judged
 * by the plan, or without one by how fast people run, then once more by how fast this one is beside that.
 * @param matches by name and distance, one a row; `null` where nothing fits
 * @param atM of the places
 * @param plannedS arrivals planned there, elapsed; `null` when nothing is planned
 */
export function settleVisits(
  matches: readonly (StationMatch | null)[],
  times: readonly RowTimes[],
  atM: readonly number[],
  plannedS: readonly number[] | null,
): (LogVisit | null)[] {
  const expect: Expect = (from, to) =>
    plannedS ? plannedS[to]! - plannedS[from]! : (atM[to]! - atM[from]!) * USUAL_PACE;
  const steps: Step[] = matches.flatMap((match, i) =>
    match ? [{ candidates: [match.place, ...match.alternatives], ...times[i]! }] : [],
  );
  const likeliest = (costs: number[][]) => costs.map((cost) => cost.indexOf(Math.min(...cost)));
  const first = likeliest(costsByCandidate(steps, atM, expect));
  const factor = medianFactor(steps, first, atM, expect);
  const costs = costsByCandidate(steps, atM, (from, to) => factor * expect(from, to));
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

/** How much longer than expected legs at a possible pace took; two may both be odd. */
function medianFactor(
  steps: readonly Step[],
  choices: readonly number[],
  atM: readonly number[],
  expect: Expect,
): number {
  const maxMPerS = maxLegSpeedMPerS(atM.at(-1) ?? 0);
  const factors = steps.flatMap((step, i) => {
    const [before, after] = [steps[i - 1] ?? START, step];
    const place = (s: Step, choice: number | undefined) => s.candidates[choice ?? 0]!;
    const [from, to] = [place(before, choices[i - 1]), place(after, choices[i])];
    const distanceM = atM[to]! - atM[from]!;
    const seconds = secondsBetween(before, after);
    const isPossible = seconds !== null && distanceM > 0 && seconds * maxMPerS >= distanceM;
    return isPossible ? [seconds / expect(from, to)] : [];
  });
  return factors.length < 3 ? 1 : median(factors);
}

const START: Step = { candidates: [0], arriveS: 0, departS: 0 };

const secondsBetween = (before: RowTimes, after: RowTimes): number | null => {
  const [leftS, reachedS] = [before.departS ?? before.arriveS, after.arriveS ?? after.departS];
  return leftS === null || reachedS === null ? null : reachedS - leftS;
};

/** For each step and candidate: how unlikely the likeliest race through it is, where legs take about as expected. */
function costsByCandidate(
  steps: readonly Step[],
  atM: readonly number[],
  expect: Expect,
): number[][] {
  const maxMPerS = maxLegSpeedMPerS(atM.at(-1) ?? 0);
  const costOfLeg = (before: Step, from: number, after: Step, to: number): number => {
    if (to === 0 && from === 0) return 0;
    if (to <= from) return Number.POSITIVE_INFINITY;
    const gap = costOfGap(to - from - 1);
    const seconds = secondsBetween(before, after);
    if (seconds === null) return gap;
    const distanceM = atM[to]! - atM[from]!;
    if (seconds * maxMPerS < distanceM) return gap + IMPOSSIBLE;
    return gap + oddityOfPace(seconds, expect(from, to));
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
    costs.push(after.map((cost, k) => cost + upTo[i]![k]!));
  }
  return costs.reverse();
}
