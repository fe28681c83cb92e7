/** The layers of a plot as characters; shades and marks stand below the plot, by `block-rows`. */
import { bisector } from 'd3-array';
import type { Layer, Role } from '../../report/figure.js';
import type { Canvas } from './block-canvas.js';

/** From numbers to shares of the plot, 0..1 from the left and from the bottom. */
export interface Shares {
  x: (value: number) => number;
  y: (value: number) => number;
  /** What is at a share of the plot, from the left. */
  xAt: (share: number) => number;
}

const MARKERS: Record<Role, string> = {
  plan: 'o',
  actual: '●',
  forecast: '◇',
  field: '·',
  goal: '◆',
  cutoff: 'x',
  ground: 'o',
  night: 'o',
  range: 'o',
};

export const LEVEL = '─';
/** Lines that are drawn through, and such of which every second, fourth, eighth dot is set. */
const STRIDES = [1, 2, 4, 8] as const;
type Stride = (typeof STRIDES)[number];
const SAMPLE_OF: Record<Stride, string> = { 1: '⠒⠒⠒', 2: '⠂⠂⠂', 4: '⠂ ⠂', 8: '⠂  ⠂' };
/** Bands and spans, in order. */
const SHADES = ['░', '▒', '▓'] as const;

/** What tells a layer from the others of its kind. */
export interface Manner {
  shade: string;
  stride: Stride;
}

/** Layers of one kind, role and name are one to the reader. */
export const keyOf = ({ kind, role, name }: Layer): string => JSON.stringify([kind, role, name]);

/** No two bands and no two lines look alike, as long as there are looks; what happened is drawn through. */
export function mannersOf(layers: readonly Layer[]): ReadonlyMap<string, Manner> {
  const manners = new Map<string, Manner>();
  const taken = new Set<Stride>();
  let shaded = 0;
  for (const layer of layers) {
    const key = keyOf(layer);
    if (manners.has(key)) continue;
    const isLine = layer.kind === 'line' || layer.kind === 'steps';
    const wanted = layer.role === 'actual' || layer.role === 'ground' ? STRIDES : STRIDES.slice(1);
    const stride = wanted.find((one) => !taken.has(one)) ?? wanted[0]!;
    if (isLine) taken.add(stride);
    manners.set(key, { shade: SHADES[shaded % SHADES.length]!, stride });
    if (layer.kind === 'band' || layer.kind === 'shade') shaded += 1;
  }
  return manners;
}
/** Of how many values the height of a column of characters is the mean. */
const SAMPLES = 8;

type AlongLayer = Extract<Layer, { kind: 'area' | 'line' | 'steps' | 'columns' }>;

/** How a layer is shown in the legend. */
export function sampleOf(layer: Layer, { shade, stride }: Manner): string {
  switch (layer.kind) {
    case 'area':
    case 'columns':
      return '█';
    case 'line':
    case 'steps':
      return SAMPLE_OF[stride];
    case 'band':
    case 'shade':
      return shade;
    case 'level':
      return LEVEL;
    case 'dots':
      return MARKERS[layer.role];
    case 'marks':
      return '│';
  }
}

export function drawOn(canvas: Canvas, layer: Layer, shares: Shares, manner: Manner) {
  switch (layer.kind) {
    case 'area':
    case 'columns': {
      const valueAt = readAlong(layer);
      for (let column = 0; column < canvas.columns; column += 1) {
        const values = Array.from({ length: SAMPLES }, (_, i) =>
          valueAt(shares.xAt((column + (i + 0.5) / SAMPLES) / canvas.columns)),
        ).flatMap((value) => value ?? []);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        if (values.length > 0 && !(layer.kind === 'columns' && mean === 0))
          canvas.fill(column, shares.y(mean));
      }
      return;
    }
    case 'line':
    case 'steps':
      return drawLine(canvas, layer, shares, manner.stride);
    case 'band': {
      const low = readPoints(layer.points.map((point) => ({ x: point.x, y: point.low })));
      const high = readPoints(layer.points.map((point) => ({ x: point.x, y: point.high })));
      for (let column = 0; column < canvas.columns; column += 1) {
        const x = shares.xAt((column + 0.5) / canvas.columns);
        const [from, to] = [low(x), high(x)];
        if (from !== null && to !== null)
          canvas.shade(column, shares.y(from), shares.y(to), manner.shade);
      }
      return;
    }
    case 'level':
      for (let column = 0; column < canvas.columns; column += 1)
        canvas.put(column, shares.y(layer.y), LEVEL);
      return;
    case 'dots':
      for (const { x, y } of layer.points)
        canvas.put(columnOf(shares.x(x), canvas.columns), shares.y(y), MARKERS[layer.role], true);
      return;
    case 'shade':
    case 'marks':
      return;
  }
}

/** The column of characters at a share of the plot, from the left. */
export const columnOf = (share: number, columns: number): number =>
  Math.min(columns - 1, Math.max(0, Math.floor(share * columns)));

function drawLine(canvas: Canvas, layer: AlongLayer, shares: Shares, stride: Stride) {
  const valueAt = readAlong(layer);
  const halves = canvas.columns * 2;
  let before: number | null = null;
  for (let half = 0; half < halves; half += 1) {
    const value = valueAt(shares.xAt((half + 0.5) / halves));
    const up = value === null ? null : shares.y(value);
    if (up !== null && stride === 1) canvas.dot(half, before ?? up, up);
    else if (up !== null && half % stride === 0) canvas.dot(half, up, up);
    before = up;
  }
}

/** The value of a layer anywhere along; `null` where it is not known. */
function readAlong(layer: AlongLayer): (x: number) => number | null {
  if (layer.kind === 'area' || layer.kind === 'line') return readPoints(layer.points);
  const pieces: readonly { from: number; to: number; y: number | null }[] =
    layer.kind === 'steps' ? layer.steps : layer.columns;
  return (x) => pieces.find(({ from, to }) => from <= x && x < to)?.y ?? null;
}

const byX = bisector(({ x }: { x: number }) => x);

function readPoints(
  given: readonly { x: number; y: number | null }[],
): (x: number) => number | null {
  const points = given.toSorted((a, b) => a.x - b.x);
  return (x) => {
    const i = byX.right(points, x);
    const [before, after] = [points[i - 1], points[i]];
    if (before === undefined || after === undefined) return null;
    if (before.y === null || after.y === null) return null;
    return before.y + ((x - before.x) / (after.x - before.x)) * (after.y - before.y);
  };
}
