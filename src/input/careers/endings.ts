/** How a race ended: the status, the time, and the limit it was run under. */
import { fastestPossibleS, SLOWEST_RESULT_M_PER_S } from '../../domain/limits.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import type { FinishStatus } from '../../domain/record.js';
import { parseDuration, parseQuantity, raceTimesIn } from '../../kernel/quantity.js';
import { closest } from '../../kernel/text.js';
import type { UnitSystem } from '../../kernel/units.js';
import type { LogTable } from '../log/table.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import { likeliestReadings, type TimeSequence } from '../times/choice.js';
import { doubtfulHours, tellDoubtfulHours } from '../times/dotted.js';
import { lengthOf, type TimeForm } from '../times/reading.js';
import { finishStatusOf, parseFinishStatus } from '../times/status.js';
import type { CareerRole } from './vocabulary.js';

export interface Ending {
  status: FinishStatus;
  /** Where a race ended that was not finished; `null`: not told. */
  endedAtM: number | null;
  /** Finish time, or the time at which it ended; `null` only of a race not finished. */
  timeS: number | null;
}

type Table = LogTable<CareerRole>;
type Role = 'time' | 'status';

/** Which column holds the times: one called `result` may; `null` when none does. */
export function timeRoleOf(table: Table): Role | null {
  if (table.column('time')) return 'time';
  const isTimed = table.rows.some(
    (row) => parseTimeCell(table.text(row, 'status')).kind === 'time',
  );
  return isTimed ? 'status' : null;
}

/** As many rows as tell how times are written. */
const SAMPLE_ROWS = 200;

/** How the times of a whole column are written: so that people can have run those distances in them. */
function chooseForm({ rows, text, quantity }: Table, role: Role): TimeForm {
  const sequences = rows
    .slice(0, SAMPLE_ROWS)
    .map(
      (row): TimeSequence => ({
        cells: [parseTimeCell(text(row, role))],
        atM: [quantity(row, 'distance', [])],
      }),
    )
    .filter(({ cells, atM }) => cells[0]?.kind === 'time' && atM[0] != null);
  const nowhere = { startAt: null, zone: 'UTC' };
  const [likeliest] = likeliestReadings(sequences, nowhere, { kinds: ['elapsed'] });
  return likeliest?.kind === 'elapsed' ? likeliest.form : 'h:mm';
}

/** A time that may be hours and minutes, or hours with decimals, is to be told. */
export function tellHours(table: Table, role: Role): Problem[] {
  const { rows, text, place, column } = table;
  const written = rows.map((row) => text(row, role));
  const isSaid = (column(role)?.unit ?? null) !== null;
  const doubtful = doubtfulHours(isSaid ? null : chooseForm(table, role), written);
  if (doubtful === null) return [];
  return [tellDoubtfulHours(doubtful, place(rows[written.indexOf(doubtful)]!, role))];
}

/** @returns reads a row's ending, or adds what is wrong with it; `null` then */
export function endingReader(table: Table, role: Role, units: UnitSystem) {
  const { text, place, header } = table;
  const form = chooseForm(table, role);
  const unit = table.column(role)?.unit ?? null;
  const timeOf = (written: string): number | null => {
    const ownS = inUnit(written, unit);
    if (ownS !== null) return ownS;
    const cell = parseTimeCell(written);
    return cell.kind === 'time' ? lengthOf(cell.time, unit === null ? form : 'h:mm') : null;
  };
  return (row: TableRow, problems: Problem[]): Ending | null => {
    const said = role === 'status' ? '' : text(row, 'status');
    const written = text(row, role);
    const ended = statusIn(said === '' ? written : said, units);
    if (said !== '' && !ended) {
      const suggestion = closest(said, STATUSES);
      const args = { key: header('status'), written: said, choices: STATUSES, suggestion };
      problems.push(error('BAD_CHOICE', args, place(row, 'status')));
      return null;
    }
    const timeS = timeOf(written);
    if (written !== '' && timeS === null && !statusIn(written, units)) {
      const args = { written, column: header(role), isTimeOfDay: false };
      problems.push(error('BAD_TIME', args, place(row, role)));
      return null;
    }
    const { status, endedAtM } = ended ?? { status: 'finished', endedAtM: null };
    if (status === 'finished' && timeS === null) {
      problems.push(error('MISSING_CELL', { column: header(role) }, place(row, role)));
      return null;
    }
    return { status, endedAtM, timeS };
  };
}

const STATUSES = ['finished', 'DNF', 'DNS', 'DQ'];

/** Whether somebody can have finished so. */
export const isRunnable = (distanceM: number, timeS: number): boolean =>
  timeS >= fastestPossibleS(distanceM) && distanceM >= timeS * SLOWEST_RESULT_M_PER_S;

/** The time limit of a row's race, seconds; `null` when none is told, or it is wrong, which is added. */
export function readCutoff(table: Table, row: TableRow, problems: Problem[]): number | null {
  const { text, place, header } = table;
  const written = text(row, 'cutoff');
  if (/^(?:|none|no)$/i.test(written)) return null;
  const key = header('cutoff');
  const ownS = inUnit(written, table.column('cutoff')?.unit ?? null);
  const choices = ownS === null ? raceTimesIn(written) : null;
  const seconds = ownS ?? (choices ? null : parseDuration(written));
  if (choices) {
    problems.push(error('DURATION_UNCLEAR', { key, written, choices }, place(row, 'cutoff')));
  } else if (seconds === null || seconds <= 0) {
    const args = { written, column: key, isTimeOfDay: false };
    problems.push(error('BAD_TIME', args, place(row, 'cutoff')));
  }
  return seconds;
}

/** A bare number under a header with a unit, seconds; `null` of anything else. */
function inUnit(written: string, unit: string | null): number | null {
  const isBare = unit !== null && /^\d+(?:[.,]\d+)?$/.test(written);
  return isBare ? parseDuration(`${written.replace(',', '.')} ${unit}`) : null;
}

/** `finished`, `DNF`, `DNF at 68 mi`, `1`; `null` for any other word. */
function statusIn(written: string, units: UnitSystem): Omit<Ending, 'timeS'> | null {
  const [, word = written, where = null] = /^(.*?)\s+(?:at|@)\s+(.+)$/i.exec(written) ?? [];
  const status = /^\d$/.test(written) ? parseFinishStatus(written) : finishStatusOf(word);
  if (!status) return null;
  return { status, endedAtM: where === null ? null : parseQuantity(where, 'distance', units) };
}
