/** From the plan to what a solve takes. */
import type { Course } from '../../domain/course.js';
import type { GradeModelName, Plan } from '../../domain/plan.js';
import type { Sun } from '../course/daylight.js';
import { describeRaceDay } from '../course/race-day.js';
import { amplitudeOfFade, computeFadeAmplitude } from './factors/fade.js';
import { GRADE_MODELS, type GradeModel } from './factors/grade.js';
import { computeHillRatio } from './hills.js';
import type { SolveInput } from './solve.js';
import { computeStops } from './stops.js';

export const gradeModelOf = (name: GradeModelName | null): GradeModel =>
  GRADE_MODELS[name ?? 'raceplan'];

/** All that a solve of this plan takes but its target. */
export function describeSolve(plan: Plan, course: Course, sun: Sun | null): SolveInput {
  const { fadeRatio, gradeModel } = plan.pacing;
  const grade = gradeModelOf(gradeModel);
  // at bells nobody knows which loop is the last
  const isEndKnown = plan.backyard === null;
  const hillRatio = computeHillRatio({ course, grade });
  return {
    course,
    day: describeRaceDay(plan, sun),
    grade,
    isEndKnown,
    amplitudeOf: (durationS) =>
      fadeRatio == null
        ? computeFadeAmplitude(durationS, hillRatio)
        : amplitudeOfFade(fadeRatio, isEndKnown),
    stopsOf: (durationS) => computeStops(plan, course, durationS),
  };
}

/** How runners in general would plan this course and day: with the fade and the stops of the model. */
export const describeUsualSolve = (plan: Plan, course: Course, sun: Sun | null): SolveInput => {
  const unplanned = {
    ...course,
    legs: course.legs.map((leg) => ({ ...leg, to: { ...leg.to, stopS: null } })),
  };
  const usual = { ...plan, defaultStopS: null, pacing: { ...plan.pacing, fadeRatio: null } };
  return describeSolve(usual, unplanned, sun);
};
