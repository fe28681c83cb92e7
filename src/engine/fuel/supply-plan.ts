/** How many of what, from where, in which bottle: the plan's needs met with the plan's products. */
import type { Course } from '../../domain/course.js';
import { NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { clamp, sum } from '../../kernel/stats.js';
import { ML_PER_FL_OZ } from '../../kernel/units.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { isCarriable } from './bottles.js';
import { computeCues } from './cues.js';
import { handOut } from './hand-out.js';
import { solveMix } from './mix.js';
import type { FuelPlan } from './needs.js';
import { GLASS_ML, holds, type Mix, type Offer, unitOf } from './offers.js';
import { computeShopping } from './shopping.js';
import { computeSources, isWater } from './sources.js';
import { CUE_EVERY_S, computeFuelStretches, type FuelStretch } from './stretches.js';
import type { Balance, Cue, PlannedRefill, Shortfall, Supplies, Supply } from './supplies.js';
import { waterOn } from './water.js';
import { TABLE_MOST, waysOf } from './ways.js';

/** What one swallow holds: a fluid ounce. No source. */
export const SWALLOW_ML = ML_PER_FL_OZ;

/** Amounts nearer than this are the same. */
const TINY = 1e-6;

/**
 * Plans what is taken, filled and eaten from each place to the next; `null` where the plan lists nothing to eat.
 * Of each nutrient pursued, what is eaten is within one unit of what is needed on every stretch, or a shortfall says by
 * how much not; what rounding leaves over is made up on the next stretch, up to a unit. A product that does not
 * declare a nutrient counts as without it. A drink of the runner's own is powder, mixed where there is water.
 */
export function computeSupplies(
  plan: Plan,
  course: Course,
  pace: Pick<PacePlan, 'legs'>,
  fuel: FuelPlan,
): Supplies | null {
  const { nutrition } = plan;
  const products = nutrition.products.filter((product) => !isWater(product));
  if (products.length === 0) return null;
  const sources = computeSources(plan, course);
  for (const product of sources.keys()) if (isWater(product)) sources.delete(product);
  const cueEveryS = nutrition.cueEveryS ?? CUE_EVERY_S;
  const stretches = computeFuelStretches(
    course,
    pace,
    fuel,
    sources,
    nutrition.carryFluidMl,
    cueEveryS,
  );
  const ways = products.map((product) => waysOf(product, sources.get(product)!, stretches, fuel));

  const eatenSoFar = products.map(() => 0);
  const hadRatio = (rank: number) => eatenSoFar[rank]! / Math.max(1, sum(eatenSoFar));
  const owed = Object.fromEntries(NUTRIENTS.map((n) => [n, 0])) as Record<Nutrient, number>;
  // where nothing on offer holds a nutrient, the plan's next unit is the nearest that can be had
  const unitIn = (offers: readonly Offer[]) => (n: Nutrient) =>
    unitOf(n, offers) || Math.max(...products.map((product) => holds(product, n)));
  let waterMl = 0;
  const refills: PlannedRefill[] = [];
  const cues: Cue[] = [];
  const shortfalls: Shortfall[] = [];
  stretches.forEach((stretch, k) => {
    const offers = products.flatMap((product, rank): Offer[] => {
      const way = ways[rank]![k];
      if (
        !way ||
        (way.isBottled && !isCarriable(product, nutrition.bottles, nutrition.carryFluidMl))
      )
        return [];
      const most = Math.min(way.most, way.allowance - eatenSoFar[rank]!);
      return most > 0 ? [{ product, rank, hadRatio: hadRatio(rank), ...way, most }] : [];
    });
    const water = waterOn(plan, stretch, waterMl, offers);
    const mix = solveMix({
      offers,
      need: stretch.need,
      owed,
      tableMost: TABLE_MOST,
      waterFor: water.mostBeside,
      drinkMostMl: water.mostMl,
    });
    const balances = balancesOf(stretch, mix);
    shortfalls.push(...shortfallsOf(stretch, balances, unitIn(offers), owed));
    for (const n of NUTRIENTS) {
      if (stretch.need[n] == null) continue;
      const unit = unitIn(offers)(n);
      // what could not be carried is not made up by drinking more than is needed
      const most = n === 'fluidMl' ? 0 : unit;
      owed[n] = clamp(owed[n] + stretch.need[n] - mix.eaten[n], -unit, most);
    }
    const portions = offers.flatMap((offer, i) => {
      const units = mix.counts[i]!;
      eatenSoFar[offer.rank]! += units;
      return units > 0 ? [{ offer, portion: { product: offer.product, units } }] : [];
    });
    const filled = water.fill(mix);
    refills.push({
      place: stretch.place,
      until: stretch.until,
      carried: [],
      taken: portions.flatMap(({ offer, portion }): Supply[] =>
        offer.isFromTable ? [{ ...portion, source: 'aid station' }] : [],
      ),
      eaten: portions.map(({ portion }) => portion),
      fromS: stretch.fromS,
      departS: stretch.departS,
      toS: stretch.toS,
      waterCarriedMl: waterMl,
      waterDrunkMl: mix.waterMl,
      ...filled,
      balances,
    });
    const [atTable, onTheWay, bottled] = [
      portions.filter(({ offer }) => offer.isTable),
      portions.filter(({ offer }) => !offer.isTable && !offer.isBottled),
      portions.filter(({ offer }) => offer.isBottled),
    ];
    cues.push(
      ...computeCues(stretch, fuel, {
        atTable: atTable.map(({ portion }) => portion),
        onTheWay: onTheWay.map(({ portion }) => portion),
        standingMl: filled.waterStandingMl,
        bottledMl:
          mix.waterMl -
          filled.waterStandingMl +
          sum(bottled.map(({ portion }) => portion.units * holds(portion.product, 'fluidMl'))),
      }),
    );
    waterMl = filled.waterLeftMl;
  });
  const handed = handOut(refills, products, sources);
  return {
    refills: handed,
    cueEveryS,
    cues,
    shopping: computeShopping(products, handed),
    shortfalls,
    balances: NUTRIENTS.flatMap((nutrient) => {
      const of = handed.flatMap(({ balances }) => balances.filter((b) => b.nutrient === nutrient));
      return of.length === 0
        ? []
        : [
            {
              nutrient,
              needed: sum(of.map(({ needed }) => needed)),
              planned: sum(of.map(({ planned }) => planned)),
            },
          ];
    }),
    unused: products.filter((_, i) => eatenSoFar[i] === 0),
  };
}

const balancesOf = ({ need }: FuelStretch, { eaten }: Mix): Balance[] =>
  NUTRIENTS.flatMap((nutrient) => {
    const needed = need[nutrient];
    return needed == null ? [] : [{ nutrient, needed, planned: eaten[nutrient] }];
  });

function shortfallsOf(
  { place, until }: FuelStretch,
  balances: readonly Balance[],
  unitIn: (nutrient: Nutrient) => number,
  owed: Readonly<Record<Nutrient, number>>,
): Shortfall[] {
  return balances.flatMap((balance) => {
    const { nutrient, needed, planned } = balance;
    const unit = unitIn(nutrient);
    // water comes in any amount: what is short of it, but for what was drunk before, is not rounding
    const under = nutrient === 'fluidMl' ? SWALLOW_ML + Math.max(0, -owed.fluidMl) : unit;
    const over = nutrient === 'fluidMl' ? GLASS_ML : unit;
    const isOff = needed - planned > under + TINY || planned - needed > over + TINY;
    return isOff ? [{ place, until, ...balance }] : [];
  });
}
