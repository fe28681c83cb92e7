/**
 * Comma-separated values (RFC 4180, rows ending in a newline alone): the one way all tables are written. A text that
 * a spreadsheet would take for a formula stays a text, by an apostrophe before it; numbers are left as they are.
 */
import { stringify } from 'csv-stringify/sync';
import { oneLine } from './characters.js';

export type CsvCell = string | number | null;

/** Decimals of a number. */
const DECIMALS = 3;

/** A header and rows; `null` is an empty cell. */
export const renderCsv = (
  header: readonly string[],
  rows: readonly (readonly CsvCell[])[],
): string =>
  stringify(
    [header, ...rows].map((row) => row.map(safeCell)),
    { escape_formulas: true, cast: { number: formatNumber } },
  );

/** Some programs skip blanks before they look for a formula. */
const safeCell = (cell: CsvCell): CsvCell =>
  typeof cell === 'string' ? oneLine(cell).trim() : cell;

const formatNumber = (value: number): string => String(Number(value.toFixed(DECIMALS)));
