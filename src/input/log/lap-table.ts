/** The table of laps that a watch or its service exports: which rows are laps, and how long each was. */
import { WATCH_ERROR_RATIO } from '../../domain/limits.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { median, sum } from '../../kernel/stats.js';
import { M_PER_KM, M_PER_MI, S_PER_MIN, type UnitSystem } from '../../kernel/units.js';
import type { ColumnNames } from '../table/columns.js';
import type { TableRow } from '../table/whole.js';
import { parseTimeCell } from '../times/cell.js';
import { lengthOf } from '../times/reading.js';
import type { LogContext } from './context.js';
import type { LogTable } from './table.js';

type LapRole = 'lap' | 'interval' | 'elapsed' | 'time' | 'cumulative' | 'distance' | 'notes';

const named = (names: string): ColumnNames => ({ names: names.split(', ') });

/** As Garmin Connect (in six languages), Strava and Coros call them; all other columns are of no use here. */
export const LAP_COLUMNS: Readonly<Record<LapRole, ColumnNames>> = {
  lap: named(
    'lap, laps, lap number, lap index, lap no, split, splits, runde, runden, rundennummer, tour, tours, circuit, circuits, vuelta, vueltas, giro, giri, ronde, rondes, ronden',
  ),
  interval: named(
    'interval, intervals, intervall, intervalle, intervalles, intervalo, intervalos, intervallo, intervalli, intervallen',
  ),
  elapsed: named(
    'elapsed time, elapsed, verstrichene zeit, temps ecoule, tiempo transcurrido, tempo trascorso, verstreken tijd',
  ),
  time: named(
    'time, lap time, split time, duration, zeit, rundenzeit, dauer, temps, temps de circuit, duree, tiempo, tiempo de vuelta, duracion, tempo, tempo giro, durata, tijd, rondetijd, duur',
  ),
  cumulative: named(
    'cumulative time, cumulative, total time, kumulierte zeit, gesamtzeit, temps cumule, temps total, tiempo acumulado, tiempo total, tempo cumulativo, tempo totale, cumulatieve tijd, totale tijd',
  ),
  distance: {
    names: [
      ...['distance', 'dist', 'lap distance', 'split distance', 'get distance', 'getdistance'],
      ...['distanz', 'strecke', 'rundendistanz', 'distancia', 'distanza', 'afstand'],
    ],
    dimension: 'distance',
  },
  notes: named('notes'),
};

export type LapTable = LogTable<LapRole>;

export interface Lap {
  row: TableRow;
  distanceM: number;
  /** Seconds the lap took, or were over at its end where the table tells only that. */
  timeS: number;
}

export interface Laps {
  /** Whether the times are those over at the end of each lap. */
  isOver: boolean;
  laps: readonly Lap[];
  /** Rows that add up other rows, left out. */
  subtotals: number;
  /** The unit the distances are in, where neither header nor cells say and the plan's is not meant. */
  assumed: readonly string[];
}

/** Which column tells the times: what was over at the end of a lap is exact, what a lap took leaves pauses out. */
type TimeRole = 'cumulative' | 'elapsed' | 'time';
const timeRoleOf = (table: LapTable): TimeRole | null =>
  (['elapsed', 'cumulative', 'time'] as const).find((role) => table.column(role)) ?? null;

/** Whether a table is one of laps: numbered, each with its own length and time. */
export function isLapTable(table: LapTable): boolean {
  const role = table.column('lap') ? 'lap' : 'interval';
  if (!table.column(role) || !table.column('distance') || !timeRoleOf(table)) return false;
  const numbers = table.rows.filter((row) => /^\d+$/.test(table.text(row, role)));
  return numbers.length > 0 && !isByDistance(table, numbers);
}

/** Distances and times that both only grow are those from the start: a log by distance. */
function isByDistance(table: LapTable, rows: readonly TableRow[]): boolean {
  if (table.column('cumulative') || rows.length < 3) return false;
  const role = timeRoleOf(table)!;
  const grows = (values: readonly (number | null)[]) =>
    values.every((v, i) => v !== null && (i === 0 || v > (values[i - 1] ?? v)));
  return (
    grows(rows.map((row) => table.quantity(row, 'distance', []))) &&
    grows(rows.map((row) => secondsIn(table.text(row, role))))
  );
}

/** Reads the laps in order; a time that is none is a problem, a row without distance and time no lap. */
export function readLaps(
  table: LapTable,
  officialM: number,
  { units, timedS }: Pick<LogContext, 'units' | 'timedS'>,
  problems: Problem[],
): Laps {
  const role = timeRoleOf(table)!;
  const rows = table.rows.flatMap((row): Lap[] => {
    const written = table.text(row, role);
    const timeS = written === '' ? null : secondsIn(written);
    const distanceM = table.quantity(row, 'distance', problems);
    if (written !== '' && timeS === null) {
      const args = { written, column: table.header(role), isTimeOfDay: false };
      problems.push(error('BAD_TIME', args, table.place(row, role)));
    }
    return timeS === null || distanceM === null ? [] : [{ row, distanceM, timeS }];
  });
  const numbered = numberedOf(table, rows);
  const isOver = areOver(role, numbered);
  const kept = withoutSubtotals(rows, numbered, isOver);
  const converted = () =>
    inMetres(kept, officialM, table) ??
    (timedS === null ? inOther(kept, officialM, table, units) : null);
  const other = isBare(table) ? converted() : null;
  return {
    isOver,
    laps: other?.laps ?? kept,
    subtotals: rows.length - kept.length,
    assumed: other ? [other.assumed] : table.assumed,
  };
}

/** So many laps, the last so many times as long as the first, each longer than the one before: these run on. */
const FEW_LAPS = 4;
const RUNS_ON_RATIO = 3;

/** Whether times are those over at the end of each lap, and not of the lap alone: by their column, or as they grow. */
function areOver(role: TimeRole, laps: readonly Lap[]): boolean {
  if (role === 'cumulative') return true;
  const grow = laps.every(({ timeS }, i) => i === 0 || timeS > laps[i - 1]!.timeS);
  return (
    grow && laps.length >= FEW_LAPS && laps.at(-1)!.timeS > RUNS_ON_RATIO * (laps[0]?.timeS ?? 0)
  );
}

/** The rows that continue the count 1, 2, 3: laps for certain. */
function numberedOf(table: LapTable, rows: readonly Lap[]): readonly Lap[] {
  const role = table.column('lap') ? 'lap' : 'interval';
  let count = 0;
  return rows.filter(({ row }) => {
    const isNext = Number(table.text(row, role) || Number.NaN) === count + 1;
    if (isNext) count += 1;
    return isNext;
  });
}

/** Laps that continue the count are laps; of other rows those that are the sum of others are none. */
const withoutSubtotals = (
  rows: readonly Lap[],
  numbered: readonly Lap[],
  isOver: boolean,
): readonly Lap[] => {
  const isNumbered = new Set(numbered);
  return rows.filter((row, i) => {
    if (isNumbered.has(row)) return true;
    if (isOver && numbered.some((lap) => lap.timeS === row.timeS)) return false;
    return !isSumOfRun(rows, i, numbered);
  });
};

/** Times are written to the second, or a tenth; distances to 10 m. */
const TIME_ROUNDING_S = 1;
const DISTANCE_ROUNDING_M = 20;

/** Whether a row is the sum of a run of rows right before it or right after it, or of all laps. */
function isSumOfRun(rows: readonly Lap[], index: number, laps: readonly Lap[]): boolean {
  const whole = rows[index]!;
  const isSum = (parts: readonly Lap[]) =>
    Math.abs(sum(parts.map((p) => p.distanceM)) - whole.distanceM) <=
      DISTANCE_ROUNDING_M * Math.max(1, parts.length / 2) &&
    Math.abs(sum(parts.map((p) => p.timeS)) - whole.timeS) <=
      TIME_ROUNDING_S * Math.max(1, parts.length / 2);
  if (laps.length > 1 && isSum(laps)) return true;
  return [1, -1].some((step) => {
    const parts: Lap[] = [];
    let timeS = 0;
    for (let i = index + step; i >= 0 && i < rows.length && timeS < whole.timeS; i += step) {
      parts.push(rows[i]!);
      timeS += rows[i]!.timeS;
    }
    return parts.length > 1 && isSum(parts);
  });
}

const isBare = (table: LapTable): boolean =>
  table.column('distance')?.unit === null &&
  table.rows.some((row) => /^[\d.,]+$/.test(table.text(row, 'distance')));

/** Laps in another unit than the plan's, and what to say of that. */
interface InUnit {
  laps: Lap[];
  assumed: string;
}

/** Whether laps measure a whole race. */
export const isWholeRace = (lapsM: number, officialM: number): boolean =>
  Math.abs(lapsM / officialM - 1) <= WATCH_ERROR_RATIO;

/** Nobody's laps are so long; a bare number of metres read as kilometres is. */
const LONGEST_LAP_RATIO = 2;

/** As metres, where the laps would otherwise be far longer than the race: services' own files are in metres. */
function inMetres(laps: readonly Lap[], officialM: number, table: LapTable): InUnit | null {
  if (laps.length === 0) return null;
  if (median(laps.map((lap) => lap.distanceM)) < LONGEST_LAP_RATIO * officialM) return null;
  return {
    laps: laps.map((lap) => ({
      ...lap,
      distanceM: Number(table.text(lap.row, 'distance').replace(',', '.')),
    })),
    assumed: 'distances in m, as they are too long for anything else',
  };
}

/** A watch has its own units: where its laps make the whole race in miles, and not in the plan's kilometres, or the reverse. */
function inOther(
  laps: readonly Lap[],
  officialM: number,
  table: LapTable,
  units: UnitSystem,
): InUnit | null {
  const factor = units === 'metric' ? M_PER_MI / M_PER_KM : M_PER_KM / M_PER_MI;
  const lapsM = sum(laps.map(({ distanceM }) => distanceM));
  if (isWholeRace(lapsM, officialM) || !isWholeRace(lapsM * factor, officialM)) return null;
  const unit = units === 'metric' ? 'miles' : 'km';
  return {
    laps: laps.map((lap) => ({ ...lap, distanceM: lap.distanceM * factor })),
    assumed: `${table.header('distance')} in ${unit}, in which they make the race`,
  };
}

/** `5:32.4`, `1:05:32`: minutes and seconds, hours before them where there are three parts; `332`, `5m 32s`. */
export function secondsIn(written: string): number | null {
  if (/^\d+(?::\d{1,2}){1,2}(?:[.,]\d+)?$/.test(written)) {
    return written
      .replace(',', '.')
      .split(':')
      .reduce((total, part) => total * S_PER_MIN + Number(part), 0);
  }
  const cell = parseTimeCell(written);
  if (cell.kind !== 'time') return null;
  return lengthOf(cell.time, cell.time.kind === 'number' ? 'seconds' : 'm:ss');
}
