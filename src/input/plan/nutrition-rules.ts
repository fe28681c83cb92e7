/** What must hold of fuelling: products are told apart, and bottles hold what is carried. */
import { productKey } from '../../domain/nutrition.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { sum } from '../../kernel/stats.js';
import type { Draft } from './draft.js';

export const checkNutrition = (draft: Draft): Problem[] => [
  ...checkProducts(draft),
  ...checkCarry(draft),
];

function checkProducts({ written, at }: Draft): Problem[] {
  const products = written.nutrition?.products ?? [];
  return products.flatMap((product, i) => {
    const key = product && productKey(product.name);
    if (!key) return [];
    const first = products.findIndex((other) => other && productKey(other.name) === key);
    if (first === i) return [];
    const path = (index: number) => ['nutrition', 'products', index, 'name'];
    const related = { path: path(first), label: 'listed before' };
    return [
      error(
        'PRODUCT_TWICE',
        { product: product.name, before: products[first]!.name },
        at(path(i), related),
      ),
    ];
  });
}

/** One amount in two units, each rounded as people round: `1.2 l` are two bottles of `20 oz`. No source. */
const SAME_RATIO = 0.05;

function checkCarry({ written, at }: Draft): Problem[] {
  const { fluid: fluidMl, bottles = [] } = written.nutrition?.carry ?? {};
  const told = bottles.flatMap((bottle) => bottle ?? []);
  // an unreadable bottle may hold the rest
  if (fluidMl == null || told.length === 0 || told.length < bottles.length) return [];
  const bottlesMl = sum(told.map(({ capacityMl }) => capacityMl));
  return Math.abs(fluidMl - bottlesMl) <= SAME_RATIO * bottlesMl
    ? []
    : [
        error(
          'CARRY_DIFFERS',
          { fluidMl, bottlesMl },
          at(['nutrition', 'carry', 'fluid'], {
            path: ['nutrition', 'carry', 'bottles'],
            label: 'what the bottles hold',
          }),
        ),
      ];
}
