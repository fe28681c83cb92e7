/** Tables for a screen of a given width: cells wrap first, then columns are left out, and named. */
import Table, { type Cell } from 'cli-table3';
import { displayWidth, wrap } from './characters.js';

export interface TableColumn {
  align: 'left' | 'right';
  /** Empty in a table without a header. */
  label: string;
  unit: string;
  cells: readonly string[];
  /** The column with the lowest number is left out first; without one it stays. */
  keep?: number;
}

export interface DrawnTable {
  lines: string[];
  /** Labels of the columns there was no room for. */
  leftOut: string[];
}

const GAP = '  ';
/** Words are not wrapped narrower than this to make room, nor longer ones than this kept whole. */
const TEXT_MIN = 14;
const WORD_MAX = 24;

/**
 * Draws the columns side by side in at most `width` columns of a screen.
 * @param ruledRows rows to draw a rule above, such as totals
 */
export function drawTable(
  columns: readonly TableColumn[],
  width: number,
  ruledRows: readonly number[] = [],
): DrawnTable {
  const kept = [...columns];
  while (total(kept.map(minWidth)) > width) {
    const next = kept.reduce<TableColumn | null>(
      (least, column) =>
        column.keep !== undefined && column.keep < (least?.keep ?? Infinity) ? column : least,
      null,
    );
    if (!next) break;
    kept.splice(kept.indexOf(next), 1);
  }
  const leftOut = columns.filter((column) => !kept.includes(column)).map(({ label }) => label);
  return { lines: draw(kept, fitWidths(kept, width), ruledRows), leftOut };
}

/**
 * Room for cells first, then for labels on one line. A screen too narrow for what the columns need
 * at least takes it from the widest.
 */
function fitWidths(columns: readonly TableColumn[], width: number): number[] {
  const least = columns.map(minWidth);
  const forCells = grow(
    least,
    columns.map(({ cells }) => widest(cells)),
    width,
  );
  const widths = grow(
    forCells,
    columns.map(({ label }) => displayWidth(label)),
    width,
  );
  for (let over = total(widths) - width; over > 0; over -= 1) {
    widths[widths.indexOf(Math.max(...widths))]! -= 1;
  }
  return widths.map((w) => Math.max(1, w));
}

/** Widens columns towards `wishes`; those that lack least are satisfied first. */
function grow(widths: readonly number[], wishes: readonly number[], width: number): number[] {
  const grown = [...widths];
  let spare = Math.max(0, width - total(widths));
  const lacking = wishes
    .map((wish, i) => ({ i, by: Math.max(0, wish - widths[i]!) }))
    .sort((a, b) => a.by - b.by);
  lacking.forEach(({ i, by }, rank) => {
    const share = Math.min(by, Math.floor(spare / (lacking.length - rank)));
    grown[i]! += share;
    spare -= share;
  });
  return grown;
}

const total = (widths: readonly number[]) =>
  widths.reduce((sum, w) => sum + w, 0) + GAP.length * Math.max(0, widths.length - 1);

const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(displayWidth));

/** Numbers are never broken; words are, between words. */
function minWidth({ align, label, unit, cells }: TableColumn): number {
  const head = widest([...label.split(' '), unit]);
  if (align === 'right') return Math.max(head, widest(cells));
  const longestWord = widest(cells.flatMap((cell) => cell.split(' ')));
  const text = Math.max(Math.min(TEXT_MIN, widest(cells)), Math.min(WORD_MAX, longestWord));
  return Math.max(head, text);
}

function draw(
  columns: readonly TableColumn[],
  widths: readonly number[],
  ruledRows: readonly number[],
): string[] {
  const rows: Cell[][] = [];
  const wrapCell = (text: string, i: number) => wrap(text, widths[i]!).join('\n');
  const rule = columns.map(({ label }, i) => (label ? '─'.repeat(widths[i]!) : ''));
  if (columns.some(({ label }) => label)) {
    rows.push(
      columns.map(({ label, unit }, i) => ({
        content: [wrapCell(label, i), ...(unit ? [wrapCell(unit, i)] : [])].join('\n'),
        vAlign: 'bottom' as const,
      })),
      rule,
    );
  }
  columns[0]?.cells.forEach((_, row) => {
    if (ruledRows.includes(row)) rows.push(rule);
    rows.push(columns.map(({ cells }, i) => wrapCell(cells[row] ?? '', i)));
  });
  const tables = Array.from({ length: Math.ceil(rows.length / DRAWN_AT_ONCE) }, (_, i) =>
    rows.slice(i * DRAWN_AT_ONCE, (i + 1) * DRAWN_AT_ONCE),
  );
  return tables.flatMap((drawn) => drawRows(drawn, columns, widths));
}

/** The time to draw a table grows with the square of its rows: a long one is drawn piece by piece. */
const DRAWN_AT_ONCE = 50;

function drawRows(
  rows: readonly Cell[][],
  columns: readonly TableColumn[],
  widths: readonly number[],
): string[] {
  const table = new Table({
    chars: { ...NO_BORDERS, middle: GAP },
    colAligns: columns.map(({ align }) => align),
    colWidths: [...widths],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  table.push(...rows);
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd());
}

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
};
