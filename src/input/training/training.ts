/** The training log: CSV → sessions, each with what was planned and what was done. */
import { isWithin } from '../../domain/bounds.js';
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import type { TrainingDay, Workload } from '../../domain/training.js';
import { isoDayOf } from '../../kernel/clock.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { M_PER_KM, S_PER_H, type UnitSystem } from '../../kernel/units.js';
import { inOrder, missingColumn, readLogTable, tooManyRows } from '../log/table.js';
import type { Source } from '../source.js';
import type { TableRow } from '../table/whole.js';
import { dateReader } from '../times/date-column.js';
import {
  joined,
  type Measured,
  readAnswer,
  readCell,
  type TrainingTable,
  withColumns,
} from './answers.js';
import { timeReader } from './time-column.js';
import { TRAINING_COLUMNS, type TrainingRole } from './vocabulary.js';
import { isOtherSport, saysRange } from './workload.js';

/**
 * Reads a training log, a row a session; rows may stand in any order, and a day may have several.
 * @param units of bare numbers
 * @returns sessions as written, by day; `null` with every problem of the file when anything in it is wrong
 */
export function parseTraining(source: Source, units: UnitSystem): Parsed<readonly TrainingDay[]> {
  const { value: table, diagnostics } = readLogTable<TrainingRole>(source, TRAINING_COLUMNS, units);
  if (!table) return { value: null, diagnostics };
  const missing = [
    ...missingColumn(table, ['date'], 'the date'),
    ...missingColumn(
      table,
      ['planned', 'plannedTime', 'done', 'doneTime', 'distance', 'time'],
      'what was planned or done',
    ),
    ...tooManyRows(source.file, table),
  ];
  const problems = [...diagnostics, ...missing];
  if (missing.length > 0) return { value: null, diagnostics: inOrder(problems) };

  const read = sessionReader(table, units);
  const sessions = table.rows.flatMap((row) => read.session(row, problems) ?? []);
  if (hasErrors(problems)) return { value: null, diagnostics: inOrder(problems) };
  const ranges = table.rows.filter((row) => SPANS.some((role) => saysRange(table.text(row, role))));
  const assumed = [
    ...table.assumed,
    ...read.assumed,
    ...(ranges.length > 0 ? [`a range by its lower end (${ranges.length})`] : []),
  ];
  if (assumed.length > 0) {
    const args = { sessions: sessions.length, assumed };
    problems.push(note('TRAINING_READ_AS', args, { file: source.file }));
  }
  return {
    value: sessions.sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day))),
    diagnostics: inOrder(problems),
  };
}

const SPANS = ['planned', 'plannedTime', 'done', 'doneTime'] as const;

function sessionReader(table: TrainingTable, units: UnitSystem) {
  const { rows, text, place, header, quantity } = table;
  const readDate = dateReader(
    header('date'),
    rows.map((row) => text(row, 'date')),
  );
  const time = timeReader(
    table,
    (row) =>
      quantity(row, 'distance', []) ?? readCell(table, units, row, 'done', [])?.distanceM ?? null,
  );
  const dayOf = (row: TableRow, problems: Problem[]) => {
    const written = text(row, 'date');
    const at = () => place(row, 'date');
    if (written === '') {
      problems.push(error('MISSING_CELL', { column: header('date') }, at()));
      return null;
    }
    const date = readDate(written, at, problems);
    if (date?.kind !== 'year') return date && isoDayOf(date.at);
    const args = { key: header('date'), written, example: '2018-08-12' };
    problems.push(error('BAD_DATE', { ...args, fault: 'unreadable' }, at()));
    return null;
  };
  const session = (row: TableRow, problems: Problem[]): TrainingDay | null => {
    const day = dayOf(row, problems);
    const planned = joined(
      readCell(table, units, row, 'planned', problems),
      readCell(table, units, row, 'plannedTime', problems),
    );
    const answer = readAnswer(table, units, row, planned, problems);
    const beside: Measured = {
      distanceM: quantity(row, 'distance', problems),
      durationS: time.read(row, problems),
    };
    const done = withColumns(table, row, answer, beside, problems);
    const gainM = quantity(row, 'climb', problems);
    const said = (['planned', 'plannedTime', 'done', 'doneTime'] as const).map((role) =>
      text(row, role),
    );
    checkRange(table, row, planned, ['planned', 'plannedTime'], problems);
    checkRange(table, row, done, ['done', 'doneTime', 'distance', 'time'], problems);
    if (gainM !== null && !isWithin(gainM, GAIN_M)) {
      problems.push(outOfRange(table, row, 'climb', '0 m', '20000 m'));
    }
    if (day === null) return null;
    return {
      day,
      isRun: !said.some(isOtherSport),
      planned,
      done,
      gainM,
      terrain: text(row, 'terrain') || null,
      fuel: text(row, 'fuel') || null,
      notes: text(row, 'notes') || null,
      line: row.line,
    };
  };
  return { session, assumed: time.assumed };
}

/** More than anyone does in a session: a slip of the pen, or a wrong unit. */
const GAIN_M = { min: 0, max: 20_000 };
const SESSION_M = { min: 0, max: 500 * M_PER_KM };
const SESSION_S = { min: 0, max: 100 * S_PER_H };

function checkRange(
  table: TrainingTable,
  row: TableRow,
  workload: Workload | null,
  roles: readonly TrainingRole[],
  problems: Problem[],
): void {
  const { distanceM = null, durationS = null } = workload ?? {};
  const role = roles.findLast((each) => table.text(row, each) !== '') ?? roles[0]!;
  if (distanceM !== null && !isWithin(distanceM, SESSION_M)) {
    problems.push(outOfRange(table, row, role, '0 km', '500 km'));
  }
  if (durationS !== null && !isWithin(durationS, SESSION_S)) {
    problems.push(outOfRange(table, row, role, '0 h', '100 h'));
  }
}

const outOfRange = (
  table: TrainingTable,
  row: TableRow,
  role: TrainingRole,
  min: string,
  max: string,
) =>
  error(
    'OUT_OF_RANGE',
    { key: table.header(role), written: table.text(row, role), min, max },
    table.place(row, role),
  );
