/** A log that counts loops: a row a loop, or how many were done by when. */
import { note, type Parsed } from '../../domain/problems/problem.js';
import { median } from '../../kernel/stats.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import type { Source } from '../source.js';
import type { ColumnNames } from '../table/columns.js';
import { cellSpan, type TableRow } from '../table/whole.js';
import type { LogContext, LoopContext } from './context.js';
import { secondsIn } from './lap-table.js';
import { type LogRole, RACE_LOG_COLUMNS } from './rows.js';
import { type LogTable, readLogTable } from './table.js';

type LoopRole = LogRole | 'loop' | 'hour' | 'took';

const named = (names: string): ColumnNames => ({ names: names.split(', ') });

export const LOOP_COLUMNS: Readonly<Record<LoopRole, ColumnNames>> = {
  ...RACE_LOG_COLUMNS,
  leg: { names: ['leg', 'leg time', 'segment', 'segment time'] },
  loop: named(
    'loop, loops, loop number, lap, laps, lap number, yard, yards, round, rounds, runde, runden, tour, tours, vuelta, vueltas, giro, giri, ronde, rondes',
  ),
  hour: named('hour, hours, stunde, stunden, heure, heures, hora, horas, ora, ore, uur'),
  took: named('lap time, loop time, yard time, split time, duration, rundenzeit, lap duration'),
};

type LoopTable = LogTable<LoopRole>;

/** A log by distance. */
export interface LoopLog extends Parsed<Source> {
  value: Source;
  /** Whether it says how many loops were done by when, and not when each ended. */
  isCount: boolean;
}

/**
 * A log of loops as one by distance, which all others are read as: a loop is as long as the plan says. At bells, what
 * loops took is counted from their bells.
 * @returns any other log as it is
 */
export function readLoops(source: Source, context: LogContext): LoopLog {
  const { loop } = context;
  const as = (value: Source): LoopLog => ({ value, diagnostics: [], isCount: false });
  if (!loop) return as(source);
  const { value: table } = readLogTable(source, LOOP_COLUMNS, context.units);
  if (!table || table.column('station') || table.column('distance')) return as(source);
  // at bells the hour is the loop
  const counted = (['loop', 'hour'] as const).find((role) => table.column(role));
  if (!counted || (counted === 'hour' && loop.everyS === null)) return as(source);
  if (!table.rows.every((row) => isCount(table, row, counted))) return as(source);
  const rows = table.rows.filter((row, i) => {
    const written = table.text(row, counted);
    return written === '' || i === 0 || written !== table.text(table.rows[i - 1]!, counted);
  });
  const took = loop.everyS === null ? null : tookOf(table, rows, loop.everyS);
  const cells = (row: TableRow) => rewritten(table, row, { counted, took, loop });
  const header = { ...table.headerRow, cells: renamed(table, counted, took?.role ?? null) };
  const args = {
    column: table.header(counted),
    loopM: loop.loopM,
    repeated: table.rows.length - rows.length,
    isTook: took !== null,
  };
  return {
    isCount: isCountByTime(table, rows, counted),
    value: {
      ...source,
      sheets: [
        {
          name: null,
          header: { ...header, spanOf: spanIn(table, table.headerRow) },
          rows: rows.map((row) => ({ ...row, cells: cells(row), spanOf: spanIn(table, row) })),
        },
      ],
    },
    diagnostics: [note('LOOPS_COUNTED', args, { file: source.file })],
  };
}

/** `laps` by the hour, or at other times: numbers that are not one more each row. */
function isCountByTime(
  table: LoopTable,
  rows: readonly TableRow[],
  counted: 'loop' | 'hour',
): boolean {
  if (counted === 'hour') return false;
  if (table.column('hour')) return true;
  const numbers = rows.map((row) => Number(table.text(row, counted)));
  const isRow = numbers.every((n, i) => !(n > 0) || n === (numbers[i - 1] ?? 0) + 1);
  return (
    !isRow && /^(?:laps|loops|yards|rounds|runden|tours|vueltas|giri)$/i.test(table.header(counted))
  );
}

/** A cell stands where the file has it, whatever it is read as. */
const spanIn = (table: LoopTable, row: TableRow) => (_: TableRow, index: number) =>
  cellSpan(table, row, index);

const isCount = (table: LoopTable, row: TableRow, role: LoopRole): boolean => {
  const written = table.text(row, role);
  return written === '' || /^\d{1,4}(?:\.\d+)?$/.test(written) || /^dn[fs]\b/i.test(written);
};

/** What loops took, and the seconds in each second as read: `0:50` may be minutes of an hour. */
interface Took {
  role: LoopRole;
  unit: number;
}

/** Of a loop in minutes read as seconds nothing is left. */
const TOO_SHORT_RATIO = 1 / 20;
/** A last loop may have been late. */
const MOST_LATE_RATIO = 1.5;

/** In a backyard: by its name, or as no time in it is longer than from bell to bell. */
function tookOf(table: LoopTable, rows: readonly TableRow[], everyS: number): Took | null {
  const isTime = !table.column('arrive') && /^(?:time|zeit|temps|tiempo|tempo|tijd)$/i;
  const isPlain = isTime && table.column('time') && isTime.test(table.header('time'));
  const role = table.column('took') ? 'took' : isPlain ? 'time' : null;
  const seconds = role ? rows.flatMap((row) => secondsIn(table.text(row, role)) ?? []) : [];
  if (role === null || seconds.length === 0) return null;
  const unit = median(seconds) < TOO_SHORT_RATIO * everyS ? S_PER_MIN : 1;
  const isAll = seconds.every((s) => s * unit <= MOST_LATE_RATIO * everyS);
  // times of day, or from the start, grow
  return role === 'took' || (isAll && seconds.length > 1) ? { role, unit } : null;
}

const renamed = (table: LoopTable, counted: LoopRole, took: LoopRole | null): readonly string[] => {
  const as = new Map<number, string>([[table.column(counted)!.index, 'distance']]);
  const hour = counted === 'hour' ? null : table.column('hour');
  if (hour) as.set(hour.index, 'elapsed');
  const lapTime = table.column('took');
  if (lapTime) as.set(lapTime.index, 'lap time');
  if (took) as.set(table.column(took)!.index, 'elapsed');
  return table.headerRow.cells.map((cell, i) => as.get(i) ?? cell);
};

interface Rewriting {
  counted: LoopRole;
  took: Took | null;
  loop: LoopContext;
}

function rewritten(table: LoopTable, row: TableRow, { counted, took, loop }: Rewriting): string[] {
  const cells = [...row.cells];
  const written = table.text(row, counted);
  const loops = Number(written);
  if (written !== '' && Number.isFinite(loops)) {
    cells[table.column(counted)!.index] = `${(loops * loop.loopM).toFixed(3)} m`;
  }
  const hour = counted === 'hour' ? null : table.column('hour');
  if (hour && /^\d+$/.test(table.text(row, 'hour'))) {
    cells[hour.index] = `${table.text(row, 'hour')}:00:00`;
  }
  const tookS = took && secondsIn(table.text(row, took.role));
  if (took && tookS !== null && loop.everyS !== null && loops > 0) {
    const elapsedS = (loops - 1) * loop.everyS + tookS * took.unit;
    cells[table.column(took.role)!.index] = elapsedCell(elapsedS);
  }
  return cells;
}

/** As logs have it, hours first. */
function elapsedCell(seconds: number): string {
  const two = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const [hours, rest] = [Math.floor(seconds / S_PER_H), seconds % S_PER_H];
  return `${hours}:${two(rest / S_PER_MIN)}:${two(Math.round(rest) % S_PER_MIN)}`;
}
