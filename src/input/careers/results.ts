/** Results of races past, each with its day, distance, climb and time: one runner's, or many runners'. */
import { isTooMuchLost, isWithin, RACE_DISTANCE_M } from '../../domain/limits.js';
import { error, note, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import type { FinishStatus } from '../../domain/record.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { yearIn } from '../../kernel/text.js';
import { M_PER_KM, type UnitSystem } from '../../kernel/units.js';
import { inOrder, type LogTable, missingColumn, readLogTable } from '../log/table.js';
import type { Source } from '../source.js';
import type { TableRow } from '../table/whole.js';
import { type DateCell, dateReader } from '../times/date-column.js';
import {
  type Ending,
  endingReader,
  isRunnable,
  readCutoff,
  tellHours,
  timeRoleOf,
} from './endings.js';
import { CAREER_COLUMNS, type CareerRole, PAST_COLUMNS } from './vocabulary.js';

/** One race of one runner. */
export interface WrittenResult extends Ending {
  /** `null` in a file of one runner. */
  runner: string | null;
  race: string | null;
  /** `null`: not told. */
  date: DateCell | null;
  distanceM: number;
  /** `null`: not told. */
  gainM: number | null;
  /** Time limit of that race; `null`: not told. */
  cutoffS: number | null;
  /** Line in the file, from 1. */
  line: number;
}

type Table = LogTable<CareerRole>;

/**
 * Reads a table of results. Which columns there are, how dates and times are written, is found in the whole of it.
 * @param units of distances and climbs without one, in the cell or the header
 * @param isOfMany whether rows name their runner, and must be dated
 * @param isLenient whether to go on where too many of the finishes of many runners cannot be true
 * @returns `null` with every problem in it when anything cannot be read; who did not start or was disqualified is
 * left out
 */
export function parseResults(
  source: Source,
  units: UnitSystem,
  isOfMany: boolean,
  isLenient = false,
): Parsed<readonly WrittenResult[]> {
  const columns = isOfMany ? CAREER_COLUMNS : PAST_COLUMNS;
  const { value: table, diagnostics } = readLogTable<CareerRole>(source, columns, units);
  if (!table) return { value: null, diagnostics };
  const timeRole = timeRoleOf(table);
  const missing = [
    ...(isOfMany ? missingColumn(table, ['runner'], 'the runner') : []),
    ...(isOfMany ? missingColumn(table, ['date'], 'the date') : []),
    ...missingColumn(table, ['distance'], 'the distance'),
    ...(timeRole ? [] : missingColumn(table, ['time'], 'the time')),
  ];
  const problems = [...diagnostics, ...missing];
  if (!timeRole || missing.length > 0) return { value: null, diagnostics: inOrder(problems) };

  const read = rowReader(table, endingReader(table, timeRole, units), isOfMany);
  problems.push(...tellHours(table, timeRole));
  const all = table.rows.map((row) => read(row, problems));
  if (!hasErrors(problems)) problems.push(...tellLost(source.file, all, problems, isLenient));
  const isBroken = hasErrors(problems);
  if (!isBroken) problems.push(readAs(source.file, table, all, isOfMany));
  const value = all.flatMap((result) => (typeof result === 'string' ? [] : result));
  return { value: isBroken ? null : value, diagnostics: inOrder(problems) };
}

/** What a row holds; of who did not race only that. */
type RowRead = WrittenResult | 'not raced' | 'unreadable';

function tellLost(
  file: string,
  all: readonly RowRead[],
  problems: readonly Problem[],
  isLenient: boolean,
): Problem[] {
  const impossible = problems.filter(
    ({ code, severity }) => code === 'RESULT_IMPOSSIBLE' && severity === 'warning',
  ).length;
  const finished = all.filter((row) => typeof row !== 'string' && row.status === 'finished').length;
  const of = impossible + finished;
  if (!isTooMuchLost(impossible, of)) return [];
  const args = {
    rows: impossible,
    of,
    unreadable: 0,
    impossible,
    isLenient,
    measure: 'time' as const,
  };
  return [(isLenient ? warning : error)('FINISHES_LOST', args, { file })];
}

function readAs(file: string, { assumed }: Table, all: readonly RowRead[], isOfMany: boolean) {
  const raced = all.flatMap((result) => (typeof result === 'string' ? [] : result));
  const count = (wanted: FinishStatus) => raced.filter(({ status }) => status === wanted).length;
  const args = {
    results: all.length,
    runners: isOfMany ? new Set(raced.map(({ runner }) => runner)).size : null,
    finished: count('finished'),
    dnf: count('dnf'),
    notRaced: all.filter((result) => result === 'not raced').length,
    assumed,
  };
  return note('CAREERS_READ_AS', args, { file });
}

/** Reads a row, and adds all that is wrong with it. */
function rowReader(table: Table, endingOf: ReturnType<typeof endingReader>, isOfMany: boolean) {
  const { rows, text, place, header } = table;
  const readDate = dateReader(
    header('date'),
    rows.map((row) => text(row, 'date')),
  );
  const missing = (row: TableRow, role: CareerRole, problems: Problem[]) => {
    problems.push(error('MISSING_CELL', { column: header(role) }, place(row, role)));
    return null;
  };
  const dateOf = (row: TableRow, problems: Problem[]): DateCell | null => {
    const written = text(row, 'date');
    if (written !== '') return readDate(written, () => place(row, 'date'), problems);
    if (isOfMany) return missing(row, 'date', problems);
    const year = yearIn(text(row, 'year')) ?? yearIn(text(row, 'race'));
    return year === null ? null : { kind: 'year', year };
  };
  return (row: TableRow, problems: Problem[]): RowRead => {
    const found: Problem[] = [];
    const ending = endingOf(row, found);
    if (ending?.status === 'dns' || ending?.status === 'dq') return 'not raced';
    const runner = text(row, 'runner') || null;
    if (isOfMany && runner === null) missing(row, 'runner', found);
    const date = dateOf(row, found);
    const distanceM =
      text(row, 'distance') === ''
        ? missing(row, 'distance', found)
        : quantityWithin(table, row, RACE_DISTANCE, found);
    const gainM = quantityWithin(table, row, CLIMB, found);
    const cutoffS = readCutoff(table, row, found);
    const timeS = ending?.status === 'finished' ? ending.timeS : null;
    if (distanceM !== null && timeS !== null && !isRunnable(distanceM, timeS)) {
      const at = place(row, table.column('time') ? 'time' : 'status');
      // among thousands of others it is left out; one's own is to be corrected
      const tell = isOfMany ? warning : error;
      found.push(tell('RESULT_IMPOSSIBLE', { distanceM, timeS, isLeftOut: isOfMany }, at));
    }
    problems.push(...found);
    if (found.length > 0 || distanceM === null || ending === null) return 'unreadable';
    const race = text(row, 'race') || null;
    return { runner, race, date, distanceM, gainM, ...ending, cutoffS, line: row.line };
  };
}

/** What a quantity may be, as a person would write it. */
interface Limits {
  role: CareerRole;
  min: string;
  max: string;
  allows: (value: number) => boolean;
}

const RACE_DISTANCE: Limits = {
  role: 'distance',
  min: '1 km',
  max: '10000 km',
  allows: (m) => m >= M_PER_KM && isWithin(m, RACE_DISTANCE_M),
};
const CLIMB: Limits = {
  role: 'climb',
  min: '0 m',
  max: '100000 m',
  allows: (m) => m >= 0 && m <= 100_000,
};

/** What is left of 99.999 m. */
const MOST_MISREAD_M = 100;

function quantityWithin(
  table: Table,
  row: TableRow,
  { role, min, max, allows }: Limits,
  problems: Problem[],
): number | null {
  const written = table.text(row, role);
  const read = table.quantity(row, role, problems);
  // nobody tells a climb to the millimetre: 1.200 m are 1,200
  const isThousands = role === 'climb' && /^\d{1,2}[.,]\d{3}(?!\d)/.test(written);
  const value = isThousands && read !== null && read < MOST_MISREAD_M ? read * 1000 : read;
  if (value === null || allows(value)) return value;
  const args = { key: table.header(role), written, min, max };
  problems.push(error('OUT_OF_RANGE', args, table.place(row, role)));
  return null;
}
