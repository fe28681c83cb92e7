/** The small parts of a drawing: texts and markers, in pixels. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Role } from '../../report/figure.js';
import { tenth } from './size.js';

export type Anchor = 'start' | 'middle' | 'end';

interface TextPlace {
  x: number;
  /** Of the line the letters stand on. */
  y: number;
  anchor?: Anchor;
  className?: string;
  /** Reads from the bottom to the top. */
  isOnEnd?: boolean;
}

/** @param content a text, or parts of one */
export function drawText(
  content: string | Element[],
  { x, y, anchor = 'start', className, isOnEnd = false }: TextPlace,
): Element {
  const at = { x: tenth(x), y: tenth(y) };
  return s(
    'text',
    {
      ...at,
      ...(anchor !== 'start' && { textAnchor: anchor }),
      ...(className && { className: [className] }),
      ...(isOnEnd && { transform: `rotate(-90 ${at.x} ${at.y})` }),
    },
    content,
  );
}

export const drawPath = (
  d: string,
  classNames: string[],
  more: Record<string, string> = {},
): Element => s('path', { className: classNames, d, ...more });

export const classOf = (role: Role): string => `is-${role}`;

const circle = (radius: number) => (x: number, y: number) =>
  `M${tenth(x - radius)},${tenth(y)}a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0`;
const diamond = (x: number, y: number) => `M${tenth(x)},${tenth(y - 4)}l4,4l-4,4l-4,-4z`;
const cross = (x: number, y: number) => `M${tenth(x - 3)},${tenth(y - 3)}l6,6m0,-6l-6,6`;

/** Each role has a shape of its own, or fill: colour is never alone. */
const MARKERS: Record<Role, (x: number, y: number) => string> = {
  plan: circle(3),
  actual: circle(3),
  forecast: diamond,
  field: circle(2),
  goal: diamond,
  cutoff: cross,
  ground: circle(2.5),
  night: circle(2),
  range: circle(2),
};

/** Room that a marker takes to each side of its middle, pixels. */
export const MARKER_PX = 4;

export const markerPath = (role: Role, x: number, y: number): string => MARKERS[role](x, y);
