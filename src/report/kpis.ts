/** The KPI table, in its three families. */
import { type MetricFamily, type MetricId, metricById } from '../domain/metric.js';
import type { Kpi } from '../engine/goals/metrics.js';
import type { Resolution } from '../kernel/clock.js';
import { left, right } from './columns.js';
import type { Json, Row, Section, Sum } from './report.js';
import { sumsAcross, sumsDown } from './sums.js';
import {
  duration,
  energy,
  grams,
  milligrams,
  minutes,
  pace,
  ratio,
  type Text,
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

export interface KpiRow {
  id: MetricId;
  row: Row;
}

/** Under the heading of each family that has any. */
export const rowsByFamily = (shown: readonly KpiRow[]): Row[] =>
  FAMILIES.flatMap(([family, heading]): Row[] => {
    const rows = shown.flatMap(({ id, row }) => (metricById(id).family === family ? [row] : []));
    const [first] = rows;
    if (!first) return [];
    const cells = first.cells.map((_, i): Text => [i === 0 ? heading : '']);
    return [{ emphasis: 'heading', cells }, ...rows];
  });

/** Moving and standing make the time on the course. */
export function timeSums(shown: readonly KpiRow[]): Sum[] {
  const rowsOf = (...ids: readonly MetricId[]) =>
    shown.flatMap(({ id, row }) => (ids.includes(id) ? [row] : []));
  const [total] = rowsOf('timeOnCourse');
  return total ? sumsDown(rowsOf('movingTime', 'aidStationTime'), total) : [];
}

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
    .map((kpi): KpiRow => ({ id: kpi.id, row: rowOf(kpi) }));
  const rows = rowsByFamily(shown);
  return {
    kind: 'table',
    id: 'kpis',
    title,
    columns,
    rows,
    sums: [...sumsAcross(columns, rows, ['plan', 'difference'], 'actual'), ...timeSums(shown)],
    notes: [],
  };
}

export const kpisJson = (kpis: readonly Kpi[]): Json =>
  kpis.map(({ id, plan, actual }) => ({ id, plan, actual, unit: metricById(id).unit }));
