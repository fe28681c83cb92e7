/** Which line of a table is its header: title lines may stand above it, and it may take two lines. */
import { note, type Problem } from '../../domain/problems/problem.js';
import { type ColumnNames, countColumns } from './columns.js';
import { sameCells, type TableRow } from './row.js';

/** How many columns of the kind that is wanted a row of names has. */
export type Headings = (cells: readonly string[]) => number;

/** Names of the columns that are wanted: the most that any of these knows. */
export const headingsOf =
  (...vocabularies: readonly Readonly<Record<string, ColumnNames>>[]): Headings =>
  (cells) =>
    Math.max(0, ...vocabularies.map((names) => countColumns(cells, names)));

/** Nothing is known of the columns: the first row is the header. */
export const ANY_HEADINGS: Headings = () => 0;

/** Title lines are fewer. */
export const HEAD_ROWS = 20;

/** One name may stand in any title; two are a header. */
export const CLEAR_HEADER = 2;

export interface HeaderFound {
  /** Index of its row, the lower of two. */
  index: number;
  /** Whether the row above belongs to it. */
  isJoined: boolean;
  /** How many columns that are wanted it names. */
  names: number;
}

/**
 * Finds the header among the first rows. The first is it, unless one below names the columns that are wanted and
 * the first does not.
 */
export function findHeader(rows: readonly TableRow[], headings: Headings): HeaderFound {
  const head = rows.slice(0, HEAD_ROWS);
  const names = head.map((row, i) => (i === 0 || isOfWords(row) ? headings(row.cells) : 0));
  const most = names.indexOf(Math.max(...names));
  const isBelow =
    most > 0 &&
    names[most]! >= CLEAR_HEADER &&
    (names[0]! < CLEAR_HEADER ||
      (names[most]! >= 2 * names[0]! && filled(head[most]!) > filled(head[0]!)));
  const index = isBelow ? most : 0;
  const found = { index, isJoined: false, names: names[index] ?? 0 };
  const [above, here, below] = [head[index - 1], head[index], head[index + 1]];
  if (here && below && isSecondLine(here, below)) {
    return { ...found, index: index + 1, isJoined: true };
  }
  return { ...found, isJoined: above !== undefined && here !== undefined && isGroups(above, here) };
}

const filled = ({ cells }: TableRow): number => cells.filter((cell) => cell !== '').length;

/** Whether the cells are names rather than numbers and times. */
const isOfWords = ({ cells }: TableRow): boolean =>
  2 * cells.filter((cell) => /\p{L}/u.test(cell)).length >=
  cells.filter((cell) => cell !== '').length;

const isNextLine = (above: TableRow, below: TableRow): boolean =>
  below.line === above.line + above.raw.split('\n').length;

const repeats = (cells: readonly string[]): boolean => {
  const written = cells.filter((cell) => cell !== '');
  return new Set(written).size < written.length;
};

/** `,,Mill,,Bridge,` above `Name,Bib,In,Out,In,Out`: each name is that of the columns from there on. */
function isGroups(above: TableRow, header: TableRow): boolean {
  const isSparse = filled(above) >= 2 && filled(above) < filled(header);
  const isPlain = above.cells.every((cell, i) => cell === '' || i < header.cells.length);
  return isSparse && isPlain && isNextLine(above, header) && repeats(header.cells);
}

/** `Name,Bib,Mill,,Bridge,` above `,,In,Out,In,Out`: names below where there is none, some of them twice. */
function isSecondLine(header: TableRow, below: TableRow): boolean {
  const isUnderGap = below.cells.some((cell, i) => cell !== '' && header.cells[i] === '');
  const isWords = below.cells.every((cell) => !/\d/.test(cell));
  const isIndented = below.cells[0] === '' && filled(below) >= 2;
  return isUnderGap && isWords && isIndented && isNextLine(header, below) && repeats(below.cells);
}

/** The header's row: of two lines the lower, with the names of both. */
export const headerRow = (
  rows: readonly TableRow[],
  { index, isJoined }: HeaderFound,
): TableRow | undefined => {
  const lower = rows[index];
  return lower && isJoined ? joined(rows[index - 1]!, lower) : lower;
};

/** A name above is that of all columns up to the next; it is needed where the name below is not the only one. */
function joined(above: TableRow, below: TableRow): TableRow {
  const isTwice = (name: string) => below.cells.filter((cell) => cell === name).length > 1;
  const twice = new Map(below.cells.map((name) => [name, isTwice(name)]));
  const width = Math.max(above.cells.length, below.cells.length);
  let group = '';
  const cells = Array.from({ length: width }, (_, i) => {
    const [upper = '', lower = ''] = [above.cells[i], below.cells[i]];
    if (upper !== '') group = upper;
    if (lower === '') return upper;
    return twice.get(lower) && group !== '' ? `${group} ${lower}` : lower;
  });
  return { ...below, cells };
}

/** Rows below the header, which may stand there again. */
export function belowHeader(
  rows: readonly TableRow[],
  { index, isJoined }: HeaderFound,
): (row: TableRow) => boolean {
  const header = rows.slice(isJoined ? index - 1 : index, index + 1);
  const line = header.at(-1)?.line ?? 0;
  return (row) => row.line > line && !header.some((own) => sameCells(own, row));
}

/** Says which lines were taken for the header, unless it is the first line with anything in it, and only that. */
export function tellHeader(
  file: string,
  rows: readonly TableRow[],
  { index, isJoined }: HeaderFound,
): Problem[] {
  const above = isJoined ? index - 1 : index;
  const line = rows[index]?.line;
  if (line === undefined || (above === 0 && !isJoined)) return [];
  return [note('HEADER_TAKEN', { line, isJoined, above }, { file })];
}
