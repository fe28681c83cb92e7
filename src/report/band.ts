/** The pace band: the pace chart made small, to be worn on the wrist. */
import type { Plan } from '../domain/plan.js';
import { cutoffOf } from '../engine/course/cutoffs.js';
import type { Chart } from './chart.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { marksLegend, marksOf } from './pace-chart.js';
import type { Column, Row, TableSection } from './report.js';
import type { Text } from './value.js';

/** Of the pace chart, in the order they are read on the way. */
const SHOWN = ['station', 'arrive', 'at', 'stop'];

/**
 * Station, time, distance and stop: the very values of the chart, so that they are rounded alike. Beside them who and
 * what is there, and when it closes.
 * @param paceTable the pace chart of the same rows
 */
export function paceBand(plan: Plan, { legs }: Chart, paceTable: TableSection): TableSection {
  const shown = SHOWN.flatMap((id) => {
    const at = paceTable.columns.findIndex((column) => column.id === id);
    return at < 0 ? [] : [at];
  });
  const marks = legs.map(marksOf);
  const hasMarks = marks.some((mark) => mark !== '');
  // as in the chart: where the finish alone closes, nobody looks at the wrist for it
  const hasCutoffs = legs.slice(0, -1).some(({ leg }) => leg.to.cutoffS != null);
  const columns: Column[] = [
    ...shown.map((at) => paceTable.columns[at]!),
    ...(hasMarks ? [left('marks', '')] : []),
    ...(hasCutoffs ? [right('cutoff', 'Closes')] : []),
  ];
  const rows = legs.map(({ leg }, i): Row => {
    const closesS = cutoffOf(plan, leg.to, i === legs.length - 1);
    const closes: Text = closesS === null ? [''] : [moment(plan, closesS)];
    return {
      cells: [
        ...shown.map((at) => paceTable.rows[i]?.cells[at] ?? ['']),
        ...(hasMarks ? [[marks[i]!]] : []),
        ...(hasCutoffs ? [closes] : []),
      ],
    };
  });
  const legend = marksLegend(marks.join(''));
  return {
    kind: 'table',
    id: 'band',
    title: 'Pace band',
    columns,
    rows,
    notes: legend.length > 0 ? [legend] : [],
  };
}
