/**
 * How likely it is that a race went from one logged moment to the next: by what was planned, or else by how
 * ultramarathons are run. All in negative natural logarithms of likelihoods, which add up. The weights are set by
 * judgement, not fitted to logs: what holds them is that generated logs are read right (`test/log/truth.test.ts`).
 */
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { costOfGap } from '../places/visits.js';
import { USUAL_PACE } from '../times/choice.js';
import type { LogContext } from './context.js';

/** A moment of the race as a cell may mean it: when, and at which of the places. */
export interface Candidate {
  /** Elapsed seconds. */
  s: number;
  /** Index of the row. */
  row: number;
  /** Index into the places; `null` between them, or where it is not known. */
  place: number | null;
  /** Distance from the start, m; `null` where it is not known. */
  atM: number | null;
  /** When that was planned, elapsed; `null` where it is not known. */
  dueS: number | null;
}

/** How a runner may run: as planned, all in all slower or faster, and slower by and by. */
export interface Manner {
  /** Logarithm of how many times as long as planned the middle of the race takes. */
  log: number;
  /** By how much that grows from the start to the finish. */
  fade: number;
  cost: number;
}

/** What is known of the speed to be expected. */
export interface Expectation {
  limitS: number | null;
  distanceM: number;
  manners: readonly Manner[];
}

/** Standard deviation of the logarithm of a leg's time about how a runner runs all in all. */
const LEG_DEVIATION = 0.2;
/** And of how many times as long as planned all takes; without a plan, as at the usual pace. */
const DEVIATION = { planned: 0.28, unplanned: 0.35 };
const STEPS = [-2.5, -2, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5];
const FADES = [
  { fade: 0, cost: 0 },
  { fade: 0.4, cost: 0.5 },
];

export function expectationOf({ places, plannedS, limitS }: LogContext): Expectation {
  const deviation = plannedS ? DEVIATION.planned : DEVIATION.unplanned;
  return {
    limitS,
    distanceM: places.at(-1)!.atM,
    manners: STEPS.flatMap((z) =>
      FADES.map(({ fade, cost }) => ({ log: z * deviation, fade, cost: cost + z ** 2 / 2 })),
    ),
  };
}

/** When a visit to a place, or a distance on the way, is due: as planned, or at the usual pace. */
export const dueAt = (atM: number): number => atM * USUAL_PACE;

/** A step whose cost depends on how fast the runner is all in all. */
export interface Step {
  /** Whatever the runner's speed. */
  cost: number;
  /** `null` where no leg was run. */
  leg: { tookS: number; dueS: number; log: number; weight: number; halfway: number } | null;
}

const IMPOSSIBLE: Step = { cost: Number.POSITIVE_INFINITY, leg: null };

/** Once a race has closed, few go on. */
const AFTER_LIMIT = 4;
/** Times are written to the minute. */
const ROUNDING_S = S_PER_MIN;
/** Across the line within an hour of the gun. */
const LATE_START_S = S_PER_H;
/** To a place that is not known, a leg of some hours. */
const UNKNOWN_S = 4 * S_PER_H;

/** A rest: minutes are usual, an hour is not, and half a day costs dearly; one planned costs nothing. */
const REST_S = 20 * S_PER_MIN;
const REST = 3.5;
const costOfRest = (restS: number): number => REST * Math.log1p(Math.max(0, restS) / REST_S);

/** A leg much faster than the others, as far as anyone runs so fast, is not yet written wrongly. */
const FAST = 9;

/** A long rest that was planned is rarely cut short. */
function costOfStop(tookS: number, dueS: number): number {
  const beyond = costOfRest(tookS - 1.5 * dueS);
  if (dueS <= S_PER_H || tookS >= dueS) return beyond;
  return beyond + Math.min(REST, 2 * Math.log(dueS / Math.max(tookS, S_PER_MIN)) ** 2);
}

/** The step from one moment to the next that was written down rightly. */
export function stepBetween(from: Candidate, to: Candidate, known: Expectation): Step {
  if (to.place === 0) {
    const isNear = (from.place ?? 0) === 0 && Math.abs(to.s) <= LATE_START_S;
    return isNear ? { cost: Math.abs(to.s) / REST_S, leg: null } : IMPOSSIBLE;
  }
  const tookS = to.s - Math.max(0, from.s);
  if (tookS < 0) return IMPOSSIBLE;
  const isLate = known.limitS !== null && from.s <= known.limitS && to.s > known.limitS;
  const late = isLate ? AFTER_LIMIT : 0;
  const dueS = to.dueS === null || from.dueS === null ? null : to.dueS - from.dueS;
  if (to.row === from.row) {
    return to.place === from.place
      ? { cost: late + costOfStop(tookS, dueS ?? 0), leg: null }
      : IMPOSSIBLE;
  }
  if (to.place !== null && from.place !== null && to.place <= from.place) return IMPOSSIBLE;
  if (to.atM === null || from.atM === null || dueS === null) {
    return { cost: late + costOfRest(tookS - UNKNOWN_S), leg: null };
  }
  const distanceM = to.atM - from.atM;
  const maxMPerS = maxLegSpeedMPerS(known.distanceM);
  if (distanceM < 0 || (tookS + ROUNDING_S) * maxMPerS < distanceM) return IMPOSSIBLE;
  const skipped =
    to.place === null || from.place === null ? 0 : to.place - from.place - (to.row - from.row);
  const planned = Math.max(dueS, ROUNDING_S);
  const deviation = LEG_DEVIATION ** 2 + (1.5 * (ROUNDING_S / Math.max(tookS, ROUNDING_S))) ** 2;
  return {
    cost: late + costOfGap(skipped),
    leg: {
      tookS,
      dueS: planned,
      log: Math.log(Math.max(tookS, ROUNDING_S) / planned),
      weight: 1 / (2 * deviation),
      halfway: (from.atM + to.atM) / 2 / known.distanceM - 0.5,
    },
  };
}

/** What the step costs one who runs so. */
export function costOfStep({ cost, leg }: Step, { log, fade }: Manner): number {
  if (leg === null) return cost;
  const expected = log + fade * leg.halfway;
  const pace = leg.weight * (leg.log - expected) ** 2;
  if (leg.log <= expected) return cost + Math.min(pace, FAST);
  return cost + Math.min(pace, 1 + costOfRest(leg.tookS - Math.exp(expected) * leg.dueS));
}
