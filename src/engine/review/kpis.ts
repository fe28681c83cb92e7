/** The KPIs of a race in three families: pace, intake, time. Plan beside actual, up to where the race ended. */
import type { Course } from '../../domain/course.js';
import { METRICS, type MetricId } from '../../domain/metric.js';
import { addKnown, type Intake } from '../../domain/nutrition.js';
import { paceOf } from '../../kernel/pace.js';
import { clamp, sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import type { Ending, Stretch } from './stretches.js';

/** Values in the metric's unit (see `METRICS`); `null` is unknown. */
export interface Kpi {
  id: MetricId;
  plan: number | null;
  actual: number | null;
}

export interface KpiInput {
  course: Course;
  ending: Ending;
  stretches: readonly Stretch[];
  /** Hourly intake targets and what was taken an hour. */
  plannedPerHour: Intake;
  actualPerHour: Intake;
  /** Effort of each leg, metres of flat ground. */
  legEffortsM: readonly number[];
}

const paceOver = (seconds: number | null, metres: number): number | null =>
  seconds == null || metres <= 0 ? null : paceOf(seconds, metres);

const sumKnown = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(addKnown, 0);

export function computeKpis(input: KpiInput): Kpi[] {
  const { ending, stretches, plannedPerHour: plan, actualPerHour: actual } = input;
  const distanceM = ending.at.atM;
  const last = stretches.at(-1);
  const raced = stretches.length > 0;
  const plannedS = last?.planned.endS ?? null;
  const moving = {
    plan: raced ? sum(stretches.map((s) => s.planned.movingS)) : null,
    actual: raced ? sumKnown(stretches.map((s) => s.movingS)) : null,
  };
  const stops = {
    plan: raced ? sum(stretches.map((s) => s.planned.stopBeforeS + s.planned.stopsBetweenS)) : null,
    actual: moving.actual == null ? null : sumKnown(stretches.map((s) => s.stopBeforeS)),
  };
  const fade = { plan: computePlannedFade(input), actual: computeActualFade(input) };
  const caffeine = (perHour: number | null, seconds: number | null) =>
    perHour == null || seconds == null ? null : (perHour * seconds) / S_PER_H;

  const values: Record<MetricId, Omit<Kpi, 'id'>> = {
    averagePace: {
      plan: paceOver(plannedS, distanceM),
      actual: raced ? paceOver(ending.elapsedS, distanceM) : null,
    },
    movingPace: {
      plan: paceOver(moving.plan, distanceM),
      actual: paceOver(moving.actual, distanceM),
    },
    lastLegPace: {
      plan: last ? paceOver(last.planned.movingS, last.distanceM) : null,
      actual: last ? paceOver(last.movingS, last.distanceM) : null,
    },
    fade,
    fluidPerHour: { plan: plan.fluidMl, actual: actual.fluidMl },
    caloriesPerHour: { plan: plan.energyKcal, actual: actual.energyKcal },
    carbsPerHour: { plan: plan.carbG, actual: actual.carbG },
    sodiumPerHour: { plan: plan.sodiumMg, actual: actual.sodiumMg },
    caffeineTotal: {
      plan: caffeine(plan.caffeineMg, plannedS),
      actual: caffeine(actual.caffeineMg, ending.elapsedS),
    },
    timeOnCourse: { plan: plannedS, actual: raced ? ending.elapsedS : null },
    movingTime: moving,
    aidStationTime: stops,
    stopsOverPlan: {
      plan: raced ? 0 : null,
      actual: stops.actual == null || stops.plan == null ? null : stops.actual - stops.plan,
    },
  };
  return METRICS.map(({ id }) => ({ id, plan: values[id].plan, actual: values[id].actual }));
}

/** Second half of the effort against the first; a race that ended early, or a log without stops, has none. */
function computeActualFade({ ending, stretches, legEffortsM }: KpiInput): number | null {
  return ending.kind === 'finished' ? computeFade(stretches, legEffortsM, (s) => s.movingS) : null;
}

function computePlannedFade({ ending, stretches, legEffortsM }: KpiInput): number | null {
  return ending.kind === 'finished'
    ? computeFade(stretches, legEffortsM, (s) => s.planned.movingS)
    : null;
}

/** Moving time of the second half of the effort over the first, minus 1; time inside a stretch goes with effort. */
function computeFade(
  stretches: readonly Stretch[],
  legEffortsM: readonly number[],
  movingOf: (stretch: Stretch) => number | null,
): number | null {
  const halfM = sum(legEffortsM) / 2;
  let doneM = 0;
  let firstS = 0;
  let secondS = 0;
  for (const stretch of stretches) {
    const movingS = movingOf(stretch);
    const effortM = sum(legEffortsM.slice(stretch.from, stretch.to));
    if (movingS == null || effortM <= 0) return null;
    const inFirst = clamp((halfM - doneM) / effortM, 0, 1);
    firstS += movingS * inFirst;
    secondS += movingS * (1 - inFirst);
    doneM += effortM;
  }
  return firstS > 0 && secondS > 0 ? secondS / firstS - 1 : null;
}
