/** What a runner takes in, and the standards it is held against. */
import { plainName } from '../kernel/text.js';

export const NUTRIENTS = [
  'energyKcal',
  'carbG',
  'proteinG',
  'fluidMl',
  'sodiumMg',
  'caffeineMg',
] as const;
export type Nutrient = (typeof NUTRIENTS)[number];

/** Amounts taken; `null` is unknown, never 0. */
export type Intake = Readonly<Record<Nutrient, number | null>>;

export const UNKNOWN_INTAKE: Intake = {
  energyKcal: null,
  carbG: null,
  proteinG: null,
  fluidMl: null,
  sodiumMg: null,
  caffeineMg: null,
};

export const mapIntake = (value: (nutrient: Nutrient) => number | null): Intake =>
  Object.fromEntries(NUTRIENTS.map((nutrient) => [nutrient, value(nutrient)])) as Record<
    Nutrient,
    number | null
  >;

/** Where a product comes from: the start, a crew, a drop bag, or a station's own table. */
export const SUPPLY_SOURCES = ['start', 'crew', 'drop bag', 'aid station'] as const;
export type SupplySource = (typeof SUPPLY_SOURCES)[number];

/** One item a runner takes; amounts are of one piece, or of `servingMl` of a drink. */
export interface Product {
  name: string;
  /** A drink's serving (`per: 16 oz`), which is also its fluid; `null` for solid food. */
  servingMl: number | null;
  perServing: Intake;
  /** Where it can be had; `null`: where the plan says no more, see `engine/fuel/sources.ts`. */
  from: readonly SupplySource[] | null;
  /** Pieces, or servings, in the whole race; `null`: as many as are wanted. */
  atMost: number | null;
  /** Not before so long into the race. */
  afterS: number | null;
  /** Not while it is dark. */
  notAtNight: boolean;
}

/** What tells products apart by name: `Gels` is the product `gel`. */
export const productKey = (name: string): string => plainName(name).replace(/s\b/g, '');

/** A bottle, a flask, the bladder of a vest. */
export interface Bottle {
  /** As its plan calls it: `bottle`, `bladder`, `flask`. */
  kind: string;
  capacityMl: number;
}

export const STANDARD_NAMES = ['ISSN 2019', 'high-carb'] as const;
export type StandardName = (typeof STANDARD_NAMES)[number];

export interface NutritionPlan {
  standard: StandardName;
  /** The athlete's own targets, an hour of racing; they come before the standard, `null` where they set none. */
  perHour: Intake;
  /** What changes in the heat, and in the dark; `null` where nothing does. */
  perHourHot: Intake;
  perHourNight: Intake;
  /** All that bottles hold, or the fluid carried where no bottles are told; `null`: not told. */
  carryFluidMl: number | null;
  /** None where the plan tells no bottles. */
  bottles: readonly Bottle[];
  /** How often to eat and drink; `null`: not told. */
  cueEveryS: number | null;
  products: readonly Product[];
}

/** `known + known`; unknown when either is. */
export const addKnown = (a: number | null, b: number | null): number | null =>
  a == null || b == null ? null : a + b;

/** The sum; unknown when any is. */
export const sumKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(addKnown, 0);
