/** A plot as SVG, at one size. */
import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Layer, Mark, Plot, Role } from '../../report/figure.js';
import { renderText, type ValueStyle } from '../values.js';
import { belowOf, drawLyingAxis, drawUprightAxis, fitAlong, fitUpwards, leftOf } from './axes.js';
import type { Cleaned } from './clean.js';
import { classOf, drawPath, drawText, MARKER_PX, markerPath } from './elements.js';
import type { Fills } from './fills.js';
import { BETWEEN, type PlacedLabel, type WrittenMark } from './label-room.js';
import { across, drawLayer, type Frame } from './layers.js';
import { drawLegend } from './legend.js';
import { lookOf } from './look.js';
import { placeLabels } from './mark-labels.js';
import { EDGE_PX, type Size, tenth } from './size.js';
import { ASCENT_EM, LINE_EM, textWidth } from './text-size.js';
import { layTicks, roundOut } from './ticks.js';

export interface Drawing {
  elements: Element[];
  heightPx: number;
}

interface DrawnMark extends WrittenMark {
  mark: Mark;
  role: Role;
}

/** From the plot up to a label on end: room to step aside. */
const KNEE_PX = 9;
const RIGHT_PX = 12;
/** The same where a label at the end may have lines beside it. */
const RIGHT_OF_DETAILS_PX = 30;

/** @param cleaned what there is to see in it */
export function drawPlot(
  plot: Plot,
  cleaned: Cleaned,
  size: Size,
  style: ValueStyle,
  fills: Fills,
): Drawing {
  const { layers, xSpan } = cleaned;
  const { widthPx, fontPx, plotPx } = size;
  const yShift = plot.y.quantity.kind === 'shift';
  const look = lookOf(layers, yShift, fills);

  const ySpan = roundOut(cleaned.ySpan, plot.y.quantity, style, size.ySteps);
  const upwards = (top: number) =>
    scaleLinear(ySpan, plot.y.isReversed ? [top, top + plotPx] : [top + plotPx, top]);
  const fitsUpwards = fitUpwards(upwards(0), fontPx);
  const yTicks = layTicks(ySpan, plot.y.quantity, style, size.ySteps, fitsUpwards);

  const left = leftOf(yTicks.ticks, fontPx);
  const hasDetails =
    size.hasDetails &&
    layers.some((l) => l.kind === 'marks' && l.marks.some(({ details }) => details.length > 1));
  const right = widthPx - (hasDetails ? RIGHT_OF_DETAILS_PX : RIGHT_PX);
  const x = scaleLinear(xSpan, plot.x.isReversed ? [right, left] : [left, right]);
  const fitsAlong = fitAlong(x, widthPx, fontPx);
  const xTicks = layTicks(xSpan, plot.x.quantity, style, size.xSteps, fitsAlong);

  const legend = drawLegend(layers, size, look);
  const labels = placeLabels(marksOf(layers, x, style), {
    from: EDGE_PX,
    flagsFrom: left - 1,
    to: widthPx - EDGE_PX,
    fontPx,
    rows: size.labelRows,
    mostFlags: size.mostFlags,
    longestPx: size.longestLabelPx,
    hasDetails: size.hasDetails,
  });
  const top = Math.ceil(
    EDGE_PX + legend.heightPx + Math.max(labelsPx(labels, fontPx), 0.65 * fontPx),
  );
  const bottom = top + plotPx;
  const frame: Frame = { x, y: upwards(top), left, right, top, bottom, look };

  return {
    heightPx: Math.ceil(bottom + belowOf(fontPx)),
    elements: [
      ...legend.elements,
      ...drawUprightAxis(plot.y, yTicks, frame, fontPx),
      ...(yShift ? [drawPath(across(frame, 0), ['zero'])] : []),
      ...(plot.x.quantity.kind === 'shift' && xSpan[0] <= 0 && xSpan[1] >= 0
        ? [drawPath(`M${tenth(x(0))},${tenth(top)}V${tenth(bottom)}`, ['zero'])]
        : []),
      ...layers.flatMap((layer) =>
        layer.kind === 'marks' ? drawMarks(layer, labels, frame, fontPx) : drawLayer(layer, frame),
      ),
      ...drawLyingAxis(plot.x, xTicks, frame, size),
      ...labels.map((label) => drawLabel(label, frame, fontPx)),
    ],
  };
}

const marksOf = (
  layers: readonly Layer[],
  x: (value: number) => number,
  style: ValueStyle,
): DrawnMark[] =>
  layers.flatMap((layer) =>
    layer.kind === 'marks'
      ? layer.marks.map((mark) => ({
          mark,
          role: layer.role,
          x: x(mark.x),
          label: mark.label.length === 0 ? '' : renderText(mark.label, style).trim(),
          details: mark.details.map((line) => renderText(line, style).trim()),
          weight: mark.weight,
        }))
      : [],
  );

/** Room that labels take above the plot. */
function labelsPx(labels: readonly PlacedLabel<DrawnMark>[], fontPx: number): number {
  const rows = Math.max(0, ...labels.map(({ flag }) => (flag ? flag.row + 1 : 0)));
  const longest = Math.max(
    0,
    ...labels
      .filter(({ flag }) => !flag)
      .flatMap(({ label, details }) => [label, ...details].map((t) => textWidth(t, fontPx))),
  );
  return Math.max(rows * rowPx(fontPx) + 4, longest > 0 ? longest + KNEE_PX + 4 : 0);
}

const rowPx = (fontPx: number) => Math.ceil(LINE_EM * fontPx);

/** Uprights from the plot's top down to their dots, or to the ground, and up to their labels. */
function drawMarks(
  { role, marks }: Extract<Layer, { kind: 'marks' }>,
  labels: readonly PlacedLabel<DrawnMark>[],
  { x, y, top, bottom }: Frame,
  fontPx: number,
): Element[] {
  const staffs = { dotted: '', bare: '' };
  const dots: string[] = [];
  for (const mark of marks) {
    const at = tenth(x(mark.x));
    const placed = labels.find((label) => label.mark.mark === mark);
    const upTo = placed ? staffTop(placed, top, fontPx) : '';
    if (mark.y === null) staffs.bare += `M${at},${tenth(bottom)}V${top}${upTo}`;
    else {
      const dotY = y(mark.y);
      staffs.dotted += `M${at},${tenth(Math.max(top, dotY - MARKER_PX))}V${top}${upTo}`;
      dots.push(markerPath(role, at, dotY));
    }
  }
  return [
    ...(staffs.dotted ? [drawPath(staffs.dotted, ['upright'])] : []),
    ...(staffs.bare ? [drawPath(staffs.bare, ['upright', classOf(role)])] : []),
    ...(dots.length > 0 ? [drawPath(dots.join(''), ['dots', classOf(role)])] : []),
  ];
}

/** On from the top of the plot to the label. */
const staffTop = ({ flag, x }: PlacedLabel<DrawnMark>, top: number, fontPx: number): string =>
  flag
    ? `V${tenth(top - 4 - flag.row * rowPx(fontPx) - 0.75 * fontPx)}`
    : `L${tenth(x)},${top - KNEE_PX + 2}`;

function drawLabel(
  { label, details, x, flag }: PlacedLabel<DrawnMark>,
  { top }: Frame,
  fontPx: number,
): Element {
  if (flag) {
    const y = top - 4 - flag.row * rowPx(fontPx);
    const content =
      details.length > 0
        ? [s('tspan', label), s('tspan', { className: ['quiet'] }, BETWEEN + details.join(BETWEEN))]
        : label;
    return drawText(content, { x, y, anchor: flag.isLeft ? 'end' : 'start' });
  }
  const half = (ASCENT_EM - LINE_EM / 2) * fontPx;
  const above = top - KNEE_PX;
  const name = drawText(label, { x: x + half, y: above, isOnEnd: true });
  if (details.length === 0) return name;
  const lines = details.map((line, i) =>
    drawText(line, {
      x: x + half + (i + 1) * LINE_EM * fontPx,
      y: above,
      isOnEnd: true,
      className: 'quiet',
    }),
  );
  return s('g', name, ...lines);
}
