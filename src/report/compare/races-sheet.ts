/** Races side by side as a spreadsheet: a row each. */
import { METRICS, type MetricId } from '../../domain/metric.js';
import type { ComparedRace, Comparison } from '../../engine/lessons/compare.js';
import {
  column,
  ENDINGS,
  type FilledColumn,
  fillSheet,
  shiftCell,
  wordsCell,
} from '../exports/sheet.js';
import type { SheetKind, Spreadsheet } from '../exports.js';
import { metricValue } from '../kpis.js';
import { clockOf } from '../moment.js';
import { distance, duration, height } from '../value.js';

const kpiOf = ({ run }: ComparedRace, id: MetricId): number | null =>
  run.review.kpis.find((kpi) => kpi.id === id)?.actual ?? null;

/** Only this one may be below nothing. */
const DIFFERENCE: MetricId = 'stopsOverPlan';

const metricColumn = ({
  id,
  label,
  unit,
}: (typeof METRICS)[number]): FilledColumn<ComparedRace> => {
  const head = unit.endsWith('/h') ? `${label} an hour` : label;
  if (id === DIFFERENCE) return column(head, 'shift', (race) => shiftCell(kpiOf(race, id)));
  const kind = metricValue(id, null).kind as SheetKind;
  return column(head, kind, (race) => metricValue(id, kpiOf(race, id)));
};

export const RACES_SHEET: readonly FilledColumn<ComparedRace>[] = [
  column('Race', 'words', ({ name }) => wordsCell(name)),
  column('Start', 'clock', ({ run: { plan } }) => clockOf(plan, plan.race.startAt)),
  column('Distance', 'distance', ({ run: { course } }) => distance(course.distanceM)),
  column('Climb', 'height', ({ run: { course } }) => height(course.gainM)),
  column('Outcome', 'words', ({ run: { review } }) => wordsCell(ENDINGS[review.ending.kind])),
  column('Reached', 'distance', ({ run: { review } }) => distance(review.ending.at.atM)),
  column('Planned time', 'duration', ({ run: { review } }) => duration(review.pace.targetS)),
  column('Time', 'duration', ({ run: { review } }) => duration(review.ending.elapsedS)),
  ...METRICS.map(metricColumn),
];

export const racesSheet = ({ races }: Comparison): Spreadsheet => fillSheet(RACES_SHEET, races);
