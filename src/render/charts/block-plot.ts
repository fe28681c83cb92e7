/** A plot in characters, with its axes, what stands below it and a legend. */
import type { Axis, Layer, Plot } from '../../report/figure.js';
import { clipEnd, displayWidth, oneLine } from '../characters.js';
import { renderText, type ValueStyle } from '../values.js';
import { openCanvas } from './block-canvas.js';
import {
  columnOf,
  drawOn,
  keyOf,
  LEVEL,
  type Manner,
  mannersOf,
  type Shares,
  sampleOf,
} from './block-layers.js';
import { drawNames, drawSpans, drawTicks, tickStart } from './block-rows.js';
import { cleanPlot } from './clean.js';
import { layTicks, roundOut, type Span, type Tick } from './ticks.js';

const ROWS = 10;
const MOST_COLUMNS = 110;
const LEAST_COLUMNS = 30;
const X_STEPS = 12;
const Y_STEPS = 5;

/** @returns nothing where there is nothing to see, or no room for it */
export function drawBlockPlot(plot: Plot, style: ValueStyle, width: number): string[] {
  const cleaned = cleanPlot(plot, style);
  if (!cleaned) return [];
  const { layers, xSpan } = cleaned;
  const ySpan = roundOut(cleaned.ySpan, plot.y.quantity, style, Y_STEPS);
  const y = sharesOf(ySpan, plot.y).of;
  const yTicks = layTicks(ySpan, plot.y.quantity, style, Y_STEPS, (ticks) =>
    isSpread(ticks.map(({ at }) => rowOf(y(at)))),
  );
  const left = writeLeft(plot.y, yTicks.ticks, y);
  const gutter = displayWidth(left[0]!);
  const columns = Math.min(width, MOST_COLUMNS) - gutter;
  if (columns < LEAST_COLUMNS) return [];

  const { of: x, at: xAt } = sharesOf(xSpan, plot.x);
  const shares: Shares = { x, y, xAt };
  const xTicks = layTicks(xSpan, plot.x.quantity, style, X_STEPS, (ticks) =>
    haveRoom(ticks, x, columns),
  );
  const manners = mannersOf(layers);
  const mannerOf = (layer: Layer) => manners.get(keyOf(layer))!;
  const canvas = openCanvas(columns, ROWS);
  if (plot.y.quantity.kind === 'shift') {
    for (let column = 0; column < columns; column += 1) canvas.put(column, y(0), LEVEL);
  }
  for (const layer of layers) drawOn(canvas, layer, shares, mannerOf(layer));

  const [axis, texts] = drawTicks(xTicks.ticks, x, columns);
  const indent = ' '.repeat(gutter);
  return [
    header(plot, yTicks.unit, xTicks.unit, gutter + columns),
    ...canvas.lines().map((line, row) => left[row]! + line),
    left[ROWS]! + axis,
    indent + texts,
    ...layers.flatMap((layer) =>
      layer.kind === 'shade'
        ? [indent + drawSpans(layer.spans, x, columns, mannerOf(layer).shade)]
        : [],
    ),
    ...drawNames(
      layers
        .flatMap((layer) => (layer.kind === 'marks' ? layer.marks : []))
        .map((mark) => ({
          x: x(mark.x),
          name: mark.label.length === 0 ? '' : renderText(mark.label, style),
          weight: mark.weight,
        })),
      columns,
    ).map((line) => indent + line),
    ...legend(layers, mannerOf, gutter + columns),
  ].map((line) => line.trimEnd());
}

/** The share of an axis that a value stands at, 0..1, and back; without d3, which takes a start of every command. */
function sharesOf([low, high]: Span, { isReversed }: Axis) {
  const turn = (share: number) => (isReversed ? 1 - share : share);
  return {
    of: (value: number) => turn((value - low) / (high - low)),
    at: (share: number) => low + turn(share) * (high - low),
  };
}

/** The row of a height, from the top; the bottom is the axis itself. */
const rowOf = (up: number): number =>
  up <= 1e-9 ? ROWS : Math.min(ROWS - 1, Math.floor((1 - up) * ROWS + 1e-9));

const isSpread = (rows: readonly number[]): boolean => new Set(rows).size === rows.length;

function haveRoom(ticks: readonly Tick[], x: (value: number) => number, columns: number): boolean {
  const boxes = ticks
    .map((tick) => {
      const start = tickStart(tick, columnOf(x(tick.at), columns), columns);
      return { start, end: start + displayWidth(tick.text) };
    })
    .sort((a, b) => a.start - b.start);
  return boxes.every(({ start }, i) => i === 0 || boxes[i - 1]!.end + 2 <= start);
}

/** What stands left of each row and of the axis: ticks, and of shifts which way is ahead. */
function writeLeft(axis: Axis, ticks: readonly Tick[], y: (value: number) => number): string[] {
  const ends = axis.quantity.kind === 'shift' ? ['ahead', 'behind'] : ['', ''];
  const [top = '', bottom = ''] = axis.isReversed ? ends : ends.toReversed();
  const texts = Array.from({ length: ROWS + 1 }, (_, row) =>
    ticks.filter(({ at }) => rowOf(y(at)) === row).map(({ text }) => text),
  ).map(([text = '']) => text);
  const textWidth = Math.max(...texts.map(displayWidth));
  const wordWidth = Math.max(top.length, bottom.length);
  return texts.map((text, row) => {
    const word = row === 0 ? top : row === ROWS ? bottom : '';
    const edge = row === ROWS ? (text ? '┼' : '└') : text ? '┤' : '│';
    const padded = ' '.repeat(textWidth - displayWidth(text)) + text;
    return `${word.padEnd(wordWidth)}${wordWidth > 0 ? ' ' : ''}${padded} ${edge}`;
  });
}

function header({ x, y }: Plot, yUnit: string, xUnit: string, width: number): string {
  const up = titled(y.label, yUnit);
  const along = `${titled(x.label, xUnit)} →`;
  const between = width - displayWidth(up) - displayWidth(along);
  return between >= 2 ? up + ' '.repeat(between) + along : clipEnd(up, width);
}

const titled = (label: string, unit: string): string =>
  oneLine(unit ? (label ? `${label} (${unit})` : unit) : label);

/** Each layer that has a name, in as many lines as that takes. */
function legend(
  layers: readonly Layer[],
  mannerOf: (layer: Layer) => Manner,
  width: number,
): string[] {
  const items = new Map<string, string>(
    layers.flatMap((layer) =>
      layer.name
        ? [
            [
              keyOf(layer),
              clipEnd(`${sampleOf(layer, mannerOf(layer))} ${oneLine(layer.name)}`, width),
            ],
          ]
        : [],
    ),
  );
  const lines: string[] = [];
  for (const item of items.values()) {
    const last = lines.at(-1);
    const longer = `${last}   ${item}`;
    if (last !== undefined && displayWidth(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(item);
  }
  return lines;
}
