/** The pace plan: when the runner reaches and leaves every place. */
import type { Course, Leg } from '../../domain/course.js';
import type { GradeModelName, Plan } from '../../domain/plan.js';
import { timeOfDay } from '../../kernel/clock.js';
import { sum } from '../../kernel/stats.js';
import { M_PER_KM } from '../../kernel/units.js';
import type { Light, Sun } from '../course/daylight.js';
import { USUAL_RANGE_C } from './factors/conditions.js';
import { amplitudeOfFade, computeFadeAmplitude, fadeOfAmplitude } from './factors/fade.js';
import { GRADE_MODELS, type GradeModel } from './factors/grade.js';
import type { FactorSeconds, RaceDay } from './march.js';
import {
  type Solution,
  type SolveInput,
  type SolveTarget,
  solvePace,
  type Unsolvable,
} from './solve.js';
import { computeStops } from './stops.js';
import { computeWindow, type Window } from './windows.js';

export interface PlannedLeg {
  leg: Leg;
  movingS: number;
  /** Moving pace. */
  paceSPerKm: number;
  arriveS: number;
  /** `null` at the finish: it is the target. */
  window: Window | null;
  stopS: number;
  departS: number;
  /** Until the cutoff of the place reached: from departure, at the finish from arrival; `null` without one. */
  cutoffMarginS: number | null;
  factorS: FactorSeconds;
  lightS: Readonly<Record<Light, number>>;
}

export interface PacePlan {
  targetS: number;
  movingS: number;
  stoppedS: number;
  /** Pace on flat, paved, cool ground at mean freshness. */
  basePaceSPerKm: number;
  /** How much slower the second half of the effort is than the first. */
  fadeRatio: number;
  legs: readonly PlannedLeg[];
}

export function describeRaceDay(plan: Plan, sun: Sun | null): RaceDay {
  const { startAt, zone } = plan.race;
  const { lowC, highC } = plan.weather;
  return {
    startTod: startAt == null ? null : timeOfDay(startAt, zone),
    temperatures: highC == null ? null : { highC, lowC: lowC ?? highC - USUAL_RANGE_C },
    lightAt: sun?.lightAt ?? null,
  };
}

export const gradeModelOf = (name: GradeModelName | null): GradeModel =>
  GRADE_MODELS[name ?? 'raceplan'];

/** All that a solve of this plan takes but its target. */
export function describeSolve(plan: Plan, course: Course, sun: Sun | null): SolveInput {
  const { fadeRatio, gradeModel } = plan.pacing;
  return {
    course,
    day: describeRaceDay(plan, sun),
    grade: gradeModelOf(gradeModel),
    amplitudeOf: fadeRatio == null ? computeFadeAmplitude : () => amplitudeOfFade(fadeRatio),
    stopsOf: (durationS) => computeStops(plan, course, durationS),
  };
}

/** Solves the plan's pace for `target`, or says why no pace meets it. */
export function computePacePlan(
  plan: Plan,
  course: Course,
  sun: Sun | null,
  target: SolveTarget,
): PacePlan | Unsolvable {
  const solution = solvePace(describeSolve(plan, course, sun), target);
  return 'kind' in solution ? solution : describe(course, solution);
}

function describe(course: Course, { legs, ...solution }: Solution): PacePlan {
  const last = legs.length - 1;
  return {
    targetS: solution.targetS,
    movingS: sum(legs.map((leg) => leg.movingS)),
    stoppedS: sum(solution.stopsS),
    basePaceSPerKm: solution.basePaceSPerKm,
    fadeRatio: fadeOfAmplitude(solution.amplitude),
    legs: course.legs.map((leg, i) => {
      const marched = legs[i]!;
      const { cutoffS } = leg.to;
      return {
        leg,
        ...marched,
        paceSPerKm: (marched.movingS * M_PER_KM) / leg.distanceM,
        window: i === last ? null : computeWindow(marched.arriveS, solution.targetS),
        stopS: solution.stopsS[i] ?? 0,
        cutoffMarginS: cutoffS == null ? null : cutoffS - marched.departS,
      };
    }),
  };
}
