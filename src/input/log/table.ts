/** A runner's CSV as a table: columns by role, cells by row and role, problems with their place. */
import { ALIKE_KEPT, limitAlike } from '../../domain/problems/alike.js';
import {
  error,
  note,
  type Parsed,
  type Problem,
  type ProblemPlace,
  warning,
} from '../../domain/problems/problem.js';
import type { Dimension, UnitSystem } from '../../kernel/units.js';
import type { Source } from '../source.js';
import { type Column, type ColumnNames, findColumns, parseCellQuantity } from '../table/columns.js';
import { headingsOf } from '../table/header.js';
import { cellSpan, type Delimiter, parseTable, type TableRow } from '../table/whole.js';
import { isMissing } from '../times/cell.js';

export interface LogTable<Role extends string> {
  delimiter: Delimiter;
  /** Without the header. */
  rows: readonly TableRow[];
  headerRow: TableRow;
  headers: readonly string[];
  column: (role: Role) => Column | null;
  /** The header of a column the log has. */
  header: (role: Role) => string;
  /** Trimmed; empty when there is no such column or cell, or when it holds only a sign of absence. */
  text: (row: TableRow, role: Role) => string;
  /** In the SI unit of the column's dimension; `null` when missing, or no quantity, which is a problem. */
  quantity: (row: TableRow, role: Role, problems: Problem[]) => number | null;
  /** Units taken for granted, such as `fluid in oz`. */
  assumed: readonly string[];
  /** Where a cell, or the header when `row` is `null`, stands. */
  place: (row: TableRow | null, role: Role) => ProblemPlace;
}

/** What a number without a unit is taken for, where that depends on the plan. */
const UNIT_OF_BARE: Partial<Record<Dimension, Record<UnitSystem, string>>> = {
  volume: { metric: 'ml', imperial: 'oz' },
  distance: { metric: 'km', imperial: 'miles' },
  height: { metric: 'm', imperial: 'ft' },
  bodyMass: { metric: 'kg', imperial: 'lb' },
};

/**
 * Reads a CSV file whose columns are named in `vocabulary`. Columns that are not used are named in notes; content
 * right of the last column belongs to `notes` when that is the last, and is an error otherwise.
 * @param units of quantities that have none in their cell or header
 */
export function readLogTable<Role extends string>(
  source: Source,
  vocabulary: Readonly<Record<Role | 'notes', ColumnNames>>,
  units: UnitSystem,
): Parsed<LogTable<Role | 'notes'>> {
  const { value: csv, diagnostics } = parseTable(source, headingsOf(vocabulary));
  const problems = [...diagnostics];
  const { file } = source;
  const [header, ...rows] = csv?.rows ?? [];
  if (!csv || !header) return { value: null, diagnostics: problems };
  // A log may be read before its first row is written
  if (rows.length === 0) problems.push(warning('CSV_EMPTY', {}, { file }));

  const at = (row: TableRow, index: number) => ({ file, span: cellSpan(csv, row, index) });
  const { found, unknown } = findColumns(header.cells, vocabulary);
  for (const { column, suggestion } of unknown) {
    const args = { column: column.header, suggestion };
    problems.push(note('UNKNOWN_COLUMN', args, at(header, column.index)));
  }
  const width = header.cells.findLastIndex((name) => name !== '') + 1;
  const notesAreLast = found.notes?.index === width - 1;
  for (const row of notesAreLast ? [] : rows) {
    row.cells.forEach((written, i) => {
      if (written === '' || header.cells[i]) return;
      problems.push(error('CELL_WITHOUT_COLUMN', { written }, at(row, i)));
    });
  }

  const column = (role: Role | 'notes') => found[role] ?? null;
  const text = (row: TableRow, role: Role | 'notes') => {
    const index = column(role)?.index ?? row.cells.length;
    const cells = row.cells.slice(index, role === 'notes' && notesAreLast ? undefined : index + 1);
    const written = cells.filter((cell) => cell !== '').join(`${csv.delimiter} `);
    return isMissing(written) ? '' : written;
  };
  const place = (row: TableRow | null, role: Role | 'notes') =>
    at(row ?? header, column(role)?.index ?? 0);
  const assumed = (Object.keys(vocabulary) as (Role | 'notes')[]).flatMap((role) => {
    const unit = UNIT_OF_BARE[vocabulary[role].dimension ?? 'count']?.[units];
    const isBare =
      column(role)?.unit === null && rows.some((row) => /^[\d.,]+$/.test(text(row, role)));
    return unit && isBare ? [`${column(role)?.header} in ${unit}`] : [];
  });
  const quantity = (row: TableRow, role: Role | 'notes', found: Problem[]) => {
    const written = text(row, role);
    const { dimension = 'count' } = vocabulary[role];
    if (written === '') return null;
    const unit = column(role)?.unit ?? null;
    const value = parseCellQuantity(written, dimension, unit, units, csv.delimiter);
    if (value === null) {
      const args = { written, column: column(role)?.header ?? role };
      found.push(error('BAD_NUMBER', args, place(row, role)));
    }
    return value;
  };
  return {
    value: {
      delimiter: csv.delimiter,
      rows,
      headerRow: header,
      headers: header.cells.filter((name) => name !== ''),
      column,
      header: (role) => column(role)?.header ?? role,
      text,
      quantity,
      assumed,
      place,
    },
    diagnostics: limitAlike(problems, ALIKE_KEPT),
  };
}

/** A problem when the table has none of these columns. */
export const missingColumn = <Role extends string>(
  table: LogTable<Role>,
  roles: readonly Role[],
  wanted: string,
): Problem[] =>
  roles.some((role) => table.column(role))
    ? []
    : [error('NO_COLUMN', { wanted, found: table.headers }, table.place(null, roles[0]!))];

/** Who laps for ten days on a track has fewer rows. */
const MOST_ROWS = 5000;

/** A problem when a table has more rows than a runner can have written. */
export const tooManyRows = (file: string, { rows }: Pick<LogTable<string>, 'rows'>): Problem[] =>
  rows.length <= MOST_ROWS
    ? []
    : [error('LOG_TOO_LONG', { rows: rows.length, most: MOST_ROWS }, { file })];

/** By place in the file, as many of a kind as are kept; what is said of the whole file comes last. */
export const inOrder = (problems: readonly Problem[]): Problem[] =>
  limitAlike(
    problems.toSorted((a, b) => {
      const [x, y] = [a.span, b.span];
      if (!x || !y) return Number(x === null) - Number(y === null);
      return x.line - y.line || x.column - y.column;
    }),
    ALIKE_KEPT,
  );
