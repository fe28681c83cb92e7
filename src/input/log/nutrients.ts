/** Nutrient columns, in logs of stations and of intake. */
import { INTAKE_LIMITS } from '../../domain/limits.js';
import { type Intake, mapIntake, NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import type { IntakeEntry, Visit } from '../../domain/record.js';
import { S_PER_H } from '../../kernel/units.js';
import type { ColumnNames } from '../table/columns.js';
import type { TableRow } from '../table/whole.js';
import type { LogTable } from './table.js';

export const NUTRIENT_COLUMNS: Readonly<Record<Nutrient, ColumnNames>> = {
  energyKcal: { names: ['', 'calories', 'calorie', 'cals', 'energy'], dimension: 'energy' },
  carbG: { names: ['carbs', 'carb', 'carbohydrates', 'carbohydrate', 'cho'], dimension: 'gram' },
  proteinG: { names: ['protein', 'proteins'], dimension: 'gram' },
  fluidMl: {
    names: ['', 'fluid', 'fluids', 'liquid', 'drink', 'drank', 'water', 'hydration'],
    dimension: 'volume',
  },
  sodiumMg: { names: ['sodium', 'na'], dimension: 'milligram' },
  caffeineMg: { names: ['caffeine'], dimension: 'milligram' },
};

/** The nutrients of a row; `null` where there is no column, no entry or no usable one. */
export function readIntake(table: LogTable<Nutrient>, row: TableRow, problems: Problem[]): Intake {
  return mapIntake((nutrient) => {
    const amount = table.quantity(row, nutrient, problems);
    if (amount === null || amount >= 0) return amount;
    const args = { column: table.header(nutrient), written: table.text(row, nutrient) };
    problems.push(error('NUTRIENT_NEGATIVE', args, table.place(row, nutrient)));
    return null;
  });
}

/**
 * Warns of amounts nobody takes.
 * @param seconds in which the intake was taken; short times count as an hour, for a meal may take minutes
 * @param roleOf the column that an amount comes from
 */
export function checkIntake<Role extends string>(
  table: LogTable<Role>,
  row: TableRow,
  intake: Intake,
  seconds: number,
  roleOf: (nutrient: Nutrient) => Role,
): Problem[] {
  return NUTRIENTS.flatMap((nutrient) => {
    const { perHour: limitPerHour, reason } = INTAKE_LIMITS[nutrient];
    const perHour = (intake[nutrient] ?? 0) / Math.max(1, seconds / S_PER_H);
    if (perHour <= limitPerHour) return [];
    const role = roleOf(nutrient);
    const [column, written] = [table.header(role), table.text(row, role)];
    const args = { column, written, nutrient, perHour, limitPerHour, reason };
    return [warning('NUTRIENT_ABSURD', args, table.place(row, role))];
  });
}

/** An error for each nutrient that both logs hold: nothing tells whether it was taken once or twice. */
export const checkLoggedOnce = (
  rows: readonly Pick<Visit, 'intake' | 'line'>[],
  entries: readonly IntakeEntry[],
  splitsFile: string,
  intakeFile: string,
): Problem[] =>
  NUTRIENTS.flatMap((nutrient) => {
    const row = rows.find(({ intake }) => intake[nutrient]);
    if (!row || !entries.some(({ intake }) => intake[nutrient])) return [];
    const span = { line: row.line, column: 1, length: 1 };
    return [error('INTAKE_TWICE', { nutrient, intakeFile }, { file: splitsFile, span })];
  });
