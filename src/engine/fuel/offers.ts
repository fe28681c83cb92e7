/** What may be eaten on a stretch, what is needed of it, and what comes of it. */
import type { Nutrient, Product } from '../../domain/nutrition.js';

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

/** Whether it brings energy. */
export const isFuel = ({ product }: Offer): boolean => HAS_FUEL.some((n) => holds(product, n) > 0);
