/**
 * How many of each product to eat on a stretch: whole units, as near to what is needed as they come. An integer
 * problem with a few unknowns, solved by search: up from nothing by the best unit, exchanging units while that helps;
 * where a need is still missed by more than a unit, through all mixes that could miss less.
 */
import { NUTRIENTS, type Nutrient, type Product } from '../../domain/nutrition.js';

/** A product as it may be eaten on a stretch. */
export interface Offer {
  product: Product;
  /** Units, at most. */
  most: number;
  /** Eaten at a table. */
  isTable: boolean;
  /** From a table, eaten there or taken along. */
  isFromTable: boolean;
  /** Drunk on the way, from bottles. */
  isBottled: boolean;
  /** Where it stands among the plan's products, 0 the first. */
  rank: number;
  /** Of all that was eaten so far, the share that was this. */
  hadRatio: number;
}

export interface MixProblem {
  offers: readonly Offer[];
  /** Of the stretch; `null`: not pursued. */
  need: Readonly<Record<Nutrient, number | null>>;
  /** Left over from the stretches before: to be eaten besides, or, below 0, instead; up to a unit. */
  owed: Readonly<Record<Nutrient, number>>;
  /** Table units in all. */
  tableMost: number;
  /** Water that can be drunk besides so many servings of each offer, mL; `null`: so many do not fit. */
  waterFor: (counts: readonly number[]) => number | null;
  /** Water, and drinks from bottles, in all, mL: at least what any counts with their water come to. */
  drinkMostMl: number;
}

export interface Mix {
  /** One an offer. */
  counts: readonly number[];
  /** Plain water, mL. */
  waterMl: number;
  eaten: Readonly<Record<Nutrient, number>>;
  /** By how much needs are missed beyond a unit, weighed; 0: none is. */
  missed: number;
}

/** What goes first where products cannot satisfy all: fluid, carbs, sodium, then the others, each ten times the next. */
const WEIGHTS: Readonly<Record<Nutrient, number>> = {
  fluidMl: 10_000,
  carbG: 1000,
  sodiumMg: 100,
  energyKcal: 10,
  proteinG: 1,
  caffeineMg: 1,
};

/** The same among mixes that miss nothing by more than a unit, of the square of what is off. */
const NEARNESS: Readonly<Record<Nutrient, number>> = {
  fluidMl: 4,
  carbG: 4,
  sodiumMg: 2,
  energyKcal: 0.25,
  proteinG: 0.25,
  caffeineMg: 0.25,
};

/** A glass: what fluid is measured by where all of it is water, and the most to drink beyond the need. */
export const GLASS_ML = 250;

const HAS_FUEL: readonly Nutrient[] = ['energyKcal', 'carbG'];

/** What a product holds; what it does not declare counts as none. */
export const holds = ({ perServing }: Product, nutrient: Nutrient): number =>
  perServing[nutrient] ?? 0;

/** The most of a nutrient that one unit on offer holds: nearer than this nothing need come. */
export const unitOf = (nutrient: Nutrient, offers: readonly Offer[]): number => {
  const most = Math.max(
    0,
    ...offers.filter((offer) => offer.most > 0).map(({ product }) => holds(product, nutrient)),
  );
  return nutrient === 'fluidMl' && most < GLASS_ML ? GLASS_ML : most;
};

const isFuel = ({ product }: Offer): boolean => HAS_FUEL.some((n) => holds(product, n) > 0);

/** Rather what stands first, not only that, and fuel from the bottles before more to chew. */
function dislike(offer: Offer, units: number, offers: number): number {
  const [each, further, again] = offer.isBottled
    ? [0, 0.02, 0]
    : isFuel(offer)
      ? [0.1, 0.15, 1]
      : [0.02, 0.02, 0];
  const first = each + (0.2 * offer.rank) / offers + again * offer.hadRatio;
  return units * first + (further * units * (units - 1)) / 2;
}

const TINY = 1e-9;
/** Mixes looked through, where a need is missed; beyond it the best so far stands. */
const MOST_LOOKED_AT = 30_000;

export function solveMix(problem: MixProblem): Mix {
  const { offers, need, owed, tableMost, waterFor, drinkMostMl } = problem;
  const pursued = NUTRIENTS.filter((n) => need[n] != null);
  const units = pursued.map((n) => unitOf(n, offers) || 1);
  const amounts = offers.map(({ product }) => pursued.map((n) => holds(product, n)));
  const needs = pursued.map((n) => need[n]!);
  const targets = pursued.map((n, k) => Math.max(0, needs[k]! + owed[n]));
  const fluid = pursued.indexOf('fluidMl');
  // within a unit of the need, and of the need with what is left over: else what is over adds up from stretch to stretch
  const within = pursued.map((n, k) => {
    const unit = units[k]!;
    const left = Math.min(unit, Math.max(-unit, owed[n]));
    return {
      min: needs[k]! - unit + Math.max(0, left),
      // of drink no more than a glass, however large the serving
      max: needs[k]! + (k === fluid ? GLASS_ML : unit) + Math.min(0, left),
    };
  });
  const most = offers.map((offer, i) => {
    // one more than reaches beyond every need only misses them further
    const useful = pursued.map((_, k) => {
      const amount = amounts[i]![k]!;
      return amount > 0
        ? Math.floor((Math.max(needs[k]!, targets[k]!) + units[k]!) / amount) + 1
        : 0;
    });
    return Math.min(offer.most, Math.max(0, ...useful));
  });

  const water = new Map<string, number | null>();
  const waterOf = (counts: readonly number[]): number | null => {
    const key = offers.map(({ isBottled }, i) => (isBottled ? counts[i] : '')).join();
    let ml = water.get(key);
    if (ml === undefined) {
      ml = waterFor(counts);
      water.set(key, ml);
    }
    return ml;
  };

  interface Judged {
    missed: number;
    rest: number;
    waterMl: number;
  }
  const judge = (counts: readonly number[]): Judged | null => {
    let onTable = 0;
    offers.forEach(({ isTable }, i) => {
      if (isTable) onTable += counts[i]!;
    });
    if (onTable > tableMost) return null;
    const mostWaterMl = waterOf(counts);
    if (mostWaterMl == null) return null;
    const result = { missed: 0, rest: 0, waterMl: 0 };
    for (let k = 0; k < pursued.length; k += 1) {
      let eaten = 0;
      for (let i = 0; i < counts.length; i += 1) eaten += counts[i]! * amounts[i]![k]!;
      if (k === fluid) {
        result.waterMl = Math.min(Math.max(0, targets[k]! - eaten), mostWaterMl);
        eaten += result.waterMl;
      }
      const unit = units[k]!;
      const { min, max } = within[k]!;
      const off = Math.max(min - eaten, eaten - max) / unit;
      if (off > TINY) result.missed += WEIGHTS[pursued[k]!] * off;
      result.rest += NEARNESS[pursued[k]!] * ((eaten - targets[k]!) / unit) ** 2;
    }
    offers.forEach((offer, i) => {
      if (counts[i]! > 0) result.rest += dislike(offer, counts[i]!, offers.length);
    });
    return result;
  };
  const isBetter = (a: Judged, b: Judged) =>
    a.missed < b.missed - TINY || (a.missed < b.missed + TINY && a.rest < b.rest - TINY);

  const capsules = offers.flatMap((offer, i) => (isFuel(offer) ? [] : [i]));
  let counts = offers.map(() => 0);
  // always possible: nothing but water
  let judged = judge(counts)!;

  const improve = () => {
    for (;;) {
      let best: { counts: number[]; judged: Judged } | null = null;
      const offer = (changed: number[]) => {
        if (changed.some((n, i) => n < 0 || n > most[i]!)) return;
        const there = judge(changed);
        if (there && isBetter(there, best?.judged ?? judged)) {
          best = { counts: changed, judged: there };
        }
      };
      for (let i = 0; i < counts.length; i += 1) {
        for (const by of [1, -1]) offer(counts.with(i, counts[i]! + by));
        for (let j = 0; j < counts.length; j += 1) {
          if (i === j || counts[j] === 0) continue;
          for (const [up, down] of EXCHANGES) {
            offer(counts.with(i, counts[i]! + up).with(j, counts[j]! - down));
          }
          // for salty food food without salt, and a capsule; or the other way round
          for (const m of capsules) {
            if (m === i || m === j) continue;
            for (const by of [1, 2, -1, -2]) {
              const exchanged = counts.with(i, counts[i]! + 1).with(j, counts[j]! - 1);
              offer(exchanged.with(m, counts[m]! + by));
            }
          }
        }
      }
      const found = best as { counts: number[]; judged: Judged } | null;
      if (found === null) return;
      ({ counts, judged } = found);
    }
  };
  improve();

  if (judged.missed > TINY) {
    // what all further products can still add; to what is drunk, those not from bottles
    const adds = offers.map(({ isBottled }, i) =>
      pursued.map((_, k) => (k === fluid && isBottled ? 0 : amounts[i]![k]! * most[i]!)),
    );
    const ahead = offers.map((_, i) =>
      pursued.map((_, k) => adds.slice(i).reduce((total, row) => total + row[k]!, 0)),
    );
    const wet = (n: readonly number[], upTo: number) => {
      let ml = drinkMostMl;
      for (let i = 0; i < upTo; i += 1) {
        if (!offers[i]!.isBottled) ml += n[i]! * amounts[i]![fluid]!;
      }
      return ml;
    };
    let looked = 0;
    const tried = offers.map(() => 0);
    const so = pursued.map(() => 0);
    const look = (i: number): void => {
      looked += 1;
      if (looked > MOST_LOOKED_AT) return;
      let least = 0;
      for (let k = 0; k < pursued.length; k += 1) {
        const over = so[k]! - within[k]!.max;
        const had = k === fluid ? wet(tried, i) : so[k]!;
        const under = within[k]!.min - had - (ahead[i]?.[k] ?? 0);
        const off = Math.max(over, under);
        if (off > 0) least += (WEIGHTS[pursued[k]!] * off) / units[k]!;
      }
      if (least >= judged.missed - TINY) return;
      if (i === offers.length) {
        const there = judge(tried);
        if (there && isBetter(there, judged)) [counts, judged] = [[...tried], there];
        return;
      }
      for (let n = 0; n <= most[i]!; n += 1) {
        tried[i] = n;
        if (n > 0) for (let k = 0; k < pursued.length; k += 1) so[k]! += amounts[i]![k]!;
        look(i + 1);
      }
      for (let k = 0; k < pursued.length; k += 1) so[k]! -= most[i]! * amounts[i]![k]!;
      tried[i] = 0;
    };
    look(0);
    improve();
  }
  const eaten = Object.fromEntries(
    NUTRIENTS.map((n) => [
      n,
      counts.reduce((total, units, i) => total + units * holds(offers[i]!.product, n), 0) +
        (n === 'fluidMl' ? judged.waterMl : 0),
    ]),
  ) as Record<Nutrient, number>;
  return { counts, waterMl: judged.waterMl, eaten, missed: judged.missed };
}

/** So many more of one for so many fewer of another. */
const EXCHANGES = [
  [1, 1],
  [2, 1],
  [1, 2],
] as const;
