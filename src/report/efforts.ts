/** Heart rate and power of each leg, where a watch recorded them. */
import type { Plan } from '../domain/plan.js';
import type { StretchRows } from '../engine/review/stretch-rows.js';
import { paceOf } from '../kernel/pace.js';
import { lapNotes } from './chart.js';
import { left, right } from './columns.js';
import type { Section } from './report.js';
import { count, distance, pace, words } from './value.js';

/** Mean heart rate and power beside the pace; `null` when neither was recorded on any leg. */
export function effortTable(plan: Plan, { rows, lapsPerRow }: StretchRows): Section | null {
  const isHeartRate = rows.some(({ effort }) => effort.meanHeartRateBpm !== null);
  const isPower = rows.some(({ effort }) => effort.meanPowerW !== null);
  if (!isHeartRate && !isPower) return null;
  return {
    kind: 'table',
    id: 'efforts',
    title: `${isHeartRate ? (isPower ? 'Heart rate and power' : 'Heart rate') : 'Power'}, mean of each leg`,
    columns: [
      left('station', 'Leg to'),
      right('at', 'At', 1),
      right('pace', 'Pace'),
      ...(isHeartRate ? [right('heartRate', 'Beats a minute')] : []),
      ...(isPower ? [right('power', 'Watts')] : []),
    ],
    rows: rows.map(({ stretch: { end, movingS, distanceM }, effort }) => ({
      cells: [
        [words(end.name)],
        [distance(end.atM)],
        [pace(movingS == null ? null : paceOf(movingS, distanceM))],
        ...(isHeartRate ? [[count(effort.meanHeartRateBpm)]] : []),
        ...(isPower ? [[count(effort.meanPowerW)]] : []),
      ],
    })),
    notes: lapNotes(plan, lapsPerRow),
  };
}
