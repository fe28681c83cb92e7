/** Whether what is eaten and drunk is too much, too little, or more than is carried. */
import { isWithin } from '../../../domain/bounds.js';
import type { Place } from '../../../domain/course.js';
import type { Nutrient } from '../../../domain/nutrition.js';
import type { Plan } from '../../../domain/plan.js';
import type { FuelPlan } from '../../fuel/needs.js';
import {
  CAFFEINE_DAY_LIMIT_MG,
  CAFFEINE_SIDE_EFFECTS_MG_PER_KG,
  fluidLimitOf,
} from '../../fuel/standards.js';
import type { Graded } from './severity.js';

export type FuelWarning = Graded<
  | {
      kind: 'outside standard';
      nutrient: Nutrient;
      perHour: number;
      min: number | null;
      max: number | null;
      standard: string;
    }
  | { kind: 'drinking beyond sweat'; fluidMlPerH: number; limitMlPerH: number; measured: boolean }
  | { kind: 'sodium dilute'; sodiumMgPerL: number; minMgPerL: number; standard: string }
  | { kind: 'caffeine high'; totalMg: number; limitMg: number; why: 'day' | 'weight' }
  | { kind: 'carry short'; places: readonly { to: Place; shortMl: number }[] }
>;

export function fuelWarnings(plan: Plan, fuel: FuelPlan): FuelWarning[] {
  const { standard, perHour } = fuel;
  const warnings: FuelWarning[] = [];
  const { fluidMl, sodiumMg } = perHour;

  const limitMlPerH = fluidLimitOf(plan.athlete);
  if (fluidMl != null && fluidMl > limitMlPerH) {
    warnings.push({
      severity: 'unsafe',
      kind: 'drinking beyond sweat',
      fluidMlPerH: fluidMl,
      limitMlPerH,
      measured: plan.athlete.sweatRateMlPerH != null,
    });
  }
  for (const nutrient of ['carbG', 'energyKcal', 'fluidMl', 'proteinG'] as const) {
    const value = perHour[nutrient];
    const range = standard.perHour[nutrient];
    const tooMuchFluid = nutrient === 'fluidMl' && value != null && value > limitMlPerH;
    if (value == null || !range || tooMuchFluid) continue;
    if (!isWithin(value, range)) {
      warnings.push({
        severity: 'advice',
        kind: 'outside standard',
        nutrient,
        perHour: value,
        ...range,
        standard: standard.name,
      });
    }
  }
  const minMgPerL = standard.sodiumMgPerL.min;
  const sodiumMgPerL = fluidMl && sodiumMg != null ? (sodiumMg * 1000) / fluidMl : null;
  if (sodiumMgPerL != null && minMgPerL != null && sodiumMgPerL < minMgPerL) {
    warnings.push({
      severity: 'advice',
      kind: 'sodium dilute',
      sodiumMgPerL,
      minMgPerL,
      standard: standard.name,
    });
  }
  return [...warnings, ...caffeineWarnings(plan, fuel), ...carryWarnings(fuel)];
}

function caffeineWarnings(plan: Plan, fuel: FuelPlan): FuelWarning[] {
  const totalMg = fuel.total.caffeineMg;
  const { weightKg } = plan.athlete;
  if (totalMg == null) return [];
  const byWeightMg = weightKg == null ? Infinity : weightKg * CAFFEINE_SIDE_EFFECTS_MG_PER_KG;
  if (totalMg > byWeightMg) {
    return [
      { severity: 'unsafe', kind: 'caffeine high', totalMg, limitMg: byWeightMg, why: 'weight' },
    ];
  }
  return totalMg > CAFFEINE_DAY_LIMIT_MG
    ? [
        {
          severity: 'advice',
          kind: 'caffeine high',
          totalMg,
          limitMg: CAFFEINE_DAY_LIMIT_MG,
          why: 'day',
        },
      ]
    : [];
}

function carryWarnings(fuel: FuelPlan): FuelWarning[] {
  const places = fuel.legs.flatMap(({ planned, carryShortMl }) =>
    carryShortMl != null && carryShortMl > 1 ? [{ to: planned.leg.to, shortMl: carryShortMl }] : [],
  );
  return places.length > 0 ? [{ severity: 'advice', kind: 'carry short', places }] : [];
}
