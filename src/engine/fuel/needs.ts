/** What to take in on each leg, from hourly targets. */
import { type Intake, mapIntake, NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { S_PER_H } from '../../kernel/units.js';
import type { PacePlan, PlannedLeg } from '../pacing/pace-plan.js';
import { computeHourlyTargets, STANDARDS, type Standard } from './standards.js';

export interface LegNeeds {
  planned: PlannedLeg;
  /** From arrival at the place before to arrival here: the stop counts, so that legs sum to the race. */
  elapsedS: number;
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
  total: Intake;
}

/** Every amount of `rate` (per hour) over `seconds`; unknown stays unknown. */
const intakeOver = (rate: Intake, seconds: number): Intake =>
  mapIntake((nutrient) => {
    const perHour = rate[nutrient];
    return perHour == null ? null : (perHour * seconds) / S_PER_H;
  });

export function computeFuelPlan(plan: Plan, pace: PacePlan): FuelPlan {
  const { nutrition } = plan;
  const standard = STANDARDS[nutrition.standard];
  const perHour = computeHourlyTargets(nutrition.perHour, standard);
  const legs = pace.legs.map((planned, i) => {
    const elapsedS = planned.arriveS - (pace.legs[i - 1]?.arriveS ?? 0);
    const movingFluidMl = intakeOver(perHour, planned.movingS).fluidMl;
    const carryMl = nutrition.carryFluidMl;
    return {
      planned,
      elapsedS,
      intake: intakeOver(perHour, elapsedS),
      carryShortMl:
        movingFluidMl == null || carryMl == null ? null : Math.max(0, movingFluidMl - carryMl),
    };
  });
  return {
    standard,
    perHour,
    own: new Set(NUTRIENTS.filter((nutrient) => nutrition.perHour[nutrient] != null)),
    legs,
    total: intakeOver(perHour, pace.targetS),
  };
}
