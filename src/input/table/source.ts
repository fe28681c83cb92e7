/** Text → rows, with the exact place of every cell. */
import { type Info, type Options, parse } from 'csv-parse/sync';
import { ALIKE_KEPT, limitAlike } from '../../domain/problems/alike.js';
import { error, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { Span } from '../../kernel/diagnostic.js';
import { findTooLong } from '../long-words.js';
import type { Source } from '../source.js';
import { type BadQuote, cellRanges, findBadQuotes, type Range } from './cells.js';

export type Delimiter = ',' | ';' | '\t';

export interface CsvRow {
  /** The line on which the row starts, 1-based. */
  line: number;
  /** Unquoted and trimmed; rows may be shorter or longer than the header. */
  cells: readonly string[];
  /** As written, without blank lines before it; `cellSpan` finds cells in it. */
  raw: string;
}

export interface Csv {
  delimiter: Delimiter;
  /** The first is the header; its repetitions and rows without any content are left out. */
  rows: readonly CsvRow[];
}

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

/** The delimiter used most in the first line that has any text, outside quotes; `,` when there is none. */
export function detectDelimiter(text: string): Delimiter {
  const header = /^.*\S.*$/m.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const uses = (d: Delimiter) => header.split(d).length;
  return ([',', ';', '\t'] as const).reduce((best, d) => (uses(d) > uses(best) ? d : best));
}

function toRow({ record, raw, info }: ParsedRecord, firstLine: number): CsvRow {
  const written = raw.replace(/^\s*\n/, '').replace(/\n$/, '');
  const line = info.lines - written.split('\n').length + firstLine;
  return { line, cells: record, raw: written };
}

/**
 * Reads a CSV file: delimiter `,` `;` or tab, quoted cells, blank lines, repeated headers.
 * @returns `null` with `CSV_EMPTY` when nothing stands in it. A quote that is not closed, or closed inside a
 * cell, is `CSV_SYNTAX`; the rest is read as if that quote were not there.
 */
export function parseCsv({ file, text }: Source): Parsed<Csv> {
  const delimiter = detectDelimiter(text);
  const { rows, diagnostics } = readRows(file, text, delimiter);
  const [header] = rows;
  if (!header) {
    const empty = error('CSV_EMPTY', {}, { file });
    return { value: null, diagnostics: diagnostics.length > 0 ? diagnostics : [empty] };
  }
  const unrepeated = rows.filter((row) => row === header || !sameCells(row, header));
  return { value: { delimiter, rows: unrepeated }, diagnostics };
}

/** The rows with any content of a text whose first line is line `firstLine` of its file. */
export function readRows(
  file: string,
  text: string,
  delimiter: Delimiter,
  firstLine = 1,
): { rows: CsvRow[]; diagnostics: Problem[] } {
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
  const diagnostics = limitAlike(found, ALIKE_KEPT);
  // Without those quotes every column is in its place: the rest of the file is still worth checking.
  const records = parse(
    withoutQuotes(text, bad),
    csvOptions(delimiter),
  ) as unknown as ParsedRecord[];
  const rows = records.map((record) => toRow(record, firstLine));
  return { rows: rows.filter((row) => row.cells.some(Boolean)), diagnostics };
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
  let [line, lineFrom] = [firstLine, 0];
  return offsets.map((offset) => {
    for (let next = text.indexOf('\n', lineFrom); next >= 0 && next < offset; ) {
      [line, lineFrom] = [line + 1, next + 1];
      next = text.indexOf('\n', lineFrom);
    }
    return { line, column: offset - lineFrom + 1, length: 1 };
  });
}

/** Where the cells of each row stand, once asked for. */
const known = new WeakMap<CsvRow, { ranges: readonly Range[]; isOneLine: boolean }>();

/** Where a cell stands: of a cell over several lines, its part on the first; of a missing cell, the row's end. */
export function cellSpan({ delimiter }: Pick<Csv, 'delimiter'>, row: CsvRow, index: number): Span {
  const { raw } = row;
  const there = known.get(row) ?? {
    ranges: cellRanges(raw, delimiter),
    isOneLine: !raw.includes('\n'),
  };
  known.set(row, there);
  const { ranges, isOneLine } = there;
  const [from, to] = ranges[index] ?? [raw.length, raw.length];
  const written = raw.slice(from, to);
  const start = from + written.length - written.trimStart().length;
  const [firstLine = ''] = written.trim().split('\n', 1);
  const before = isOneLine ? [raw.slice(0, start)] : raw.slice(0, start).split('\n');
  return {
    line: row.line + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: Math.max(1, firstLine.trimEnd().length),
  };
}

export const sameCells = (a: CsvRow, b: CsvRow): boolean =>
  a.cells.length === b.cells.length && a.cells.every((cell, i) => cell === b.cells[i]);
