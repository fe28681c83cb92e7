/** How a plan writes fuelling. */
import { STANDARD_NAMES } from '../../../domain/nutrition.js';
import type { UnitSystem } from '../../../kernel/units.js';
import { item, keys, list } from '../group.js';
import { choice, text } from '../leaf.js';
import { quantitiesIn } from '../quantities.js';

/** @param units of bare numbers */
export function nutritionKeys(units: UnitSystem) {
  const some = quantitiesIn(units);
  const nutrients = {
    calories: some.energy().describe('Energy'),
    carbs: some.carbs().describe('Carbohydrate'),
    protein: some.protein().describe('Protein'),
    fluid: some.fluid().describe('Fluid'),
    sodium: some.sodium().describe('Sodium'),
    caffeine: some.caffeine().describe('Caffeine'),
  };
  const product = item(
    { name: text().describe('As intake logs call it') },
    { per: some.serving().describe('Serving of a drink, which is also its fluid'), ...nutrients },
  );
  return keys({
    standard: choice(STANDARD_NAMES).describe('What intake is held against'),
    per_hour: keys(nutrients).describe('Own targets, an hour of racing'),
    carry: keys({ fluid: some.capacity().describe('Fluid') }).describe('Hold of vest and bottles'),
    products: list(product).describe('What is eaten and drunk: of one piece, or one serving'),
  }).describe('Fuelling');
}
