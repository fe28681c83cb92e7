import type { Course } from '../../src/domain/course.js';
import { buildCourse } from '../../src/engine/course/course.js';
import type { RaceDay } from '../../src/engine/course/race-day.js';
import { GRADE_MODELS } from '../../src/engine/pacing/factors/grade.js';
import { type Solution, type SolveInput, solvePace } from '../../src/engine/pacing/solve.js';
import { planWithCourse, station } from './plan.js';

/** Neither sun nor weather. */
export const INDOORS: RaceDay = { startTod: null, temperatures: null, lightAt: null };

/** A start at five in the dark, a hot day, dark again from nine hours after noon. */
export const NIGHT_AND_DAY: RaceDay = {
  startTod: 5 * 3600,
  temperatures: { lowC: 10, highC: 33 },
  lightAt: (s) => (s < 3600 || (s % 86400) / 3600 > 14 ? 'dark' : s < 5400 ? 'twilight' : 'day'),
};

/** A course of `legs`: distance, gain and loss of each, metres; its stations lie at the sea, so that the air is never thin. */
export function courseOf(legs: readonly (readonly [number, number, number])[]): Course {
  let atM = 0;
  const stations = legs.map(([distanceM, gainM, lossM], i) => {
    atM += distanceM;
    return station(`S${i + 1}`, atM, { gainM, lossM, elevationM: 0 });
  });
  const { value } = buildCourse(planWithCourse({ distanceM: atM, elevationM: 0, stations }), null);
  if (!value) throw new Error('no course');
  return value;
}

/** Runs without stopping, fading or minding the ground, unless `rest` says so. */
export const evenly = (course: Course, rest: Partial<SolveInput> = {}): SolveInput => ({
  course,
  day: INDOORS,
  grade: GRADE_MODELS.flat,
  amplitudeOf: () => 0,
  stopsOf: () => course.legs.map(() => 0),
  ...rest,
});

export const solved = (input: SolveInput, targetS: number): Solution => {
  const solution = solvePace(input, { kind: 'time', targetS });
  if ('kind' in solution) throw new Error(solution.kind);
  return solution;
};
