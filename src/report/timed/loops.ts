/** Distances that people count in loops. */
import { SAME_PLACE_M } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { count, distance, say, type Text } from '../value.js';

/** Length of a loop, where the race is counted in them: a backyard. */
export const countedLoopM = ({ backyard }: Plan): number | null => backyard?.loopM ?? null;

/** `24 loops, 160.9 km`; the distance alone where loops are not counted, or part of one was run. */
export function inLoops(distanceM: number | null, loopM: number | null): Text {
  const loops = loopM === null || distanceM === null ? null : Math.round(distanceM / loopM);
  const isWhole = loops !== null && Math.abs(distanceM! - loops * loopM!) <= SAME_PLACE_M;
  return isWhole
    ? say`${count(loops)} ${loops === 1 ? 'loop' : 'loops'}, ${distance(distanceM)}`
    : [distance(distanceM)];
}

/** `2 loops`; of less than a whole number the distance. */
export function loopsText(distanceM: number, loopM: number): Text {
  const loops = Math.round(distanceM / loopM);
  return loops > 0 && Math.abs(distanceM - loops * loopM) <= SAME_PLACE_M
    ? say`${count(loops)} ${loops === 1 ? 'loop' : 'loops'}`
    : [distance(distanceM)];
}
