/**
 * What a race is measured by: one table drives the goal grammar, the KPI rows and their JSON.
 * `ids` are the KPI ids of the JSON contract; `words` are what a goal may call it, lower case.
 */
import type { Dimension } from '../kernel/units.js';

export type MetricFamily = 'pace' | 'intake' | 'time';

export interface Metric {
  id: string;
  label: string;
  family: MetricFamily;
  /** What a bound is written in; the value is in that dimension's SI unit. */
  dimension: Dimension;
  /** Unit of the value in JSON. */
  unit: string;
  words: readonly string[];
}

const metric = <const Id extends string>(
  id: Id,
  label: string,
  family: MetricFamily,
  dimension: Dimension,
  unit: string,
  words: readonly string[],
) => ({ id, label, family, dimension, unit, words }) as const;

export const METRICS = [
  metric('averagePace', 'Average pace', 'pace', 'pace', 's/km', [
    'average pace',
    'pace',
    'overall pace',
  ]),
  metric('movingPace', 'Moving pace', 'pace', 'pace', 's/km', ['moving pace']),
  metric('lastLegPace', 'Last leg pace', 'pace', 'pace', 's/km', ['last leg pace']),
  metric('fade', 'Fade', 'pace', 'ratio', 'ratio', ['fade']),
  metric('fluidPerHour', 'Fluid', 'intake', 'volume', 'mL/h', [
    'fluid',
    'fluids',
    'fluid per hour',
  ]),
  metric('caloriesPerHour', 'Calories', 'intake', 'energy', 'kcal/h', [
    'calories',
    'energy',
    'calories per hour',
  ]),
  metric('carbsPerHour', 'Carbs', 'intake', 'gram', 'g/h', [
    'carbs',
    'carbohydrate',
    'carbohydrates',
    'carbs per hour',
  ]),
  metric('sodiumPerHour', 'Sodium', 'intake', 'milligram', 'mg/h', [
    'sodium',
    'salt',
    'sodium per hour',
  ]),
  metric('caffeineTotal', 'Caffeine', 'intake', 'milligram', 'mg', ['caffeine', 'caffeine total']),
  metric('timeOnCourse', 'Time on course', 'time', 'duration', 's', [
    'time on course',
    'total time',
  ]),
  metric('movingTime', 'Moving time', 'time', 'duration', 's', ['moving time']),
  metric('aidStationTime', 'Aid station time', 'time', 'duration', 's', [
    'aid station time',
    'stopped time',
    'stops',
  ]),
  metric('stopsOverPlan', 'Stops over plan', 'time', 'duration', 's', ['stops over plan']),
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];

/** Whether a metric is a rate: it can still change as the race goes on, either way. */
export const isHourly = (id: MetricId): boolean => id.endsWith('PerHour');

export const metricById = (id: MetricId): Metric => METRICS.find((m) => m.id === id)!;
