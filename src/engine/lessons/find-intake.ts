/** What is found in what was eaten and drunk. */
import type { MetricId } from '../../domain/metric.js';
import type { Nutrient } from '../../domain/nutrition.js';
import { perHour } from '../review/intake.js';
import type { Finding } from './finding.js';
import { INTAKE_SHORT_RATIO } from './limits.js';
import type { RaceRun } from './race-run.js';

const INTAKE: readonly (readonly [MetricId, Nutrient])[] = [
  ['carbsPerHour', 'carbG'],
  ['fluidPerHour', 'fluidMl'],
  ['sodiumPerHour', 'sodiumMg'],
];

export function findIntake({ review: { kpis, stretches, intake } }: RaceRun): Finding[] {
  return INTAKE.flatMap(([metric, nutrient]): Finding[] => {
    const { actual, plan: planned } = kpis.find(({ id }) => id === metric) ?? {};
    if (actual == null || planned == null) return [];
    if (actual > planned * (1 - INTAKE_SHORT_RATIO)) return [];
    const rateOn = (i: number): number | null => {
      const stretch = stretches.at(i);
      const taken = intake.stretches.at(i);
      if (!stretch || !taken) return null;
      return perHour(taken, stretch.endS - stretch.startS - stretch.mealS)[nutrient];
    };
    const [first, last] = stretches.length > 1 ? [rateOn(0), rateOn(-1)] : [null, null];
    return [{ kind: 'intake', metric, actual, planned, first, last }];
  });
}
