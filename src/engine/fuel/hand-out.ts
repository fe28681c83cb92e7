/** Who hands out what, and what is carried from place to place. */
import type { Product } from '../../domain/nutrition.js';
import { sum } from '../../kernel/stats.js';
import type { SourcesByPlace } from './sources.js';
import type { PlannedRefill, Portion, Supply } from './supplies.js';

/**
 * Hands out the runner's own: each unit at the last place that has it before it is eaten. Then what is carried from
 * place to place.
 */
export function handOut(
  refills: readonly PlannedRefill[],
  products: readonly Product[],
  sources: ReadonlyMap<Product, SourcesByPlace>,
): PlannedRefill[] {
  const taken: Supply[][] = refills.map((refill) => [...refill.taken]);
  const carried: Portion[][] = refills.map(() => []);
  for (const product of products) {
    const byPlace = sources.get(product)!;
    let from = -1;
    let units = 0;
    const hand = () => {
      const source = from < 0 ? null : byPlace[refills[from]!.place];
      if (units > 0 && source) taken[from]!.push({ product, units, source });
    };
    refills.forEach((refill, k) => {
      const source = byPlace[refill.place];
      if (source != null && source !== 'aid station') {
        hand();
        [from, units] = [k, 0];
      }
      const isTables = taken[k]!.some(
        (supply) => supply.product === product && supply.source === 'aid station',
      );
      if (isTables) return;
      units += refill.eaten.find((portion) => portion.product === product)?.units ?? 0;
    });
    hand();
    let left = 0;
    refills.forEach((refill, k) => {
      if (left > 0) carried[k]!.push({ product, units: left });
      const got = sum(taken[k]!.filter((s) => s.product === product).map((s) => s.units));
      left += got - (refill.eaten.find((p) => p.product === product)?.units ?? 0);
    });
  }
  const inOrder = <P extends Portion>(portions: readonly P[]) =>
    portions.toSorted((a, b) => products.indexOf(a.product) - products.indexOf(b.product));
  return refills.map((refill, k) => ({
    ...refill,
    carried: inOrder(carried[k]!),
    taken: inOrder(taken[k]!),
  }));
}
