/** What to take in on each leg, from hourly targets. */
import type { Place } from '../../domain/course.js';
import {
  type Intake,
  mapIntake,
  NUTRIENTS,
  type Nutrient,
  type NutritionPlan,
} from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import type { RaceDay } from '../course/race-day.js';
import type { PacePlan, PlannedLeg } from '../pacing/pace-plan.js';
import { mealTimeS } from './meals.js';
import { computeSpells, type Spell } from './spells.js';
import { computeHourlyTargets, STANDARDS, type Standard } from './standards.js';

export interface LegNeeds {
  planned: PlannedLeg;
  /** From arrival at the place before to arrival here: the stop counts, so that legs sum to the race. */
  elapsedS: number;
  /** The same without long stops: the hours that are fuelled. */
  racedS: number;
  intake: Intake;
  /**
   * Fluid needed since water was last to be had, beyond what the runner can carry, mL; `null` when either is unknown,
   * and where this leg ends at no water.
   */
  carryShortMl: number | null;
}

/** So long under one sky, and what each hour of it asks for. */
export interface FuelSpell extends Spell {
  perHour: Intake;
}

/** What a plan says of the heat or the night. */
export const SKIES = ['hot', 'night'] as const;
export type Sky = (typeof SKIES)[number];

export interface FuelPlan {
  standard: Standard;
  /** Mean over the race; the hourly target where neither heat nor night changes it. */
  perHour: Intake;
  /** Hourly targets of a cool day. */
  basePerHour: Intake;
  spells: readonly FuelSpell[];
  /** Words of the plan that nothing can be done with: the weather, or the sun, is not known. */
  unused: readonly Sky[];
  /** Which hourly targets are the athlete's own; the others are the standard's. */
  own: ReadonlySet<Nutrient>;
  legs: readonly LegNeeds[];
  /** Time that is fuelled, in all. */
  racedS: number;
  /** Stops so long that they are meals, and not fuelled. */
  meals: readonly { place: Place; stopS: number }[];
  total: Intake;
  /** What is needed between two elapsed times. */
  needsOver: (fromS: number, toS: number) => Intake;
  /** Time that is fuelled between two elapsed times. */
  racedOver: (fromS: number, toS: number) => number;
}

/** Every amount of `rate` (per hour) over `seconds`; unknown stays unknown. */
const intakeOver = (rate: Intake, seconds: number): Intake =>
  mapIntake((nutrient) => {
    const perHour = rate[nutrient];
    return perHour == null ? null : (perHour * seconds) / S_PER_H;
  });

const addIntakes = (a: Intake, b: Intake): Intake =>
  mapIntake((n) => (a[n] == null || b[n] == null ? null : a[n] + b[n]));

const isNightSpoken = ({ perHourNight, products }: NutritionPlan): boolean =>
  isAnySet(perHourNight) || products.some(({ notAtNight }) => notAtNight);

const isAnySet = (intake: Intake): boolean => NUTRIENTS.some((n) => intake[n] != null);

/**
 * Hourly targets under a sky: the night's before the day's, and the heat's before both. Of what only heat or night
 * ask for there is none at other times.
 */
function targetsUnder(
  { perHour, perHourHot, perHourNight }: NutritionPlan,
  standard: Standard,
  { isHot, isNight }: Pick<Spell, 'isHot' | 'isNight'>,
): Intake {
  const own = mapIntake(
    (n) => (isHot ? perHourHot[n] : null) ?? (isNight ? perHourNight[n] : null) ?? perHour[n],
  );
  const targets = computeHourlyTargets(own, standard);
  return mapIntake(
    (n) => targets[n] ?? (perHourHot[n] == null && perHourNight[n] == null ? null : 0),
  );
}

/**
 * Needs of the race and of each leg. While it is hot or dark, the plan's targets for then hold; both at once, those of
 * the heat.
 */
export function computeFuelPlan(plan: Plan, pace: Pick<PacePlan, 'legs'>, day: RaceDay): FuelPlan {
  const { nutrition } = plan;
  const standard = STANDARDS[nutrition.standard];
  const finishS = pace.legs.at(-1)?.arriveS ?? 0;
  const meals = pace.legs.flatMap(({ arriveS, stopS }) =>
    mealTimeS(stopS) > 0 ? [{ fromS: arriveS, toS: arriveS + stopS }] : [],
  );
  const mealsOver = (fromS: number, toS: number): number =>
    sum(meals.map((meal) => overlapS(meal, fromS, toS)));
  const racedOver = (fromS: number, toS: number): number => toS - fromS - mealsOver(fromS, toS);

  const basePerHour = targetsUnder(nutrition, standard, { isHot: false, isNight: false });
  const spells = computeSpells(day, finishS).map((spell) => ({
    ...spell,
    perHour: targetsUnder(nutrition, standard, spell),
  }));
  const rates = mergeAlike(spells);
  const isSteady = rates.length < 2;
  const steady = rates[0]?.perHour ?? basePerHour;
  const needsOver = (fromS: number, toS: number): Intake =>
    isSteady
      ? intakeOver(steady, racedOver(fromS, toS))
      : rates
          .filter((spell) => overlapS(spell, fromS, toS) > 0)
          .map((spell) => {
            const [a, b] = [Math.max(spell.fromS, fromS), Math.min(spell.toS, toS)];
            return intakeOver(spell.perHour, racedOver(a, b));
          })
          .reduce(addIntakes, intakeOver(basePerHour, 0));

  let lastWaterS = 0;
  const legs = pace.legs.map((planned, i) => {
    const before = pace.legs[i - 1];
    const fromS = before?.arriveS ?? 0;
    const isLast = i === pace.legs.length - 1;
    const sinceWaterMl = needsOver(lastWaterS, planned.arriveS).fluidMl;
    const isWater = planned.leg.to.water || isLast;
    if (isWater) lastWaterS = planned.arriveS + planned.stopS;
    return {
      planned,
      elapsedS: planned.arriveS - fromS,
      racedS: racedOver(fromS, planned.arriveS),
      intake: needsOver(fromS, planned.arriveS),
      carryShortMl:
        sinceWaterMl == null || nutrition.carryFluidMl == null || !isWater
          ? null
          : Math.max(0, sinceWaterMl - nutrition.carryFluidMl),
    };
  });
  const racedS = sum(legs.map((leg) => leg.racedS));
  const total = needsOver(0, finishS);
  return {
    standard,
    perHour: isSteady
      ? steady
      : mapIntake((n) => (total[n] == null ? null : (total[n] * S_PER_H) / racedS)),
    basePerHour,
    spells,
    unused: [
      ...(isAnySet(nutrition.perHourHot) && (day.temperatures == null || day.startTod == null)
        ? (['hot'] as const)
        : []),
      ...(isNightSpoken(nutrition) && day.lightAt == null ? (['night'] as const) : []),
    ],
    own: new Set(NUTRIENTS.filter((n) => nutrition.perHour[n] != null)),
    legs,
    racedS,
    meals: pace.legs.flatMap(({ leg, stopS }) =>
      mealTimeS(stopS) > 0 ? [{ place: leg.to, stopS }] : [],
    ),
    total,
    needsOver,
    racedOver,
  };
}

const overlapS = (span: { fromS: number; toS: number }, fromS: number, toS: number): number =>
  Math.max(0, Math.min(span.toS, toS) - Math.max(span.fromS, fromS));

/** Spells that ask for the same are one for the needs. */
function mergeAlike(spells: readonly FuelSpell[]): FuelSpell[] {
  const merged: FuelSpell[] = [];
  for (const spell of spells) {
    const last = merged.at(-1);
    if (last && NUTRIENTS.every((n) => last.perHour[n] === spell.perHour[n])) {
      merged[merged.length - 1] = { ...last, toS: spell.toS };
    } else merged.push(spell);
  }
  return merged;
}
