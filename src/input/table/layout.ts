/** How a text is a table: its delimiter or its columns, and the line of its header. Found on its beginning. */
import { note, type Problem } from '../../domain/problems/problem.js';
import type { Delimiter } from './cells.js';
import { DELIMITERS, detectDelimiter, type RowsRead, readRows } from './delimited.js';
import { type FixedColumns, findFixedColumns, fixedWidthReader } from './fixed-width.js';
import {
  belowHeader,
  CLEAR_HEADER,
  findHeader,
  HEAD_ROWS,
  type HeaderFound,
  type Headings,
  headerRow,
  tellHeader,
} from './header.js';
import type { TableRow } from './row.js';

/** Reads a text piece by piece. */
export interface Layout {
  /** Of text in columns a tab, which is none of the signs that numbers are written with. */
  delimiter: Delimiter;
  /** The rows of a piece whose first line is line `firstLine` of the file. */
  read: (text: string, firstLine: number) => RowsRead;
  /** The header among the rows of the first piece, and what is said of it. */
  headerOf: (rows: readonly TableRow[]) => HeaderRow | null;
  /** What is to be said when all is read. */
  rest: () => Problem[];
}

export interface HeaderRow {
  header: TableRow;
  /** The row above it, such as a title. */
  above: TableRow | null;
  /** Whether a row is one of the table, below the header and none of its repetitions. */
  isBelow: (row: TableRow) => boolean;
  said: readonly Problem[];
}

/**
 * The layout of a text, by its beginning: commas, semicolons or tabs, or columns where none of these makes a header.
 * @param firstLine number of the text's first line in its file
 */
export function findLayout(
  file: string,
  text: string,
  firstLine: number,
  headings: Headings,
): Layout {
  const head = headOf(text);
  const usual = detectDelimiter(text);
  let best: { delimiter: Delimiter; found: HeaderFound } | null = null;
  for (const delimiter of [usual, ...DELIMITERS.filter((other) => other !== usual)]) {
    const found = findHeader(readRows(file, head, delimiter).rows, headings);
    if (!best || found.names > best.found.names) best = { delimiter, found };
    // the first line decides where it names what is wanted
    if (delimiter === usual && found.index === 0 && found.names >= CLEAR_HEADER) break;
  }
  const isClear = best !== null && best.found.names >= CLEAR_HEADER;
  const fixed = isClear ? null : findFixedColumns(text, firstLine, headings);
  if (fixed) return fixedLayout(file, fixed);
  return delimitedLayout(file, isClear ? best!.delimiter : usual, headings);
}

/** Lines enough for the header to be among them. */
function headOf(text: string): string {
  let [at, rows] = [0, 0];
  while (at < text.length && rows <= HEAD_ROWS) {
    const end = text.indexOf('\n', at);
    const to = end < 0 ? text.length : end;
    if (text.slice(at, to).trim() !== '') rows += 1;
    at = to + 1;
  }
  return text.slice(0, at);
}

const delimitedLayout = (file: string, delimiter: Delimiter, headings: Headings): Layout => ({
  delimiter,
  read: (text, firstLine) => readRows(file, text, delimiter, firstLine),
  headerOf: (rows) => headerAmong(file, rows, headings),
  rest: () => [],
});

/** The header among rows that are told apart already. */
export function headerAmong(
  file: string,
  rows: readonly TableRow[],
  headings: Headings,
): HeaderRow | null {
  const found = findHeader(rows, headings);
  const header = headerRow(rows, found);
  if (!header) return null;
  const above = rows[found.index - (found.isJoined ? 2 : 1)] ?? null;
  return { header, above, isBelow: belowHeader(rows, found), said: tellHeader(file, rows, found) };
}

function fixedLayout(
  file: string,
  { columns, header, title, above, isJoined }: FixedColumns,
): Layout {
  const reader = fixedWidthReader(file, columns, header);
  const isSaid = above > 0 || isJoined;
  const { line } = header;
  return {
    delimiter: '\t',
    read: (text, firstLine) => ({ rows: reader.rows(text, firstLine), diagnostics: [] }),
    headerOf: () => ({
      header,
      above: title,
      isBelow: () => true,
      said: isSaid ? [note('HEADER_TAKEN', { line, isJoined, above }, { file })] : [],
    }),
    rest: reader.rest,
  };
}
