/** Tables for a screen of a given width: cells wrap first, then columns are left out, and named. */
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
  const isHeaded = columns.some(({ label }) => label);
  const rule = drawRow(
    columns,
    widths,
    columns.map(({ label }, i) => (label ? ['─'.repeat(widths[i]!)] : [])),
  );
  const header = () =>
    drawRow(
      columns,
      widths,
      columns.map(({ label, unit }, i) =>
        [label, unit].flatMap((text) => linesOf(text, widths[i]!)),
      ),
      true,
    );
  const rows = (columns[0]?.cells ?? []).flatMap((_, row) => [
    ...(ruledRows.includes(row) ? rule : []),
    ...drawRow(
      columns,
      widths,
      columns.map(({ cells }, i) => linesOf(cells[row] ?? '', widths[i]!)),
    ),
  ]);
  return [...(isHeaded ? [...header(), ...rule] : []), ...rows];
}

const linesOf = (text: string, width: number): string[] => (text === '' ? [] : wrap(text, width));

/**
 * The lines of one row, side by side.
 * @param cells the lines of each cell, none wider than its column
 * @param isLow short cells stand at the bottom
 */
function drawRow(
  columns: readonly TableColumn[],
  widths: readonly number[],
  cells: readonly (readonly string[])[],
  isLow = false,
): string[] {
  const height = Math.max(1, ...cells.map((lines) => lines.length));
  return Array.from({ length: height }, (_, k) =>
    cells
      .map((lines, i) => {
        const text = lines[isLow ? k - (height - lines.length) : k] ?? '';
        const room = ' '.repeat(Math.max(0, widths[i]! - displayWidth(text)));
        return columns[i]!.align === 'right' ? room + text : text + room;
      })
      .join(GAP)
      .trimEnd(),
  );
}
