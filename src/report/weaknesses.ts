/** What speaks against the runner, beside the legs where it is first felt. */
import type { Plan } from '../domain/plan.js';
import type { Weakness } from '../domain/preparation.js';
import type { Sun } from '../engine/course/daylight.js';
import type { ChartRow } from '../engine/pacing/chart-rows.js';
import { firstFelt } from '../engine/readiness/weaknesses.js';
import type { Chart } from './chart.js';
import { weaknessText } from './preparation.js';
import { distance, say, type Text, words } from './value.js';

export const FELT_MARK = '!';

export interface Felt {
  /** Rows of the chart on which a weakness is first felt. */
  rows: ReadonlySet<ChartRow>;
  /** Printed under the chart. */
  notes: readonly Text[];
}

export const NOTHING_FELT: Felt = { rows: new Set(), notes: [] };

/** Where each weakness is first felt; one that is felt on no leg, or nobody can tell on which, is named too. */
export function feltOn(plan: Plan, { parts, legs }: Chart, sun: Sun | null): Felt {
  const rows = new Set<ChartRow>();
  const first = firstFelt(plan, parts, sun).map(({ weakness, leg }) => ({
    weakness,
    leg: leg ?? parts.length,
  }));
  const notes = first
    .toSorted((a, b) => a.leg - b.leg)
    .map(({ weakness, leg }): Text => {
      const part = parts[leg];
      const row = part && legs.find((shown) => shown.leg.to.atM >= part.leg.to.atM);
      if (!row) return say`${weaknessText(weakness)}: ${nowhere(plan, weakness, sun)}`;
      rows.add(row);
      const { name, atM } = row.leg.to;
      return say`${FELT_MARK} to ${words(name)}, ${distance(atM)}: ${weaknessText(weakness)}`;
    });
  return { rows, notes };
}

function nowhere(plan: Plan, { where }: Weakness, sun: Sun | null): string {
  if (where?.kind === 'dark' && !sun) return 'the plan tells no sun';
  if (where?.kind === 'hot' && (plan.weather.highC == null || plan.race.startAt == null)) {
    return 'the plan tells no weather';
  }
  return 'on no leg, as far as the plan tells';
}
