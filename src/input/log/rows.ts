/** The rows of a race log: what each says, before anything is decided about its times and its place. */
import { BODY_WEIGHT_KG, isWithin } from '../../domain/limits.js';
import type { Intake, Nutrient } from '../../domain/nutrition.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import type { FinishStatus } from '../../domain/record.js';
import { PLACE_COLUMNS, type PlaceRole } from '../places/columns.js';
import type { WrittenStation } from '../places/match.js';
import type { ColumnNames } from '../table/columns.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell, type TimeCell } from '../times/cell.js';
import { finishStatusOf, isOutOfTime } from '../times/status.js';
import { namedStatus, withEndTold } from './end-told.js';
import { NUTRIENT_COLUMNS, readIntake } from './nutrients.js';
import { readStation } from './places.js';
import type { LogTable } from './table.js';

export type TimeRole = 'arrive' | 'depart' | 'time' | 'leg';
export type LogRole = PlaceRole | TimeRole | 'status' | 'notes' | 'weight' | Nutrient;

/** `in`, `time in`, `elapsed time in`, `time of day in`, `clock in` … */
const withKinds = (names: readonly string[]) =>
  ['', 'time ', 'elapsed ', 'elapsed time ', 'clock ', 'clock time ', 'time of day '].flatMap(
    (kind) => names.map((name) => kind + name),
  );

export const RACE_LOG_COLUMNS: Readonly<Record<LogRole, ColumnNames>> = {
  ...PLACE_COLUMNS,
  arrive: {
    names: [
      ...withKinds(['in', 'arrive', 'arrived', 'arrival']),
      ...['in time', 'arrival time', 'arrive time', 'arrives', 'reached'],
      ...['ankunft', 'an', 'arrivee', 'heure d arrivee', 'llegada', 'arrivo', 'aankomst'],
    ],
  },
  depart: {
    names: [
      ...withKinds(['out', 'depart', 'departed', 'departure', 'left', 'leave']),
      ...['out time', 'departure time', 'depart time', 'departs', 'leaves'],
      ...['abgang', 'ab', 'weiter', 'heure de depart', 'salida', 'partenza', 'vertrek'],
    ],
  },
  time: {
    names: [
      ...['time', 'clock', 'clock time', 'time of day', 'elapsed', 'elapsed time', 'race time'],
      ...['cumulative', 'cumulative time', 'total time', 'when'],
      ...[
        'zeit',
        'uhrzeit',
        'laufzeit',
        'temps',
        'heure',
        'tiempo',
        'hora',
        'tempo',
        'ora',
        'tijd',
      ],
    ],
  },
  leg: { names: ['leg', 'leg time', 'segment', 'segment time', 'lap time', 'split time'] },
  status: { names: ['status', 'result', 'outcome'] },
  notes: {
    names: [
      ...['notes', 'note', 'comment', 'comments', 'remark', 'remarks'],
      ...['notizen', 'notiz', 'bemerkung', 'bemerkungen', 'remarque', 'remarques', 'commentaire'],
      ...['notas', 'nota', 'comentarios', 'osservazioni', 'opmerking', 'opmerkingen'],
    ],
  },
  weight: {
    names: ['weight', 'body weight', 'weigh in', 'gewicht', 'poids', 'peso'],
    dimension: 'bodyMass',
  },
  ...NUTRIENT_COLUMNS,
};

/** A time as written, and the column it stands in: time in and time out may share one cell. */
export interface LoggedCell {
  cell: TimeCell;
  role: TimeRole;
}

export interface LogRow {
  row: TableRow;
  station: WrittenStation;
  arrive: LoggedCell;
  depart: LoggedCell;
  status: FinishStatus | null;
  /** Whether a status says that a time limit ended the race. */
  isTimedOut: boolean;
  intake: Intake;
  weightKg: number | null;
  notes: string | null;
}

/** Columns that may hold the arrivals. Sums of legs come last: stops may be missing in them. */
const ARRIVALS = ['arrive', 'time', 'leg'] as const;

/** Which column holds the arrivals, when any does: one of its own, else one of times from the start or of day. */
export const arrivalRole = (table: LogTable<LogRole>): (typeof ARRIVALS)[number] =>
  ARRIVALS.find((role) => table.column(role)) ?? 'arrive';

export function readLogRow(table: LogTable<LogRole>, row: TableRow, problems: Problem[]): LogRow {
  const name = table.text(row, 'station');
  const notes = table.text(row, 'notes');
  const [arrive, depart] = readTimeCells(table, row);
  const status = table.text(row, 'status');
  const elsewhere = [name, table.text(row, arrive.role), table.text(row, 'depart')];
  const isTimedOut = isOutOfTime(status, true) || elsewhere.some((text) => isOutOfTime(text));
  return {
    row,
    station: withEndTold(readStation(table, row, problems)),
    arrive,
    depart,
    status: isTimedOut ? 'dnf' : statusOf(status, name, [arrive.cell, depart.cell], notes),
    isTimedOut,
    intake: readIntake(table, row, problems),
    weightKg: readWeight(table, row, problems),
    notes: notes || null,
  };
}

/** Of the body; what nobody weighs is a wrong unit. */
function readWeight(table: LogTable<LogRole>, row: TableRow, problems: Problem[]): number | null {
  const weightKg = table.quantity(row, 'weight', problems);
  if (weightKg === null || isWithin(weightKg, BODY_WEIGHT_KG)) return weightKg;
  const args = { column: table.header('weight'), written: table.text(row, 'weight') };
  problems.push(error('WEIGHT_ABSURD', args, table.place(row, 'weight')));
  return null;
}

function readTimeCells(table: LogTable<LogRole>, row: TableRow): [LoggedCell, LoggedCell] {
  const role = arrivalRole(table);
  const arrive: LoggedCell = { cell: parseTimeCell(table.text(row, role)), role };
  const depart: LoggedCell = { cell: parseTimeCell(table.text(row, 'depart')), role: 'depart' };
  const { cell } = arrive;
  if (cell.kind !== 'range' || depart.cell.kind !== 'missing') return [arrive, depart];
  return [
    { cell: cell.in ? { kind: 'time', time: cell.in } : { kind: 'missing' }, role },
    { cell: { kind: 'time', time: cell.out }, role },
  ];
}

/** A status may stand in its own column, instead of a station or a time, or begin the note. */
function statusOf(
  status: string,
  name: string,
  times: readonly TimeCell[],
  notes: string,
): FinishStatus | null {
  const inTimes = times.flatMap((cell) => (cell.kind === 'status' ? [cell.status] : []));
  const inNotes = finishStatusOf(/^dnf\b/i.exec(notes)?.[0] ?? '');
  return finishStatusOf(status) ?? namedStatus(name) ?? inTimes[0] ?? inNotes;
}
