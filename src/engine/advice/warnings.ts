/** What a careful friend would say about a plan before the race. */
import { racesBefore } from '../../domain/athlete.js';
import { isWithin } from '../../domain/bounds.js';
import type { Course, Place } from '../../domain/course.js';
import { probabilityUnder, type TimeForecast } from '../../domain/forecast.js';
import { computeFastest } from '../../domain/limits.js';
import type { Nutrient } from '../../domain/nutrition.js';
import { dayOf, type Milestone, type Plan } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import { plainName } from '../../kernel/text.js';
import { S_PER_MIN } from '../../kernel/units.js';
import type { FuelPlan } from '../fuel/needs.js';
import {
  CAFFEINE_DAY_LIMIT_MG,
  CAFFEINE_SIDE_EFFECTS_MG_PER_KG,
  fluidLimitOf,
} from '../fuel/standards.js';
import type { PacePlan } from '../pacing/pace-plan.js';

/** `unsafe` and `unrealistic` plans fail `--strict`; the others are advice. */
export type Severity = 'unsafe' | 'unrealistic' | 'advice';

export type Warning = { severity: Severity } & (
  | { kind: 'cutoff missed'; place: Place; isFinish: boolean; byS: number }
  | { kind: 'cutoff tight'; place: Place; marginS: number }
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
  | { kind: 'longer than raced'; distanceM: number; longestM: number }
  | { kind: 'faster than anyone'; targetS: number; fastestS: number }
  | { kind: 'faster than raced'; targetS: number; forecast: TimeForecast }
  | { kind: 'dark without lamp'; darkS: number }
  | { kind: 'no spare lamp'; darkS: number }
  | { kind: 'not done'; milestones: readonly Milestone[] }
  | { kind: 'target beyond goal'; goalS: number; targetS: number }
);

/** Less in hand at a cutoff than this is worth a word. */
export const TIGHT_CUTOFF_S = 30 * S_PER_MIN;

/** @param forecast of the finish from past races; `null`: none tells */
export function computeWarnings(
  plan: Plan,
  course: Course,
  pace: PacePlan,
  fuel: FuelPlan,
  forecast: TimeForecast | null,
): Warning[] {
  return [
    ...cutoffWarnings(pace),
    ...goalWarnings(plan, pace),
    ...recordWarnings(course, pace),
    ...experienceWarnings(plan, course, pace, forecast),
    ...fuelWarnings(plan, fuel),
    ...lampWarnings(plan, pace),
    ...prepWarnings(plan),
  ];
}

function cutoffWarnings({ legs }: PacePlan): Warning[] {
  return legs.flatMap(({ leg, cutoffMarginS: marginS }, i): Warning[] => {
    if (marginS == null || marginS >= TIGHT_CUTOFF_S) return [];
    const isFinish = i === legs.length - 1;
    return marginS < 0
      ? [{ severity: 'unrealistic', kind: 'cutoff missed', place: leg.to, isFinish, byS: -marginS }]
      : [{ severity: 'advice', kind: 'cutoff tight', place: leg.to, marginS }];
  });
}

function goalWarnings(plan: Plan, pace: PacePlan): Warning[] {
  return plan.goals.flatMap(({ target, priority }): Warning[] =>
    target.kind === 'time' && priority === 'A' && pace.targetS >= target.targetS
      ? [
          {
            severity: 'unrealistic',
            kind: 'target beyond goal',
            goalS: target.targetS,
            targetS: pace.targetS,
          },
        ]
      : [],
  );
}

/** A target with a smaller chance than this, on the athlete's own past, is not realistic. */
const REALISTIC = 0.1;

function recordWarnings(course: Course, { targetS }: PacePlan): Warning[] {
  const fastestS = computeFastest(course.distanceM);
  return targetS < fastestS
    ? [{ severity: 'unrealistic', kind: 'faster than anyone', targetS, fastestS }]
    : [];
}

function experienceWarnings(
  plan: Plan,
  course: Course,
  pace: PacePlan,
  forecast: TimeForecast | null,
): Warning[] {
  const past = racesBefore(plan.athlete.past, dayOf(plan.race));
  const finished = past.filter((race) => race.outcome.kind === 'finished');
  const longestM = Math.max(0, ...finished.map((race) => race.distanceM));
  const warnings: Warning[] = [];
  if (past.length > 0 && longestM < course.distanceM * 0.98) {
    warnings.push({
      severity: 'advice',
      kind: 'longer than raced',
      distanceM: course.distanceM,
      longestM,
    });
  }
  if (forecast && probabilityUnder(forecast, pace.targetS) < REALISTIC) {
    warnings.push({
      severity: 'unrealistic',
      kind: 'faster than raced',
      targetS: pace.targetS,
      forecast,
    });
  }
  return warnings;
}

function fuelWarnings(plan: Plan, fuel: FuelPlan): Warning[] {
  const { standard, perHour } = fuel;
  const warnings: Warning[] = [];
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

function caffeineWarnings(plan: Plan, fuel: FuelPlan): Warning[] {
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

function carryWarnings(fuel: FuelPlan): Warning[] {
  const places = fuel.legs.flatMap(({ planned, carryShortMl }) =>
    carryShortMl != null && carryShortMl > 1 ? [{ to: planned.leg.to, shortMl: carryShortMl }] : [],
  );
  return places.length > 0 ? [{ severity: 'advice', kind: 'carry short', places }] : [];
}

function lampWarnings(plan: Plan, pace: PacePlan): Warning[] {
  const darkS = sum(pace.legs.map(({ lightS }) => lightS.dark + lightS.twilight));
  if (darkS === 0) return [];
  const lamps = plan.gear.filter(
    ({ item, when }) => /lamp|torch|light/.test(plainName(item)) || when === 'dark',
  );
  if (lamps.length === 0) return [{ severity: 'unsafe', kind: 'dark without lamp', darkS }];
  return lamps.length > 1 || lamps.some((lamp) => lamp.spare)
    ? []
    : [{ severity: 'advice', kind: 'no spare lamp', darkS }];
}

const prepWarnings = (plan: Plan): Warning[] => {
  const milestones = plan.prep.filter((milestone) => !milestone.done);
  return milestones.length > 0 ? [{ severity: 'advice', kind: 'not done', milestones }] : [];
};
