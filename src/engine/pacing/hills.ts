/** How hilly a course is. */
import { clamp, sum } from '../../kernel/stats.js';
import { gradeFactor } from './factors/grade.js';
import type { SolveInput } from './solve.js';

/** Hillier than this counts as this hilly: nothing hillier was fitted. */
const HILLIEST_RATIO = 1;

/**
 * The effort that grade adds to the distance, as a share of it: 0 on the flat, 0.6 at Western States, 1 where
 * every kilometre climbs 60 m and falls as much. Climb that nobody knows counts as none.
 */
export function computeHillRatio({ course, grade }: Pick<SolveInput, 'course' | 'grade'>): number {
  const cells = course.legs.flatMap((leg) => leg.cells);
  const addedM = sum(cells.map((cell) => cell.distanceM * (gradeFactor(cell, grade) - 1)));
  return clamp(addedM / course.distanceM, 0, HILLIEST_RATIO);
}
