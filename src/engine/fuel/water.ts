/** Bottles and water from one place to the next. */
import type { Product } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import { packBottles, topUp } from './bottles.js';
import type { Mix, Offer } from './offers.js';
import type { FuelStretch } from './stretches.js';

const TINY_ML = 1e-6;

/**
 * Bottles and water on a stretch.
 * @param carriedMl water still in the bottles on arrival
 * @returns what can be drunk beside so many servings of each offer, and how bottles are filled for a mix
 */
export function waterOn(
  { nutrition: { bottles, carryFluidMl } }: Plan,
  { at, need, standingMl, laterMl }: FuelStretch,
  carriedMl: number,
  offers: readonly Offer[],
) {
  const drinks = offers.flatMap(({ product, isBottled, isFromTable }, i) =>
    isBottled ? [{ product, isPowder: !isFromTable, i }] : [],
  );
  const packed = (counts: readonly number[]) =>
    packBottles(
      bottles,
      carryFluidMl,
      drinks.map(({ i, ...drink }) => ({ ...drink, units: counts[i]! })),
    );
  const drinksMl = (counts: readonly number[], of = drinks) =>
    sum(of.map(({ product, i }) => counts[i]! * product.servingMl!));
  const powders = drinks.filter(({ isPowder }) => isPowder);
  /** Of so much in the bottles, what may be drunk before the next place where more is not to be had. */
  const rationOf = (inBottlesMl: number): number => {
    const hereMl = Math.max(0, (need.fluidMl ?? 0) - standingMl);
    if (laterMl === 0) return inBottlesMl;
    return inBottlesMl >= hereMl + laterMl
      ? inBottlesMl - laterMl
      : (inBottlesMl * hereMl) / (hereMl + laterMl);
  };
  /** Plain water on leaving, but for what fills up powder; `null`: as much as is wanted. */
  const inBottles = (room: number | null): number | null =>
    at.water ? room : Math.min(carriedMl, room ?? Infinity);
  return {
    /** No more can be drunk than standing and from full bottles, whatever is in them, mL. */
    mostMl:
      standingMl +
      (bottles.length > 0 ? sum(bottles.map((b) => b.capacityMl)) : (carryFluidMl ?? Infinity)),
    mostBeside(counts: readonly number[]): number | null {
      const pack = packed(counts);
      if (!pack) return null;
      // water from before is not poured out where there is no more
      if (!at.water && (pack.waterMl ?? Infinity) < carriedMl) return null;
      const mixedMl = drinksMl(counts);
      const water = inBottles(pack.waterMl);
      if (water == null) return Infinity;
      const rationMl = rationOf(water + pack.airMl + mixedMl);
      if (mixedMl > rationMl + TINY_ML && mixedMl > 0) return null;
      // a bottle of powder is empty at the next place: what it is filled up with is drunk here
      return standingMl + Math.max(pack.airMl, rationMl - mixedMl);
    },
    fill({ counts, waterMl: drunkMl }: Mix) {
      const { filled, free, waterMl: room, airMl } = packed(counts)!;
      const standing = Math.min(drunkMl, standingMl);
      const onTheWayMl = drunkMl - standing;
      const mixedMl = drinksMl(counts, powders);
      // bottles are filled full; where nobody tells what they hold, as far as is drunk
      const plainMl = inBottles(room) ?? Math.max(carriedMl - mixedMl, onTheWayMl + laterMl);
      // powder is filled up where that spares plain water for later
      const sparedMl = Math.min(airMl, onTheWayMl, onTheWayMl + laterMl - plainMl);
      const addedMl = Math.max(0, onTheWayMl - plainMl, sparedMl);
      const leavingMl = plainMl + addedMl;
      const pouredMl = Math.max(0, carriedMl - mixedMl - leavingMl);
      let leftMl = plainMl;
      const waterBottles = free.map((bottle) => {
        const filledMl = Math.min(bottle.capacityMl, leftMl);
        leftMl -= filledMl;
        return { bottle, product: null, filledMl };
      });
      const isPowder = (product: Product) => powders.some((powder) => powder.product === product);
      return {
        bottles: [...topUp(filled, addedMl, isPowder), ...waterBottles],
        waterMl: mixedMl + leavingMl - carriedMl + pouredMl + standing,
        waterMixedMl: mixedMl,
        waterStandingMl: standing,
        waterLeftMl: leavingMl - onTheWayMl,
        waterPouredMl: pouredMl,
      };
    },
  };
}
