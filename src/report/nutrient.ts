/** What a nutrient is called, and how an amount of it is said. */
import type { Nutrient } from '../domain/nutrition.js';
import { energy, grams, milligrams, type Value, volume } from './value.js';

export const NUTRIENT_LABELS: Readonly<Record<Nutrient, string>> = {
  energyKcal: 'Calories',
  carbG: 'Carbs',
  proteinG: 'Protein',
  fluidMl: 'Fluid',
  sodiumMg: 'Sodium',
  caffeineMg: 'Caffeine',
};

/** Those that tables of intake show. */
export const INTAKE_SHOWN: readonly Nutrient[] = ['energyKcal', 'carbG', 'fluidMl', 'sodiumMg'];

/** An amount in the nutrient's own unit; `perHour` of a rate. */
export function nutrientValue(nutrient: Nutrient, amount: number | null, perHour = false): Value {
  switch (nutrient) {
    case 'energyKcal':
      return energy(amount, perHour);
    case 'carbG':
    case 'proteinG':
      return grams(amount, perHour);
    case 'fluidMl':
      return volume(amount, perHour);
    case 'sodiumMg':
    case 'caffeineMg':
      return milligrams(amount, perHour);
  }
}
