/** Heart rate and power of each leg, where a watch recorded them. */
import type { Plan } from '../../domain/plan.js';
import type { HeartDrift } from '../../engine/review/drift.js';
import type { StretchRows } from '../../engine/review/stretch-rows.js';
import { paceOf } from '../../kernel/pace.js';
import { lapNotes } from '../chart.js';
import { left, right } from '../columns.js';
import type { Json, Section } from '../report.js';
import { count, distance, pace, ratio, say, type Text, words } from '../value.js';

/** Mean heart rate and power beside the pace; `null` when neither was recorded on any leg. */
export function effortTable(
  plan: Plan,
  { rows, lapsPerRow }: StretchRows,
  drift: HeartDrift | null,
): Section | null {
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
    notes: [...driftNotes(drift), ...lapNotes(plan, lapsPerRow)],
  };
}

const MISSING: Readonly<Record<'heart rate' | 'moving time', string>> = {
  'heart rate': 'not enough of one half has a heart rate',
  'moving time': 'two legs with their moving times and 40 min of running are needed',
};

/** Drift at equal effort, with what it is made of. */
function driftNotes(drift: HeartDrift | null): Text[] {
  if (!drift) return [];
  const [first, second] = drift.halves;
  if (drift.driftRatio === null || !first || !second) {
    return [[`Heart rate drift: unknown, ${MISSING[drift.missing ?? 'heart rate']}.`]];
  }
  const beats = say`${count(first.meanHeartRateBpm)} beats a minute in the first half of the moving time, ${count(second.meanHeartRateBpm)} in the second`;
  const speeds = say`${ratio(first.speedFactor)} and ${ratio(second.speedFactor)} of planned speed`;
  return [
    say`Heart rate drift ${ratio(drift.driftRatio)}, at equal effort: ${beats}, at ${speeds}; hills, heat and dark count as planned.`,
  ];
}

export const driftJson = ({ driftRatio, halves }: HeartDrift): Json => ({
  driftRatio,
  halves: halves.map((half) => ({ ...half })),
});
