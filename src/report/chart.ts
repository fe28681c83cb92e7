/** The rows of a plan's tables, and what is to be said of them. */
import type { Plan } from '../domain/plan.js';
import { type ChartOptions, type ChartRow, computeChartRows } from '../engine/pacing/chart-rows.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import { count, ordinal, say, type Text } from './value.js';

export interface Chart {
  /** The legs of the pace plan, cut at the marks. */
  parts: readonly ChartRow[];
  /** The parts, or sums of several: what the tables show. */
  legs: readonly ChartRow[];
  /** Printed under a table that shows sums of laps. */
  notes: readonly Text[];
  /** Printed under the chart: where its rows come from, when it is not the plan's stations. */
  marksNotes: readonly Text[];
}

export function chartRows(plan: Plan, pace: PacePlan, options: ChartOptions): Chart {
  const chart = computeChartRows(plan.backyard ? byLoop(pace) : pace, plan.course.laps, options);
  const { parts, rows, marks, lapsPerRow } = chart;
  const every = marks && `${Number((marks.everyM / marks.unitM).toFixed(2))} ${marks.unit}`;
  return {
    parts,
    legs: rows,
    notes: lapNotes(plan, lapsPerRow),
    marksNotes: !every
      ? []
      : options.marks
        ? [say`A row every ${every}: marks, no stations.`]
        : [say`No stations: a row every ${every}; --every sets another distance.`],
  };
}

/** A place that is passed on every loop by the number of the loop. */
function byLoop({ legs }: PacePlan): Pick<PacePlan, 'legs'> {
  const passed = new Map<string, number>();
  return {
    legs: legs.map((planned) => {
      const { name } = planned.leg.to;
      const loop = (passed.get(name) ?? 0) + 1;
      passed.set(name, loop);
      const isOnce = planned === legs.at(-1);
      const to = { ...planned.leg.to, name: isOnce ? name : `${name}, loop ${loop}` };
      return { ...planned, leg: { ...planned.leg, to } };
    }),
  };
}

/** Said under a table that shows sums of laps. */
export const lapNotes = ({ course: { laps } }: Plan, lapsPerRow: number): Text[] =>
  lapsPerRow === 1
    ? []
    : [
        say`Every ${ordinal(lapsPerRow)} lap of ${count(laps)}, a row the sum of its laps; --all-laps shows each.`,
      ];
