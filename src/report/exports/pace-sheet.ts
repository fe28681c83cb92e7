/** The pace chart as a spreadsheet: windows, cutoffs, ground, and the fuel of each leg. */
import { type Intake, NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import type { Plan } from '../../domain/plan.js';
import { untilClosing } from '../../engine/course/cutoffs.js';
import type { Sun } from '../../engine/course/daylight.js';
import type { ChartRow } from '../../engine/pacing/chart-rows.js';
import type { Chart } from '../chart.js';
import type { SheetCell, SheetKind, Spreadsheet } from '../exports.js';
import { needsOfRows } from '../fuel/needs.js';
import { moment } from '../moment.js';
import { NUTRIENT_LABELS, nutrientValue } from '../nutrient.js';
import { distance, duration, height, pace } from '../value.js';
import { column, type FilledColumn, fillSheet, shiftCell, wordsCell, yesCell } from './sheet.js';

export const NUTRIENT_KINDS: Readonly<Record<Nutrient, SheetKind>> = {
  energyKcal: 'energy',
  carbG: 'grams',
  proteinG: 'grams',
  fluidMl: 'volume',
  sodiumMg: 'milligrams',
  caffeineMg: 'milligrams',
};

/** A row with what it needs, of a plan. */
interface Row extends ChartRow {
  plan: Plan;
  sun: Sun | null;
  intake: Intake;
}

const momentOf = ({ plan }: Row, elapsedS: number | null | undefined): SheetCell =>
  elapsedS == null ? null : moment(plan, elapsedS);

const windowOf = ({ window, leg }: Row) => window && untilClosing(window, leg.to.cutoffS);

export const PACE_SHEET: readonly FilledColumn<Row>[] = [
  column('Station', 'words', ({ leg }) => wordsCell(leg.to.name)),
  column('At', 'distance', ({ leg }) => distance(leg.to.atM)),
  column('Leg', 'distance', ({ leg }) => distance(leg.distanceM)),
  column('Climb', 'height', ({ leg }) => height(leg.gainM)),
  column('Descent', 'height', ({ leg }) => height(leg.lossM)),
  column('Planned pace', 'pace', ({ paceSPerKm }) => pace(paceSPerKm)),
  column('Planned elapsed', 'duration', ({ arriveS }) => duration(arriveS)),
  column('Planned arrival', 'clock', (row) => momentOf(row, row.arriveS)),
  column('Earliest to expect', 'clock', (row) => momentOf(row, windowOf(row)?.earlyS)),
  column('Latest to expect', 'clock', (row) => momentOf(row, windowOf(row)?.lateS)),
  column('Planned stop', 'duration', ({ stopS, isMark }) => (isMark ? null : duration(stopS))),
  column('Planned departure', 'clock', (row) => (row.isMark ? null : momentOf(row, row.departS))),
  column('Cutoff', 'clock', (row) =>
    row.cutoffMarginS === null ? null : momentOf(row, row.departS + row.cutoffMarginS),
  ),
  column('In hand', 'shift', ({ cutoffMarginS }) => shiftCell(cutoffMarginS)),
  column('Crew', 'words', ({ leg }) => yesCell(leg.to.crew)),
  column('Drop bag', 'words', ({ leg }) => yesCell(leg.to.dropBag)),
  column('Pacer', 'words', ({ leg }) => yesCell(leg.to.pacer)),
  column('In twilight', 'duration', ({ sun, lightS }) => sun && duration(lightS.twilight)),
  column('In the dark', 'duration', ({ sun, lightS }) => sun && duration(lightS.dark)),
  ...NUTRIENTS.map((nutrient) =>
    column<Row>(`${NUTRIENT_LABELS[nutrient]} for the leg`, NUTRIENT_KINDS[nutrient], (row) =>
      nutrientValue(nutrient, row.intake[nutrient]),
    ),
  ),
  column('Notes', 'words', ({ leg }) => wordsCell(leg.to.notes)),
];

/** The rows that the chart shows. */
export function paceSheet(plan: Plan, chart: Chart, sun: Sun | null): Spreadsheet {
  const needs = needsOfRows(plan, chart, sun);
  return fillSheet(
    PACE_SHEET,
    chart.legs.map((row, i): Row => ({ ...row, plan, sun, intake: needs[i]!.intake })),
  );
}
