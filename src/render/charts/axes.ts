/** The axes of a plot: ticks, what they say, and which way is ahead. */
import type { Element } from 'hast';
import type { Axis } from '../../report/figure.js';
import { oneLine } from '../characters.js';
import { type Anchor, drawPath, drawText } from './elements.js';
import { across, type Frame } from './layers.js';
import { EDGE_PX, tenth } from './size.js';
import { ASCENT_EM, LINE_EM, MIDDLE_EM, shorten, textWidth } from './text-size.js';
import type { Tick } from './ticks.js';

const TICK_PX = 4;
const TICK_GAP_PX = 5;
const TEXT_GAP_PX = 10;

/** Room at the left for the ticks of the upright axis and its label. */
export const leftOf = (ticks: readonly Tick[], fontPx: number): number =>
  EDGE_PX +
  LINE_EM * fontPx +
  4 +
  Math.max(0, ...ticks.map(({ text }) => textWidth(text, fontPx))) +
  TICK_GAP_PX;

/** Room below for the ticks of the lying axis and its label. */
export const belowOf = (fontPx: number): number =>
  TICK_PX + TICK_GAP_PX + 2 * LINE_EM * fontPx + 2 + EDGE_PX;

/** Whether texts side by side have room. */
export const fitAlong =
  (x: (value: number) => number, widthPx: number, fontPx: number) =>
  (ticks: readonly Tick[]): boolean => {
    const boxes = ticks
      .map((tick) => boxOf(tick, x, widthPx, fontPx))
      .sort((a, b) => a.left - b.left);
    return boxes.every((box, i) => i === 0 || boxes[i - 1]!.right + TEXT_GAP_PX <= box.left);
  };

/** Whether texts above each other have room. */
export const fitUpwards =
  (y: (value: number) => number, fontPx: number) =>
  (ticks: readonly Tick[]): boolean => {
    const at = ticks.map((tick) => y(tick.at)).sort((a, b) => a - b);
    return at.every((px, i) => i === 0 || at[i - 1]! + LINE_EM * fontPx + 4 <= px);
  };

/** In the middle below its tick, moved in from the edges of the drawing. */
function boxOf(
  { at, text }: Tick,
  x: (value: number) => number,
  widthPx: number,
  fontPx: number,
): { left: number; right: number } {
  const width = textWidth(text, fontPx);
  const left = Math.max(EDGE_PX, Math.min(widthPx - EDGE_PX - width, x(at) - width / 2));
  return { left, right: left + width };
}

export function drawLyingAxis(
  axis: Axis,
  { ticks, unit }: { ticks: readonly Tick[]; unit: string },
  frame: Frame,
  { widthPx, fontPx }: { widthPx: number; fontPx: number },
): Element[] {
  const { left, right, bottom, x } = frame;
  const textY = bottom + TICK_PX + TICK_GAP_PX + ASCENT_EM * fontPx;
  const labelY = textY + LINE_EM * fontPx + 2;
  const lines = ticks.map(({ at }) => `M${tenth(x(at))},${tenth(bottom)}v${TICK_PX}`).join('');
  return [
    drawPath(`M${tenth(left)},${tenth(bottom)}H${tenth(right)}${lines}`, ['axis']),
    ...ticks.map((tick) => {
      const box = boxOf(tick, x, widthPx, fontPx);
      return drawText(tick.text, { x: (box.left + box.right) / 2, y: textY, anchor: 'middle' });
    }),
    ...axisWords(axis, unit, right - left, fontPx).map(({ text, along, anchor }) =>
      drawText(text, { x: left + along, y: labelY, anchor, className: 'quiet' }),
    ),
  ];
}

export function drawUprightAxis(
  axis: Axis,
  { ticks, unit }: { ticks: readonly Tick[]; unit: string },
  frame: Frame,
  fontPx: number,
): Element[] {
  const { left, top, bottom, y } = frame;
  const labelX = EDGE_PX + ASCENT_EM * fontPx;
  return [
    drawPath(ticks.map(({ at }) => across(frame, at)).join(''), ['grid']),
    ...ticks.map(({ at, text }) =>
      drawText(text, {
        x: left - TICK_GAP_PX,
        y: y(at) + MIDDLE_EM * fontPx,
        anchor: 'end',
      }),
    ),
    ...axisWords(axis, unit, bottom - top, fontPx).map(({ text, along, anchor }) =>
      drawText(text, { x: labelX, y: bottom - along, anchor, className: 'quiet', isOnEnd: true }),
    ),
  ];
}

interface Word {
  text: string;
  /** From the beginning of the axis, pixels. */
  along: number;
  anchor: Anchor;
}

/** The label with its unit in the middle; of shifts `ahead` and `behind` at the ends. */
function axisWords(axis: Axis, unit: string, lengthPx: number, fontPx: number): Word[] {
  const label = oneLine(axis.label);
  const ends = axis.quantity.kind === 'shift' ? ['ahead', 'behind'] : [];
  const [first, last] = axis.isReversed ? ends.toReversed() : ends;
  const words: Word[] = [];
  if (first) words.push({ text: `← ${first}`, along: 0, anchor: 'start' });
  if (last) words.push({ text: `${last} →`, along: lengthPx, anchor: 'end' });
  // the middle stays in the middle: both sides lose what the longer end takes
  const taken = Math.max(0, ...words.map(({ text }) => textWidth(text, fontPx) + TEXT_GAP_PX));
  const room = lengthPx - 2 * taken;
  const full = unit && label ? `${label} (${unit})` : label || unit;
  const short = unit || label;
  const text = textWidth(full, fontPx) <= room ? full : shorten(first ? short : full, room, fontPx);
  if (text) words.push({ text, along: lengthPx / 2, anchor: 'middle' });
  return words;
}
