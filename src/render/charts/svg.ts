/** Figures as SVG, to stand inside a page. */
import type { Element } from 'hast';
import { s } from 'hastscript';
import type { Figure } from '../../report/figure.js';
import { oneLine } from '../characters.js';
import { renderText, type ValueStyle } from '../values.js';
import { drawBars } from './bars.js';
import { cleanPlot } from './clean.js';
import { openFills } from './fills.js';
import { type Drawing, drawPlot } from './plot.js';
import { SIZES, type Size } from './size.js';

/** A figure drawn twice: for a desktop and for a phone; the page shows the one that fits. */
export interface Drawn {
  wide: Element;
  narrow: Element;
}

/**
 * @param id what ids within begin with: no other of the page may
 * @returns `null` of a figure in which there is nothing to see
 */
export function drawSvg(figure: Figure, style: ValueStyle, id = figure.id): Drawn | null {
  const { drawing } = figure;
  const cleaned = drawing.kind === 'plot' ? cleanPlot(drawing, style) : null;
  const [wide, narrow] = SIZES.map((size) => {
    const fills = openFills(idOf(id, size));
    const drawn =
      drawing.kind === 'bars'
        ? drawBars(drawing, size, style, fills)
        : cleaned && drawPlot(drawing, cleaned, size, style, fills);
    return drawn && frameOf(figure, idOf(id, size), size, style, drawn, fills.defs());
  });
  return wide && narrow ? { wide, narrow } : null;
}

const idOf = (id: string, { name }: Size): string => `${id.replace(/[^\w-]/g, '-')}-${name}`;

/** Its name and what there is to see in it are said to those who do not see it. */
function frameOf(
  figure: Figure,
  id: string,
  size: Size,
  style: ValueStyle,
  drawn: Drawing,
  defs: readonly Element[],
): Element {
  return s(
    'svg',
    {
      className: ['chart', size.name],
      viewBox: `0 0 ${size.widthPx} ${drawn.heightPx}`,
      width: '100%',
      fontSize: size.fontPx,
      role: 'img',
      ariaLabelledBy: [`${id}-title`, `${id}-point`],
    },
    s('title', { id: `${id}-title` }, oneLine(figure.title)),
    s('desc', { id: `${id}-point` }, renderText(figure.point, style)),
    ...defs,
    ...drawn.elements,
  );
}
