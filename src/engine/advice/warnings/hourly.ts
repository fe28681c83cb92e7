/** Whether the hourly targets are more, or less, than a stomach, a sweat rate and the standard allow. */
import { isWithin } from '../../../domain/bounds.js';
import type { Intake, Nutrient } from '../../../domain/nutrition.js';
import type { Plan } from '../../../domain/plan.js';
import type { FuelPlan } from '../../fuel/needs.js';
import { computeSkies, isSameIntake, type TargetSky } from '../../fuel/skies.js';
import { fluidLimitOf, isThin, STOMACH_PER_HOUR } from '../../fuel/standards.js';
import type { Graded } from './severity.js';

export type HourlyWarning = Graded<
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
  | {
      kind: 'sodium dilute';
      sodiumMgPerL: number;
      minMgPerL: number;
      standard: string;
      when: TargetSky | null;
    }
>;

export const hourlyWarnings = (plan: Plan, fuel: FuelPlan): HourlyWarning[] =>
  ratesOf(fuel).flatMap((rate) => rateWarnings(plan, fuel, rate));

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

function rateWarnings(
  { athlete }: Plan,
  { standard }: FuelPlan,
  { perHour, when, isNew }: Rate,
): HourlyWarning[] {
  const warnings: HourlyWarning[] = [];
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
