/** The KPI table, in its three families. */
import { type MetricFamily, type MetricId, metricById } from '../domain/metric.js';
import type { Kpi } from '../engine/goals/metrics.js';
import type { Resolution } from '../kernel/clock.js';
import { left, right } from './columns.js';
import type { Json, Row, Section } from './report.js';
import { sumsAcross, sumsDown } from './sums.js';
import {
  duration,
  energy,
  grams,
  milligrams,
  minutes,
  pace,
  ratio,
  type Value,
  volume,
} from './value.js';

/** A metric's value in the kind its unit asks for; `signed` for differences. */
export function metricValue(metric: MetricId, value: number | null, signed = false): Value {
  const plain = plainValue(metric, value);
  return signed && plain.kind !== 'words' ? ({ ...plain, signed: true } as Value) : plain;
}

function plainValue(metric: MetricId, value: number | null): Value {
  switch (metric) {
    case 'averagePace':
    case 'movingPace':
    case 'lastLegPace':
      return pace(value);
    case 'fade':
      return ratio(value, 1);
    case 'fluidPerHour':
      return volume(value, true);
    case 'caloriesPerHour':
      return energy(value, true);
    case 'carbsPerHour':
      return grams(value, true);
    case 'sodiumPerHour':
      return milligrams(value, true);
    case 'caffeineTotal':
      return milligrams(value);
    case 'timeOnCourse':
    case 'movingTime':
      return duration(value);
    case 'aidStationTime':
    case 'stopsOverPlan':
      return minutes(value);
  }
}

const FAMILIES: readonly [MetricFamily, string][] = [
  ['pace', 'Pace'],
  ['intake', 'Intake'],
  ['time', 'Time'],
];

/** @param resolutionS of the log that the actual times are from */
export function kpiTable(kpis: readonly Kpi[], title: string, resolutionS: Resolution): Section {
  const columns = [
    left('kpi', ''),
    right('plan', 'Plan'),
    right('actual', 'Actual'),
    right('difference', 'Difference'),
  ];
  const logged = (value: Value): Value =>
    value.kind === 'duration' ? { ...value, resolutionS } : value;
  const rowOf = ({ id, plan, actual }: Kpi): Row => ({
    cells: [
      [metricById(id).label],
      [logged(metricValue(id, plan))],
      [logged(metricValue(id, actual))],
      plan == null || actual == null ? [''] : [logged(metricValue(id, actual - plan, true))],
    ],
  });
  const shown = kpis
    .filter(({ id }) => id !== 'stopsOverPlan')
    .map((kpi) => ({ id: kpi.id, family: metricById(kpi.id).family, row: rowOf(kpi) }));
  const rows = FAMILIES.flatMap(([family, heading]): Row[] => [
    { emphasis: 'heading', cells: [[heading], [''], [''], ['']] },
    ...shown.filter((kpi) => kpi.family === family).map(({ row }) => row),
  ]);
  const rowsOf = (...ids: readonly MetricId[]) =>
    shown.filter(({ id }) => ids.includes(id)).map(({ row }) => row);
  return {
    kind: 'table',
    id: 'kpis',
    title,
    columns,
    rows,
    sums: [
      ...sumsAcross(columns, rows, ['plan', 'difference'], 'actual'),
      ...rowsOf('timeOnCourse').flatMap((total) =>
        sumsDown(rowsOf('movingTime', 'aidStationTime'), total),
      ),
    ],
    notes: [],
  };
}

export const kpisJson = (kpis: readonly Kpi[]): Json =>
  kpis.map(({ id, plan, actual }) => ({ id, plan, actual, unit: metricById(id).unit }));
