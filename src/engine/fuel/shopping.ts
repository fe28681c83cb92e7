/** What to bring, with spares. */
import type { Product } from '../../domain/nutrition.js';
import type { Refill, ShoppingItem } from './supplies.js';

/** One spare in ten, at least one, of what the runner brings: dropped, shared or wet. No published rule was found. */
const SPARE_RATIO = 0.1;

/** Everything taken that is not a table's, in the order of the plan's products. */
export function computeShopping(
  products: readonly Product[],
  refills: readonly Refill[],
): ShoppingItem[] {
  return products.flatMap((product) => {
    const by = { start: 0, crew: 0, 'drop bag': 0 };
    for (const { taken } of refills) {
      for (const supply of taken) {
        if (supply.product === product && supply.source !== 'aid station') {
          by[supply.source] += supply.units;
        }
      }
    }
    const total = by.start + by.crew + by['drop bag'];
    return total === 0 ? [] : [{ product, by, spare: Math.max(1, Math.ceil(total * SPARE_RATIO)) }];
  });
}
