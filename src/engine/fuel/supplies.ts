/** What the runner carries away from each place where food or drink can be had. */
import type { Bottle, Product, SupplySource } from '../../domain/nutrition.js';

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
  /** Plain water taken here, mL, bottles or not. */
  waterMl: number;
  /** Eaten and drunk from here to `until`. */
  eaten: readonly Portion[];
}
