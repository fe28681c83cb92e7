/** Text → rows, with the exact place of every cell. */
import { CsvError, type Info, type Options, parse } from 'csv-parse/sync';
import { error, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { Span } from '../../kernel/diagnostic.js';
import { findTooLong } from '../long-words.js';
import type { Source } from '../source.js';

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
  const diagnostics: Problem[] = [];
  let lines = text;
  for (;;) {
    const read = tryRows(lines, delimiter, firstLine);
    if (Array.isArray(read)) return { rows: read, diagnostics };
    const { reason, quoteAt } = read;
    const span = spanAt(lines, quoteAt, 1);
    const at = { file, span: { ...span, line: span.line + firstLine - 1 } };
    diagnostics.push(error('CSV_SYNTAX', { reason }, at));
    // Go on without the quote, every column in its place: the rest of the file is still worth checking.
    lines = `${lines.slice(0, quoteAt)} ${lines.slice(quoteAt + 1)}`;
  }
}

/** Where a cell stands: of a cell over several lines, its part on the first; of a missing cell, the row's end. */
export function cellSpan({ delimiter }: Pick<Csv, 'delimiter'>, row: CsvRow, index: number): Span {
  const ends: number[] = [];
  const cast = (cell: string, { bytes }: Info) => {
    ends.push(bytes);
    return cell;
  };
  parse(row.raw, { ...csvOptions(delimiter), cast } as Options);
  const bytes = Buffer.from(row.raw);
  const before = index === 0 ? 0 : (ends[index - 1] ?? bytes.length) + 1;
  const written = bytes.subarray(before, ends[index] ?? bytes.length).toString();
  const start = bytes.subarray(0, before).toString().length + /^\s*/.exec(written)![0].length;
  const [firstLine = ''] = written.trim().split('\n');
  const { line, column, length } = spanAt(row.raw, start, firstLine.trimEnd().length);
  return { line: row.line + line - 1, column, length: Math.max(1, length) };
}

/** The rows with any content, or the quote that spoils them. */
function tryRows(
  text: string,
  delimiter: Delimiter,
  firstLine: number,
): CsvRow[] | { reason: string; quoteAt: number } {
  try {
    const records = parse(text, csvOptions(delimiter)) as unknown as ParsedRecord[];
    return records.map((r) => toRow(r, firstLine)).filter((row) => row.cells.some(Boolean));
  } catch (thrown) {
    if (!(thrown instanceof CsvError)) throw thrown;
    const { bytes, lines } = thrown as unknown as Info;
    // csv-parse counts bytes up to the cell before; the cell that it cannot read starts with the next quote
    const quoteAt = text.indexOf('"', Buffer.from(text).subarray(0, bytes).toString().length);
    const closed = spanAt(text, quoteAt, 1).line === lines && /^.[^\n]*"/.test(text.slice(quoteAt));
    return {
      reason: closed ? 'text follows the closing quote' : 'this quote is never closed',
      quoteAt,
    };
  }
}

export const sameCells = (a: CsvRow, b: CsvRow): boolean =>
  a.cells.length === b.cells.length && a.cells.every((cell, i) => cell === b.cells[i]);

function spanAt(text: string, offset: number, length: number): Span {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length };
}
