/** Which bottle holds which drink. */
import type { Bottle, Product } from '../../domain/nutrition.js';
import type { FilledBottle } from './supplies.js';

/** Servings of a drink that go into bottles; solid food has none. */
export interface Servings {
  product: Product;
  units: number;
}

/** Drinks in their bottles. */
export interface Packed {
  filled: readonly FilledBottle[];
  /** Bottles with no drink in them, and what they hold. */
  free: readonly Bottle[];
  /** What they hold in all, mL; `null`: nobody tells how much is carried. */
  waterMl: number | null;
}

/**
 * Fills whole servings of each drink into bottles, one drink a bottle: of those that take most of what is left, the
 * smallest. Where the plan tells no bottles, all share what is carried.
 * @param carryMl what bottles hold in all; `null`: not told
 * @returns `null` when they do not fit
 */
export function packBottles(
  bottles: readonly Bottle[],
  carryMl: number | null,
  drinks: readonly Servings[],
): Packed | null {
  const asked = drinks.filter(({ units }) => units > 0);
  if (bottles.length === 0) {
    if (carryMl == null) return { filled: [], free: [], waterMl: null };
    const usedMl = asked.reduce((ml, { product, units }) => ml + units * product.servingMl!, 0);
    return usedMl <= carryMl ? { filled: [], free: [], waterMl: carryMl - usedMl } : null;
  }
  const free = [...bottles];
  const filled: FilledBottle[] = [];
  for (const { product, units } of asked) {
    const servingMl = product.servingMl!;
    for (let left = units; left > 0; ) {
      let best = -1;
      let most = 0;
      free.forEach(({ capacityMl }, i) => {
        const holds = Math.min(left, Math.floor(capacityMl / servingMl + FULL));
        const isSmaller = best >= 0 && capacityMl < free[best]!.capacityMl;
        if (holds > most || (holds > 0 && holds === most && isSmaller)) [best, most] = [i, holds];
      });
      if (best < 0) return null;
      const [bottle] = free.splice(best, 1);
      filled.push({ bottle: bottle!, product, filledMl: most * servingMl });
      left -= most;
    }
  }
  return { filled, free, waterMl: free.reduce((ml, { capacityMl }) => ml + capacityMl, 0) };
}

/** A serving of 500 ml goes into a bottle of 500 ml, whatever units they were written in. */
const FULL = 1e-9;
