/** How the finishers of a file are spread. */

import { metricById } from '../../domain/metric.js';
import { SPREAD_RATIOS, type Spread } from '../../engine/review/runners.js';
import { left, right } from '../columns.js';
import { metricValue } from '../kpis.js';
import type { Section } from '../report.js';
import { count, distance, duration, say, type Text, type Value } from '../value.js';

const SPREAD_LABELS = ['Least', '10%', '25%', 'Median', '75%', '90%', 'Most'] as const;

const spreadLabel = ({ of }: Spread): string =>
  of === 'finish' ? 'Finish' : of === 'distance' ? 'Distance' : of === 'fade' ? 'Fade' : 'Stops';

const spreadValue = ({ of }: Spread, value: number): Value =>
  of === 'finish' ? duration(value) : of === 'distance' ? distance(value) : metricValue(of, value);

export function spreadTable(spreads: readonly Spread[]): Section | null {
  if (spreads.length === 0) return null;
  return {
    kind: 'table',
    id: 'spreads',
    title: 'The finishers',
    columns: [
      left('of', ''),
      ...SPREAD_RATIOS.map((p, i) => right(`p${p * 100}`, SPREAD_LABELS[i]!, KEEP[i])),
    ],
    rows: spreads.map((spread) => ({
      cells: [
        [spreadLabel(spread)],
        ...spread.values.map((value): Text => [spreadValue(spread, value)]),
      ],
    })),
    notes: [
      ['10%: a tenth of them have that or less.'],
      ...spreads
        .filter((spread) => spread.runners < spreads[0]!.runners)
        .map(
          (spread) =>
            say`${spreadLabel(spread)}: of the ${count(spread.runners)} whose rows tell it.`,
        ),
    ],
  };
}
/** The middle and the ends stay longest where there is little room. */
const KEEP = [4, 1, 2, undefined, 2, 1, 3];

export const spreadJson = (spread: Spread) => ({
  of: spread.of,
  unit: spread.of === 'finish' ? 's' : spread.of === 'distance' ? 'm' : metricById(spread.of).unit,
  runners: spread.runners,
  quantiles: SPREAD_RATIOS.map((ratio, i) => ({ ratio, value: spread.values[i]! })),
});
