/** Text in columns of fixed width, as timers print it: where the columns stand, told by a ruled line or by gutters. */
import { isTooMuchLost } from '../../domain/limits.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import type { Span } from '../../kernel/diagnostic.js';
import type { Range } from './cells.js';
import { CLEAR_HEADER, HEAD_ROWS, type Headings } from './header.js';
import { type SpanOf, spanWithin, type TableRow } from './row.js';

/** Where the columns of a text stand. */
export interface FixedColumns {
  columns: readonly Range[];
  header: TableRow;
  /** The last line above the header with anything on it. */
  title: TableRow | null;
  /** Lines above the header with anything on them. */
  above: number;
  /** Whether the line above belongs to the header. */
  isJoined: boolean;
}

/** Lines on which the columns are found. */
const LINES_JUDGED = 400;
/** So many lines must leave a gutter blank; between few lines a blank column may be chance. */
const BLANK_RATIO = 0.97;
const FEW_LINES = 10;
/** Nobody prints wider. */
const LONGEST_LINE = 1000;
/** A row is nearly as wide as the header. */
const WIDTH_RATIO = 0.7;
/** Fewer columns are no table. */
const FEWEST_COLUMNS = 3;

/** `===== ====== ===`, or one long line. */
const isRule = (line: string): boolean => /^\s*[=\-_]{3,}[=\-_\s|+]*$/.test(line);
const isFilled = (line: string): boolean => line.trim() !== '';
/** Whether a line is a row rather than the title of some: words and numbers, about as wide as the header. */
const isLikeRow = (line: string, header: string): boolean =>
  /\d/.test(line) &&
  line.trim().split(/\s+/).length >= FEWEST_COLUMNS &&
  line.trimEnd().length >= WIDTH_RATIO * header.trimEnd().length;

/**
 * Finds the columns of a text by its beginning: from a line of dashes under the header where there is one, in as
 * many pieces as there are columns; else from the gutters that the header and the lines below it leave blank.
 * @returns `null` when it is no text in columns whose names are wanted
 */
export function findFixedColumns(
  text: string,
  firstLine: number,
  headings: Headings,
): FixedColumns | null {
  const lines = text.split('\n', LINES_JUDGED);
  if (lines.some((line) => line.length > LONGEST_LINE)) return null;
  const rule = lines.slice(0, 2 * HEAD_ROWS).findIndex((line, i) => i > 0 && isRule(line));
  const candidates = rule > 0 ? [rule - 1] : lines.slice(0, 2 * HEAD_ROWS).keys();
  let best: (FixedColumns & { names: number }) | null = null;
  for (const at of candidates) {
    if (!mayBeHeader(lines[at]!, headings)) continue;
    const found = columnsUnder(lines, at, rule, headings);
    if (found && found.names >= CLEAR_HEADER && found.names > (best?.names ?? 0)) best = found;
  }
  if (!best) return null;
  const { line } = best.header;
  return { ...best, header: { ...best.header, line: line + firstLine - 1 } };
}

/** By its words, as far as these are names of one word. */
const mayBeHeader = (line: string, headings: Headings): boolean =>
  !line.includes('\t') && headings(line.trim().split(/\s+/)) > 0;

function columnsUnder(
  lines: readonly string[],
  at: number,
  rule: number,
  headings: Headings,
): (FixedColumns & { names: number }) | null {
  const below = lines
    .slice(at + 1)
    .filter((line) => isFilled(line) && !isRule(line) && line !== lines[at]);
  const ruled = rule > 0 ? runsOf(lines[rule]!) : [];
  const rows = below.filter((line) => isLikeRow(line, lines[at]!));
  if (rows.length === 0) return null;
  const columns =
    ruled.length >= FEWEST_COLUMNS
      ? fromStarts(ruled.map(([from]) => from))
      : fromGutters(lines[at]!, rows);
  if (columns.length < FEWEST_COLUMNS) return null;
  const rowOf = rowMaker(columns);
  const alone = rowOf(lines[at]!, at + 1);
  const upper = at > 0 ? upperRow(lines[at - 1]!, at, columns) : null;
  const both = upper && {
    ...alone,
    cells: alone.cells.map((cell, i) => join(upper.cells[i], cell)),
  };
  const isJoined = both !== null && headings(both.cells) >= headings(alone.cells);
  const header = isJoined ? both : alone;
  const before = lines.slice(0, isJoined ? at - 1 : at).filter(isFilled);
  const [above, last] = [before.length, before.at(-1)];
  const title = last === undefined ? null : { line: at, cells: [last.trim()], raw: last };
  return { columns, header, title, above, isJoined, names: headings(header.cells) };
}

const join = (upper = '', lower = ''): string => `${upper} ${lower}`.trim();

/** The line above a header that goes on in it: `Gun` above `Time`, each in one column; no title. */
function upperRow(line: string, number: number, columns: readonly Range[]): TableRow | null {
  if (!isFilled(line) || isRule(line) || !fits(line, columns)) return null;
  const row = rowMaker(columns)(line, number);
  const words = row.cells.filter(Boolean);
  const isShort = words.every((cell) => /^\p{L}[\p{L}./]*$/u.test(cell));
  return isShort && words.length >= 2 ? row : null;
}

/** From where each column begins up to the next; the first from the edge, the last to the end of the line. */
const fromStarts = (starts: readonly number[]): Range[] =>
  starts.map((from, i) => [i === 0 ? 0 : from, starts[i + 1] ?? Number.POSITIVE_INFINITY]);

/** Where something stands on a line. */
const runsOf = (line: string): Range[] =>
  [...line.matchAll(/\S+/g)].map(({ 0: run, index }) => [index, index + run.length]);

/** By the blank stretches between them; a stretch of one blank that parts words of the header only is none. */
function fromGutters(header: string, rows: readonly string[]): Range[] {
  const width = Math.max(header.length, ...rows.map(({ length }) => length));
  const isWritten = (line: string, at: number) => at < line.length && line[at] !== ' ';
  const blank = Array.from(
    { length: width },
    (_, at) =>
      !isWritten(header, at) &&
      rows.filter((line) => !isWritten(line, at)).length >= BLANK_RATIO * rows.length,
  );
  const narrowest = rows.length < FEW_LINES ? 2 : 1;
  const starts: number[] = [];
  let gutter = Number.POSITIVE_INFINITY;
  let isHeld = true;
  blank.forEach((isBlank, at) => {
    if (isBlank) {
      gutter += 1;
      return;
    }
    if (gutter >= narrowest) {
      const to = blank.indexOf(true, at);
      const stretch = [at, to < 0 ? width : to] as const;
      const hasName = header.slice(...stretch).trim() !== '';
      const hasCells = rows.some((line) => line.slice(...stretch).trim() !== '');
      // a word of the header over nothing, or cells under no name, belong to the column before
      const isPart = starts.length > 0 && (!hasName || ((!hasCells || !isHeld) && gutter === 1));
      if (!isPart) starts.push(at);
      isHeld = hasCells || (isPart && isHeld);
    }
    gutter = 0;
  });
  return fromStarts(starts);
}

/** Whether no word of a line runs from one column into the next. */
const fits = (line: string, columns: readonly Range[]): boolean =>
  columns.every(
    ([from], i) =>
      i === 0 || from >= line.length || line[from - 1] === ' ' || line[from - 1] === undefined,
  );

function rowMaker(columns: readonly Range[]): (raw: string, line: number) => TableRow {
  const spanOf: SpanOf = (row, index): Span => {
    const { length } = row.raw;
    const [from, to] = columns[index] ?? [length, length];
    return spanWithin(row, [Math.min(from, length), Math.min(to, length)], true);
  };
  return (raw, line) => {
    const cells = columns.map(([from, to]) => raw.slice(from, to).trim());
    return { line, cells, raw, spanOf };
  };
}

/** Reads lines below the header into rows; those in no column are left out, and told at the end. */
export function fixedWidthReader(file: string, columns: readonly Range[], header: TableRow) {
  const off = { lines: 0, rows: 0, first: null as { line: number; written: string } | null };
  const rowOf = rowMaker(columns);
  let read = 0;
  let title: string | null = null;
  const under = (row: TableRow): TableRow => {
    const titled = title === null ? row : { ...row, under: title };
    title = null;
    return titled;
  };
  return {
    rows: (text: string, firstLine: number): TableRow[] =>
      text.split('\n').flatMap((line, i) => {
        const isAbove = firstLine + i <= header.line || line.trim() === header.raw.trim();
        if (isAbove || !isFilled(line) || isRule(line)) return [];
        const row = rowOf(line, firstLine + i);
        if (fits(line, columns) && row.cells.filter(Boolean).length >= 2) {
          read += 1;
          return [under(row)];
        }
        off.lines += 1;
        if (isLikeRow(line, header.raw)) off.rows += 1;
        else title = line.trim();
        off.first ??= { line: row.line, written: line.trim() };
        return [];
      }),
    rest: (): Problem[] => {
      if (!off.first) return [];
      const tell = isTooMuchLost(off.rows, read + off.rows) ? error : warning;
      const { line, written } = off.first;
      const span = { line, column: 1, length: written.length };
      return [tell('LINES_OFF_COLUMNS', { lines: off.lines, written }, { file, span })];
    },
  };
}
