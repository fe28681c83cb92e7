/** Printing as into a file of 80 columns. */
import type { ReportStyle, Style } from '../../src/render/style.js';

export const PLAIN: Style = {
  units: 'metric',
  width: 80,
  colour: false,
  quiet: false,
  brief: false,
  charts: false,
};

/** The same of a report, in imperial units unless said. */
export const reportStyle = (rest: Partial<ReportStyle> = {}): ReportStyle => ({
  ...PLAIN,
  units: 'imperial',
  judging: { strict: false, judged: ['A', 'B', 'C'] },
  ...rest,
});
