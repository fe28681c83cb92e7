/** A plot made fit to be drawn: every number in it is one, and the spans that its axes show. */
import { extent } from 'd3-array';
import { type Axis, isEmptyLayer, type Layer, type Plot } from '../../report/figure.js';
import type { ValueStyle } from '../values.js';
import { type Span, widen } from './ticks.js';

/** Numbers beyond are none of a race. */
const GREATEST = 1e9;

const isNumber = (value: number) => Math.abs(value) <= GREATEST;
const numberOrNull = (value: number | null) => (value !== null && isNumber(value) ? value : null);

export interface Cleaned {
  layers: readonly Layer[];
  /** What the axes show, SI, not yet rounded out to ticks. */
  xSpan: Span;
  ySpan: Span;
}

/** `null`: there is nothing to see, or at one place only. */
export function cleanPlot({ x, y, layers: given }: Plot, style: ValueStyle): Cleaned | null {
  const layers = given.map(cleanLayer).filter((layer) => !isEmpty(layer));
  const ys = layers.map(ysOf);
  const isMeasured = layers.some(
    ({ kind }, i) => kind !== 'level' && kind !== 'marks' && ys[i]!.length > 0,
  );
  const xExtent = spanOf(
    layers.flatMap((layer) => (layer.kind === 'shade' ? [] : xsOf(layer))),
    x,
  );
  const ySpan = spanOf([...ys.flat(), ...(y.quantity.kind === 'shift' ? [0] : [])], y);
  if (!isMeasured || xExtent === null || ySpan === null || xExtent[0] === xExtent[1]) return null;
  return {
    layers: layers
      .map((layer) => (layer.kind === 'shade' ? within(layer, xExtent) : layer))
      .filter((layer) => !isEmpty(layer)),
    xSpan: widen(xExtent, x.quantity, style),
    ySpan: widen(ySpan, y.quantity, style),
  };
}

function spanOf(values: readonly number[], { from, to }: Axis): Span | null {
  const [low, high] = extent([...values, ...[from, to].flatMap((at) => at ?? [])].filter(isNumber));
  return low === undefined || high === undefined ? null : [low, high];
}

function cleanLayer(layer: Layer): Layer {
  switch (layer.kind) {
    case 'area':
    case 'line':
      return {
        ...layer,
        points: layer.points
          .filter(({ x }) => isNumber(x))
          .map(({ x, y }) => ({ x, y: numberOrNull(y) })),
      };
    case 'dots':
      return { ...layer, points: layer.points.filter(({ x, y }) => isNumber(x) && isNumber(y)) };
    case 'band':
      return {
        ...layer,
        points: layer.points.filter((p) => [p.x, p.low, p.high].every(isNumber)),
      };
    case 'steps':
      return {
        ...layer,
        steps: layer.steps
          .filter((step) => isNumber(step.from) && isNumber(step.to) && step.to > step.from)
          .map((step) => ({ ...step, y: numberOrNull(step.y) })),
      };
    case 'columns':
      return {
        ...layer,
        columns: layer.columns.filter(
          (column) => [column.from, column.to, column.y].every(isNumber) && column.to > column.from,
        ),
      };
    case 'shade':
      return { ...layer, spans: layer.spans.filter(({ from, to }) => to > from) };
    case 'level':
      return layer;
    case 'marks':
      return {
        ...layer,
        marks: layer.marks
          .filter(({ x }) => isNumber(x))
          .map((mark) => ({ ...mark, y: numberOrNull(mark.y) })),
      };
  }
}

const isEmpty = (layer: Layer): boolean =>
  layer.kind === 'level' ? !isNumber(layer.y) : isEmptyLayer(layer);

const within = (
  layer: Extract<Layer, { kind: 'shade' }>,
  [low, high]: Span,
): Extract<Layer, { kind: 'shade' }> => ({
  ...layer,
  spans: layer.spans
    .map(({ from, to }) => ({ from: Math.max(low, from), to: Math.min(high, to) }))
    .filter(({ from, to }) => to > from),
});

/** Where a layer has something, along. */
function xsOf(layer: Layer): number[] {
  switch (layer.kind) {
    case 'area':
    case 'line':
    case 'dots':
    case 'band':
      return layer.points.map(({ x }) => x);
    case 'steps':
      return layer.steps.flatMap(({ from, to }) => [from, to]);
    case 'columns':
      return layer.columns.flatMap(({ from, to }) => [from, to]);
    case 'shade':
      return layer.spans.flatMap(({ from, to }) => [from, to]);
    case 'level':
      return [];
    case 'marks':
      return layer.marks.map(({ x }) => x);
  }
}

/** What a layer tells, upwards. */
function ysOf(layer: Layer): number[] {
  switch (layer.kind) {
    case 'area':
    case 'line':
    case 'dots':
      return layer.points.flatMap(({ y }) => y ?? []);
    case 'band':
      return layer.points.flatMap(({ low, high }) => [low, high]);
    case 'steps':
      return layer.steps.flatMap(({ y }) => y ?? []);
    case 'columns':
      return [0, ...layer.columns.map(({ y }) => y)];
    case 'shade':
      return [];
    case 'level':
      return [layer.y];
    case 'marks':
      return layer.marks.flatMap(({ y }) => y ?? []);
  }
}
