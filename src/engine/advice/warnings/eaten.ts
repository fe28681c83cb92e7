/** What is eaten and drunk as planned, against the standard and the scales. */
import { isWithin } from '../../../domain/bounds.js';
import type { Nutrient } from '../../../domain/nutrition.js';
import type { Plan } from '../../../domain/plan.js';
import { S_PER_H } from '../../../kernel/units.js';
import type { FuelPlan } from '../../fuel/needs.js';
import { isThin } from '../../fuel/standards.js';
import { isNotable, type Supplies } from '../../fuel/supplies.js';
import type { Graded } from './severity.js';

export type EatenWarning = Graded<
  /** What the products come to, an hour, where the target itself lies within the standard. */
  | {
      kind: 'eaten outside standard';
      carbGPerH: number;
      min: number | null;
      max: number | null;
      standard: string;
    }
  | { kind: 'eaten dilute'; sodiumMgPerL: number; minMgPerL: number; standard: string }
  | { kind: 'gaining weight'; gainKg: number }
>;

/**
 * What is eaten and drunk as planned against the standard, where the targets are within it and the products do not
 * reach them. A nutrient that no product declares is not known, and not judged.
 */
export function eatenWarnings(
  { nutrition: { products } }: Plan,
  { standard, perHour, racedS }: FuelPlan,
  { balances }: Supplies,
): EatenWarning[] {
  const missed = (nutrient: Nutrient) =>
    products.some(({ perServing }) => perServing[nutrient])
      ? balances.find((balance) => balance.nutrient === nutrient && isNotable(balance))
      : undefined;
  const warnings: EatenWarning[] = [];
  const range = standard.perHour.carbG;
  const carbs = missed('carbG');
  const carbGPerH = carbs ? (carbs.planned * S_PER_H) / racedS : null;
  if (
    range &&
    carbGPerH != null &&
    isWithin(perHour.carbG ?? Number.NaN, range) &&
    !isWithin(carbGPerH, range)
  ) {
    warnings.push({
      severity: 'advice',
      kind: 'eaten outside standard',
      carbGPerH,
      ...range,
      standard: standard.name,
    });
  }
  const minMgPerL = standard.sodiumMgPerL.min;
  const sodium = missed('sodiumMg');
  const fluidMl = balances.find(({ nutrient }) => nutrient === 'fluidMl')?.planned;
  const askedMgPerL =
    perHour.fluidMl && perHour.sodiumMg != null
      ? (perHour.sodiumMg * 1000) / perHour.fluidMl
      : null;
  const isAskedFor = askedMgPerL != null && minMgPerL != null && !isThin(askedMgPerL, minMgPerL);
  if (isAskedFor && sodium && fluidMl) {
    const sodiumMgPerL = (sodium.planned * 1000) / fluidMl;
    if (isThin(sodiumMgPerL, minMgPerL)) {
      warnings.push({
        severity: 'advice',
        kind: 'eaten dilute',
        sodiumMgPerL,
        minMgPerL,
        standard: standard.name,
      });
    }
  }
  return warnings;
}

/** What a scale shows. */
const NOTABLE_GAIN_KG = 0.1;

/** Drunk over the race beyond what is sweated: a litre weighs a kilogram, food and breath left out. */
export function gainWarnings(
  { athlete: { sweatRateMlPerH } }: Plan,
  fuel: FuelPlan,
  supplies: Supplies | null,
): EatenWarning[] {
  const planned = supplies?.balances.find(({ nutrient }) => nutrient === 'fluidMl')?.planned;
  const fluidMl = planned ?? fuel.total.fluidMl;
  if (sweatRateMlPerH == null || fluidMl == null) return [];
  const gainKg = (fluidMl - (sweatRateMlPerH * fuel.racedS) / S_PER_H) / 1000;
  return gainKg > NOTABLE_GAIN_KG ? [{ severity: 'unsafe', kind: 'gaining weight', gainKg }] : [];
}
