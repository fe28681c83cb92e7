/** Fuelling: as written → domain. */
import type { Bottle, Intake, NutritionPlan, Product } from '../../domain/nutrition.js';
import { sum } from '../../kernel/stats.js';
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

const capacityOf = (bottles: readonly Bottle[]): number =>
  sum(bottles.map(({ capacityMl }) => capacityMl));

export function readNutrition(written: WrittenNutrition = {}): NutritionPlan {
  const bottles = present(written.carry?.bottles);
  return {
    standard: written.standard ?? 'ISSN 2019',
    perHour: readIntake(written.per_hour ?? {}),
    perHourHot: readIntake(written.when_hot ?? {}),
    perHourNight: readIntake(written.at_night ?? {}),
    carryFluidMl: written.carry?.fluid ?? (bottles.length === 0 ? null : capacityOf(bottles)),
    bottles,
    cueEveryS: written.every ?? null,
    products: present(written.products).map((product): Product => {
      const servingMl = product.per ?? null;
      const declared = readIntake(product);
      // a drink is its own fluid; what is no drink holds none worth counting
      const fluidMl = declared.fluidMl ?? servingMl ?? 0;
      return {
        name: product.name,
        servingMl,
        perServing: { ...declared, fluidMl },
        from: product.from ? present(product.from) : null,
        atMost: product.at_most ?? null,
        afterS: product.after ?? null,
        notAtNight: product.not_at === 'night',
      };
    }),
  };
}
