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
  /** How its value moves as the race goes on: a rate either way, an amount only up, else known only at the end. */
  moves: 'either way' | 'up' | 'at the end';
  words: readonly string[];
}

const metric = <const Id extends string>(
  id: Id,
  label: string,
  family: MetricFamily,
  dimension: Dimension,
  unit: string,
  moves: Metric['moves'],
  words: readonly string[],
) => ({ id, label, family, dimension, unit, moves, words }) as const;

export const METRICS = [
  metric('averagePace', 'Average pace', 'pace', 'pace', 's/km', 'at the end', [
    'average pace',
    'pace',
    'overall pace',
  ]),
  metric('movingPace', 'Moving pace', 'pace', 'pace', 's/km', 'at the end', ['moving pace']),
  metric('lastLegPace', 'Last leg pace', 'pace', 'pace', 's/km', 'at the end', ['last leg pace']),
  metric('fade', 'Fade', 'pace', 'ratio', 'ratio', 'at the end', ['fade']),
  metric('fluidPerHour', 'Fluid', 'intake', 'volume', 'mL/h', 'either way', [
    'fluid',
    'fluids',
    'fluid per hour',
  ]),
  metric('caloriesPerHour', 'Calories', 'intake', 'energy', 'kcal/h', 'either way', [
    'calories',
    'energy',
    'calories per hour',
  ]),
  metric('carbsPerHour', 'Carbs', 'intake', 'gram', 'g/h', 'either way', [
    'carbs',
    'carbohydrate',
    'carbohydrates',
    'carbs per hour',
  ]),
  metric('sodiumPerHour', 'Sodium', 'intake', 'milligram', 'mg/h', 'either way', [
    'sodium',
    'salt',
    'sodium per hour',
  ]),
  metric('caffeineTotal', 'Caffeine', 'intake', 'milligram', 'mg', 'up', [
    'caffeine',
    'caffeine total',
  ]),
  metric('timeOnCourse', 'Time on course', 'time', 'duration', 's', 'up', [
    'time on course',
    'total time',
  ]),
  metric('movingTime', 'Moving time', 'time', 'duration', 's', 'up', ['moving time']),
  metric('aidStationTime', 'Aid station time', 'time', 'duration', 's', 'up', [
    'aid station time',
    'stopped time',
    'stops',
  ]),
  metric('stopsOverPlan', 'Stops over plan', 'time', 'duration', 's', 'up', ['stops over plan']),
] as const satisfies readonly Metric[];

export type MetricId = (typeof METRICS)[number]['id'];

export const metricById = (id: MetricId): Metric => METRICS.find((m) => m.id === id)!;
