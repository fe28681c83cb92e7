/** Whether what is eaten and drunk is too much, too little, or more than is carried. */
import { isWithin } from '../../../domain/bounds.js';
import type { Place } from '../../../domain/course.js';
import type { Intake, Nutrient } from '../../../domain/nutrition.js';
import type { Plan } from '../../../domain/plan.js';
import { stationKey } from '../../../kernel/station-name.js';
import { S_PER_H } from '../../../kernel/units.js';
import type { FuelPlan } from '../../fuel/needs.js';
import { computeSkies, isSameIntake, type TargetSky } from '../../fuel/skies.js';
import {
  CAFFEINE_AT_ONCE_LIMIT_MG,
  CAFFEINE_DAY_LIMIT_MG,
  CAFFEINE_SIDE_EFFECTS_MG_PER_KG,
  fluidLimitOf,
  STOMACH_PER_HOUR,
} from '../../fuel/standards.js';
import { isNotable, type Supplies } from '../../fuel/supplies.js';
import { mostCaffeineAtOnce, mostCaffeineInADay } from './caffeine.js';
import type { Graded } from './severity.js';

export type FuelWarning = Graded<
  | {
      kind: 'outside standard';
      nutrient: Nutrient;
      perHour: number;
      min: number | null;
      max: number | null;
      standard: string;
      when: TargetSky | null;
    }
  | {
      kind: 'beyond the stomach';
      nutrient: Nutrient;
      perHour: number;
      limitPerHour: number;
      when: TargetSky | null;
    }
  | {
      kind: 'drinking beyond sweat';
      fluidMlPerH: number;
      limitMlPerH: number;
      measured: boolean;
      when: TargetSky | null;
    }
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
  | {
      kind: 'sodium dilute';
      sodiumMgPerL: number;
      minMgPerL: number;
      standard: string;
      when: TargetSky | null;
    }
  | { kind: 'caffeine high'; totalMg: number; limitMg: number; why: 'day' | 'weight' }
  | { kind: 'caffeine at once'; mg: number; limitMg: number; elapsedS: number }
  | { kind: 'carry short'; places: readonly ShortLeg[] }
>;

interface ShortLeg {
  to: Place;
  shortMl: number;
  /** The race passes the place once. */
  isOnce: boolean;
}

export function fuelWarnings(plan: Plan, fuel: FuelPlan, supplies: Supplies | null): FuelWarning[] {
  return [
    ...ratesOf(fuel).flatMap((rate) => rateWarnings(plan, fuel, rate)),
    ...(supplies ? eatenWarnings(plan, fuel, supplies) : []),
    ...gainWarnings(plan, fuel, supplies),
    ...caffeineWarnings(plan, fuel, supplies),
    ...carryWarnings(fuel),
  ];
}

/** Hourly targets that hold at some time of the race. */
interface Rate {
  perHour: Intake;
  /** `null`: those of a cool day. */
  when: TargetSky | null;
  /** Whether any of these is another than what is judged already. */
  isNew: (...nutrients: readonly Nutrient[]) => boolean;
}

function ratesOf(fuel: FuelPlan): Rate[] {
  const { spells, basePerHour } = fuel;
  const isBaseMet = spells.some(({ perHour }) => isSameIntake(perHour, basePerHour));
  const base = isBaseMet ? [{ perHour: basePerHour, when: null }] : [];
  const skies = computeSkies(fuel);
  return [...base, ...skies].map(({ perHour, when }) => {
    const judged =
      when === null ? [] : [...base, ...(when === 'hot night' ? skies.slice(0, -1) : [])];
    return {
      perHour,
      when,
      isNew: (...nutrients) =>
        judged.every((other) => nutrients.some((n) => other.perHour[n] !== perHour[n])),
    };
  });
}

/** Less is rounding. */
const NOTABLE_MG_PER_L = 1;
const isThin = (mgPerL: number, minMgPerL: number): boolean =>
  minMgPerL - mgPerL > NOTABLE_MG_PER_L - 1e-6;

function rateWarnings(
  { athlete }: Plan,
  { standard }: FuelPlan,
  { perHour, when, isNew }: Rate,
): FuelWarning[] {
  const warnings: FuelWarning[] = [];
  const { fluidMl, sodiumMg } = perHour;
  const limitMlPerH = fluidLimitOf(athlete);
  const isBeyondSweat = fluidMl != null && fluidMl > limitMlPerH;
  if (isBeyondSweat && isNew('fluidMl')) {
    warnings.push({
      severity: 'unsafe',
      kind: 'drinking beyond sweat',
      fluidMlPerH: fluidMl,
      limitMlPerH,
      measured: athlete.sweatRateMlPerH != null,
      when,
    });
  }
  for (const nutrient of ['carbG', 'energyKcal', 'fluidMl', 'proteinG'] as const) {
    const value = perHour[nutrient];
    if (value == null || !isNew(nutrient) || (nutrient === 'fluidMl' && isBeyondSweat)) continue;
    const limitPerHour = STOMACH_PER_HOUR[nutrient];
    const range = standard.perHour[nutrient];
    if (limitPerHour !== undefined && value > limitPerHour) {
      warnings.push({
        severity: 'advice',
        kind: 'beyond the stomach',
        nutrient,
        perHour: value,
        limitPerHour,
        when,
      });
    } else if (range && !isWithin(value, range)) {
      warnings.push({
        severity: 'advice',
        kind: 'outside standard',
        nutrient,
        perHour: value,
        ...range,
        standard: standard.name,
        when,
      });
    }
  }
  const minMgPerL = standard.sodiumMgPerL.min;
  const sodiumMgPerL = fluidMl && sodiumMg != null ? (sodiumMg * 1000) / fluidMl : null;
  const isDilute = sodiumMgPerL != null && minMgPerL != null && isThin(sodiumMgPerL, minMgPerL);
  if (isDilute && isNew('fluidMl', 'sodiumMg')) {
    warnings.push({
      severity: 'advice',
      kind: 'sodium dilute',
      sodiumMgPerL,
      minMgPerL,
      standard: standard.name,
      when,
    });
  }
  return warnings;
}

/**
 * What is eaten and drunk as planned against the standard, where the targets are within it and the products do not
 * reach them. A nutrient that no product declares is not known, and not judged.
 */
function eatenWarnings(
  { nutrition: { products } }: Plan,
  { standard, perHour, racedS }: FuelPlan,
  { balances }: Supplies,
): FuelWarning[] {
  const missed = (nutrient: Nutrient) =>
    products.some(({ perServing }) => perServing[nutrient])
      ? balances.find((balance) => balance.nutrient === nutrient && isNotable(balance))
      : undefined;
  const warnings: FuelWarning[] = [];
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
function gainWarnings(
  { athlete: { sweatRateMlPerH } }: Plan,
  fuel: FuelPlan,
  supplies: Supplies | null,
): FuelWarning[] {
  const planned = supplies?.balances.find(({ nutrient }) => nutrient === 'fluidMl')?.planned;
  const fluidMl = planned ?? fuel.total.fluidMl;
  if (sweatRateMlPerH == null || fluidMl == null) return [];
  const gainKg = (fluidMl - (sweatRateMlPerH * fuel.racedS) / S_PER_H) / 1000;
  return gainKg > NOTABLE_GAIN_KG ? [{ severity: 'unsafe', kind: 'gaining weight', gainKg }] : [];
}

/** Less is rounding, of what is asked for an hour or weighed in pounds. */
const NOTABLE_CAFFEINE_MG = 1;
const isAbove = (mg: number, limitMg: number): boolean => mg - limitMg > NOTABLE_CAFFEINE_MG - 1e-6;

function caffeineWarnings(
  { athlete: { weightKg } }: Plan,
  fuel: FuelPlan,
  supplies: Supplies | null,
): FuelWarning[] {
  const totalMg = mostCaffeineInADay(fuel, supplies);
  const byWeightMg = weightKg == null ? Infinity : weightKg * CAFFEINE_SIDE_EFFECTS_MG_PER_KG;
  const most = supplies && mostCaffeineAtOnce(supplies);
  const atOnce: FuelWarning[] =
    most && isAbove(most.mg, CAFFEINE_AT_ONCE_LIMIT_MG)
      ? [
          {
            severity: 'unsafe',
            kind: 'caffeine at once',
            ...most,
            limitMg: CAFFEINE_AT_ONCE_LIMIT_MG,
          },
        ]
      : [];
  if (totalMg == null) return atOnce;
  if (isAbove(totalMg, byWeightMg)) {
    return [
      { severity: 'unsafe', kind: 'caffeine high', totalMg, limitMg: byWeightMg, why: 'weight' },
      ...atOnce,
    ];
  }
  return isAbove(totalMg, CAFFEINE_DAY_LIMIT_MG)
    ? [
        {
          severity: 'advice',
          kind: 'caffeine high',
          totalMg,
          limitMg: CAFFEINE_DAY_LIMIT_MG,
          why: 'day',
        },
        ...atOnce,
      ]
    : atOnce;
}

function carryWarnings(fuel: FuelPlan): FuelWarning[] {
  const keys = fuel.legs.map(({ planned }) => stationKey(planned.leg.to.name));
  const places = fuel.legs.flatMap(({ planned, carryShortMl }, i): ShortLeg[] => {
    if (carryShortMl == null || carryShortMl <= 1) return [];
    const isOnce = keys.filter((key) => key === keys[i]).length === 1;
    return [{ to: planned.leg.to, shortMl: carryShortMl, isOnce }];
  });
  return places.length > 0 ? [{ severity: 'advice', kind: 'carry short', places }] : [];
}
