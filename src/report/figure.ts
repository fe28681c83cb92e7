/**
 * What is drawn: plain data, from which the terminal, Markdown and HTML each draw their own picture. Numbers are SI,
 * unrounded; who draws picks units, steps and colours. A figure only repeats what a table of the report says.
 */
import type { Text, Value } from './value.js';

/** What the numbers along an axis measure, and so how they are written. */
export type Quantity =
  /** Metres along the course. */
  | { kind: 'distance' }
  /** Metres above the sea. */
  | { kind: 'height' }
  /** Seconds a kilometre. */
  | { kind: 'pace' }
  /** Seconds more (behind, slower) or less than planned. */
  | { kind: 'shift' }
  /** Seconds since the start. */
  | { kind: 'elapsed' }
  /** Rank; 1 is the best. */
  | { kind: 'place' }
  | { kind: 'count' }
  /** A share, 0..1. */
  | { kind: 'ratio' }
  /** Grams, milligrams or millilitres an hour. */
  | { kind: 'gramsPerH' }
  | { kind: 'milligramsPerH' }
  | { kind: 'millilitresPerH' }
  /** Heart beats a minute. */
  | { kind: 'beatsPerMin' };

export interface Axis {
  label: string;
  quantity: Quantity;
  /** Small numbers on top (or at the right), where less is better: a pace, a place, minutes behind. */
  isReversed?: true;
  /** Shown at least; the figures may go further. */
  from?: number;
  to?: number;
}

/** What a mark stands for: its colour and its pattern follow, everywhere the same. */
export type Role =
  | 'plan'
  | 'actual'
  | 'forecast'
  | 'field'
  | 'goal'
  | 'cutoff'
  | 'ground'
  | 'night'
  | 'range';

/** `null`: not known here, the line is interrupted. */
export interface Point {
  x: number;
  y: number | null;
}

/** One thing drawn into a plot; drawn in order, the first lies below. A legend names each that has a name. */
export type Layer =
  /** The area below a line, such as the ground. */
  | { kind: 'area'; role: Role; name: string | null; points: readonly Point[] }
  | { kind: 'line'; role: Role; name: string | null; points: readonly Point[] }
  /** Between two values at each `x`: windows, ranges. */
  | {
      kind: 'band';
      role: Role;
      name: string | null;
      points: readonly { x: number; low: number; high: number }[];
    }
  /** A value that holds from one place to the next: the pace of a leg, what was eaten in an hour. */
  | {
      kind: 'steps';
      role: Role;
      name: string | null;
      steps: readonly { from: number; to: number; y: number | null }[];
    }
  /** Bars from nothing up to a value, such as how many finished between two times. */
  | {
      kind: 'columns';
      role: Role;
      name: string | null;
      columns: readonly { from: number; to: number; y: number }[];
    }
  | { kind: 'dots'; role: Role; name: string | null; points: readonly { x: number; y: number }[] }
  /** The whole height, from one `x` to another: the night. */
  | {
      kind: 'shade';
      role: Role;
      name: string | null;
      spans: readonly { from: number; to: number }[];
    }
  /** A line across, at one value: a range's edge, nothing ahead or behind. */
  | { kind: 'level'; role: Role; name: string | null; y: number }
  /** Uprights, each with its own label: stations, goals. */
  | { kind: 'marks'; role: Role; name: string | null; marks: readonly Mark[] };

export interface Mark {
  x: number;
  /** Where on the upright its dot sits, such as the height of the station; `null`: none. */
  y: number | null;
  label: Text;
  /** Lines said with the label where there is room, the one most needed first: the time, the window, the cutoff. */
  details: readonly Text[];
  /** Labels of the highest weight are placed first; where there is no room, the others stay away. */
  weight: number;
}

/** Values over a distance or a time. */
export interface Plot {
  kind: 'plot';
  x: Axis;
  y: Axis;
  layers: readonly Layer[];
}

/** Amounts side by side, each with its name: what each factor costs. */
export interface Bars {
  kind: 'bars';
  quantity: Quantity;
  bars: readonly { label: Text; value: number; written: Value; role: Role }[];
}

export interface Figure {
  kind: 'chart';
  id: string;
  title: string;
  /** What there is to see in it, in a sentence or two, with its numbers: all that some readers get. */
  point: Text;
  /** The `id` of the table of the report that has its numbers; `null` where they stand in facts or verdicts. */
  table: string | null;
  drawing: Plot | Bars;
  /** Worth some lines of a terminal too. */
  isForScreen?: true;
}

/** Whether a layer draws nothing; a level always does. */
export function isEmptyLayer(layer: Layer): boolean {
  switch (layer.kind) {
    case 'area':
    case 'line':
      return layer.points.every(({ y }) => y === null);
    case 'band':
    case 'dots':
      return layer.points.length === 0;
    case 'steps':
      return layer.steps.every(({ y }) => y === null);
    case 'columns':
      return layer.columns.length === 0;
    case 'shade':
      return layer.spans.length === 0;
    case 'marks':
      return layer.marks.length === 0;
    case 'level':
      return false;
  }
}
