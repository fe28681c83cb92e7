/** How many of what, from where, in which bottle: the plan's needs met with the plan's products. */
import type { Course } from '../../domain/course.js';
import { NUTRIENTS, type Nutrient, type Product } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { clamp, sum } from '../../kernel/stats.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import { packBottles, topUp } from './bottles.js';
import { computeCues } from './cues.js';
import { holds, type Mix, type Offer, solveMix, unitOf } from './mix.js';
import type { FuelPlan } from './needs.js';
import { computeShopping } from './shopping.js';
import { computeSources, isWater, type SourcesByPlace } from './sources.js';
import {
  CUE_EVERY_S,
  computeFuelStretches,
  type FuelStretch,
  isAllowedAt,
  isAllowedThroughout,
  mostAllowed,
} from './stretches.js';
import type {
  Balance,
  Cue,
  PlannedRefill,
  Portion,
  Shortfall,
  Supplies,
  Supply,
} from './supplies.js';

/** Units of one thing, and of all, that a runner eats at a table; no source, what a short stop leaves time for. */
export const TABLE_MOST_EACH = 2;
export const TABLE_MOST = 3;
/** A drink of a table up to this serving is drunk from a cup there; a larger one fills a bottle. 10 oz. */
export const CUP_ML = 300;
/** What one swallow holds: a fluid ounce, 30 mL. No source. */
export const SWALLOW_ML = 30;

const isNothing = 1e-6;

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
      if (!way) return [];
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

/** How a product can be eaten on a stretch. */
interface Way {
  isTable: boolean;
  /** From a table, drunk there or not. */
  isFromTable: boolean;
  isBottled: boolean;
  /** Units, by when and where it is allowed. */
  most: number;
  /** Units up to the end of this stretch, so that the race's last. */
  allowance: number;
}

/** @returns one a stretch; `null` where the product cannot be had, or not be eaten */
function waysOf(
  product: Product,
  sources: SourcesByPlace,
  stretches: readonly FuelStretch[],
  fuel: FuelPlan,
): (Way | null)[] {
  const isDrink = product.servingMl != null;
  const ways = stretches.map((stretch): (Way & { lastsS: number }) | null => {
    const { place, fromS, departS, toS, at } = stretch;
    const isOwn = sources.slice(0, place + 1).some((s) => s !== null && s !== 'aid station');
    const isThere = sources[place] === 'aid station';
    if (!isOwn && !isThere) return null;
    const isFromTable = isThere;
    const isTable = isThere && !(isDrink && product.servingMl! > CUP_ML);
    if (isTable) {
      return isAllowedAt(product, fuel, fromS)
        ? {
            isTable,
            isFromTable,
            isBottled: false,
            most: TABLE_MOST_EACH,
            allowance: 0,
            lastsS: toS - fromS,
          }
        : null;
    }
    // what is sipped all the way must be allowed all the way, and powder needs water
    if (isDrink && !isThere && !at.water) return null;
    const most = mostAllowed(product, fuel, stretch);
    if (most === 0 || (isDrink && !isAllowedThroughout(product, fuel, departS, toS))) return null;
    const lastsS = fuel.racedOver(fromS, toS);
    return {
      isTable,
      isFromTable,
      isBottled: isDrink,
      most: most ?? Infinity,
      allowance: 0,
      lastsS,
    };
  });
  const lastsS = sum(ways.map((way) => way?.lastsS ?? 0));
  let soFarS = 0;
  return ways.map((way) => {
    if (way === null) return null;
    soFarS += way.lastsS;
    const { atMost } = product;
    const isLast = soFarS > lastsS - isNothing;
    return {
      ...way,
      allowance:
        atMost == null ? Infinity : isLast ? atMost : Math.round((atMost * soFarS) / lastsS),
    };
  });
}

/** Bottles and water on a stretch. */
function waterOn(
  { nutrition: { bottles, carryFluidMl } }: Plan,
  { at, need, standingMl, laterMl }: FuelStretch,
  carriedMl: number,
  offers: readonly Offer[],
) {
  const drinks = offers.flatMap(({ product, isBottled, isFromTable }, i) =>
    isBottled ? [{ product, isPowder: !isFromTable, i }] : [],
  );
  const packed = (counts: readonly number[]) =>
    packBottles(
      bottles,
      carryFluidMl,
      drinks.map(({ i, ...drink }) => ({ ...drink, units: counts[i]! })),
    );
  const drinksMl = (counts: readonly number[], of = drinks) =>
    sum(of.map(({ product, i }) => counts[i]! * product.servingMl!));
  const powders = drinks.filter(({ isPowder }) => isPowder);
  /** Of so much in the bottles, what may be drunk before the next place where more is not to be had. */
  const rationOf = (inBottlesMl: number): number => {
    const hereMl = Math.max(0, (need.fluidMl ?? 0) - standingMl);
    if (laterMl === 0) return inBottlesMl;
    return inBottlesMl >= hereMl + laterMl
      ? inBottlesMl - laterMl
      : (inBottlesMl * hereMl) / (hereMl + laterMl);
  };
  /** Plain water on leaving, but for what fills up powder; `null`: as much as is wanted. */
  const inBottles = (room: number | null): number | null =>
    at.water ? room : Math.min(carriedMl, room ?? Infinity);
  return {
    mostBeside(counts: readonly number[]): number | null {
      const pack = packed(counts);
      if (!pack) return null;
      // water from before is not poured out where there is no more
      if (!at.water && (pack.waterMl ?? Infinity) < carriedMl) return null;
      const mixedMl = drinksMl(counts);
      const water = inBottles(pack.waterMl);
      if (water == null) return Infinity;
      // a bottle of powder is empty at the next place, and no help beyond it
      const airMl = laterMl > 0 ? 0 : pack.airMl;
      const rationMl = rationOf(water + airMl + mixedMl);
      if (mixedMl > rationMl + isNothing && mixedMl > 0) return null;
      return standingMl + Math.max(0, rationMl - mixedMl);
    },
    fill({ counts, waterMl: drunkMl }: Mix) {
      const { filled, free, waterMl: room } = packed(counts)!;
      const standing = Math.min(drunkMl, standingMl);
      const onTheWayMl = drunkMl - standing;
      const mixedMl = drinksMl(counts, powders);
      // bottles are filled full; where nobody tells what they hold, as far as is drunk
      const plainMl = inBottles(room) ?? Math.max(carriedMl - mixedMl, onTheWayMl + laterMl);
      const addedMl = Math.max(0, onTheWayMl - plainMl);
      const leavingMl = plainMl + addedMl;
      const pouredMl = Math.max(0, carriedMl - mixedMl - leavingMl);
      let leftMl = plainMl;
      const waterBottles = free.map((bottle) => {
        const filledMl = Math.min(bottle.capacityMl, leftMl);
        leftMl -= filledMl;
        return { bottle, product: null, filledMl };
      });
      const isPowder = (product: Product) => powders.some((powder) => powder.product === product);
      return {
        bottles: [...topUp(filled, addedMl, isPowder), ...waterBottles],
        waterMl: mixedMl + leavingMl - carriedMl + pouredMl + standing,
        waterMixedMl: mixedMl,
        waterStandingMl: standing,
        waterLeftMl: leavingMl - onTheWayMl,
        waterPouredMl: pouredMl,
      };
    },
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
    const isOff = needed - planned > under + isNothing || planned - needed > unit + isNothing;
    return isOff ? [{ place, until, ...balance }] : [];
  });
}

/**
 * Hands out the runner's own: each unit at the last place that has it before it is eaten. Then what is carried from
 * place to place.
 */
function handOut(
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
