/** The layers of a plot as SVG; all of them but the labels of marks. */
import { area, line } from 'd3-shape';
import type { Element } from 'hast';
import type { Layer, Role } from '../../report/figure.js';
import { classOf, drawPath, markerPath } from './elements.js';
import type { Fills } from './fills.js';
import type { Look } from './look.js';
import { tenth } from './size.js';
import { COVERED_TOLERANCE_PX, type Pixel, thin } from './thin.js';

/** From numbers to pixels, and the edges of the plot. */
export interface Frame {
  x: (value: number) => number;
  y: (value: number) => number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  look: Look;
}

type Drawn = Exclude<Layer, { kind: 'marks' }>;

const drawLine = line<Pixel>().digits(1);

export function drawLayer(layer: Drawn, frame: Frame): Element[] {
  const { x, y, look } = frame;
  const { fills } = look;
  const stroked = (d: string) => drawPath(d, [layer.kind, 'stroke', ...look.classesOf(layer)]);
  switch (layer.kind) {
    case 'area':
      return drawArea(layer.points, layer.role, frame);
    case 'line':
      return [stroked(runsOf(layer.points, frame).map(linePath).join(''))];
    case 'band': {
      const points = layer.points.map(
        (point) => [x(point.x), y(point.low), y(point.high)] as const,
      );
      const upper = thin(points.map(([at, , high]) => [at, high]));
      const lower = thin(points.map(([at, low]) => [at, low])).reverse();
      return [filled('band', layer.role, `${linePath([...upper, ...lower])}Z`, fills)];
    }
    case 'steps':
      return [stroked(stepsPath(layer.steps, frame))];
    case 'columns':
      return [filled('columns', layer.role, layer.columns.map(columnPath(frame)).join(''), fills)];
    case 'dots':
      return [drawPath(dotsPath(layer, frame), ['dots', ...look.classesOf(layer)])];
    case 'shade': {
      const d = layer.spans.map(({ from, to }) =>
        rectangle(x(from), frame.top, x(to), frame.bottom),
      );
      return [filled('shade', layer.role, d.join(''), fills)];
    }
    case 'level':
      return [
        look.isZero(layer.y)
          ? drawPath(across(frame, layer.y), ['zero'])
          : stroked(across(frame, layer.y)),
      ];
  }
}

export const across = ({ left, right, y }: Pick<Frame, 'left' | 'right' | 'y'>, at: number) =>
  `M${tenth(left)},${tenth(y(at))}H${tenth(right)}`;

export function filled(kind: string, role: Role, d: string, fills: Fills): Element {
  const { classNames, attributes } = fills.of(role);
  return drawPath(d, [kind, ...classNames], attributes);
}

/** A point alone becomes a dot, since the ends of lines are round. */
const linePath = (run: readonly Pixel[]): string =>
  run.length === 1 ? `${drawLine([run[0]!])}` : (drawLine(run) ?? '');

/** The stretches of a line between what is not known. */
function runsOf(
  points: readonly { x: number; y: number | null }[],
  { x, y }: Pick<Frame, 'x' | 'y'>,
): Pixel[][] {
  const runs: Pixel[][] = [[]];
  for (const point of points) {
    if (point.y === null) runs.push([]);
    else runs.at(-1)!.push([x(point.x), y(point.y)]);
  }
  return runs.filter((run) => run.length > 0).map((run) => thin(run));
}

/** The area without an outline at its sides, and the line above it. */
function drawArea(
  points: readonly { x: number; y: number | null }[],
  role: Role,
  frame: Frame,
): Element[] {
  const runs = runsOf(points, frame);
  const below = area<Pixel>().y0(tenth(frame.bottom)).digits(1);
  return [
    filled(
      'area',
      role,
      runs.map((run) => below(thin(run, COVERED_TOLERANCE_PX)) ?? '').join(''),
      frame.look.fills,
    ),
    drawPath(runs.map(linePath).join(''), ['outline', 'stroke', classOf(role)]),
  ];
}

function stepsPath(
  steps: Extract<Layer, { kind: 'steps' }>['steps'],
  { x, y }: Pick<Frame, 'x' | 'y'>,
): string {
  return steps
    .map((step, i) => {
      if (step.y === null) return '';
      const before = steps[i - 1];
      const isJoined = before !== undefined && before.y !== null && before.to === step.from;
      const [from, to, at] = [x(step.from), x(step.to), y(step.y)].map(tenth);
      return `${isJoined ? `V${at}` : `M${from},${at}`}H${to}`;
    })
    .join('');
}

const columnPath =
  ({ x, y }: Pick<Frame, 'x' | 'y'>) =>
  ({ from, to, y: top }: { from: number; to: number; y: number }): string => {
    if (top === 0) return '';
    const [left, right] = [x(from), x(to)].sort((a, b) => a - b) as [number, number];
    const gap = right - left > 4 ? 0.5 : 0;
    return rectangle(left + gap, y(top), right - gap, y(0));
  };

const rectangle = (left: number, top: number, right: number, bottom: number): string =>
  `M${tenth(left)},${tenth(top)}H${tenth(right)}V${tenth(bottom)}H${tenth(left)}Z`;

/** Dots that fall on one pixel are drawn once. */
function dotsPath(
  { role, points }: Extract<Layer, { kind: 'dots' }>,
  { x, y }: Pick<Frame, 'x' | 'y'>,
): string {
  const places = new Map<string, string>();
  for (const point of points) {
    const [at, up] = [x(point.x), y(point.y)];
    places.set(`${Math.round(at)},${Math.round(up)}`, markerPath(role, at, up));
  }
  return [...places.values()].join('');
}
