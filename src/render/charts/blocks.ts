/** Figures as a plot of characters, for a terminal and for Markdown. */
import type { Bars, Figure } from '../../report/figure.js';
import { clipEnd, displayWidth } from '../characters.js';
import { renderText, type ValueStyle } from '../values.js';
import { drawBlockPlot } from './block-plot.js';

const MOST_WIDTH = 100;
/** Names take at most so much of the width. */
const NAMES_RATIO = 0.4;
const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
/** The longest bar has at least so many characters. */
const LEAST_BAR = 10;

/** @returns lines of at most `width` columns; none of a figure in which there is nothing to see */
export function plotBlocks({ drawing }: Figure, style: ValueStyle, width: number): string[] {
  return drawing.kind === 'bars'
    ? drawBlockBars(drawing, style, Math.min(width, MOST_WIDTH))
    : drawBlockPlot(drawing, style, width);
}

function drawBlockBars({ bars }: Bars, style: ValueStyle, width: number): string[] {
  const values = bars.map(({ value }) => (Number.isFinite(value) ? value : 0));
  if (values.every((value) => value === 0)) return [];
  const names = bars.map(({ label }) => clip(renderText(label, style), width * NAMES_RATIO));
  const amounts = bars.map(({ written }) => clip(renderText([written], style), width / 3));
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(displayWidth));
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const before = amounts.filter((_, i) => values[i]! < 0);
  const after = amounts.filter((_, i) => values[i]! >= 0);
  const beside = (texts: readonly string[]) => (texts.length === 0 ? 0 : widest(texts) + 1);
  const room = Math.floor(width - widest(names) - 2 - beside(before) - beside(after));
  if (room < LEAST_BAR) return [];
  const perUnit = (room - 1) / (high - low);
  const leftRoom = Math.ceil(-low * perUnit) + beside(before);

  return bars.map((_, i) => {
    const [value, amount] = [values[i]!, amounts[i]!];
    const name = names[i]! + ' '.repeat(widest(names) - displayWidth(names[i]!));
    const left = value < 0 ? `${amount} ${'█'.repeat(Math.round(-value * perUnit))}` : '';
    const right = value < 0 ? '' : `${barOf(value * perUnit)} ${amount}`;
    return `${name} ${' '.repeat(Math.max(0, leftRoom - displayWidth(left)))}${left}│${right}`.trimEnd();
  });
}

function barOf(length: number): string {
  const eighths = Math.round(length * 8);
  return '█'.repeat(Math.floor(eighths / 8)) + EIGHTHS[eighths % 8]!;
}

const clip = (text: string, width: number): string =>
  displayWidth(text) <= width ? text : `${clipEnd(text, Math.floor(width) - 1).trimEnd()}…`;
