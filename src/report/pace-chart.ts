/** The pace chart and the tables beside it. */
import type { Plan } from '../domain/plan.js';
import { untilClosing } from '../engine/course/cutoffs.js';
import type { ChartRow } from '../engine/pacing/chart-rows.js';
import type { PlannedLeg } from '../engine/pacing/pace-plan.js';
import type { Resolution } from '../kernel/clock.js';
import { sum } from '../kernel/stats.js';
import type { Chart } from './chart.js';
import { left, right } from './columns.js';
import { moment } from './moment.js';
import { FELT_MARK, type Felt, NOTHING_FELT } from './readiness/weaknesses.js';
import type { Column, Json, Row, Section, Sum, TableSection } from './report.js';
import { sumOf, sumsAcross, sumsRunning, valueAt } from './sums.js';
import { distance, height, minutes, pace, say, span, type Text, words } from './value.js';

/** What a column shows of each leg, so that a chart leaves out what the plan does not have. */
interface ChartColumn {
  column: Column;
  cell: (leg: ChartRow) => Text;
}

/** Legs of a plan, or the rows of its chart. */
export type ShownLegs = Pick<Chart, 'legs'> & Partial<Chart>;

/** What a row is marked with: crew, drop bag, pacer, the light; `marksLegend` says what they mean. */
export const marksOf = ({ leg: { to }, lightS }: PlannedLeg): string =>
  [
    to.crew && 'C',
    to.dropBag && 'B',
    to.pacer && 'P',
    lightS.dark > 0 ? 'D' : lightS.twilight > 0 && 't',
  ]
    .filter(Boolean)
    .join('');

/** What those of `marks` mean that occur; empty where none does. */
export function marksLegend(marks: string): Text {
  const legend = [
    marks.includes('C') && 'C crew',
    marks.includes('B') && 'B drop bag',
    marks.includes('P') && 'P pacer',
    marks.includes('t') && 't leg partly in twilight',
    marks.includes('D') && 'D leg partly or wholly in the dark',
  ].filter((entry) => entry !== false);
  return legend.length > 0 ? [legend.join(', ')] : [];
}

export function paceChart(
  plan: Plan,
  { legs, notes: rowNotes, marksNotes }: ShownLegs,
  felt: Felt = NOTHING_FELT,
): TableSection {
  const finish = legs.at(-1);
  const isMarks = legs.every(({ isMark }, i) => isMark || i === legs.length - 1);
  const columns: ChartColumn[] = [
    { column: left('station', 'Station'), cell: ({ leg }) => [words(leg.to.name)] },
    { column: right('at', 'At'), cell: ({ leg }) => [distance(leg.to.atM)] },
    { column: right('leg', 'Leg', 1), cell: ({ leg }) => [distance(leg.distanceM)] },
    ...climbColumns(legs),
    { column: right('pace', 'Pace'), cell: ({ paceSPerKm }) => [pace(paceSPerKm)] },
    { column: right('arrive', 'Arrive'), cell: ({ arriveS }) => [moment(plan, arriveS)] },
  ];
  if (!isMarks) {
    columns.push(
      {
        column: right('stop', 'Stop', 5),
        // the last of several laps ends at the finish, the others with a stop
        cell: (leg) =>
          leg.isMark || (leg === finish && leg.stopS === 0) ? [''] : [minutes(leg.stopS)],
      },
      {
        column: right('leave', 'Leave', 2),
        cell: (leg) => (leg === finish || leg.isMark ? [''] : [moment(plan, leg.departS)]),
      },
    );
  }
  if (legs.some((leg) => leg !== finish && leg.cutoffMarginS != null)) {
    columns.push({
      column: right('cutoff', 'In hand', 6),
      cell: ({ cutoffMarginS }) => (cutoffMarginS == null ? [''] : inHand(cutoffMarginS)),
    });
  }
  const marksOn = (leg: ChartRow) => `${marksOf(leg)}${felt.rows.has(leg) ? FELT_MARK : ''}`;
  const marks = legs.map(marksOn).join('');
  if (marks !== '') columns.push({ column: left('marks', ''), cell: (leg) => [marksOn(leg)] });

  const legend = marksLegend(marks);
  const notes: Text[] = [
    ...(legend.length > 0 ? [legend] : []),
    ...felt.notes,
    ...(marksNotes ?? []),
  ];
  if (columns.some(({ column }) => column.id === 'gain')) {
    notes.push(['Climb (+) and descent (−) of the leg.']);
  }
  if (columns.some(({ column }) => column.id === 'cutoff')) {
    notes.push(['In hand: from leaving (at the finish: arriving) to the cutoff.']);
  }
  notes.push(...(rowNotes ?? []));
  const shown = columns.map(({ column }) => column);
  const rows = legs.map((leg) => ({ cells: columns.map(({ cell }) => cell(leg)) }));
  return {
    kind: 'table',
    id: 'pace',
    title: 'Pace chart',
    columns: shown,
    rows,
    sums: [
      ...sumsRunning(shown, rows, ['leg'], 'at'),
      ...sumsAcross(shown, rows, ['arrive', 'stop'], 'leave'),
      ...climbSums(shown, rows),
    ],
    notes,
  };
}

/** Climb and descent of each leg, where any is known. */
function climbColumns(legs: readonly PlannedLeg[]): ChartColumn[] {
  const columns: ChartColumn[] = [
    { column: right('gain', '+', 4), cell: ({ leg }) => [height(leg.gainM)] },
    { column: right('loss', '−', 3), cell: ({ leg }) => [height(leg.lossM)] },
  ];
  return legs.some(({ leg }) => leg.gainM != null || leg.lossM != null) ? columns : [];
}

/** Climbs and descents make the course's, where all are known. */
export const climbSums = (columns: readonly Column[], rows: readonly Row[]): Sum[] =>
  ['gain', 'loss'].flatMap((id) => {
    const parts = rows.flatMap((row) => valueAt(columns, row, id) ?? []);
    const metres = parts.flatMap((value) => (value.kind === 'height' ? (value.metres ?? []) : []));
    return metres.length < rows.length ? [] : sumOf(height(sum(metres)), parts);
  });

/** `3 h 47 min`, or by how much a cutoff is missed. */
export const inHand = (marginS: number, resolutionS?: Resolution): Text =>
  marginS >= 0 ? [span(marginS, resolutionS)] : say`missed by ${span(marginS, resolutionS)}`;

/** When to expect the runner: the earliest, planned and latest arrival that crew should be ready for. */
export function windowTable(plan: Plan, { legs, notes = [] }: ShownLegs): Section | null {
  if (legs.every((leg) => leg.window == null)) return null;
  return {
    kind: 'table',
    id: 'windows',
    title: 'When to expect the runner',
    columns: [
      left('station', 'Station'),
      right('early', 'Earliest'),
      right('arrive', 'Plan'),
      right('late', 'Latest'),
    ],
    rows: legs.flatMap((planned) => {
      const { leg, window, arriveS } = planned;
      if (!window) return [];
      const open = windowOf(planned);
      const cell = (elapsedS: number | undefined): Text =>
        elapsedS === undefined ? ['closed'] : [moment(plan, elapsedS)];
      return [
        {
          cells: [
            [words(leg.to.name)],
            cell(open?.earlyS),
            [moment(plan, arriveS)],
            cell(open?.lateS),
          ],
        },
      ];
    }),
    notes: [
      ['Of runners who finish in the target time, 8 in 10 arrive inside the window.'],
      ...(legs.some((leg) => leg.window?.lateS !== windowOf(leg)?.lateS) ? [LATEST_NOTE] : []),
      ...notes,
    ],
  };
}

/** Said where a window is cut short. */
export const LATEST_NOTE: Text = ['Latest ends where a place closes; some would come later.'];

/** The window of a place while it is open; `null` without one, and when all of it is later. */
const windowOf = ({ leg, window }: PlannedLeg) => window && untilClosing(window, leg.to.cutoffS);

export const planJson = (planned: PlannedLeg): Json => ({
  arriveS: planned.arriveS,
  earlyS: windowOf(planned)?.earlyS ?? null,
  lateS: windowOf(planned)?.lateS ?? null,
  stopS: planned.stopS,
  departS: planned.departS,
  movingS: planned.movingS,
  paceSPerKm: planned.paceSPerKm,
});
