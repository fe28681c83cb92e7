/** What the runner carries away from each place where food or drink can be had. */
import type { Bottle, Nutrient, Product, SupplySource } from '../../domain/nutrition.js';

/** So many pieces, or servings, of a product. */
export interface Portion {
  product: Product;
  units: number;
}

/** And where they come from. */
export interface Supply extends Portion {
  source: SupplySource;
}

/** A bottle as it leaves a place. */
export interface FilledBottle {
  bottle: Bottle;
  /** `null`: water. */
  product: Product | null;
  /** Of powder with the water it is filled up with, if any: more than its servings. */
  filledMl: number;
}

/** One place where something can be had, and what must last from there to the next. */
export interface Refill {
  /** Index into the places of the course; 0 is the start. */
  place: number;
  /** The next place where something can be had. */
  until: number;
  /** Still carried on arrival. */
  carried: readonly Portion[];
  /** Taken here; of a station's own table what is eaten on the spot as well. */
  taken: readonly Supply[];
  /** How bottles stand on leaving; none where the plan tells no bottles. */
  bottles: readonly FilledBottle[];
  /** Water taken here, mL, bottles or not: to drink, and for powder. */
  waterMl: number;
  /** Eaten and drunk from here to `until`. */
  eaten: readonly Portion[];
}

/** What a nutrient comes to, against what is needed of it. */
export interface Balance {
  nutrient: Nutrient;
  needed: number;
  planned: number;
}

/** More or less than this of what is needed is worth a word; no source. */
const NOTABLE_RATIO = 0.05;

/** Whether what is planned is so far off what is needed that it is no rounding. */
export const isNotable = ({ needed, planned }: Balance): boolean =>
  Math.abs(planned - needed) > NOTABLE_RATIO * needed;

/** A refill with its account of needs and water: carried and taken is what is drunk, mixed, left and poured out. */
export interface PlannedRefill extends Refill {
  /** Elapsed, at arrival and on leaving. */
  fromS: number;
  departS: number;
  /** At `until`. */
  toS: number;
  /** Plain water: in the bottles on arrival, drunk up to `until`, of it standing here, in the bottles then, mL. */
  waterCarriedMl: number;
  waterDrunkMl: number;
  waterStandingMl: number;
  waterLeftMl: number;
  /** For powder, mL: drunk as that. */
  waterMixedMl: number;
  /** Poured out here to make room for a drink, mL. */
  waterPouredMl: number;
  /** Of every nutrient that is pursued. */
  balances: readonly Balance[];
}

/** One moment to eat and drink. */
export interface Cue {
  elapsedS: number;
  /** Index into the places: the refill it belongs to. */
  place: number;
  /** At the place itself, on the way from it, or by the arrival at the next, where bottles are to be empty. */
  when: 'stop' | 'way' | 'arrival';
  /** Whole units to eat; of a table its cups as well. */
  portions: readonly Portion[];
  /** To drink from the bottles, mL, or of water standing. */
  drinkMl: number;
}

/** Where the mix misses a need by more than one unit, water by more than a swallow, or has a glass too much of it. */
export interface Shortfall extends Balance {
  place: number;
  until: number;
}

/** What to bring of a product. */
export interface ShoppingItem {
  product: Product;
  /** Units by where they are handed out. */
  by: Readonly<Record<'start' | 'crew' | 'drop bag', number>>;
  spare: number;
}

export interface Supplies {
  refills: readonly PlannedRefill[];
  /** How often, seconds. */
  cueEveryS: number;
  cues: readonly Cue[];
  shopping: readonly ShoppingItem[];
  shortfalls: readonly Shortfall[];
  /** Over the whole race, of every nutrient that is pursued. */
  balances: readonly Balance[];
  /** Products of the plan that are eaten nowhere. */
  unused: readonly Product[];
}
