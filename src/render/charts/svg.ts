/** Figures as SVG, to stand inside a page. */
import type { Element } from 'hast';
import type { Figure } from '../../report/figure.js';
import type { ValueStyle } from '../values.js';

/** A figure drawn twice: for a desktop and for a phone; the page shows the one that fits. */
export interface Drawn {
  wide: Element;
  narrow: Element;
}

/** `null` of a figure in which there is nothing to see. */
export function drawSvg(_figure: Figure, _style: ValueStyle): Drawn | null {
  return null;
}
