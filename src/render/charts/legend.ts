/** The legend of a plot: each layer that has a name, where there are several, in rows as wide as the drawing. */
import type { Element } from 'hast';
import type { Layer } from '../../report/figure.js';
import { oneLine } from '../characters.js';
import { classOf, drawPath, drawText, markerPath } from './elements.js';
import { filled } from './layers.js';
import type { Look } from './look.js';
import { EDGE_PX, type Size, tenth } from './size.js';
import { LINE_EM, MIDDLE_EM, shorten, textWidth } from './text-size.js';

const SAMPLE_PX = 24;
const GAP_PX = 6;
const BETWEEN_PX = 18;

export interface Legend {
  elements: Element[];
  heightPx: number;
}

export function drawLegend(
  layers: readonly Layer[],
  { widthPx, fontPx }: Pick<Size, 'widthPx' | 'fontPx'>,
  look: Look,
): Legend {
  const rowPx = Math.ceil(fontPx * LINE_EM) + 3;
  const elements: Element[] = [];
  const seen = new Set<string>();
  let [x, row] = [EDGE_PX, 0];
  for (const layer of layers) {
    const key = JSON.stringify([layer.kind, layer.role, layer.name]);
    if (layer.name === null || seen.has(key)) continue;
    seen.add(key);
    const room = widthPx - 2 * EDGE_PX - SAMPLE_PX - GAP_PX;
    const name = shorten(oneLine(layer.name), room, fontPx);
    const width = SAMPLE_PX + GAP_PX + textWidth(name, fontPx);
    if (x > EDGE_PX && x + width > widthPx - EDGE_PX) [x, row] = [EDGE_PX, row + 1];
    const middle = EDGE_PX + (row + 0.5) * rowPx;
    elements.push(
      ...drawSample(layer, x, middle, look),
      drawText(name, { x: x + SAMPLE_PX + GAP_PX, y: middle + MIDDLE_EM * fontPx }),
    );
    x += width + BETWEEN_PX;
  }
  // one thing alone is named by the title and by the axis
  return seen.size < 2
    ? { elements: [], heightPx: 0 }
    : { elements, heightPx: (row + 1) * rowPx + 4 };
}

function drawSample(
  layer: Layer,
  x: number,
  middle: number,
  { fills, isZero, classesOf }: Look,
): Element[] {
  const role = classOf(layer.role);
  const classes = classesOf(layer);
  const centre = x + SAMPLE_PX / 2;
  const lineAcross = `M${tenth(x)},${tenth(middle)}h${SAMPLE_PX}`;
  switch (layer.kind) {
    case 'line':
    case 'steps':
      return [drawPath(lineAcross, [layer.kind, 'stroke', ...classes])];
    case 'level':
      return [drawPath(lineAcross, isZero(layer.y) ? ['zero'] : ['level', 'stroke', role])];
    case 'dots':
      return [drawPath(markerPath(layer.role, centre, middle), ['dots', ...classes])];
    case 'marks':
      return layer.marks.some(({ y }) => y !== null)
        ? [
            drawPath(`M${tenth(centre)},${tenth(middle - 6)}v12`, ['upright']),
            drawPath(markerPath(layer.role, centre, middle), ['dots', role]),
          ]
        : [drawPath(`M${tenth(centre)},${tenth(middle - 6)}v12`, ['upright', role])];
    default: {
      const box = `M${tenth(x)},${tenth(middle - 5)}h${SAMPLE_PX}v10h${-SAMPLE_PX}z`;
      return [filled(layer.kind, layer.role, box, fills)];
    }
  }
}
