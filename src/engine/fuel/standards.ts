/** Published ranges of intake an hour of racing. Planning arithmetic, not medical advice. */
import type { Athlete } from '../../domain/athlete.js';
import { type Bounds, isWithin } from '../../domain/bounds.js';
import {
  type Intake,
  mapIntake,
  type Nutrient,
  type StandardName,
} from '../../domain/nutrition.js';

export interface Standard {
  name: StandardName;
  source: string;
  /** A nutrient without an entry has no published hourly range. */
  perHour: Readonly<Partial<Record<Nutrient, Bounds>>>;
  /** Sodium in what is drunk, mg per litre. */
  sodiumMgPerL: Bounds;
}

export const STANDARDS: Readonly<Record<StandardName, Standard>> = {
  /** Tiller et al. 2019, position stand on single-stage ultra-marathon, doi 10.1186/s12970-019-0312-9. */
  'ISSN 2019': {
    name: 'ISSN 2019',
    source: 'Tiller et al. 2019, doi 10.1186/s12970-019-0312-9',
    perHour: {
      energyKcal: { min: 150, max: 400 },
      carbG: { min: 30, max: 50 },
      proteinG: { min: 5, max: 10 },
      fluidMl: { min: 450, max: 750 },
    },
    sodiumMgPerL: { min: 575, max: null },
  },
  /** Sports-drink makers' published case studies; about 90 g/h is the upper limit in Costa et al. 2019 (IJSNEM 29:130). */
  'high-carb': {
    name: 'high-carb',
    source: "drink makers' case studies; Costa et al. 2019, IJSNEM 29:130",
    perHour: {
      carbG: { min: 75, max: 90 },
      fluidMl: { min: 250, max: 1000 },
    },
    sodiumMgPerL: { min: 800, max: 1500 },
  },
};

/** About the most that a trained gut takes up, and that a stomach empties, an hour: Costa et al. 2019, IJSNEM 29:130. */
export const STOMACH_PER_HOUR: Readonly<Partial<Record<Nutrient, number>>> = {
  carbG: 90,
  fluidMl: 1000,
};

/** Caffeine: safety limits of EFSA 2015, mg; side effects near 9 mg/kg (ISSN 2021). */
export const CAFFEINE_AT_ONCE_LIMIT_MG = 200;
export const CAFFEINE_DAY_LIMIT_MG = 400;
export const CAFFEINE_SIDE_EFFECTS_MG_PER_KG = 9;

/** Fluid no one without a measured sweat rate should exceed, mL/h: the upper end of ISSN 2019. */
const FLUID_LIMIT_ML_PER_H = 750;

/** The most a runner should drink, mL/h: what they sweat, where they have measured it. */
export const fluidLimitOf = ({ sweatRateMlPerH }: Athlete): number =>
  sweatRateMlPerH ?? FLUID_LIMIT_ML_PER_H;

const middle = ({ min, max }: Bounds): number | null =>
  min == null || max == null ? null : (min + max) / 2;

/**
 * Hourly targets: the athlete's own, else the middle of the standard's range, sodium from the fluid at the
 * standard's lowest concentration; `null` where neither says anything.
 */
export function computeHourlyTargets(own: Intake, standard: Standard): Intake {
  const targets = mapIntake((nutrient) => {
    const range = standard.perHour[nutrient];
    return own[nutrient] ?? (range ? middle(range) : null);
  });
  const { fluidMl, sodiumMg } = targets;
  const { min } = standard.sodiumMgPerL;
  const ofFluidMg = fluidMl == null || min == null ? null : (fluidMl / 1000) * min;
  return { ...targets, sodiumMg: sodiumMg ?? ofFluidMg };
}

/** Less is rounding. */
const NOTABLE_MG_PER_L = 1;
/** Whether what is drunk holds notably less sodium than asked, mg per litre. */
export const isThin = (mgPerL: number, minMgPerL: number): boolean =>
  minMgPerL - mgPerL > NOTABLE_MG_PER_L - 1e-6;

/**
 * Which side of the standard's range an amount an hour lies; of sodium what a litre drunk holds is held against it.
 * `null`: inside, not known, or without a published range.
 */
export function sideOfStandard(
  { perHour, sodiumMgPerL }: Standard,
  nutrient: Nutrient,
  taken: Intake,
): 'low' | 'high' | null {
  const { fluidMl, sodiumMg } = taken;
  const isSodium = nutrient === 'sodiumMg';
  const range = isSodium ? sodiumMgPerL : perHour[nutrient];
  const ofLitre = fluidMl && sodiumMg != null ? (sodiumMg * 1000) / fluidMl : null;
  const value = isSodium ? ofLitre : taken[nutrient];
  if (!range || value == null || isWithin(value, range)) return null;
  if (range.min == null || value >= range.min) return 'high';
  return isSodium && !isThin(value, range.min) ? null : 'low';
}
