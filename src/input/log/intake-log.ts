/** A separate log of what was eaten and drunk: a row an intake. */
import { mapIntake, NUTRIENTS, type Nutrient } from '../../domain/nutrition.js';
import { error, note, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import type { IntakeEntry } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import { plainName } from '../../kernel/text.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import type { Source } from '../source.js';
import type { TimeReading } from '../times/reading.js';
import type { LogContext } from './context.js';
import { placeIntakes } from './intake-places.js';
import { INTAKE_COLUMNS, type IntakeRole, type IntakeRow, readIntakeRow } from './intake-rows.js';
import { readIntakeTimes } from './intake-times.js';
import { checkIntake } from './nutrients.js';
import { describeReading } from './reading.js';
import { inOrder, type LogTable, missingColumn, readLogTable, tooManyRows } from './table.js';

/**
 * Reads an intake log: when (time of day or elapsed) or where (station, mile), an item of the plan's products with
 * its amount, or the nutrients themselves. What was assumed is a note.
 * @param endS when the race ended, elapsed; `null` when it goes on
 * @returns what could be read, with every problem in the order of the file; with an error among them it has gaps.
 * `null` when it cannot be told what its columns mean.
 */
export function parseIntakeLog(
  source: Source,
  context: LogContext,
  endS: number | null,
): Parsed<readonly IntakeEntry[]> {
  const { value: table, diagnostics } = readLogTable(source, INTAKE_COLUMNS, context.units);
  const problems = diagnostics.map((problem) =>
    isOfAmounts(problem) ? { ...problem, severity: 'error' as const } : problem,
  );
  const done = (value: readonly IntakeEntry[] | null) => ({
    value,
    diagnostics: inOrder(problems),
  });
  if (!table) return done(null);
  const missing = [
    ...missingColumn(table, ['time', 'station', 'distance'], 'the time or the station'),
    ...missingColumn(table, ['item', ...NUTRIENTS], 'the item or its nutrients'),
    ...tooManyRows(source.file, table),
  ];
  problems.push(...missing);
  if (missing.length > 0) return done(null);

  const rows = table.rows.map((row) => readIntakeRow(table, row, context, problems));
  const times = readIntakeTimes(table, rows, context, endS, problems);
  if (!times) return done(null);
  const places = placeIntakes(table, rows, times.atS, context, problems);
  const taken = rows.map((row, i) => ({ ...row, atS: times.atS[i]!, place: places[i]! }));
  for (const { row, time, station, atS } of taken) {
    const isSilent = time.kind === 'missing' && station.name === null && station.atM === null;
    if (isSilent) problems.push(error('NO_TIME_OR_PLACE', {}, table.place(row, 'time')));
    const written = table.text(row, 'time');
    if (isEarly(atS)) {
      problems.push(warning('INTAKE_BEFORE_START', { written }, table.place(row, 'time')));
    } else if (isLate(atS, endS)) {
      problems.push(warning('INTAKE_AFTER_FINISH', { written }, table.place(row, 'time')));
    }
  }
  problems.push(...checkAmounts(table, taken), readAs(table, rows, times.reading, context, source));
  const counted = taken.filter(({ atS }) => !isEarly(atS) && !isLate(atS, endS));
  return done(
    counted.map(({ row: { line }, atS, place, item, intake, untold }) => ({
      atS,
      place,
      item,
      intake,
      untold,
      line,
    })),
  );
}

/** Amounts in a unit that says nothing of how many (`amount (g)`): without them every row would be one piece. */
const isOfAmounts = (problem: Problem): boolean =>
  problem.code === 'UNKNOWN_COLUMN' &&
  INTAKE_COLUMNS.amount.names.some((name) => plainName(problem.args.column).startsWith(`${name} `));

interface Taken extends IntakeRow {
  atS: number | null;
}

const isEarly = (atS: number | null): boolean => atS !== null && atS < 0;
/** Times are written to the minute. */
const isLate = (atS: number | null, endS: number | null): boolean =>
  atS !== null && endS !== null && atS > endS + S_PER_MIN;

/** Each intake counts with those of the hour before it. */
function checkAmounts(table: LogTable<IntakeRole>, taken: readonly Taken[]): Problem[] {
  const hours = hoursBefore(taken);
  return taken.flatMap((entry) => {
    const hour = hours.get(entry) ?? [];
    const inHour = mapIntake((nutrient) =>
      entry.intake[nutrient] === null
        ? null
        : sum((entry.atS === null ? [entry] : hour).map(({ intake }) => intake[nutrient] ?? 0)),
    );
    const roleOf = (nutrient: Nutrient): IntakeRole =>
      [nutrient, 'amount' as const].find((role) => table.text(entry.row, role) !== '') ?? 'item';
    return checkIntake(table, entry.row, inHour, S_PER_H, roleOf);
  });
}

/** Of each entry whose time is known, all of the hour that ends with it. */
function hoursBefore(taken: readonly Taken[]): Map<Taken, readonly Taken[]> {
  const timed = taken.filter(({ atS }) => atS !== null).sort((a, b) => a.atS! - b.atS!);
  let [from, to] = [0, 0];
  return new Map(
    timed.map((entry) => {
      while (timed[from]!.atS! <= entry.atS! - S_PER_H) from += 1;
      while (to < timed.length && timed[to]!.atS! <= entry.atS!) to += 1;
      return [entry, timed.slice(from, to)];
    }),
  );
}

function readAs(
  table: LogTable<IntakeRole>,
  rows: readonly IntakeRow[],
  reading: TimeReading,
  { zone }: LogContext,
  { file }: Source,
): Problem {
  const columns = (['time', 'item', 'amount'] as const).filter((role) => table.column(role));
  const emptyCells = sum(
    rows.map(({ row }) => columns.filter((role) => table.text(row, role) === '').length),
  );
  const shape = table.column('time')
    ? `intake, ${describeReading(reading, zone)}`
    : 'intake by place';
  return note('CSV_READ_AS', { rows: rows.length, shape, emptyCells }, { file });
}
