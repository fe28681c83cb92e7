/** The pace plan: when the runner reaches and leaves every place. */
import type { Course, Leg } from '../../domain/course.js';
import type { GradeModelName, Plan } from '../../domain/plan.js';
import { timeOfDay } from '../../kernel/clock.js';
import { sum } from '../../kernel/stats.js';
import { M_PER_KM, S_PER_H } from '../../kernel/units.js';
import type { Light, Sun } from '../course/daylight.js';
import { amplitudeOfFade, computeFadeAmplitude, fadeOfAmplitude } from './factors/fade.js';
import { GRADE_MODELS, type GradeModel } from './factors/grade.js';
import type { FactorSeconds, RaceDay } from './march.js';
import { type Solution, type SolveTarget, solvePace, type Unsolvable } from './solve.js';
import { computeStops } from './stops.js';

/** An arrival window: 8 of 10 runners who finish in the target time arrive inside it. */
export interface Window {
  earlyS: number;
  lateS: number;
}

export interface PlannedLeg {
  leg: Leg;
  movingS: number;
  /** Moving pace. */
  paceSPerKm: number;
  arriveS: number;
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

const DEFAULT_DAWN_TOD = 6 * S_PER_H;

export function describeRaceDay(plan: Plan, sun: Sun | null): RaceDay {
  const { startAt, zone } = plan.race;
  const { lowC, highC } = plan.weather;
  const dawnAt = sun?.days[0]?.dawnAt ?? null;
  return {
    startTod: startAt == null ? null : timeOfDay(startAt, zone),
    temperatures:
      highC == null
        ? null
        : {
            highC,
            lowC: lowC ?? highC,
            dawnTod: dawnAt == null ? DEFAULT_DAWN_TOD : timeOfDay(dawnAt, zone),
          },
    lightAt: sun?.lightAt ?? null,
  };
}

export const gradeModelOf = (name: GradeModelName | null): GradeModel =>
  GRADE_MODELS[name ?? 'raceplan'];

/** Solves the plan's pace for `target`, or says why no pace meets it. */
export function computePacePlan(
  plan: Plan,
  course: Course,
  sun: Sun | null,
  target: SolveTarget,
): PacePlan | Unsolvable {
  const { fadeRatio } = plan.pacing;
  const solution = solvePace(
    {
      course,
      day: describeRaceDay(plan, sun),
      grade: gradeModelOf(plan.pacing.gradeModel),
      amplitudeOf: fadeRatio == null ? computeFadeAmplitude : () => amplitudeOfFade(fadeRatio),
      stopsOf: (durationS) => computeStops(plan, course, durationS),
    },
    target,
  );
  return 'kind' in solution ? solution : describe(course, solution);
}

function describe(course: Course, { legs, ...solution }: Solution): PacePlan {
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
        window: null,
        stopS: solution.stopsS[i] ?? 0,
        cutoffMarginS: cutoffS == null ? null : cutoffS - marched.departS,
      };
    }),
  };
}
