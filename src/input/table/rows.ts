/** A table of any length, row by row: only a small piece of it is in memory at a time. */
import { ALIKE_KEPT, alikeLimiter } from '../../domain/problems/alike.js';
import type { Problem } from '../../domain/problems/problem.js';
import type { TextBlocks } from '../source.js';
import type { Delimiter } from './cells.js';
import { ANY_HEADINGS, type Headings } from './header.js';
import { findLayout, type HeaderRow, type Layout } from './layout.js';
import type { Sheet, TableRow } from './row.js';
import { chooseSheet } from './sheet.js';

export interface OpenTable {
  delimiter: Delimiter;
  header: TableRow;
  /** The row above the header, such as a title. */
  above: TableRow | null;
  /** Below the header, whose repetitions are left out, as are blank rows. To be read once. */
  rows: Iterable<TableRow>;
}

/** A piece of a text, whole rows; `line` is its first. */
interface Piece {
  text: string;
  line: number;
}

/** A table of which the header is found, and the rows of the piece it was found in. */
interface Begun extends HeaderRow {
  layout: Layout;
  rows: readonly TableRow[];
}

/**
 * Opens a table of any length.
 * @param report is told of what is wrong with the rows, as they are read
 * @param headings how the header is known; without, it is the first row
 * @returns `null` when there is not one row
 */
export function openTableRows(
  { file, blocks, sheets }: TextBlocks,
  report: (problem: Problem) => void,
  headings: Headings = ANY_HEADINGS,
): OpenTable | null {
  if (sheets) return openSheet(file, sheets, report, headings);
  const { passes, rest } = alikeLimiter(ALIKE_KEPT);
  const tell = (problems: readonly Problem[]) => problems.filter(passes).forEach(report);
  const pieces = numbered(wholeRows(blocks));
  const begin = ({ text, line }: Piece): Begun | null => {
    const layout = findLayout(file, text, line, headings);
    const { rows, diagnostics } = layout.read(text, line);
    tell(diagnostics);
    const found = layout.headerOf(rows);
    return found && { ...found, layout, rows };
  };
  function* rowsOf({ layout, rows, isBelow }: Begun): Generator<TableRow, void> {
    yield* rows.filter(isBelow);
    for (const { text, line } of pieces) {
      const read = layout.read(text, line);
      tell(read.diagnostics);
      for (const row of read.rows) if (isBelow(row)) yield row;
    }
    tell(layout.rest());
    rest().forEach(report);
  }

  let begun: Begun | null = null;
  for (let next = pieces.next(); !begun && !next.done; next = begun ? next : pieces.next()) {
    begun = begin(next.value);
  }
  if (!begun) {
    rest().forEach(report);
    return null;
  }
  tell(begun.said);
  const { header, above, layout } = begun;
  return { delimiter: layout.delimiter, header, above, rows: rowsOf(begun) };
}

function openSheet(
  file: string,
  sheets: readonly Sheet[],
  report: (problem: Problem) => void,
  headings: Headings,
): OpenTable | null {
  const sheet = chooseSheet(file, sheets, headings);
  if (!sheet) return null;
  sheet.said.forEach(report);
  const { header, above, rows, isBelow } = sheet;
  return { delimiter: '\t', header, above, rows: rows.filter(isBelow) };
}

function* numbered(texts: Iterable<string>): Generator<Piece, void> {
  let line = 1;
  for (const text of texts) {
    yield { text, line };
    line += countOf('\n', text);
  }
}

/** A quote still open after so many characters was never meant as one. */
const LONGEST = 1_000_000;

/** Joins blocks that were cut inside a quoted cell. */
function* wholeRows(blocks: Iterable<string>): Generator<string, void> {
  let open = '';
  let isOpen = false;
  for (const block of blocks) {
    if (countOf('"', block) % 2 === 1) isOpen = !isOpen;
    open += block;
    if (isOpen && open.length < LONGEST) continue;
    yield open;
    [open, isOpen] = ['', false];
  }
  if (open !== '') yield open;
}

function countOf(letter: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) count += 1;
  return count;
}
