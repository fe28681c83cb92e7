/** Fuelling: as written → domain. */
import type { Intake, NutritionPlan, Product } from '../../domain/nutrition.js';
import type { WrittenPlan } from '../plan-schema.js';
import { present } from './group.js';

type WrittenNutrition = NonNullable<WrittenPlan['nutrition']>;

const readIntake = (written: NonNullable<WrittenNutrition['per_hour']>): Intake => ({
  energyKcal: written.calories ?? null,
  carbG: written.carbs ?? null,
  proteinG: written.protein ?? null,
  fluidMl: written.fluid ?? null,
  sodiumMg: written.sodium ?? null,
  caffeineMg: written.caffeine ?? null,
});

export function readNutrition(written: WrittenNutrition = {}): NutritionPlan {
  return {
    standard: written.standard ?? 'ISSN 2019',
    perHour: readIntake(written.per_hour ?? {}),
    carryFluidMl: written.carry?.fluid ?? null,
    products: present(written.products).map((product): Product => {
      const servingMl = product.per ?? null;
      const declared = readIntake(product);
      // a drink is its own fluid; what is no drink holds none worth counting
      const fluidMl = declared.fluidMl ?? servingMl ?? 0;
      return { name: product.name, servingMl, perServing: { ...declared, fluidMl } };
    }),
  };
}
