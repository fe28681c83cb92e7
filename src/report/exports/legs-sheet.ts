/** The legs of a race run as a spreadsheet, planned and actual. */
import { NUTRIENTS } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import type { StretchRow } from '../../engine/review/stretch-rows.js';
import { paceOf } from '../../kernel/pace.js';
import type { SheetCell, Spreadsheet } from '../exports.js';
import { moment } from '../moment.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import { distance, duration, pace } from '../value.js';
import { NUTRIENT_KINDS } from './pace-sheet.js';
import { column, type FilledColumn, fillSheet, shiftCell, wordsCell } from './sheet.js';

/** A row of a review, of a plan that goes as far as `finishM`. */
type Row = StretchRow & { plan: Plan; finishM: number };

/** What the plan says of a row; nothing of what is run beyond its end. */
const planned =
  (cell: (row: Row) => SheetCell) =>
  (row: Row): SheetCell =>
    row.stretch.end.atM > row.finishM ? null : cell(row);

export const LEGS_SHEET: readonly FilledColumn<Row>[] = [
  column('Station', 'words', ({ stretch }) => wordsCell(stretch.end.name)),
  column('At', 'distance', ({ stretch }) => distance(stretch.end.atM)),
  column('Leg', 'distance', ({ stretch }) => distance(stretch.distanceM)),
  column(
    'Planned arrival',
    'clock',
    planned(({ stretch, plan }) => moment(plan, stretch.planned.endS)),
  ),
  column('Actual arrival', 'clock', ({ stretch, plan }) => moment(plan, stretch.endS)),
  column(
    'Planned elapsed',
    'duration',
    planned(({ stretch }) => duration(stretch.planned.endS)),
  ),
  column('Actual elapsed', 'duration', ({ stretch }) => duration(stretch.endS)),
  column(
    'Behind plan',
    'shift',
    planned(({ stretch }) => shiftCell(stretch.endS - stretch.planned.endS)),
  ),
  column(
    'Planned moving',
    'duration',
    planned(({ stretch }) => duration(stretch.planned.movingS)),
  ),
  column('Actual moving', 'duration', ({ stretch }) => duration(stretch.movingS)),
  column(
    'Planned pace',
    'pace',
    planned(({ stretch }) => pace(paceOf(stretch.planned.movingS, stretch.distanceM))),
  ),
  column('Actual pace', 'pace', ({ stretch: { movingS, distanceM } }) =>
    pace(movingS === null ? null : paceOf(movingS, distanceM)),
  ),
  column(
    'Planned stop',
    'duration',
    planned(({ stretch }) => duration(stretch.planned.stopAfterS)),
  ),
  column('Actual stop', 'duration', ({ stretch }) => duration(stretch.stopAfterS)),
  ...NUTRIENTS.map((nutrient) =>
    column<Row>(`${NUTRIENT_LABELS[nutrient]} taken`, NUTRIENT_KINDS[nutrient], ({ intake }) =>
      nutrientValue(nutrient, intake[nutrient]),
    ),
  ),
];

/**
 * @param finishM where the plan ends
 * @param rows as the table of legs shows them
 */
export const legsSheet = (plan: Plan, finishM: number, rows: readonly StretchRow[]): Spreadsheet =>
  fillSheet(
    LEGS_SHEET,
    rows.map((row) => ({ ...row, plan, finishM })),
  );
