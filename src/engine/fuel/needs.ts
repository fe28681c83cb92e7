/** What to take in on each leg, from hourly targets. */
import type { Place } from '../../domain/course.js';
import { type Intake, mapIntake, NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import type { PacePlan, PlannedLeg } from '../pacing/pace-plan.js';
import { mealTimeS } from './meals.js';
import { computeHourlyTargets, STANDARDS, type Standard } from './standards.js';

export interface LegNeeds {
  planned: PlannedLeg;
  /** From arrival at the place before to arrival here: the stop counts, so that legs sum to the race. */
  elapsedS: number;
  /** The same without long stops: the hours that are fuelled. */
  racedS: number;
  intake: Intake;
  /** Fluid needed while moving beyond what the runner can carry, mL; `null` when either is unknown. */
  carryShortMl: number | null;
}

export interface FuelPlan {
  standard: Standard;
  perHour: Intake;
  /** Which hourly targets are the athlete's own; the others are the standard's. */
  own: ReadonlySet<Nutrient>;
  legs: readonly LegNeeds[];
  /** Time that is fuelled, in all. */
  racedS: number;
  /** Stops so long that they are meals, and not fuelled. */
  meals: readonly { place: Place; stopS: number }[];
  total: Intake;
}

/** Every amount of `rate` (per hour) over `seconds`; unknown stays unknown. */
const intakeOver = (rate: Intake, seconds: number): Intake =>
  mapIntake((nutrient) => {
    const perHour = rate[nutrient];
    return perHour == null ? null : (perHour * seconds) / S_PER_H;
  });

export function computeFuelPlan(plan: Plan, pace: Pick<PacePlan, 'legs'>): FuelPlan {
  const { nutrition } = plan;
  const standard = STANDARDS[nutrition.standard];
  const perHour = computeHourlyTargets(nutrition.perHour, standard);
  const legs = pace.legs.map((planned, i) => {
    const before = pace.legs[i - 1];
    const elapsedS = planned.arriveS - (before?.arriveS ?? 0);
    const racedS = elapsedS - mealTimeS(before?.stopS ?? 0);
    const movingFluidMl = intakeOver(perHour, planned.movingS).fluidMl;
    const carryMl = nutrition.carryFluidMl;
    return {
      planned,
      elapsedS,
      racedS,
      intake: intakeOver(perHour, racedS),
      carryShortMl:
        movingFluidMl == null || carryMl == null ? null : Math.max(0, movingFluidMl - carryMl),
    };
  });
  const racedS = sum(legs.map((leg) => leg.racedS));
  return {
    standard,
    perHour,
    own: new Set(NUTRIENTS.filter((nutrient) => nutrition.perHour[nutrient] != null)),
    legs,
    racedS,
    meals: pace.legs.flatMap(({ leg, stopS }) =>
      mealTimeS(stopS) > 0 ? [{ place: leg.to, stopS }] : [],
    ),
    total: intakeOver(perHour, racedS),
  };
}
