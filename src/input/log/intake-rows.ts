/** The rows of an intake log: what was taken, before anything is decided about when and where. */
import {
  type Intake,
  mapIntake,
  NUTRIENTS,
  type Nutrient,
  type Product,
  UNKNOWN_INTAKE,
} from '../../domain/nutrition.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { closest } from '../../kernel/text.js';
import { PLACE_COLUMNS, type PlaceRole } from '../places/columns.js';
import type { WrittenStation } from '../places/match.js';
import type { ColumnNames } from '../table/columns.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell, type TimeCell } from '../times/cell.js';
import type { LogContext } from './context.js';
import { NUTRIENT_COLUMNS, readIntake } from './nutrients.js';
import { readStation } from './places.js';
import { findProduct, intakeOf } from './servings.js';
import type { LogTable } from './table.js';

export type IntakeRole = PlaceRole | 'time' | 'item' | 'amount' | 'notes' | Nutrient;

export const INTAKE_COLUMNS: Readonly<Record<IntakeRole, ColumnNames>> = {
  ...PLACE_COLUMNS,
  time: {
    names: [
      ...['time', 'when', 'clock', 'clock time', 'time of day', 'elapsed', 'elapsed time'],
      ...['zeit', 'uhrzeit', 'heure', 'hora', 'ora', 'tijd'],
    ],
  },
  item: { names: ['item', 'what', 'product', 'food', 'intake', 'was', 'produkt', 'produit'] },
  amount: {
    names: ['amount', 'quantity', 'qty', 'count', 'how much', 'how many', 'servings', 'menge'],
    dimension: 'volume',
  },
  notes: { names: ['notes', 'note', 'comment', 'comments', 'remark', 'remarks'] },
  ...NUTRIENT_COLUMNS,
};

export interface IntakeRow {
  row: TableRow;
  station: WrittenStation;
  time: TimeCell;
  item: string | null;
  intake: Intake;
  /** What it may hold as well, and nothing tells how much of. */
  untold: readonly Nutrient[];
}

export function readIntakeRow(
  table: LogTable<IntakeRole>,
  row: TableRow,
  context: LogContext,
  problems: Problem[],
): IntakeRow {
  const item = table.text(row, 'item');
  const written = readIntake(table, row, problems);
  const isWritten = NUTRIENTS.some((nutrient) => written[nutrient] !== null);
  const product = findProduct(item, context.products);
  const ofItem =
    item === ''
      ? UNKNOWN_INTAKE
      : readItem(table, row, item, product, isWritten, context, problems);
  const intake = mapIntake((nutrient) => written[nutrient] ?? ofItem[nutrient]);
  // an empty cell says none, where the row has others
  const isTold = (nutrient: Nutrient) =>
    intake[nutrient] !== null || (isWritten && table.column(nutrient) !== null);
  return {
    row,
    station: readStation(table, row, problems),
    time: parseTimeCell(table.text(row, 'time')),
    item: item || null,
    intake,
    untold: item === '' || product ? [] : NUTRIENTS.filter((nutrient) => !isTold(nutrient)),
  };
}

/** What the plan's products say an item holds; a row that says so itself needs no product. */
function readItem(
  table: LogTable<IntakeRole>,
  row: TableRow,
  item: string,
  product: Product | null,
  isWritten: boolean,
  { products, units }: LogContext,
  problems: Problem[],
): Intake {
  const written = table.text(row, 'amount');
  const unit = table.column('amount')?.unit ?? null;
  const amount = unit !== null && /^[\d.,]+$/.test(written) ? `${written} ${unit}` : written;
  const intake = intakeOf(product, amount, units, table.delimiter);
  if (!product && !isWritten) {
    const suggestion = closest(
      item,
      products.map(({ name }) => name),
    );
    problems.push(warning('UNKNOWN_PRODUCT', { item, suggestion }, table.place(row, 'item')));
  }
  if (product && !intake) {
    problems.push(error('BAD_AMOUNT', { item, written }, table.place(row, 'amount')));
  }
  return intake ?? UNKNOWN_INTAKE;
}
