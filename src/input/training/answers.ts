/** What the cells of a training log say was planned and done, put together. */
import { error, type Problem } from '../../domain/problems/problem.js';
import type { Workload } from '../../domain/training.js';
import type { UnitSystem } from '../../kernel/units.js';
import type { LogTable } from '../log/table.js';
import type { TableRow } from '../table/whole.js';
import type { TrainingRole } from './vocabulary.js';
import {
  LEFT_OUT,
  parseWorkload,
  saysNo,
  saysRest,
  saysYes,
  type WorkloadFault,
} from './workload.js';

export type TrainingTable = LogTable<TrainingRole>;

/** What `distance` and `time` tell of a session. */
export type Measured = Pick<Workload, 'distanceM' | 'durationS'>;
type CellRole = 'planned' | 'plannedTime' | 'done' | 'doneTime';

const isTimeRole = (role: CellRole) => role === 'plannedTime' || role === 'doneTime';

/** `null` of an empty cell, and of one that cannot be read, which is added. */
export function readCell(
  { text, column, header, place }: TrainingTable,
  units: UnitSystem,
  row: TableRow,
  role: CellRole,
  problems: Problem[],
): Workload | null {
  const written = text(row, role);
  if (written === '') return null;
  const implied = isTimeRole(role) ? 'min' : units === 'metric' ? 'km' : 'mi';
  const found = parseWorkload(written, column(role)?.unit ?? null, implied);
  if (typeof found !== 'string') return found;
  problems.push(tellFault(found, written, header(role), place(row, role)));
  return null;
}

export function tellFault(
  fault: WorkloadFault | 'no answer',
  written: string,
  column: string,
  at: ReturnType<TrainingTable['place']>,
): Problem {
  if (fault !== 'minutes or hours') return error('BAD_WORKLOAD', { written, column, fault }, at);
  const [first, second] = written.match(/\d+/g) ?? [];
  const choices = [`${first} min ${second} s`, `${first}:${second}:00`];
  return error('DURATION_UNCLEAR', { key: column, written, choices }, at);
}

/** What is planned in one column and in another: 10 mi, and 2 h. */
export const joined = (one: Workload | null, other: Workload | null): Workload | null =>
  one && other
    ? {
        ...one,
        distanceM: one.distanceM ?? other.distanceM,
        durationS: one.durationS ?? other.durationS,
      }
    : (one ?? other);

/** A yes where nothing was planned. */
const AS_SAID: Workload = { distanceM: null, durationS: null, isRest: false, isDone: true };

/** What the cells of what was done say; a yes says: as planned. */
export function readAnswer(
  table: TrainingTable,
  units: UnitSystem,
  row: TableRow,
  planned: Workload | null,
  problems: Problem[],
): Workload | null {
  const answers = (['done', 'doneTime'] as const).map((role): Workload | null => {
    const written = table.text(row, role);
    const isWord = !saysRest(written) && !/\d/.test(written);
    if (isWord && saysNo(written)) return LEFT_OUT;
    if (isWord && saysYes(written)) return planned ?? AS_SAID;
    const found = readCell(table, units, row, role, problems);
    // `yes, in 3:30`: the distance is that planned
    if (found && saysYes(written)) return joined(found, planned);
    const isWords = found && !found.isRest && found.distanceM === null && found.durationS === null;
    if (!isWords) return found;
    problems.push(tellFault('no answer', written, table.header(role), table.place(row, role)));
    return null;
  });
  return joined(answers[0] ?? null, answers[1] ?? null);
}

/** Columns round to a tenth, and people to a half. */
const SAME_RATIO = 0.03;

/** What was done, with what the columns beside it tell; what they contradict is added. */
export function withColumns(
  { text, header, place }: TrainingTable,
  row: TableRow,
  answer: Workload | null,
  { distanceM, durationS }: Measured,
  problems: Problem[],
): Workload | null {
  if (distanceM === null && durationS === null) return answer;
  const isNothing = (distanceM ?? 0) === 0 && (durationS ?? 0) === 0;
  const measured: Workload = isNothing
    ? LEFT_OUT
    : { distanceM, durationS, isRest: false, isDone: true };
  if (answer === null) return measured;
  const role = text(row, 'done') === '' ? 'doneTime' : 'done';
  const written = text(row, role);
  // a yes is as planned, but for what is measured
  const isYes = !/\d/.test(written) && saysYes(written);
  const differs = (said: number | null, other: number | null) =>
    said !== null && other !== null && Math.abs(said - other) > SAME_RATIO * Math.max(said, other);
  const isTwice = answer.isRest
    ? !isNothing
    : isYes
      ? isNothing
      : differs(answer.distanceM, distanceM) || differs(answer.durationS, durationS);
  if (isTwice) {
    const isTime = distanceM === null || differs(answer.durationS, durationS);
    const otherRole = isTime && durationS !== null ? 'time' : 'distance';
    const args = {
      column: header(role),
      other: text(row, otherRole),
      otherColumn: header(otherRole),
    };
    problems.push(error('DONE_TWICE', { written, ...args }, place(row, otherRole)));
  }
  return {
    ...answer,
    distanceM: distanceM ?? answer.distanceM,
    durationS: durationS ?? answer.durationS,
  };
}
