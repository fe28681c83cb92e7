/** A table of any length, row by row: only a small piece of it is in memory at a time. */
import { ALIKE_KEPT, alikeLimiter } from '../../domain/problems/alike.js';
import type { Problem } from '../../domain/problems/problem.js';
import type { TextBlocks } from '../source.js';
import { type CsvRow, type Delimiter, detectDelimiter, readRows, sameCells } from './source.js';

export interface CsvRows {
  delimiter: Delimiter;
  header: CsvRow;
  /** Below the header, whose repetitions are left out, as are blank rows. To be read once. */
  rows: Iterable<CsvRow>;
}

/**
 * Opens a table of any length.
 * @param report is told of what is wrong with the rows, as they are read
 * @returns `null` when there is not one row
 */
export function openCsv(
  { file, blocks }: TextBlocks,
  report: (problem: Problem) => void,
): CsvRows | null {
  const rows = readBlocks(file, blocks, report);
  const header = rows.next().value;
  if (!header) return null;
  return { delimiter: detectDelimiter(header.raw), header, rows: unrepeated(rows, header) };
}

function* unrepeated(rows: Iterable<CsvRow>, header: CsvRow): Generator<CsvRow, void> {
  for (const row of rows) {
    if (!sameCells(row, header)) yield row;
  }
}

function* readBlocks(
  file: string,
  blocks: Iterable<string>,
  report: (problem: Problem) => void,
): Generator<CsvRow, void> {
  const limiter = alikeLimiter(ALIKE_KEPT);
  let delimiter: Delimiter | null = null;
  let line = 1;
  for (const text of wholeRows(blocks)) {
    delimiter ??= detectDelimiter(text);
    const { rows, diagnostics } = readRows(file, text, delimiter, line);
    diagnostics.filter(limiter.passes).forEach(report);
    yield* rows;
    line += countOf('\n', text);
  }
  limiter.rest().forEach(report);
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
