/** Which cells of a table add up, so that they are printed so (`render/rounding.ts`). */
import type { Column, Row, Sum } from './report.js';
import type { Text, Value } from './value.js';

/** The value that is all of a cell. */
const loneValue = (cell: Text | undefined): Value | null => {
  const [value] = cell ?? [];
  return cell?.length === 1 && typeof value === 'object' ? value : null;
};

/** The value in a column of a row, by the column's id; `null` where the cell is words, or empty. */
export const valueAt = (
  columns: readonly Column[],
  row: Row | undefined,
  id: string,
): Value | null => loneValue(row?.cells[columns.findIndex((column) => column.id === id)]);

/** A sum of cells; those that are empty count nothing, and where the total is, there is none. */
export const sumOf = (total: Value | null, parts: readonly (Value | null)[]): Sum[] =>
  total === null ? [] : [{ total, parts: parts.filter((part) => part !== null) }];

/** Down each column of numbers: the rows of `parts` make the row `total`. */
export const sumsDown = (parts: readonly Row[], total: Row): Sum[] =>
  total.cells.flatMap((cell, i) =>
    sumOf(
      loneValue(cell),
      parts.map((row) => loneValue(row.cells[i])),
    ),
  );

/** Across each row: the cells in the columns `parts` make the one in the column `total`. */
export const sumsAcross = (
  columns: readonly Column[],
  rows: readonly Row[],
  parts: readonly string[],
  total: string,
): Sum[] =>
  rows.flatMap((row) =>
    sumOf(
      valueAt(columns, row, total),
      parts.map((id) => valueAt(columns, row, id)),
    ),
  );

/**
 * A running total: that of the row above and this row's cells in the columns `parts` make this row's; before the
 * first row it is 0.
 */
export const sumsRunning = (
  columns: readonly Column[],
  rows: readonly Row[],
  parts: readonly string[],
  total: string,
): Sum[] =>
  rows.flatMap((row, i) =>
    sumOf(valueAt(columns, row, total), [
      ...(i === 0 ? [] : [valueAt(columns, rows[i - 1], total)]),
      ...parts.map((id) => valueAt(columns, row, id)),
    ]),
  );
