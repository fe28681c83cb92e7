import { Chalk, type ChalkInstance } from 'chalk';
import type { Judging } from '../report/outcome.js';
import type { ValueStyle } from './values.js';

/** How a report is printed. Colour only repeats what the words say. */
export interface Style extends ValueStyle {
  /** Columns of the screen; nothing printed is wider. */
  width: number;
  colour: boolean;
  /** Only the verdicts. */
  quiet: boolean;
  /** Plots of characters too: on a terminal that is wide enough. */
  charts: boolean;
  /** Only the few lines a report is in short, where it has such. */
  brief: boolean;
}

export interface ReportStyle extends Style {
  /** What counts as failing, where a format says so. */
  judging: Judging;
}

export const paintOf = ({ colour }: Style): ChalkInstance => new Chalk({ level: colour ? 1 : 0 });
