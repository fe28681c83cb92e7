/** Labels of marks, before and after they have a place above a plot. */

/** A mark with its label written; `x` in pixels. */
export interface WrittenMark {
  x: number;
  label: string;
  details: readonly string[];
  weight: number;
}

export interface PlacedLabel<M> {
  mark: M;
  label: string;
  /** As many as have room. */
  details: readonly string[];
  /** Where the label begins or ends (a flag), or its middle (on end). */
  x: number;
  /** Of a flag: which way it blows, and its row above the plot, from 0. */
  flag: { isLeft: boolean; row: number } | null;
}

/** Between a label and its details where they stand on one line. */
export const BETWEEN = ' · ';

export interface LabelRoom {
  /** Labels stay between; flags also away from what is written beside the plot. */
  from: number;
  flagsFrom: number;
  to: number;
  fontPx: number;
  /** Rows of flags, and how many marks may have flags. */
  rows: number;
  mostFlags: number;
  /** The longest label on end, pixels. */
  longestPx: number;
  hasDetails: boolean;
}
