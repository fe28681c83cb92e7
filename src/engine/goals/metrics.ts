/** What a race is measured by: one formula a metric, the same for a plan and for what became of it. */
import { METRICS, type MetricId } from '../../domain/metric.js';
import type { Intake } from '../../domain/nutrition.js';
import { paceOf } from '../../kernel/pace.js';
import { S_PER_H } from '../../kernel/units.js';
import type { FuelPlan } from '../fuel/needs.js';
import type { PacePlan } from '../pacing/pace-plan.js';

/** A run, or as much of it as there is: as planned, or as it went. `null` is unknown. */
export interface Run {
  distanceM: number;
  elapsedS: number | null;
  /** The elapsed time without long stops, over which the hourly amounts are taken; see `fuel/meals.ts`. */
  fuelledS: number | null;
  movingS: number | null;
  stoppedS: number | null;
  /** Stops planned for as much of the course. */
  plannedStopsS: number | null;
  lastLeg: { movingS: number; distanceM: number } | null;
  /** See `pacing/halves.ts`. */
  fadeRatio: number | null;
  /** Taken an hour. */
  perHour: Intake;
}

const paceOver = (seconds: number | null, metres: number): number | null =>
  seconds == null || metres <= 0 ? null : paceOf(seconds, metres);

const FORMULAS: Record<MetricId, (run: Run) => number | null> = {
  averagePace: ({ elapsedS, distanceM }) => paceOver(elapsedS, distanceM),
  movingPace: ({ movingS, distanceM }) => paceOver(movingS, distanceM),
  lastLegPace: ({ lastLeg }) => lastLeg && paceOver(lastLeg.movingS, lastLeg.distanceM),
  fade: ({ fadeRatio }) => fadeRatio,
  fluidPerHour: ({ perHour }) => perHour.fluidMl,
  caloriesPerHour: ({ perHour }) => perHour.energyKcal,
  carbsPerHour: ({ perHour }) => perHour.carbG,
  sodiumPerHour: ({ perHour }) => perHour.sodiumMg,
  caffeineTotal: ({ perHour: { caffeineMg }, fuelledS }) =>
    caffeineMg == null || fuelledS == null ? null : (caffeineMg * fuelledS) / S_PER_H,
  timeOnCourse: ({ elapsedS }) => elapsedS,
  movingTime: ({ movingS }) => movingS,
  aidStationTime: ({ stoppedS }) => stoppedS,
  stopsOverPlan: ({ stoppedS, plannedStopsS }) =>
    stoppedS == null || plannedStopsS == null ? null : stoppedS - plannedStopsS,
};

/** A metric of a run, in the metric's unit (see `METRICS`). */
export const measure = (metric: MetricId, run: Run): number | null => FORMULAS[metric](run);

/** Plan beside actual. */
export interface Kpi {
  id: MetricId;
  plan: number | null;
  actual: number | null;
}

/** Every metric of a run beside the plan for as much of the course. */
export const compareRuns = (plan: Run, actual: Run): Kpi[] =>
  METRICS.map(({ id }) => ({ id, plan: measure(id, plan), actual: measure(id, actual) }));

/** The whole race as planned. */
export function runAsPlanned(pace: PacePlan, fuel: FuelPlan): Run {
  const last = pace.legs.at(-1);
  return {
    distanceM: last?.leg.to.atM ?? 0,
    elapsedS: pace.targetS,
    fuelledS: fuel.racedS,
    movingS: pace.movingS,
    stoppedS: pace.stoppedS,
    plannedStopsS: pace.stoppedS,
    lastLeg: last ? { movingS: last.movingS, distanceM: last.leg.distanceM } : null,
    fadeRatio: pace.fadeRatio,
    perHour: fuel.perHour,
  };
}
