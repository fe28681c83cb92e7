/** Columns found by name: any order, case and punctuation ignored, units in the header. */

import { ALIKE_KEPT } from '../../domain/problems/alike.js';
import { parseQuantity } from '../../kernel/quantity.js';
import { closest, plainName } from '../../kernel/text.js';
import type { Dimension, UnitSystem } from '../../kernel/units.js';
import type { Delimiter } from './cells.js';

/** What a header may call a column. */
export interface ColumnNames {
  /** As `plainName` leaves them; `''` lets a unit alone name the column (`km`, `kcal`). */
  names: readonly string[];
  /** Of a quantity: its unit may stand after the name (`fluid_oz`, `Fluid (ml)`). */
  dimension?: Dimension;
}

export interface Column {
  index: number;
  /** As the file has it. */
  header: string;
  /** Lower case; `null` when the header has none. */
  unit: string | null;
}

export interface Columns<Role extends string> {
  found: Readonly<Partial<Record<Role, Column>>>;
  /** With a name that nothing is known about, or that another column already has. */
  unknown: readonly { column: Column; suggestion: string | null }[];
}

/** Which column of `header` plays each role of `vocabulary`; the first of several does. */
export function findColumns<Role extends string>(
  header: readonly string[],
  vocabulary: Readonly<Record<Role, ColumnNames>>,
): Columns<Role> {
  const roles = Object.keys(vocabulary) as Role[];
  const found: Partial<Record<Role, Column>> = {};
  const unknown: { column: Column; suggestion: string | null }[] = [];
  header.forEach((written, index) => {
    if (written === '') return;
    const name = nameOf(written);
    const column = (unit: string | null) => ({ index, header: written, unit });
    for (const role of roles) {
      const unit = unitIn(name, vocabulary[role]);
      if (unit === undefined || found[role]) continue;
      found[role] = column(unit);
      return;
    }
    // of more columns than are told nobody asks what they may be
    const open = unknown.length < ALIKE_KEPT ? roles.filter((role) => !found[role]) : [];
    const names = open.flatMap((role) => vocabulary[role].names).filter(Boolean);
    unknown.push({ column: column(null), suggestion: closest(name, names) });
  });
  return { found, unknown };
}

const nameOf = (written: string): string =>
  plainName(written.replace(/(\p{Ll}{2})(\p{Lu})/gu, '$1 $2'));

/** Cells enough to tell a header by. */
const CELLS_JUDGED = 200;

/** How many roles of `vocabulary` have a column in a row of names. */
export const countColumns = (
  cells: readonly string[],
  vocabulary: Readonly<Record<string, ColumnNames>>,
): number => {
  const open = new Set(Object.values(vocabulary));
  for (const name of cells.slice(0, CELLS_JUDGED).filter(Boolean).map(nameOf)) {
    const role = [...open].find((names) => unitIn(name, names) !== undefined);
    if (role) open.delete(role);
  }
  return Object.keys(vocabulary).length - open.size;
};

/** Whatever is longer is no name with its unit, but a line that something else parts. */
const LONGEST_NAME = 200;

/** The unit a column header ends in, `null` when it is the bare name, `undefined` when it is another column. */
function unitIn(header: string, { names, dimension }: ColumnNames): string | null | undefined {
  if (names.includes(header) && header !== '') return null;
  if (!dimension || header.length > LONGEST_NAME) return undefined;
  const words = header.split(' ');
  for (let split = words.length - 1; split >= 0; split -= 1) {
    const unit = words.slice(split).join(' ');
    // `50 km` is a quantity, and `---` nothing
    const named = /^\D+$/.test(unit) && names.includes(words.slice(0, split).join(' '));
    if (named && parseQuantity(`1 ${unit}`, dimension, 'metric') !== null) return unit;
  }
  return undefined;
}

/**
 * A quantity in a cell: its own unit comes before the header's, and the header's before the one `system` implies.
 * @returns the value in the dimension's SI unit, or `null` when the text is none.
 */
export function parseCellQuantity(
  written: string,
  dimension: Dimension,
  unit: string | null,
  system: UnitSystem,
  delimiter: Delimiter,
): number | null {
  const text = withDecimalPoint(withoutThousands(written, dimension, unit, delimiter), delimiter);
  const bare = /^[-+]?[\d.,]+$/.test(text);
  return parseQuantity(bare && unit ? `${text} ${unit}` : text, dimension, system);
}

/** Units of which nobody writes the thousandth part; each dimension's, where no unit is written. */
const FINE_UNIT =
  /^(?:m|met(?:er|re)s?|ft|feet|mg|milligrams?|ml|millilit(?:er|re)s?|k?cal|kcals|calories|kj)$/i;
const FINE_WHEN_BARE: Partial<Record<Dimension, true>> = {
  height: true,
  milligram: true,
  volume: true,
  energy: true,
};

/** In a file of semicolons `1.200` mg are 1,200: where commas are decimal, points part thousands. */
function withoutThousands(
  written: string,
  dimension: Dimension,
  unit: string | null,
  delimiter: Delimiter,
): string {
  const [, number, own = ''] = /^([-+]?\d{1,3}(?:\.\d{3})+)\s*([a-z]*)$/i.exec(written) ?? [];
  const said = own || unit;
  const isFine = said ? FINE_UNIT.test(said) : FINE_WHEN_BARE[dimension] === true;
  if (!number || delimiter !== ';' || !isFine || /^[-+]?0/.test(number)) return written;
  return `${number.replaceAll('.', '')} ${own}`.trim();
}

/**
 * `1,45` → `1.45`; where commas do not separate cells, also `7,300` → `7.300` and `1.234,5` → `1234.5`.
 * In a file of commas `5,514` keeps its thousands; `0,045` has none.
 */
function withDecimalPoint(written: string, delimiter: Delimiter): string {
  const text = written.replace(/^−/, '-');
  if (delimiter !== ',' && /^[-+]?\d{1,3}(\.\d{3})+,\d/.test(text)) {
    return text.replaceAll('.', '').replace(',', '.');
  }
  const decimal =
    delimiter === ','
      ? /^([-+]?\d+(?=,(?:\d{1,2}(?!\d)|\d{4}))|[-+]?0+),(\d+)/
      : /^([-+]?\d+),(\d+)/;
  return text.replace(decimal, '$1.$2');
}
