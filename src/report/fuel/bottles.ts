/** Bottles that hold the same are named once. */
import type { FilledBottle } from '../../engine/fuel/supplies.js';
import { SWALLOW_ML } from '../../engine/fuel/supply-plan.js';

export interface AlikeBottles extends FilledBottle {
  /** How many there are. */
  bottles: number;
}

/** Of one kind with one drink, as full to half a swallow. */
export function alikeBottles(bottles: readonly FilledBottle[]): AlikeBottles[] {
  const isAlike = (a: FilledBottle, b: FilledBottle) =>
    a.bottle.kind === b.bottle.kind &&
    a.product === b.product &&
    Math.abs(a.filledMl - b.filledMl) < SWALLOW_ML / 2;
  return bottles.flatMap((filled, i) =>
    bottles.findIndex((other) => isAlike(other, filled)) < i
      ? []
      : [{ ...filled, bottles: bottles.filter((other) => isAlike(other, filled)).length }],
  );
}
