/** A row of a table, whatever the file it came from, and where its cells stand in it. */
import type { Span } from '../../kernel/diagnostic.js';
import { cellRanges, type Delimiter, type Range } from './cells.js';

export interface TableRow {
  /** The line on which the row starts, 1-based; of a workbook its row. */
  line: number;
  /** Unquoted and trimmed; rows may be shorter or longer than the header. */
  cells: readonly string[];
  /** As written, without blank lines before it; `cellSpan` finds cells in it. */
  raw: string;
  /** A line right above it that stands in no column, of text in columns. */
  under?: string;
  /** Where a cell stands, when no delimiter tells it. */
  spanOf?: SpanOf;
}

/** Rows that are told apart already: of a sheet of a workbook, or of a list in JSON. */
export interface Sheet {
  /** `null` of what has no name. */
  name: string | null;
  /** Its header, when that is no row. */
  header: TableRow | null;
  /** Rows with any content. */
  rows: readonly TableRow[];
}

export type SpanOf = (row: TableRow, index: number) => Span;

export const sameCells = (a: TableRow, b: TableRow): boolean =>
  a.cells.length === b.cells.length && a.cells.every((cell, i) => cell === b.cells[i]);

/** Where the cells of each row stand, once asked for. */
const known = new WeakMap<TableRow, { ranges: readonly Range[]; isOneLine: boolean }>();

/** Where a cell stands: of a cell over several lines, its part on the first; of a missing cell, the row's end. */
export function cellSpan(
  { delimiter }: { delimiter: Delimiter },
  row: TableRow,
  index: number,
): Span {
  if (row.spanOf) return row.spanOf(row, index);
  const { raw } = row;
  const there = known.get(row) ?? {
    ranges: cellRanges(raw, delimiter),
    isOneLine: !raw.includes('\n'),
  };
  known.set(row, there);
  const { ranges, isOneLine } = there;
  return spanWithin(row, ranges[index] ?? [raw.length, raw.length], isOneLine);
}

/** The span of what is written in a stretch of a row, blanks around it left out. */
export function spanWithin({ raw, line }: TableRow, [from, to]: Range, isOneLine: boolean): Span {
  const written = raw.slice(from, to);
  const start = from + written.length - written.trimStart().length;
  const [firstLine = ''] = written.trim().split('\n', 1);
  const before = isOneLine ? [raw.slice(0, start)] : raw.slice(0, start).split('\n');
  return {
    line: line + before.length - 1,
    column: (before.at(-1)?.length ?? 0) + 1,
    length: Math.max(1, firstLine.trimEnd().length),
  };
}
