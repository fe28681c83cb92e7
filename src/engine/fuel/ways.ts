/** How, and how much at most, each product can be eaten on each stretch. */
import type { Product } from '../../domain/nutrition.js';
import { sum } from '../../kernel/stats.js';
import type { FuelPlan } from './needs.js';
import type { SourcesByPlace } from './sources.js';
import { type FuelStretch, isAllowedAt, isAllowedThroughout, mostAllowed } from './stretches.js';

/** Units of one thing, and of all, that a runner eats at a table; no source, what a short stop leaves time for. */
export const TABLE_MOST_EACH = 2;
export const TABLE_MOST = 3;
/** A drink of a table up to this serving is drunk from a cup there; a larger one fills a bottle. 10 oz. */
export const CUP_ML = 300;

const TINY_S = 1e-6;

/** How a product can be eaten on a stretch. */
export interface Way {
  isTable: boolean;
  /** From a table, drunk there or not. */
  isFromTable: boolean;
  isBottled: boolean;
  /** Units, by when and where it is allowed. */
  most: number;
  /** Units up to the end of this stretch, so that the few there are last the race. */
  allowance: number;
}

/** @returns one a stretch; `null` where the product cannot be had, or not be eaten */
export function waysOf(
  product: Product,
  sources: SourcesByPlace,
  stretches: readonly FuelStretch[],
  fuel: FuelPlan,
): (Way | null)[] {
  const isDrink = product.servingMl != null;
  const ways = stretches.map((stretch): (Way & { lastsS: number }) | null => {
    const { place, fromS, departS, toS, at } = stretch;
    const isOwn = sources.slice(0, place + 1).some((s) => s !== null && s !== 'aid station');
    const isThere = sources[place] === 'aid station';
    if (!isOwn && !isThere) return null;
    const isFromTable = isThere;
    const isTable = isThere && !(isDrink && product.servingMl! > CUP_ML);
    if (isTable) {
      return isAllowedAt(product, fuel, fromS)
        ? {
            isTable,
            isFromTable,
            isBottled: false,
            most: TABLE_MOST_EACH,
            allowance: 0,
            lastsS: fuel.racedOver(fromS, toS),
          }
        : null;
    }
    // what is sipped all the way must be allowed all the way, and powder needs water
    if (isDrink && !isThere && !at.water) return null;
    const most = mostAllowed(product, fuel, stretch);
    if (most === 0 || (isDrink && !isAllowedThroughout(product, fuel, departS, toS))) return null;
    const lastsS = fuel.racedOver(fromS, toS);
    return {
      isTable,
      isFromTable,
      isBottled: isDrink,
      most: most ?? Infinity,
      allowance: 0,
      lastsS,
    };
  });
  const lastsS = sum(ways.map((way) => way?.lastsS ?? 0));
  let soFarS = 0;
  return ways.map((way) => {
    if (way === null) return null;
    soFarS += way.lastsS;
    const { atMost } = product;
    const isLast = soFarS > lastsS - TINY_S;
    return {
      ...way,
      allowance:
        atMost == null ? Infinity : isLast ? atMost : Math.round((atMost * soFarS) / lastsS),
    };
  });
}
