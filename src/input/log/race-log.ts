/** One runner's race-day log: a row a station visit. */
import { NUTRIENTS } from '../../domain/nutrition.js';
import { error, note, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import type { RaceLog, Visit } from '../../domain/record.js';
import type { Resolution } from '../../kernel/clock.js';
import { stationKey } from '../../kernel/station-name.js';
import { matchStations, type StationMatch } from '../places/match.js';
import type { Source } from '../source.js';
import { isWholeMinute, type TimeReading } from '../times/reading.js';
import { endAtBells } from './bells.js';
import { checkLog, type PlacedRow } from './checks.js';
import type { LogContext } from './context.js';
import { type DistanceLog, placeAlong, readDistances, thinLog } from './distance-log.js';
import { namedStatus, placeOfEnd } from './end-told.js';
import { parseLaps } from './laps.js';
import { readLoops } from './loop-log.js';
import { notPlaced, placedByGuess } from './places.js';
import { describeReading } from './reading.js';
import { arrivalRole, type LogRole, type LogRow, RACE_LOG_COLUMNS, readLogRow } from './rows.js';
import { inOrder, type LogTable, missingColumn, readLogTable, tooManyRows } from './table.js';
import { endTimed } from './time-up.js';
import { settleLog } from './times.js';

/**
 * Reads a race log: columns in any order; arrivals and departures, or one time; clock, elapsed or leg times;
 * station names or distances or both; status words; intake; or the laps of a watch. What was assumed is a note.
 * @returns what could be read, with every problem in the order of the file; with an error among them the log has
 * gaps and nothing should be computed from it. `null` when it cannot be told what its columns mean.
 */
export function parseRaceLog(written: Source, context: LogContext): Parsed<RaceLog> {
  const laps = parseLaps(written, context);
  if (laps.value) return laps;
  const { value: counted, diagnostics: loops, isCount } = readLoops(written, context);
  const { value, diagnostics: thinned } = thinLog(counted, context);
  const source = value ?? counted;
  const along = readDistances(source, context);
  const byRow = along?.context ?? context;
  const { value: log, diagnostics } = parseVisits(source, byRow, along !== null);
  const told = [...loops, ...thinned, ...diagnostics];
  if (!log) return { value: null, diagnostics: told };
  const { value: timed, diagnostics: late } = endTimed(log, source.file, byRow, context.places);
  const atBells = timed && endAtBells(timed, source.file, byRow);
  const ended = atBells?.value ?? null;
  return {
    value: ended && { ...placed(ended, along, context), ...(isCount && { isCount }) },
    diagnostics: inOrder([...told, ...late, ...(atBells?.diagnostics ?? [])]),
  };
}

const placed = (log: RaceLog, along: DistanceLog | null, context: LogContext): RaceLog =>
  along ? placeAlong(log, along, context) : log;

/** Reads a log whose rows are visits to the places of `context`. */
function parseVisits(source: Source, context: LogContext, isByDistance: boolean): Parsed<RaceLog> {
  const { value: table, diagnostics } = readLogTable(source, RACE_LOG_COLUMNS, context.units);
  const problems = [...diagnostics];
  const done = (value: RaceLog | null) => ({ value, diagnostics: inOrder(problems) });
  if (!table) return done(null);
  const missing = [
    ...missingColumn(table, ['station', 'distance'], 'the station or its distance'),
    ...missingColumn(table, ['arrive', 'depart', 'time', 'leg'], 'the times'),
    ...tooManyRows(source.file, table),
  ];
  problems.push(...missing, ...secondTimes(table));
  if (missing.length > 0) return done(null);

  const written = table.rows.map((row) => readLogRow(table, row, problems));
  const { rows, ended, after } = splitAtEnd(written);
  for (const { row, station } of after) {
    problems.push(
      error('ROW_AFTER_END', { written: station.name ?? row.raw }, table.place(row, 'station')),
    );
  }
  const matches = matchRows(rows, context.places);
  const settled = settleLog(table, rows, matches, context, problems);
  if (!settled) return done(null);

  const { reading, times, visits, wrong } = settled;
  const placed = rows.map((row, i): PlacedRow => {
    const place = visits[i]?.place ?? null;
    return { ...row, ...times[i]!, place };
  });
  const last = placed.at(-1);
  const endedBetween = ended && last?.place === null && isBetween(last) ? last : null;
  const strays = placed.filter((row) => row.place === null && row !== endedBetween);
  problems.push(
    ...strays.map(({ row, station }) => notPlaced(table, row, station, context)),
    ...placed.flatMap(({ row }, i) => placedByGuess(table, row, visits[i] ?? null, context.places)),
    ...checkLog(table, placed, wrong, context.places),
    ...(endedBetween ? endLeftOut(table, endedBetween, placed, context.places) : []),
    note(
      'CSV_READ_AS',
      {
        rows: rows.length,
        shape: [
          shapeOf(table, rows),
          describeReading(reading, context.zone),
          ...(isByDistance ? ['by distance, places between rows interpolated'] : []),
          ...table.assumed,
        ].join(', '),
        emptyCells: countEmpty(table, rows),
      },
      { file: source.file },
    ),
  );
  const finish = context.places.length - 1;
  const logged = placed.flatMap((row) =>
    row.place === null ? [] : [visitOf(row, row.place, finish)],
  );
  const finishS = ended ? null : (logged.find((visit) => visit.place === finish)?.arriveS ?? null);
  return done({
    visits: logged,
    finishS,
    status: ended ? 'dnf' : finishS !== null || saysOver(rows, context) ? 'finished' : 'open',
    ...(rows.at(-1)?.isTimedOut && { isTimedOut: true }),
    endedAtM: endedBetween?.station.atM ?? null,
    endedS: endedBetween && endedAt(endedBetween),
    intakeEntries: null,
    resolutionS: resolutionOf(rows, reading),
  });
}

/** A race that is won by distance is over where its log says so: for the last one standing no place does. */
const saysOver = (rows: readonly LogRow[], { timedS, loop }: LogContext): boolean =>
  (timedS !== null || loop?.everyS != null) && rows.at(-1)?.status === 'finished';

function resolutionOf(rows: readonly LogRow[], reading: TimeReading): Resolution {
  const times = rows.flatMap(({ arrive, depart }) =>
    [arrive.cell, depart.cell].flatMap((cell) => (cell.kind === 'time' ? [cell.time] : [])),
  );
  return times.length > 0 && times.every((time) => isWholeMinute(time, reading)) ? 60 : 1;
}

/** Of several columns that may hold the arrivals one is read: the others are named. */
function secondTimes(table: LogTable<LogRole>): Problem[] {
  const used = arrivalRole(table);
  return (['time', 'leg'] as const).flatMap((role) => {
    const column = role === used ? null : table.column(role)?.header;
    if (!column) return [];
    return [note('UNKNOWN_COLUMN', { column, suggestion: null }, table.place(null, role))];
  });
}

/** The rows up to the one whose status says that the race ended there, and rows after it that say anything. */
function splitAtEnd(rows: readonly LogRow[]) {
  const end = rows.findIndex(({ status }) => status !== null && status !== 'finished');
  if (end < 0) return { rows, ended: false, after: [] };
  const after = rows
    .slice(end + 1)
    .filter(({ arrive, depart }) => isTime(arrive) || isTime(depart));
  return { rows: rows.slice(0, end + 1), ended: true, after };
}

const isTime = ({ cell }: LogRow['arrive']): boolean => cell.kind === 'time';

/** Where each row fits by name and distance. */
function matchRows(rows: readonly LogRow[], places: LogContext['places']): (StationMatch | null)[] {
  const stations = rows.map(({ station: { name, atM } }) => ({
    name: name === null || !namedStatus(name) ? name : atM === null ? placeOfEnd(name) : null,
    atM,
  }));
  // where nothing says where a race ended, its order does not either
  const isUntold = rows.map(({ station: { name } }, i) => {
    const { name: place, atM } = stations[i]!;
    return name !== null && place === null && atM === null;
  });
  const matches = matchStations(stations, places).map((match, i) => (isUntold[i] ? null : match));
  const last = stations.at(-1);
  // A race often ends where it passed before, and a runner may call the finish by that name
  const isKnown = places.some(({ name }) => stationKey(name) === stationKey(last?.name ?? ''));
  if (matches.at(-1) === null && isKnown) {
    const finish = { place: places.length - 1, alternatives: [], named: false, certain: false };
    return matches.with(-1, finish);
  }
  return matches;
}

/** A race may end anywhere: at a distance told, or where nothing tells. */
const isBetween = ({ station: { name, atM } }: LogRow): boolean =>
  atM !== null || name === null || namedStatus(name) !== null;

const endedAt = ({ arriveS, departS }: PlacedRow): number | null => arriveS ?? departS;

/** When a race ended does not help without where, nor where without when: it counts as ended at the place before. */
function endLeftOut(
  table: LogTable<LogRole>,
  end: PlacedRow,
  placed: readonly PlacedRow[],
  places: LogContext['places'],
): Problem[] {
  const [isPlaced, isTimed] = [end.station.atM !== null, endedAt(end) !== null];
  if (isPlaced === isTimed) return [];
  const before = placed.findLast(({ place }) => place !== null)?.place ?? 0;
  const args = { missing: isPlaced ? 'time' : 'place', station: places[before]!.name } as const;
  return [warning('END_LEFT_OUT', args, table.place(end.row, 'station'))];
}

/** Nobody arrives at the start, and nobody leaves the finish. */
function visitOf(row: PlacedRow, place: number, finish: number): Visit {
  const { arriveS, departS, intake, weightKg, notes } = row;
  const first = arriveS ?? departS;
  const left = departS ?? arriveS;
  return {
    place,
    arriveS: place === 0 ? null : place === finish ? first : arriveS,
    departS:
      place === 0 ? (left === null ? null : Math.max(0, left)) : place === finish ? null : departS,
    intake,
    weightKg,
    notes,
    line: row.row.line,
  };
}

function shapeOf(table: LogTable<LogRole>, rows: readonly LogRow[]): string {
  if (!table.column(arrivalRole(table))) return 'departure';
  return rows.some(({ depart }) => isTime(depart)) ? 'arrival and departure' : 'arrival';
}

/** Cells that could hold something: nobody arrives at the start, or leaves the finish. */
function countEmpty(table: LogTable<LogRole>, rows: readonly LogRow[]): number {
  const arrivals = arrivalRole(table);
  const columns = [arrivals, 'depart' as const, ...NUTRIENTS].filter((role) => table.column(role));
  const empty = rows.flatMap(({ row }, i) =>
    columns.filter((role) => {
      const isBeyond = i === 0 ? role === arrivals : role === 'depart' && i === rows.length - 1;
      return table.text(row, role) === '' && !isBeyond;
    }),
  );
  return empty.length;
}
