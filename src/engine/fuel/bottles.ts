/** Which bottle holds which drink. */
import type { Bottle, Product } from '../../domain/nutrition.js';
import type { FilledBottle } from './supplies.js';

/** Servings of a drink that go into bottles; solid food has none. */
export interface Servings {
  product: Product;
  units: number;
  /** Mixed with water, so that its bottle may be filled up. */
  isPowder: boolean;
}

/** Drinks in their bottles. */
export interface Packed {
  filled: readonly FilledBottle[];
  /** Bottles with no drink in them, and what they hold. */
  free: readonly Bottle[];
  /** What they hold in all, mL; `null`: nobody tells how much is carried. */
  waterMl: number | null;
  /** What water can be added to bottles of powder, mL. */
  airMl: number;
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
    if (carryMl == null) return { filled: [], free: [], waterMl: null, airMl: 0 };
    const usedMl = asked.reduce((ml, { product, units }) => ml + units * product.servingMl!, 0);
    return usedMl <= carryMl ? { filled: [], free: [], waterMl: carryMl - usedMl, airMl: 0 } : null;
  }
  const free = [...bottles];
  const filled: FilledBottle[] = [];
  let airMl = 0;
  for (const { product, units, isPowder } of asked) {
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
      if (isPowder) airMl += Math.max(0, bottle!.capacityMl - most * servingMl);
      left -= most;
    }
  }
  return { filled, free, waterMl: free.reduce((ml, { capacityMl }) => ml + capacityMl, 0), airMl };
}

/** Whether one serving of a drink goes into any bottle; always where nobody tells how much is carried. */
export const isCarriable = (
  { servingMl }: Product,
  bottles: readonly Bottle[],
  carryMl: number | null,
): boolean => {
  const mostMl = bottles.length > 0 ? Math.max(...bottles.map((b) => b.capacityMl)) : carryMl;
  return servingMl == null || mostMl == null || servingMl <= mostMl * (1 + FULL);
};

/** Adds water to the bottles of powder, one after another. */
export function topUp(
  filled: readonly FilledBottle[],
  waterMl: number,
  isPowder: (product: Product) => boolean,
): FilledBottle[] {
  let leftMl = waterMl;
  return filled.map((bottle) => {
    if (!bottle.product || !isPowder(bottle.product)) return bottle;
    const addedMl = Math.min(leftMl, Math.max(0, bottle.bottle.capacityMl - bottle.filledMl));
    leftMl -= addedMl;
    return { ...bottle, filledMl: bottle.filledMl + addedMl };
  });
}

/** A serving of 500 ml goes into a bottle of 500 ml, whatever units they were written in. */
const FULL = 1e-9;
