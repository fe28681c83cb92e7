/** How hilly a course is, and how much that narrows windows. */
import { clamp, sum } from '../../kernel/stats.js';
import { gradeFactor } from './factors/grade.js';
import type { SolveInput } from './solve.js';

/** Hillier than this counts as this hilly, lest windows collapse where nothing was fitted. */
const HILLIEST_RATIO = 0.8;

/**
 * The effort that grade adds to the distance, as a share of it: 0 on the flat, about 0.4 at Western States, at
 * most 0.8. Climb that nobody knows counts as none.
 */
export function computeHillRatio({ course, grade }: Pick<SolveInput, 'course' | 'grade'>): number {
  const cells = course.legs.flatMap((leg) => leg.cells);
  const addedM = sum(cells.map((cell) => cell.distanceM * (gradeFactor(cell, grade) - 1)));
  return clamp(addedM / course.distanceM, 0, HILLIEST_RATIO);
}

/**
 * How far a pace strays beside how far it does on the flat: hills dictate the pace and leave less to how a runner
 * spends the strength. Only two races determine how much, one hilly and one flat: whatever else sets them apart is
 * in it too.
 * @param hillRatio see `computeHillRatio`
 */
export const hillFactor = (hillRatio: number, narrowing: number): number =>
  Math.exp(-narrowing * hillRatio);
