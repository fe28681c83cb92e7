/** The two sizes of a figure: pixels of its `viewBox`. */
export interface Size {
  name: 'wide' | 'narrow';
  widthPx: number;
  fontPx: number;
  /** Of the plot itself, without labels and legend. */
  plotPx: number;
  /** At most so many steps between ticks. */
  xSteps: number;
  ySteps: number;
  labelRows: number;
  mostFlags: number;
  longestLabelPx: number;
  hasDetails: boolean;
}

export const SIZES: readonly [wide: Size, narrow: Size] = [
  {
    name: 'wide',
    widthPx: 720,
    fontPx: 12,
    plotPx: 220,
    xSteps: 12,
    ySteps: 8,
    labelRows: 3,
    mostFlags: 8,
    longestLabelPx: 140,
    hasDetails: true,
  },
  {
    name: 'narrow',
    widthPx: 340,
    fontPx: 12.5,
    plotPx: 190,
    xSteps: 6,
    ySteps: 6,
    labelRows: 3,
    mostFlags: 8,
    longestLabelPx: 110,
    hasDetails: false,
  },
];

/** Kept free at the edges. */
export const EDGE_PX = 2;

/** To a tenth of a pixel, and no negative nothing. */
export const tenth = (px: number): number => Math.round(px * 10) / 10 + 0;
