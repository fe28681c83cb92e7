/** Simple models to hold the pace plan against. */
import type { Course } from '../../domain/course.js';
import { cumulativeRatios, sum } from '../../kernel/stats.js';
import { computeFadeAmplitude, fadeFactor } from '../pacing/factors/fade.js';
import { type GradeModel, gradeFactor, minettiGrade } from '../pacing/factors/grade.js';
import type { Model } from './runs.js';

export const YARDSTICKS = ['even pace', 'minetti-2002', 'even and fade'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

/** No stops, no windows, nothing to say during the race. */
export function prepareYardstick(yardstick: Yardstick, course: Course): Model {
  const ratiosOf = timeRatios(yardstick, course);
  return {
    arrivals: (finishS) =>
      ratiosOf(finishS).map((ratio) => ({ arriveS: ratio * finishS, window: null })),
    during: null,
  };
}

/** Shares of the finish time at each place between start and finish. */
function timeRatios(yardstick: Yardstick, course: Course): (finishS: number) => readonly number[] {
  switch (yardstick) {
    case 'even pace': {
      const ratios = effortRatios(course, () => 1);
      return () => ratios;
    }
    case 'minetti-2002': {
      const ratios = effortRatios(course, minettiGrade);
      return () => ratios;
    }
    case 'even and fade': {
      const ratios = effortRatios(course, () => 1);
      return (finishS) => {
        const amplitude = computeFadeAmplitude(finishS, 0);
        return ratios.map((ratio) => ratio * fadeFactor(0, ratio, amplitude));
      };
    }
  }
}

/** Shares of constant effort at each place between start and finish, by grade alone. */
function effortRatios(course: Course, grade: GradeModel): number[] {
  const effortsM = course.legs.map(({ cells }) =>
    sum(cells.map((cell) => cell.distanceM * gradeFactor(cell, grade))),
  );
  return cumulativeRatios(effortsM).slice(0, -1);
}
