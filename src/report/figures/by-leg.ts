/** What figures of the legs have in common: a value that holds from one place to the next. */
import type { StretchRow } from '../../engine/review/stretch-rows.js';
import type { Axis, Figure, Layer } from '../figure.js';
import { drawnLayers } from './placing.js';

/** From and to in metres; `y` in the unit of its axis, `null` unknown. */
export type Step = { from: number; to: number; y: number | null };

export const steps = (role: 'plan' | 'actual', name: string, of: readonly Step[]): Layer => ({
  kind: 'steps',
  role,
  name,
  steps: of,
});

/** @param said what the figure is called, what there is to see in it, and the table that has its numbers */
export const byLegFigure = (
  said: Pick<Figure, 'id' | 'title' | 'point' | 'table'>,
  y: Axis,
  layers: readonly Layer[],
): Figure => ({
  kind: 'chart',
  ...said,
  drawing: {
    kind: 'plot',
    x: { label: 'Distance', quantity: { kind: 'distance' }, from: 0 },
    y,
    layers: drawnLayers(layers),
  },
});

/** The rows that are longer than nothing. */
export const longRows = (rows: readonly StretchRow[]): StretchRow[] =>
  rows.filter(({ stretch }) => stretch.distanceM > 0);
