/** The pace plan: when the runner reaches and leaves every place. */
import type { Course, Leg } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import { paceOf } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import { closesAt, closingsOf } from '../course/cutoffs.js';
import type { Sun } from '../course/daylight.js';
import { type AfterBell, solveBackyard } from './backyard.js';
import type { Evidence, PastDeviations } from './deviations.js';
import { fadeOfAmplitude } from './factors/fade.js';
import { type FollowedLeg, followHistory } from './follow-history.js';
import { computeFade } from './halves.js';
import { FACTORS } from './march.js';
import {
  type Solution,
  type SolveInput,
  type SolveTarget,
  solvePace,
  type Unsolvable,
} from './solve.js';
import { describeSolve } from './solve-input.js';
import { plannedStops } from './stops.js';

/** What changes a leg's time from that at base pace; `history` is what past runners did beyond the model. */
export const EXPLAINED = [...FACTORS, 'history'] as const;

export interface PlannedLeg extends FollowedLeg {
  leg: Leg;
  /** Moving pace. */
  paceSPerKm: number;
  stopS: number;
  /** In hand when the place reached closes: from departure, at the finish from arrival; `null` where nothing closes. */
  cutoffMarginS: number | null;
}

export interface PacePlan {
  targetS: number;
  movingS: number;
  stoppedS: number;
  /** Pace on flat, paved, cool ground at mean freshness. */
  basePaceSPerKm: number;
  /** See `halves.ts`. */
  fadeRatio: number | null;
  /** What tiring alone makes of it: heat, darkness and past finishers change it. */
  tiringRatio: number;
  /** Past finishers the arrivals rest on; `null`: on the model alone. */
  evidence: Evidence | null;
  legs: readonly PlannedLeg[];
}

/**
 * Solves the plan's pace for `target`, or says why no pace meets it.
 * @param history what past editions teach about this course; arrivals and windows then follow it
 */
export function computePacePlan(
  plan: Plan,
  course: Course,
  sun: Sun | null,
  target: SolveTarget,
  history: PastDeviations | null = null,
): PacePlan | Unsolvable | AfterBell {
  const input = describeSolve(plan, course, sun);
  const format = formatOf(plan);
  if (format.kind === 'backyard' && target.kind === 'time') {
    const inLoopS = plannedStops(plan, course).map((stopS) => stopS ?? 0);
    const solution = solveBackyard(input, target.targetS, inLoopS, format);
    if ('kind' in solution) return solution;
    // a loop begins at its bell, however the one before went: nothing known tells how early or late one may come
    const paced = describe(plan, input, solution, null);
    return { ...paced, legs: paced.legs.map((leg) => ({ ...leg, window: null })) };
  }
  const solution = solvePace(input, target);
  return 'kind' in solution ? solution : describe(plan, input, solution, history);
}

function describe(
  plan: Plan,
  input: SolveInput,
  solution: Solution,
  history: PastDeviations | null,
): PacePlan {
  const closings = closingsOf(input.course, plan);
  const legs = followHistory(solution, history);
  return {
    targetS: solution.targetS,
    movingS: sum(legs.map((leg) => leg.movingS)),
    stoppedS: sum(solution.stopsS),
    basePaceSPerKm: solution.basePaceSPerKm,
    fadeRatio: computeFade(legs),
    tiringRatio: fadeOfAmplitude(solution.amplitude, input.isEndKnown),
    evidence: history?.evidence ?? null,
    legs: input.course.legs.map((leg, i) => {
      const marched = legs[i]!;
      const closesS = closesAt(closings, i + 1);
      return {
        leg,
        ...marched,
        paceSPerKm: paceOf(marched.movingS, leg.distanceM),
        stopS: solution.stopsS[i] ?? 0,
        cutoffMarginS: closesS == null ? null : closesS - marched.departS,
      };
    }),
  };
}
