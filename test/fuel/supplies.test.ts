import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/domain/course.js';
import { type Product, type SupplySource, UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan } from '../../src/engine/fuel/needs.js';
import type { PlannedRefill, Portion, Supply } from '../../src/engine/fuel/supplies.js';
import { computeSupplies } from '../../src/engine/fuel/supply-plan.js';
import { anyRace } from '../support/any-race.js';
import { NO_NUTRITION, product } from '../support/plan.js';
import { type AnyFuel, anyFuel } from './any-fuel.js';

const RUNS = { numRuns: 400, seed: 8 };
const PATIENCE = 60_000;

const unitsOf = (portions: readonly Portion[], product: Product): number =>
  portions.filter((p) => p.product === product).reduce((n, { units }) => n + units, 0);

const total = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const law = (name: string, holds: (race: AnyFuel) => void) =>
  it(
    name,
    () => {
      fc.assert(fc.property(anyFuel, holds), RUNS);
    },
    PATIENCE,
  );

/** Written again, from the words of the plan format. */
function canBeHad({ plan, course }: AnyFuel, product: Product, i: number): SupplySource[] {
  const places = placesOf(course);
  const { crew, dropBag, fare } = places[i]!;
  const isServed = places.some((place) => place.fare.includes(product.name));
  const table = isServed ? fare.includes(product.name) : i > 0 && fare.length === 0;
  const from = product.from ?? (isServed ? ['aid station'] : ['start', 'crew', 'drop bag']);
  expect(plan.crew.people).toEqual([]);
  const there = { start: i === 0, crew, 'drop bag': dropBag, 'aid station': table };
  return (['start', 'crew', 'drop bag', 'aid station'] as const).filter(
    (source) => from.includes(source) && there[source],
  );
}

describe('of every product', () => {
  law(
    'carried and taken is eaten and left, at every place, and nothing is left at the finish',
    (race) => {
      const { refills } = race.supplies;
      for (const product of race.plan.nutrition.products) {
        refills.forEach(({ carried, taken, eaten }, k) => {
          const left = k + 1 < refills.length ? unitsOf(refills[k + 1]!.carried, product) : 0;
          expect(unitsOf(carried, product) + unitsOf(taken, product)).toBe(
            unitsOf(eaten, product) + left,
          );
        });
        expect(unitsOf(refills[0]!.carried, product)).toBe(0);
      }
    },
  );

  law('whole units are taken, where the product can be had', (race) => {
    for (const { place, taken } of race.supplies.refills) {
      for (const { product, units, source } of taken) {
        expect(Number.isInteger(units) && units > 0).toBe(true);
        expect(canBeHad(race, product, place)).toContain(source);
      }
    }
  });

  law('no more is eaten than the plan lets be, not before it does, and not in the dark', (race) => {
    const { cues, refills } = race.supplies;
    for (const product of race.plan.nutrition.products) {
      const { atMost, afterS, notAtNight, servingMl } = product;
      const eaten = total(refills.map((refill) => unitsOf(refill.eaten, product)));
      expect(eaten).toBeLessThanOrEqual(atMost ?? Infinity);
      for (const { elapsedS, portions } of cues.filter((cue) => unitsOf(cue.portions, product))) {
        expect(unitsOf(portions, product)).toBeGreaterThan(0);
        expect(elapsedS).toBeGreaterThanOrEqual(afterS ?? 0);
        if (notAtNight && race.sun) expect(race.sun.lightAt(elapsedS)).toBe('day');
      }
      if (servingMl === null) continue;
      for (const { eaten: drunk, departS } of refills) {
        if (unitsOf(drunk, product) > 0 && servingMl > 300) {
          expect(departS).toBeGreaterThanOrEqual(afterS ?? 0);
        }
      }
    }
  });

  law(
    'what is brought is what is taken from start, crew and bags, and one in ten besides',
    (race) => {
      const { refills, shopping } = race.supplies;
      for (const product of race.plan.nutrition.products) {
        const own = refills.flatMap(({ taken }) => taken.filter((s) => s.source !== 'aid station'));
        const item = shopping.find((one) => one.product === product);
        const brought = item ? item.by.start + item.by.crew + item.by['drop bag'] : 0;
        expect(brought).toBe(unitsOf(own, product));
        if (item) {
          expect(item.spare).toBeGreaterThanOrEqual(Math.max(1, brought / 10));
          expect(item.spare).toBeLessThan(brought / 10 + 1.001);
        }
      }
    },
  );
});

describe('of water', () => {
  law('carried and taken is drunk, mixed, left and poured out', (race) => {
    const { refills } = race.supplies;
    refills.forEach((refill, k) => {
      const { waterCarriedMl, waterMl, waterDrunkMl, waterMixedMl, waterLeftMl, waterPouredMl } =
        refill;
      expect(waterCarriedMl + waterMl).toBeCloseTo(
        waterDrunkMl + waterMixedMl + waterLeftMl + waterPouredMl,
        6,
      );
      expect(waterCarriedMl).toBe(k === 0 ? 0 : refills[k - 1]!.waterLeftMl);
      for (const ml of [waterMl, waterDrunkMl, waterMixedMl, waterLeftMl, waterPouredMl]) {
        expect(ml).toBeGreaterThanOrEqual(-1e-6);
      }
      if (!placesOf(race.course)[refill.place]!.water) expect(waterMl).toBeCloseTo(0, 6);
    });
  });

  law('no bottle holds more than it does, nor two drinks; of a drink all servings', (race) => {
    const { bottles, carryFluidMl } = race.plan.nutrition;
    for (const refill of race.supplies.refills) {
      const { bottles: filled, waterLeftMl, waterDrunkMl, waterStandingMl } = refill;
      const inBottlesMl =
        waterLeftMl + waterDrunkMl - waterStandingMl + total(bottled(refill).map(mlOf));
      expect(inBottlesMl).toBeLessThanOrEqual((carryFluidMl ?? Infinity) + 1e-6);
      if (bottles.length === 0) continue;
      expect(filled.map(({ bottle }) => bottle).sort(byCapacity)).toEqual(
        [...bottles].sort(byCapacity),
      );
      for (const { bottle, filledMl } of filled) {
        expect(filledMl).toBeLessThanOrEqual(bottle.capacityMl + 1e-6);
      }
      expect(total(filled.map(({ filledMl }) => filledMl))).toBeCloseTo(inBottlesMl, 6);
      for (const portion of bottled(refill)) {
        const ml = filled.filter((b) => b.product === portion.product).map((b) => b.filledMl);
        const servingMl = portion.product.servingMl!;
        const servings = total(ml.map((one) => Math.floor(one / servingMl + 1e-9)));
        // powder may be filled up with water, what a table pours may not
        if (unitsOf(refill.taken.filter(isTable), portion.product) > 0) {
          expect(total(ml)).toBeCloseTo(mlOf(portion), 6);
        } else expect(total(ml)).toBeGreaterThan(mlOf(portion) - 1e-6);
        expect(servings).toBeGreaterThanOrEqual(portion.units);
      }
    }
  });
});

const isTable = ({ source }: Supply) => source === 'aid station';
const byCapacity = (a: { capacityMl: number }, b: { capacityMl: number }) =>
  a.capacityMl - b.capacityMl;
const mlOf = ({ product, units }: Portion) => units * (product.servingMl ?? 0);

/** Drinks but those of a cup at a table. */
const bottled = ({ eaten, taken }: PlannedRefill): Portion[] =>
  eaten.filter(
    ({ product: p }) =>
      p.servingMl !== null &&
      !(p.servingMl <= 300 && taken.some((s) => s.product === p && s.source === 'aid station')),
  );

describe('what is eaten', () => {
  law('is what the account of every need says', ({ supplies, fuel }) => {
    for (const { fromS, toS, eaten, waterDrunkMl, balances } of supplies.refills) {
      for (const { nutrient, needed, planned } of balances) {
        const held = total(
          eaten.map(({ product, units }) => units * (product.perServing[nutrient] ?? 0)),
        );
        expect(planned).toBeCloseTo(held + (nutrient === 'fluidMl' ? waterDrunkMl : 0), 6);
        expect(needed).toBeCloseTo(fuel.needsOver(fromS, toS)[nutrient]!, 6);
      }
    }
  });

  law(
    'is within one unit of every need on every stretch, or a shortfall says by how much not',
    (race) => {
      const { refills, shortfalls } = race.supplies;
      const { products } = race.plan.nutrition;
      for (const { place, balances } of refills) {
        const had = products.filter((p) =>
          Array.from({ length: place + 1 }, (_, i) => i).some(
            (i) => canBeHad(race, p, i).length > 0,
          ),
        );
        for (const { nutrient, needed, planned } of balances) {
          const held = (some: readonly Product[]) =>
            Math.max(...some.map((p) => p.perServing[nutrient] ?? 0), 0);
          // where a plan forbids all that holds it, or it cannot be had yet, the next unit of it
          const isSure = ({ atMost, afterS, notAtNight, servingMl }: Product) =>
            atMost === null && afterS === null && !notAtNight && servingMl === null;
          const unit = held(had.filter(isSure)) > 0 ? held(had) : held(products);
          const said = shortfalls.find((s) => s.place === place && s.nutrient === nutrient);
          const least = nutrient === 'fluidMl' ? Math.max(unit, 250) : unit;
          // of drink no more than a glass too much
          const most = nutrient === 'fluidMl' ? 250 : least;
          if (needed - planned > least + 1e-6 || planned - needed > most + 1e-6) {
            expect(said).toMatchObject({ needed, planned });
          }
        }
      }
    },
  );
  it(
    'is never off with gels, capsules of salt and water, wherever they come from',
    () => {
      const gel = product('gel', { carbG: 25, energyKcal: 100 }, { from: ['start'] });
      const capsule = product('salt', { sodiumMg: 215 }, { from: ['start'] });
      fc.assert(
        fc.property(anyRace, fc.integer({ min: 20, max: 90 }), (race, carbG) => {
          const perHour = { ...UNKNOWN_INTAKE, carbG, energyKcal: 4 * carbG, sodiumMg: 500 };
          const nutrition = { ...NO_NUTRITION, perHour, products: [capsule, gel] };
          const plan = { ...race.plan, nutrition };
          const fuel = computeFuelPlan(plan, race.pace, describeRaceDay(plan, race.sun));
          const supplies = computeSupplies(plan, race.course, race.pace, fuel)!;
          expect(supplies.shortfalls).toEqual([]);
          for (const { needed, planned, nutrient } of supplies.balances) {
            const unit = { carbG: 25, energyKcal: 100, sodiumMg: 215, fluidMl: 1 }[
              nutrient as 'carbG'
            ];
            expect(Math.abs(planned - needed)).toBeLessThanOrEqual(unit + 1e-6);
          }
        }),
        RUNS,
      );
    },
    PATIENCE,
  );

  law('is told by the cues, all of it, in order, and on time', ({ supplies }) => {
    const { cues, refills } = supplies;
    for (const [i, cue] of cues.entries()) {
      expect(cue.elapsedS).toBeGreaterThanOrEqual(cues[i - 1]?.elapsedS ?? 0);
    }
    for (const refill of refills) {
      const here = cues.filter(({ place }) => place === refill.place);
      const portions = here.flatMap((cue) => cue.portions);
      const drinks = bottled(refill);
      for (const { product, units } of refill.eaten) {
        const isDrink = drinks.some((drink) => drink.product === product);
        expect(unitsOf(portions, product)).toBe(isDrink ? 0 : units);
      }
      const drunkMl = total(here.map(({ drinkMl }) => drinkMl));
      expect(drunkMl).toBeCloseTo(refill.waterDrunkMl + total(drinks.map(mlOf)), 6);
      for (const { elapsedS } of here) {
        expect(elapsedS).toBeGreaterThanOrEqual(refill.fromS);
        expect(elapsedS).toBeLessThanOrEqual(refill.toS);
      }
    }
  });
});
