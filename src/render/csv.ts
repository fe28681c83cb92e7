/** Comma-separated values (RFC 4180). */

export type CsvCell = string | number | null;

/** Decimals of a number. */
const DECIMALS = 3;

/** A header and rows, each ending in a newline; `null` is an empty cell. */
export const renderCsv = (
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string => [header, ...rows].map((row) => `${row.map(renderCell).join(',')}\n`).join('');

function renderCell(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toFixed(DECIMALS)));
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
