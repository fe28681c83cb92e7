/** A table of any length, row by row: only a small piece of it is in memory at a time. */
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
  let delimiter: Delimiter | null = null;
  let line = 1;
  for (const text of wholeRows(blocks)) {
    delimiter ??= detectDelimiter(text);
    const { rows, diagnostics } = readRows(file, text, delimiter, line);
    diagnostics.forEach(report);
    yield* rows;
    line += text.split('\n').length - 1;
  }
}

/** A quote still open after so many characters was never meant as one. */
const LONGEST = 1_000_000;

/** Joins blocks that were cut inside a quoted cell. */
function* wholeRows(blocks: Iterable<string>): Generator<string, void> {
  let open = '';
  for (const block of blocks) {
    const text = open + block;
    const insideQuotes = text.split('"').length % 2 === 0;
    open = insideQuotes && text.length < LONGEST ? text : '';
    if (open === '') yield text;
  }
  if (open !== '') yield open;
}
