/** What lies ahead of a runner as a spreadsheet. */
import { hasSpread } from '../../domain/forecast.js';
import type { Plan } from '../../domain/plan.js';
import type { StationAhead } from '../../engine/review/goals-now.js';
import type { Replan } from '../../engine/review/replan.js';
import type { AheadRows } from '../ahead.js';
import type { Spreadsheet } from '../exports.js';
import { moment } from '../moment.js';
import { distance, duration } from '../value.js';
import { column, type FilledColumn, fillSheet, shiftCell, wordsCell } from './sheet.js';

/** A station with the planned stops since the row before, of a plan. */
type Row = StationAhead & { plan: Plan; stopS: number };

export const AHEAD_SHEET: readonly FilledColumn<Row>[] = [
  column('Station', 'words', ({ planned }) => wordsCell(planned.leg.to.name)),
  column('At', 'distance', ({ planned }) => distance(planned.leg.to.atM)),
  column('Planned arrival', 'clock', ({ plan, planned }) => moment(plan, planned.arriveS)),
  column('Expected arrival', 'clock', ({ plan, forecast }) => moment(plan, forecast.medianS)),
  column('Expected elapsed', 'duration', ({ forecast }) => duration(forecast.medianS)),
  column('Behind plan', 'shift', ({ planned, forecast }) =>
    shiftCell(forecast.medianS - planned.arriveS),
  ),
  column('Earliest to expect', 'clock', ({ plan, forecast, window }) =>
    window && hasSpread(forecast) ? moment(plan, window.earlyS) : null,
  ),
  column('Latest to expect', 'clock', ({ plan, forecast, window }) =>
    window && hasSpread(forecast) ? moment(plan, window.lateS) : null,
  ),
  column('Planned stop', 'duration', ({ stopS }) => duration(stopS)),
  column('Cutoff', 'clock', ({ plan, closesS }) =>
    closesS === null ? null : moment(plan, closesS),
  ),
  column('In hand', 'shift', ({ cutoffMarginS }) => shiftCell(cutoffMarginS)),
];

/** @param rows as the table of what lies ahead shows them */
export const aheadSheet = (plan: Plan, { ahead }: Replan, { shown }: AheadRows): Spreadsheet =>
  fillSheet(
    AHEAD_SHEET,
    shown.map(({ index, stopS }) => ({ ...ahead[index]!, plan, stopS })),
  );
