/** How much room a table takes on a page, and so what becomes of it where there is less. Widths are in em. */
import { displayWidth } from '../characters.js';
import type { WrittenColumn } from '../sections.js';

/** A phone of 360 px, less the margins of the page, in letters of 16 px. */
const PHONE_EM = 21;
/** Left and right of what stands in a cell. */
const CELL_GAP_EM = 0.7;
/** A text is not broken into lines shorter than this to make room. */
const TEXT_MIN_EM = 5.5;
/** A text of a word or two, such as a state, stays on one line. */
const SHORT_TEXT_EM = 7;
/** Cells of texts this long are read one below the other on a phone. */
const LONG_TEXT_EM = 12;
/** A text that is read in a column of its own, among others. */
const TEXT_COMFORT_EM = 11;

/**
 * What becomes of a table below a width. `plain`: nothing, it is narrow enough. `stack`: the name of a row stands above
 * its numbers. `pairs`: so it does, and each number has its label, as many in a line as there is room for. `cards`: each
 * cell is a line, with its label.
 */
export type Narrow = { kind: 'plain' } | { kind: 'stack' | 'pairs' | 'cards'; belowEm: number };

export interface Room {
  narrow: Narrow;
  /** Of each column the width from which on it is shown; `null`: always. */
  fromEm: readonly (number | null)[];
}

/** @param header the column that names the rows */
export function computeRoom(columns: readonly WrittenColumn[], header: number): Room {
  const widths = columns.map((column, i) => minWidthEm(column, i === header));
  const isText = (i: number) => i !== header && isLongText(columns[i]!);
  const texts = columns.flatMap((_, i) => (isText(i) ? [i] : []));
  // the first name of a row may be broken, as there is little else in its line
  const comfortable = columns.map((column, i) =>
    column.align === 'left' && (i !== 0 || header !== 0)
      ? Math.max(widths[i]!, Math.min(TEXT_COMFORT_EM, widestEm(column.cells)))
      : widths[i]!,
  );
  const all = columns.map((_, i) => i);
  // a name amid the cells of its row cannot stand above them either
  const isRead = texts.length > 0 || header > 0;
  if (isRead && total(all, comfortable) > PHONE_EM) {
    const belowEm = stepUp(total(all, comfortable));
    return { narrow: { kind: 'cards', belowEm }, fromEm: columns.map(() => null) };
  }
  const staying = all.filter((i) => columns[i]!.keep === undefined);
  if (total(staying, widths) <= PHONE_EM) {
    return { narrow: { kind: 'plain' }, fromEm: dropped(columns, widths, all) };
  }
  const belowEm = stepUp(total(all, widths));
  const numbers = all.filter((i) => i !== header);
  const stayingNumbers = staying.filter((i) => i !== header);
  return total(stayingNumbers, widths) <= PHONE_EM
    ? { narrow: { kind: 'stack', belowEm }, fromEm: dropped(columns, widths, numbers) }
    : { narrow: { kind: 'pairs', belowEm }, fromEm: columns.map(() => null) };
}

/** Columns go, that with the lowest `keep` first, until a phone has room for those of `shown` that are left. */
function dropped(
  columns: readonly WrittenColumn[],
  widths: readonly number[],
  shown: readonly number[],
): (number | null)[] {
  const fromEm: (number | null)[] = columns.map(() => null);
  const left = new Set(shown);
  const candidates = shown
    .filter((i) => columns[i]!.keep !== undefined)
    .sort((a, b) => columns[a]!.keep! - columns[b]!.keep!);
  for (const i of candidates) {
    const needed = total([...left], widths);
    if (needed <= PHONE_EM) break;
    fromEm[i] = Math.ceil(needed);
    left.delete(i);
  }
  return fromEm;
}

const total = (indices: readonly number[], widths: readonly number[]): number =>
  indices.reduce((sum, i) => sum + widths[i]! + CELL_GAP_EM, -CELL_GAP_EM);

/** Few different widths, so that few rules are needed. */
const stepUp = (em: number): number => Math.ceil(em / 4) * 4;

const isLongText = ({ align, cells }: WrittenColumn): boolean =>
  align === 'left' && widestEm(cells) > LONG_TEXT_EM;

export const isShortText = ({ align, cells }: WrittenColumn): boolean =>
  align === 'left' && widestEm(cells) <= SHORT_TEXT_EM;

/** Numbers are never broken; words are, between words. @param isHeader the names of rows are bold, as heads are */
function minWidthEm({ align, label, unit, cells }: WrittenColumn, isHeader: boolean): number {
  const head = BOLD * widestEm([...label.split(' '), unit]);
  const weight = isHeader ? BOLD : 1;
  const widest = weight * widestEm(cells);
  if (align === 'right' || (!isHeader && widest <= SHORT_TEXT_EM)) return Math.max(head, widest);
  const longestWord = weight * widestEm(cells.flatMap((cell) => cell.split(' ')));
  return Math.max(head, longestWord, Math.min(TEXT_MIN_EM, widest));
}

const widestEm = (texts: readonly string[]): number => Math.max(0, ...texts.map(textEm));

const BOLD = 1.12;
/** Of the widest of the fonts that systems come with; the first that fits. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[fijlrtI\s.,:;!|'/()]/, 0.4],
  [/[a-ln-vx-z0-9+−±–-]/, 0.64],
  [/[mwMW]/, 0.95],
];
const OTHER_EM = 0.74;

function textEm(text: string): number {
  let em = 0;
  for (const letter of text) {
    const known = LETTERS.find(([letters]) => letters.test(letter));
    em += known ? known[1] : OTHER_EM * Math.max(1, displayWidth(letter));
  }
  return em;
}
