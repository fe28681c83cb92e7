/** Times of many runners written with a point, which may be hours and minutes, or hours with decimals. */
import type { Problem } from '../../domain/problems/problem.js';
import { cellSpan, type Delimiter, type TableRow } from '../table/whole.js';
import { doubtfulHours, formOf, tellDoubtfulHours } from '../times/dotted.js';
import type { TimeForm } from '../times/reading.js';
import type { SettledTimes } from './settle-times.js';

/**
 * An error for finish times, and one for those at stations, of which nothing tells.
 * @param said the form that the header of the finish times says
 */
export function tellHours(
  { own, splits, reading }: Pick<SettledTimes, 'own' | 'splits' | 'reading'>,
  said: TimeForm | null,
  sample: readonly TableRow[],
  table: { delimiter: Delimiter },
  file: string,
): Problem[] {
  const tell = (form: string | null, indexes: readonly number[]): Problem[] => {
    const cells = sample.flatMap((row) =>
      indexes.map((index) => ({ row, index, written: row.cells[index] ?? '' })),
    );
    const doubtful = doubtfulHours(
      form,
      cells.map(({ written }) => written),
    );
    return cells
      .filter(({ written }) => written === doubtful)
      .slice(0, 1)
      .map(({ row, index, written }) =>
        tellDoubtfulHours(written, { file, span: cellSpan(table, row, index) }),
      );
  };
  const atStations = splits.flatMap(({ inIndex, outIndex }) =>
    [inIndex, outIndex].filter((index) => index !== null),
  );
  return [
    ...(own && said === null ? tell(formOf(own.reading), [own.index]) : []),
    ...tell(formOf(reading), atStations),
  ];
}
