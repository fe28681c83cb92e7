/** Any race, with any products, bottles and tables. */
import fc from 'fast-check';
import type { Course, Place } from '../../src/domain/course.js';
import {
  type Bottle,
  type Intake,
  type NutritionPlan,
  type Product,
  SUPPLY_SOURCES,
  UNKNOWN_INTAKE,
} from '../../src/domain/nutrition.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan, type FuelPlan } from '../../src/engine/fuel/needs.js';
import type { Supplies } from '../../src/engine/fuel/supplies.js';
import { computeSupplies } from '../../src/engine/fuel/supply-plan.js';
import { type AnyRace, anyRace } from '../support/any-race.js';
import { product } from '../support/plan.js';

export interface AnyFuel extends AnyRace {
  fuel: FuelPlan;
  supplies: Supplies;
}

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const FOODS = ['gel', 'bar', 'potato', 'salt cap', 'cola', 'mix', 'soup', 'chew'];

const anyProduct = (name: string): fc.Arbitrary<Product> =>
  fc
    .record({
      carbG: fc.integer({ min: 0, max: 45 }),
      perCarbKcal: fc.integer({ min: 4, max: 8 }),
      sodiumMg: fc.integer({ min: 0, max: 400 }),
      caffeineMg: fc.constantFrom(null, null, 30, 100),
      servingMl: fc.constantFrom(null, null, 200, 250, 473, 500),
      from: optional(fc.uniqueArray(fc.constantFrom(...SUPPLY_SOURCES), { minLength: 1 })),
      atMost: fc.constantFrom(null, null, 0, 1, 4, 10),
      afterS: fc.constantFrom(null, null, 3600, 4 * 3600),
      notAtNight: fc.constantFrom(false, false, true),
    })
    .map(({ carbG, perCarbKcal, sodiumMg, caffeineMg, servingMl, ...rest }) =>
      product(
        name,
        {
          carbG,
          energyKcal: carbG * perCarbKcal,
          sodiumMg,
          caffeineMg,
          fluidMl: servingMl ?? 0,
        },
        { servingMl, ...rest },
      ),
    );

const anyProducts = fc
  .uniqueArray(fc.constantFrom(...FOODS), { minLength: 1, maxLength: 8 })
  .chain((names) => fc.tuple(...names.map(anyProduct)));

const anyCarry: fc.Arbitrary<Pick<NutritionPlan, 'bottles' | 'carryFluidMl'>> = fc.oneof(
  fc.constant({ bottles: [], carryFluidMl: null }),
  fc.integer({ min: 250, max: 3000 }).map((carryFluidMl) => ({ bottles: [], carryFluidMl })),
  fc
    .array(
      fc
        .constantFrom(250, 500, 591, 1000)
        .map((capacityMl): Bottle => ({ kind: 'bottle', capacityMl })),
      { minLength: 1, maxLength: 4 },
    )
    .map((bottles) => ({
      bottles,
      carryFluidMl: bottles.reduce((ml, { capacityMl }) => ml + capacityMl, 0),
    })),
);

const anyChange: fc.Arbitrary<Intake> = fc.oneof(
  fc.constant(UNKNOWN_INTAKE),
  fc
    .record({
      fluidMl: fc.integer({ min: 200, max: 900 }),
      carbG: fc.integer({ min: 20, max: 80 }),
    })
    .map((some) => ({ ...UNKNOWN_INTAKE, ...some })),
);

const anyStation = fc.record({
  crew: fc.boolean(),
  dropBag: fc.boolean(),
  water: fc.constantFrom(true, true, true, false),
  fare: fc.subarray(FOODS),
});

export const anyFuel: fc.Arbitrary<AnyFuel> = fc
  .record({
    race: anyRace,
    products: anyProducts,
    carry: anyCarry,
    hot: anyChange,
    night: anyChange,
    stations: fc.array(anyStation, { minLength: 14, maxLength: 14 }),
    cueEveryS: optional(fc.integer({ min: 10, max: 60 }).map((min) => min * 60)),
  })
  .map(({ race, products, carry, hot, night, stations, cueEveryS }) => {
    const dressed = (place: Place, i: number): Place => ({ ...place, ...stations[i] });
    const legs = race.course.legs.map((leg, i) => ({
      ...leg,
      from: i === 0 ? leg.from : dressed(leg.from, i - 1),
      to: i === race.course.legs.length - 1 ? leg.to : dressed(leg.to, i),
    }));
    const course: Course = { ...race.course, legs };
    const pace = {
      ...race.pace,
      legs: race.pace.legs.map((planned, i) => ({ ...planned, leg: legs[i]! })),
    };
    const plan = {
      ...race.plan,
      nutrition: {
        ...race.plan.nutrition,
        ...carry,
        products,
        cueEveryS,
        perHourHot: hot,
        perHourNight: night,
      },
    };
    const fuel = computeFuelPlan(plan, pace, describeRaceDay(plan, race.sun));
    const supplies = computeSupplies(plan, course, pace, fuel);
    // products that are all water
    return supplies && { plan, course, pace, sun: race.sun, fuel, supplies };
  })
  .filter((race) => race !== null);
