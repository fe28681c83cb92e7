/** Heart rate and power of each leg, where a watch recorded them. */
import type { StretchRow } from '../../engine/review/stretch-rows.js';
import type { Figure, Quantity } from '../figure.js';
import { count, say } from '../value.js';
import { byLegFigure, longRows, steps } from './by-leg.js';
import { nameAmong } from './names.js';
import { mostOf } from './pieces.js';

/** What a watch recorded of the body, a figure each; none where it recorded nothing. */
export function effortFigures(all: readonly StretchRow[]): (Figure | null)[] {
  const rows = longRows(all);
  return [
    bodyFigure(
      rows,
      'heart-rate',
      'Heart rate',
      { kind: 'beatsPerMin' },
      'beats a minute',
      (row) => row.effort.meanHeartRateBpm,
    ),
    bodyFigure(rows, 'power', 'Power', { kind: 'count' }, 'watts', (row) => row.effort.meanPowerW),
  ];
}

function bodyFigure(
  rows: readonly StretchRow[],
  id: string,
  name: string,
  quantity: Quantity,
  unit: string,
  read: (row: StretchRow) => number | null,
): Figure | null {
  const known = rows.flatMap((row) => {
    const value = read(row);
    return value === null ? [] : [{ name: row.stretch.end.name, atM: row.stretch.end.atM, value }];
  });
  const highest = mostOf(known, ({ value }) => value);
  const lowest = mostOf(known, ({ value }) => -value);
  if (!highest || !lowest || known.length < 2) return null;
  const untold = rows.length - known.length;
  const missing =
    untold === 0
      ? []
      : say` Too little was recorded on ${count(untold)} ${untold === 1 ? 'leg' : 'legs'}.`;
  return byLegFigure(
    {
      id,
      title: `${name} of each leg`,
      point: say`Mean ${name.toLowerCase()} highest on the way to ${nameAmong(known, highest)}, ${count(highest.value)} ${unit}; lowest on the way to ${nameAmong(known, lowest)}, ${count(lowest.value)}.${missing}`,
      table: 'efforts',
    },
    { label: id === 'power' ? 'Watts' : 'Beats a minute', quantity },
    [
      steps(
        'actual',
        name.toLowerCase(),
        rows.map((row) => ({
          from: row.stretch.start.atM,
          to: row.stretch.end.atM,
          y: read(row),
        })),
      ),
    ],
  );
}
