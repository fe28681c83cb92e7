/** A whole table, with the exact place of every cell. */
import { error, type Parsed, type Problem } from '../../domain/problems/problem.js';
import { blocksOf, type Source } from '../source.js';
import type { Delimiter } from './cells.js';
import { ANY_HEADINGS, type Headings } from './header.js';
import type { TableRow } from './row.js';
import { openTableRows } from './rows.js';

export type { Delimiter } from './cells.js';
export { cellSpan, type TableRow } from './row.js';

export interface Table {
  delimiter: Delimiter;
  /** The first is the header; its repetitions and rows without any content are left out. */
  rows: readonly TableRow[];
}

/**
 * Reads a table whole, as `openTableRows` does row by row.
 * @param headings how the header is known
 * @returns `null` with `CSV_EMPTY` when nothing stands in it. A quote that is not closed, or closed inside a
 * cell, is `CSV_SYNTAX`; the rest is read as if that quote were not there.
 */
export function parseTable(source: Source, headings: Headings = ANY_HEADINGS): Parsed<Table> {
  const diagnostics: Problem[] = [];
  const { file } = source;
  const csv = openTableRows(blocksOf(source), (problem) => diagnostics.push(problem), headings);
  if (!csv) {
    const empty = error('CSV_EMPTY', {}, { file });
    return { value: null, diagnostics: diagnostics.length > 0 ? diagnostics : [empty] };
  }
  return { value: { delimiter: csv.delimiter, rows: [csv.header, ...csv.rows] }, diagnostics };
}
