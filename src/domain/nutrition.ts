/** What a runner takes in, and the standards it is held against. */

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

/** One item a runner carries; amounts are of one piece, or of `servingMl` of a drink. */
export interface Product {
  name: string;
  /** A drink's serving (`per: 16 oz`), which is also its fluid; `null` for solid food. */
  servingMl: number | null;
  perServing: Intake;
}

export const STANDARD_NAMES = ['ISSN 2019', 'high-carb'] as const;
export type StandardName = (typeof STANDARD_NAMES)[number];

export interface NutritionPlan {
  standard: StandardName;
  /** The athlete's own targets, an hour of racing; they come before the standard, `null` where they set none. */
  perHour: Intake;
  carryFluidMl: number | null;
  products: readonly Product[];
}

/** `known + known`; unknown when either is. */
export const addKnown = (a: number | null, b: number | null): number | null =>
  a == null || b == null ? null : a + b;

/** The sum; unknown when any is. */
export const sumKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(addKnown, 0);
