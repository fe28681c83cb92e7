/** Rows whose cells a delimiter parts: CSV and its like. */
import { type Info, type Options, parse } from 'csv-parse/sync';
import { ALIKE_KEPT, limitAlike } from '../../domain/problems/alike.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import type { Span } from '../../kernel/diagnostic.js';
import { findTooLong } from '../long-words.js';
import { type BadQuote, type Delimiter, findBadQuotes } from './cells.js';
import type { TableRow } from './row.js';

/** What csv-parse yields with `csvOptions`. */
interface ParsedRecord {
  record: string[];
  raw: string;
  info: Info;
}

/** Tolerant reading: rows of any length, quotes inside unquoted cells. Line ends are `\n`. */
const csvOptions = (delimiter: Delimiter) =>
  ({
    delimiter,
    record_delimiter: '\n',
    trim: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    raw: true,
    info: true,
  }) satisfies Options;

export const DELIMITERS = [',', ';', '\t'] as const satisfies readonly Delimiter[];

/** The delimiter used most in the first line that has any text, outside quotes; `,` when there is none. */
export function detectDelimiter(text: string): Delimiter {
  const header = /^.*\S.*$/m.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const uses = (d: Delimiter) => header.split(d).length;
  return DELIMITERS.reduce<Delimiter>((best, d) => (uses(d) > uses(best) ? d : best), ',');
}

/** What was read of a text, and what is wrong with it. */
export interface RowsRead {
  rows: TableRow[];
  diagnostics: Problem[];
}

/**
 * The rows with any content of a text whose first line is line `firstLine` of its file. A quote that is not closed,
 * or closed inside a cell, is `CSV_SYNTAX`; the rest is read as if that quote were not there.
 */
export function readRows(
  file: string,
  text: string,
  delimiter: Delimiter,
  firstLine = 1,
): RowsRead {
  const tooLong = findTooLong({ file, text }, firstLine);
  if (tooLong) return { rows: [], diagnostics: [tooLong] };
  const bad = findBadQuotes(text, delimiter);
  const spans = spansAt(
    text,
    bad.map(({ at }) => at),
    firstLine,
  );
  const found = bad.map(({ reason }, i) =>
    error('CSV_SYNTAX', { reason }, { file, span: spans[i]! }),
  );
  // Without those quotes every column is in its place: the rest of the file is still worth checking.
  const records = parse(
    withoutQuotes(text, bad),
    csvOptions(delimiter),
  ) as unknown as ParsedRecord[];
  const rows = records.map((record) => toRow(record, firstLine));
  return {
    rows: rows.filter((row) => row.cells.some(Boolean)),
    diagnostics: limitAlike(found, ALIKE_KEPT),
  };
}

function toRow({ record, raw, info }: ParsedRecord, firstLine: number): TableRow {
  const written = raw.replace(/^\s*\n/, '').replace(/\n$/, '');
  const line = info.lines - written.split('\n').length + firstLine;
  return { line, cells: record, raw: written };
}

/** A blank for each bad quote. */
function withoutQuotes(text: string, bad: readonly BadQuote[]): string {
  let from = 0;
  const parts = bad.map(({ at }) => {
    const part = text.slice(from, at);
    from = at + 1;
    return part;
  });
  return [...parts, text.slice(from)].join(' ');
}

/** One character long, at offsets in order. */
function spansAt(text: string, offsets: readonly number[], firstLine: number): Span[] {
  let [line, lineFrom, lineTo] = [firstLine, 0, text.indexOf('\n')];
  return offsets.map((offset) => {
    while (lineTo >= 0 && lineTo < offset) {
      [line, lineFrom] = [line + 1, lineTo + 1];
      lineTo = text.indexOf('\n', lineFrom);
    }
    return { line, column: offset - lineFrom + 1, length: 1 };
  });
}
