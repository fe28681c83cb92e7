/** What speaks against the runner, beside the legs where it is first felt. */
import type { Plan } from '../../domain/plan.js';
import type { Weakness } from '../../domain/preparation.js';
import type { Sun } from '../../engine/course/daylight.js';
import type { ChartRow } from '../../engine/pacing/chart-rows.js';
import { firstFelt } from '../../engine/readiness/weaknesses.js';
import type { Chart } from '../chart.js';
import { distance, say, type Text, words } from '../value.js';
import { weaknessText } from './preparation.js';

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
      if (!row) return say`${weaknessText(weakness)}: ${nowhere(plan, weakness, parts, sun)}`;
      rows.add(row);
      const { name, atM } = row.leg.to;
      const far = row.isMark ? [] : say`, ${distance(atM)}`;
      return say`${FELT_MARK} to ${words(name)}${far}: ${weaknessText(weakness)}`;
    });
  return { rows, notes };
}

function nowhere(
  plan: Plan,
  { where }: Weakness,
  parts: readonly ChartRow[],
  sun: Sun | null,
): string {
  const isUntold = (id: 'gainM' | 'lossM') => parts.every(({ leg }) => leg[id] === null);
  switch (where?.kind) {
    case 'dark':
      if (!sun) return 'the plan tells no sun';
      break;
    case 'hot':
      if (plan.weather.highC == null || plan.race.startAt == null)
        return 'the plan tells no weather';
      break;
    case 'climbs':
      if (isUntold('gainM')) return 'the plan tells no climb';
      break;
    case 'descents':
      if (isUntold('lossM')) return 'the plan tells no descent';
  }
  return 'on no leg of the plan';
}
