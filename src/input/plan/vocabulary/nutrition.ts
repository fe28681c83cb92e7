/** How a plan writes fuelling. */
import { STANDARD_NAMES, SUPPLY_SOURCES } from '../../../domain/nutrition.js';
import type { UnitSystem } from '../../../kernel/units.js';
import { bottle } from '../bottle-leaf.js';
import { item, keys, list } from '../group.js';
import { choice, text, whole } from '../leaf.js';
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
    {
      per: some.serving().describe('Serving of a drink, which is also its fluid'),
      ...nutrients,
      from: list(choice(SUPPLY_SOURCES)).describe(
        'Where it can be had; when left out, on the tables that serve it, else your own',
      ),
      at_most: whole({ from: '0', to: '1000', example: '6' }).describe('In the whole race'),
      after: some.elapsed().describe('Not before so long into the race'),
      not_at: choice(['night']).describe('Not while it is dark'),
    },
  );
  return keys({
    standard: choice(STANDARD_NAMES).describe('What intake is held against'),
    per_hour: keys(nutrients).describe('Own targets, an hour of racing'),
    when_hot: keys(nutrients).describe('What changes an hour from 24 °C (75 °F) on'),
    at_night: keys(nutrients).describe('What changes an hour while it is dark'),
    every: some
      .stop()
      .describe('How often to eat and drink')
      .meta({ examples: ['20 min'] }),
    carry: keys({
      fluid: some.capacity().describe('Fluid, in all'),
      bottles: list(bottle(units)).describe('Each bottle, flask or bladder'),
    }).describe('Hold of vest and bottles'),
    products: list(product).describe('What is eaten and drunk: of one piece, or one serving'),
  }).describe('Fuelling');
}
