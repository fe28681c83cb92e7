/** Figures as a plot of characters, for a terminal and for Markdown. */
import type { Figure } from '../../report/figure.js';
import type { ValueStyle } from '../values.js';

/** @returns lines of at most `width` columns */
export function plotBlocks(_figure: Figure, _style: ValueStyle, _width: number): string[] {
  return [];
}
