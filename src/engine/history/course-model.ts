/**
 * What the model alone says of this course on this day, for a finisher of any speed: history learns only how
 * runners differ from it.
 */
import type { Course, Leg } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { between, interpolate, type Knot } from '../../kernel/interpolate.js';
import { memoize } from '../../kernel/memo.js';
import { cumulativeRatios } from '../../kernel/stats.js';
import type { Sun } from '../course/daylight.js';
import { computeLegEfforts } from '../pacing/march.js';
import { type SolveInput, solvePace } from '../pacing/solve.js';
import { describeUsualSolve } from '../pacing/solve-input.js';

export interface CourseModel {
  distanceM: number;
  /** Share of the course's effort done at a distance, 0..1. */
  effortRatioAt: (atM: number) => number;
  /** Share of the finish time gone when a finisher arrives at a share of the effort; prepared once, cheap after. */
  timeRatioAt: (effortRatio: number) => (finishS: number) => number;
}

/** Finish times are solved this far apart in their logarithm; shares of time between are interpolated. */
const NODE_STEP = 0.1;

/**
 * The course model with the fade and the stops of runners in general, whatever the athlete plans: what past
 * runners did is compared with what they would have planned.
 */
export function prepareCourseModel(plan: Plan, course: Course, sun: Sun | null): CourseModel {
  const fine = cutToCells(course);
  const atPlaces = describeUsualSolve(plan, course, sun);
  const usual: SolveInput = {
    ...atPlaces,
    course: fine,
    stopsOf: (durationS) => spreadStops(course, atPlaces.stopsOf(durationS)),
  };
  const effortRatios = cumulativeRatios(computeLegEfforts(fine, usual.grade));
  const effortKnots: Knot[] = [
    [0, 0],
    ...fine.legs.map((leg, i): Knot => [leg.to.atM, effortRatios[i]!]),
  ];

  const knotsOf = memoize((node: number): Knot[] => {
    const targetS = Math.exp(node * NODE_STEP);
    const solution = solvePace(usual, { kind: 'time', targetS });
    const ratios =
      'kind' in solution ? effortRatios : solution.legs.map((leg) => leg.arriveS / targetS);
    return [[0, 0], ...ratios.map((ratio, i): Knot => [effortRatios[i]!, ratio])];
  });

  return {
    distanceM: course.distanceM,
    effortRatioAt: (atM) => interpolate(effortKnots, atM),
    timeRatioAt: (effortRatio) => {
      const ratioAt = memoize((node: number) => interpolate(knotsOf(node), effortRatio));
      return (finishS) => {
        const position = Math.log(finishS) / NODE_STEP;
        const below = Math.floor(position);
        return between(ratioAt(below), ratioAt(below + 1), position - below);
      };
    },
  };
}

/** The same course with every cell a leg, so that a march tells arrivals anywhere. */
function cutToCells(course: Course): Course {
  const legs = course.legs.flatMap((leg) =>
    leg.cells.map((cell, i): Leg => {
      const isLast = i === leg.cells.length - 1;
      const endM = isLast ? leg.to.atM : cell.startM + cell.distanceM;
      return {
        ...leg,
        from: { ...leg.from, atM: cell.startM },
        to: { ...leg.to, atM: endM },
        distanceM: cell.distanceM,
        cells: [cell],
      };
    }),
  );
  return { ...course, legs: legs.map((leg, index) => ({ ...leg, index })) };
}

/**
 * Each stop taken bit by bit along the leg after it: arrivals at places stay as they are, and change smoothly
 * between, for stations that stood elsewhere in other years.
 */
function spreadStops(course: Course, stopsS: readonly number[]): number[] {
  const beforeCellS = course.legs.flatMap((leg, i) =>
    leg.cells.map(() => (i === 0 ? 0 : stopsS[i - 1]! / leg.cells.length)),
  );
  return [...beforeCellS.slice(1), 0];
}
