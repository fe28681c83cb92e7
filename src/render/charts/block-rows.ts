/** What stands below a plot of characters: ticks, shades, and the names of marks. */
import { clipEnd, displayWidth } from '../characters.js';
import { columnOf } from './block-layers.js';
import type { Tick } from './ticks.js';

const LONGEST_NAME = 18;
const NAME_ROWS = 3;

/** A row of single characters, `null` where nothing stands; a wide one takes two places, the second empty. */
type Row = (string | null)[];
const emptyRow = (columns: number): Row => Array<string | null>(columns).fill(null);
const isFree = (row: Row, from: number, to: number) =>
  from >= 0 && to <= row.length && row.slice(from, to).every((cell) => cell === null);
const joinRow = (row: Row): string => row.map((cell) => cell ?? ' ').join('');

function write(row: Row, from: number, text: string) {
  let at = from;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    const width = displayWidth(segment);
    // what has no width belongs to what is before it
    if (width === 0) row[Math.max(0, at - 1)] = (row[Math.max(0, at - 1)] ?? '') + segment;
    else row[at] = segment;
    for (let i = 1; i < width; i += 1) row[at + i] = '';
    at += width;
  }
}

/** Where the texts of ticks begin, within the row. */
export const tickStart = ({ text }: Tick, column: number, columns: number): number =>
  Math.max(0, Math.min(columns - displayWidth(text), column - Math.floor(displayWidth(text) / 2)));

/** The axis itself and the texts below it. */
export function drawTicks(
  ticks: readonly Tick[],
  x: (value: number) => number,
  columns: number,
): [axis: string, texts: string] {
  const axis = Array<string>(columns).fill('─');
  const texts = emptyRow(columns);
  for (const tick of ticks) {
    const column = columnOf(x(tick.at), columns);
    axis[column] = '┬';
    write(texts, tickStart(tick, column, columns), tick.text);
  }
  return [axis.join(''), joinRow(texts)];
}

/** Spans as a row of shade. */
export function drawSpans(
  spans: readonly { from: number; to: number }[],
  x: (value: number) => number,
  columns: number,
  shade: string,
): string {
  const row = emptyRow(columns);
  for (const span of spans) {
    const ends = [x(span.from), x(span.to)].map((share) => columnOf(share, columns));
    row.fill(shade, Math.min(...ends), Math.max(...ends) + 1);
  }
  return joinRow(row);
}

export interface NamedMark {
  /** Share of the plot, from the left. */
  x: number;
  name: string;
  weight: number;
}

/** Each mark with its name beside it, the weightiest first, in a few rows; those without room only as a tick. */
export function drawNames(marks: readonly NamedMark[], columns: number): string[] {
  const rows = Array.from({ length: NAME_ROWS }, () => emptyRow(columns));
  const bare: number[] = [];
  for (const mark of marks.toSorted((a, b) => b.weight - a.weight || a.x - b.x)) {
    const column = columnOf(mark.x, columns);
    if (!placeName(rows, column, shortName(mark.name))) bare.push(column);
  }
  for (const column of bare) if (rows[0]![column] === null) rows[0]![column] = '╵';
  return rows.map((row) => joinRow(row).trimEnd()).filter((row) => row !== '');
}

const shortName = (name: string): string =>
  displayWidth(name) <= LONGEST_NAME ? name : `${clipEnd(name, LONGEST_NAME - 1).trimEnd()}…`;

function placeName(rows: Row[], column: number, name: string): boolean {
  const width = displayWidth(name);
  for (const [r, row] of rows.entries()) {
    if (rows.slice(0, r).some((above) => above[column] !== null)) return false;
    const isRight = isFree(row, column, column + width + 2);
    const isAtEdge = column + width + 1 === row.length && isFree(row, column, row.length);
    const isLeft = isFree(row, column - width - 1, column + 1);
    if (!isRight && !isAtEdge && !isLeft) continue;
    for (const above of rows.slice(0, r)) above[column] = '│';
    row[column] = r === 0 ? '│' : '└';
    if (isRight || isAtEdge) write(row, column + 1, name);
    else {
      write(row, column - width, name);
      if (r > 0) row[column] = '┘';
    }
    return true;
  }
  return false;
}
