/** A race over a time, hour by hour. */
import type { Plan } from '../../domain/plan.js';
import { formatOf } from '../../domain/race-format.js';
import {
  blockOf,
  computeHours,
  type HourRow,
  type Hours,
  type WayPart,
  wayOf,
} from '../../engine/pacing/hours.js';
import type { PacePlan } from '../../engine/pacing/pace-plan.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { left, right } from '../columns.js';
import { moment } from '../moment.js';
import type { Column, Json, Row, Section } from '../report.js';
import { sumsDown, sumsRunning } from '../sums.js';
import { count, distance, minutes, say, span, type Text } from '../value.js';

/** The plan hour by hour, all of it or up to a time; `null` of a race over a distance, and of a backyard, which goes by loops. */
export const planHours = (plan: Plan, pace: PacePlan, untilS = pace.targetS): Hours | null =>
  hoursOf(plan, wayOf(pace), Math.min(untilS, pace.targetS));

/** Rows as long as those of the whole race. */
export function hoursOf(plan: Plan, way: readonly WayPart[], untilS: number): Hours | null {
  const format = formatOf(plan);
  if (format.kind !== 'timed' || untilS <= 0) return null;
  const blockS = blockOf(format.durationS ?? untilS);
  return computeHours(way, { durationS: untilS, blockS, loopM: format.loopM });
}

/** `Hour 7`; of longer rows the hours they go to. */
const hourName = ({ fromS, untilS }: HourRow, blockS: number): string => {
  const hours = (s: number) => `${Number((s / S_PER_H).toFixed(2))}`;
  return blockS === S_PER_H ? `${Math.floor(fromS / S_PER_H) + 1}` : hours(untilS);
};

/**
 * @param beside of the same hours, to be shown next to it: what was planned
 * @param areStopsKnown whether the stops are all that there were
 */
export function hoursTable(
  plan: Plan,
  { blockS, rows }: Hours,
  { beside, areStopsKnown }: { beside: Hours | null; areStopsKnown: boolean },
): Section {
  const hasLaps = rows.some(({ laps }) => laps !== null);
  const hasStops = areStopsKnown && rows.some(({ stoppedS }) => stoppedS > 0);
  const columns: Column[] = [
    left('hour', blockS === S_PER_H ? 'Hour' : 'Hours'),
    right('until', 'Until'),
    ...(hasLaps ? [right('laps', 'Laps', 3), right('lapsSoFar', 'In all', 2)] : []),
    right('distance', 'Covered'),
    right('at', 'In all'),
    ...(beside ? [right('plan', 'Planned', 4)] : []),
    ...(hasStops ? [right('stops', 'Stops', 1)] : []),
  ];
  const shown = rows.map((row, i): Row => {
    const planned = beside?.rows[i];
    return {
      cells: [
        [hourName(row, blockS)],
        [moment(plan, row.untilS)],
        ...(hasLaps ? [[count(row.laps)], [count(row.lapsSoFar)]] : []),
        [distance(row.distanceM)],
        [distance(row.atM)],
        ...(beside ? [planned ? [distance(planned.atM)] : ['']] : []),
        ...(hasStops ? [row.stoppedS > 0 ? [minutes(row.stoppedS)] : ['']] : []),
      ],
    };
  });
  const last = rows.at(-1)!;
  const total: Row = {
    emphasis: 'total',
    cells: [
      ['Total'],
      [''],
      ...(hasLaps ? [[count(last.lapsSoFar)], ['']] : []),
      [distance(last.atM)],
      [''],
      ...(beside ? [['']] : []),
      ...(hasStops ? [[minutes(sum(rows.map(({ stoppedS }) => stoppedS)))]] : []),
    ],
  };
  const notes: Text[] = [
    ...(blockS === S_PER_H
      ? []
      : [say`A row every ${span(blockS)}: the hours up to which it goes.`]),
    ...(hasLaps ? [[`Laps: those ended in the ${blockS === S_PER_H ? 'hour' : 'row'}.`]] : []),
  ];
  return {
    kind: 'table',
    id: 'hours',
    title: 'Hour by hour',
    columns,
    rows: [...shown, total],
    sums: [...sumsRunning(columns, shown, ['distance'], 'at'), ...sumsDown(shown, total)],
    notes,
  };
}

export const hoursJson = ({ rows }: Hours): Json =>
  rows.map(({ fromS, untilS, distanceM, atM, laps, lapsSoFar, stoppedS }) => ({
    fromS,
    untilS,
    distanceM,
    atM,
    laps,
    lapsSoFar,
    stoppedS,
  }));
