/** A mix problem as numbers, and how well some counts solve it. */
import { NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import { GLASS_ML, holds, isFuel, type MixProblem, type Offer, unitOf } from './offers.js';

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

/** Differences smaller than this are none. */
export const TINY = 1e-9;

/** Of some counts; the smaller the better. */
export interface Judged {
  /** By how much needs are missed beyond a unit, weighed. */
  missed: number;
  /** What decides among mixes that miss as much. */
  rest: number;
  /** Plain water drunk besides, mL. */
  waterMl: number;
}

export const isBetter = (a: Judged, b: Judged): boolean =>
  a.missed < b.missed - TINY || (a.missed < b.missed + TINY && a.rest < b.rest - TINY);

/** Offers are rows, the nutrients pursued columns. */
export interface MixTable {
  offers: readonly Offer[];
  weights: readonly number[];
  /** One unit of each nutrient, see `unitOf`. */
  units: readonly number[];
  /** What a unit of each offer holds. */
  amounts: readonly (readonly number[])[];
  /** What is eaten may lie between. */
  within: readonly { min: number; max: number }[];
  /** More than so many units of an offer only miss needs further. */
  most: readonly number[];
  /** Column of the fluid; -1: not pursued. */
  fluid: number;
  drinkMostMl: number;
  /** `null`: so many cannot be eaten, or not be carried. */
  judge: (counts: readonly number[]) => Judged | null;
}

export function tabulate(problem: MixProblem): MixTable {
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
  const waterOf = rememberWater(offers, waterFor);
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
  const weights = pursued.map((n) => WEIGHTS[n]);
  return { offers, weights, units, amounts, within, most, fluid, drinkMostMl, judge };
}

/** The same counts of what is in the bottles leave the same water. */
function rememberWater(
  offers: readonly Offer[],
  waterFor: MixProblem['waterFor'],
): MixProblem['waterFor'] {
  const water = new Map<string, number | null>();
  return (counts) => {
    const key = offers.map(({ isBottled }, i) => (isBottled ? counts[i] : '')).join();
    let ml = water.get(key);
    if (ml === undefined) {
      ml = waterFor(counts);
      water.set(key, ml);
    }
    return ml;
  };
}
