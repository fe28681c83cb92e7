/** A log by distance: how far, and when. It needs no stations. */
import { SAME_PLACE_M } from '../../domain/course.js';
import { NUTRIENTS, type Nutrient, UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { note, type Parsed } from '../../domain/problems/problem.js';
import type { Beyond, IntakeEntry, RaceLog, Visit } from '../../domain/record.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import type { Source } from '../source.js';
import type { LogContext } from './context.js';
import { RACE_LOG_COLUMNS } from './rows.js';
import { readLogTable } from './table.js';

/** A race as a log by distance tells it: its rows are the places. */
export interface DistanceLog {
  context: LogContext;
  /** Amounts that the log has a column for. */
  recorded: readonly Nutrient[];
}

/** Won by distance: the race does not end where the plan does. */
const isOpenEnded = (timedS: number | null, loop: LogContext['loop']): boolean =>
  timedS !== null || loop?.everyS != null;

/** Where no stations are needed. */
const mayBeByDistance = ({ places, timedS, goesOn, loop }: LogContext): boolean =>
  isOpenEnded(timedS, loop) || (places.length <= 2 && !goesOn);

/** Between rows of so many nothing is lost that anyone asks for: a race is then told every few dozen metres. */
const MOST_ROWS = 2000;

/**
 * A log by distance of very many rows, such as a recording of every second, with some of them, evenly; those that
 * tell more than time and distance are all kept.
 * @returns any other log as it is
 */
export function thinLog(source: Source, context: LogContext): Parsed<Source> {
  if (!mayBeByDistance(context)) return { value: source, diagnostics: [] };
  const { value: table } = readLogTable(source, RACE_LOG_COLUMNS, context.units);
  const rows = table?.rows ?? [];
  const isByDistance = table?.column('distance') && !table.column('station');
  if (!table || !isByDistance || rows.length <= MOST_ROWS)
    return { value: source, diagnostics: [] };
  const every = Math.ceil(rows.length / MOST_ROWS);
  const told = [...NUTRIENTS, 'notes', 'status'] as const;
  const kept = rows.filter(
    (row, i) =>
      i % every === 0 || i === rows.length - 1 || told.some((role) => table.text(row, role) !== ''),
  );
  const args = { rows: rows.length, kept: kept.length };
  return {
    value: { ...source, sheets: [{ name: null, header: table.headerRow, rows: kept }] },
    diagnostics: [note('ROWS_THINNED', args, { file: source.file })],
  };
}

/**
 * Whether a log names no stations where none are needed: in a timed event, and in a race without any, once it is
 * over.
 * @returns the places of its rows, to read it by; `null` for all other logs
 */
export function readDistances(source: Source, context: LogContext): DistanceLog | null {
  const { places, plannedS } = context;
  if (!mayBeByDistance(context)) return null;
  const { value: table } = readLogTable(source, RACE_LOG_COLUMNS, context.units);
  if (!table?.column('distance') || table.column('station')) return null;
  const rows = new Map<number, string>();
  for (const row of table.rows) {
    const atM = table.quantity(row, 'distance', []);
    const name = `${table.header('distance')} ${table.text(row, 'distance')}`;
    if (atM !== null && atM > 0) rows.set(atM, name);
  }
  if (rows.size === 0) return null;
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([atM, name]) => ({ name, atM }));
  const [start, finish] = [places[0]!, places.at(-1)!];
  // nobody reaches it: no row is the finish
  const beyondM = 2 * Math.max(finish.atM, inOrder.at(-1)!.atM);
  const along = [start, ...inOrder, { name: finish.name, atM: beyondM }];
  const planned = plannedS && places.map(({ atM }, i): Knot => [atM, plannedS[i]!]);
  const expected = (atM: number, knots: readonly Knot[]) =>
    (interpolate(knots, atM) * Math.max(atM, finish.atM)) / finish.atM;
  const dueS = planned && along.map(({ atM }) => expected(atM, planned));
  return {
    context: { ...context, places: along, plannedS: dueS, plannedDepartS: dueS },
    recorded: NUTRIENTS.filter((nutrient) => table.column(nutrient)),
  };
}

/**
 * The race on its own places. Of each row the last place before it counts, where it was passed on the way from the
 * row above; in a log of stops nobody stops between its rows.
 * @param log by the places of its rows
 */
export function placeAlong(log: RaceLog, along: DistanceLog, context: LogContext): RaceLog {
  const { places } = context;
  const goesOnBeyond = isOpenEnded(context.timedS, context.loop);
  const finish = places.length - 1;
  const visits: Visit[] = [];
  const areStopsLogged = log.visits.some(({ departS }) => departS !== null);
  const finishM = places[finish]!.atM;
  const beyond: Beyond[] = [];
  let before: { atM: number; leftS: number } = { atM: 0, leftS: 0 };
  for (const row of log.visits) {
    const { atM } = along.context.places[row.place]!;
    const reachedS = row.arriveS ?? row.departS;
    if (row.place === 0 || reachedS === null) continue;
    if (atM >= finishM - SAME_PLACE_M)
      beyond.push({ atM, arriveS: reachedS, departS: row.departS });
    const place = places.findLastIndex((p) => p.atM <= atM + SAME_PLACE_M);
    const placeM = places[place]!.atM;
    const isThere = atM - placeM <= SAME_PLACE_M;
    if (place > (visits.at(-1)?.place ?? 0)) {
      const way: Knot[] = [
        [before.atM, before.leftS],
        [atM, reachedS],
      ];
      const passedS = Math.round(interpolate(way, placeM));
      visits.push({
        place,
        arriveS: isThere ? row.arriveS : passedS,
        departS: place === finish ? null : isThere ? row.departS : areStopsLogged ? passedS : null,
        intake: UNKNOWN_INTAKE,
        notes: row.notes,
        line: row.line,
      });
    } else if (row.notes !== null && visits.length > 0) {
      const last = visits.at(-1)!;
      visits[visits.length - 1] = {
        ...last,
        notes: last.notes === null ? row.notes : `${last.notes}; ${row.notes}`,
      };
    }
    before = { atM, leftS: row.departS ?? reachedS };
  }
  const reached = visits.at(-1) ?? null;
  const reachedM = places[reached?.place ?? 0]!.atM;
  // a race is over at its finish, a timed event goes on to its end
  const isBeyond =
    before.atM > reachedM + SAME_PLACE_M && (goesOnBeyond || reached?.place !== finish);
  const last = log.visits.at(-1);
  const isFinished = !goesOnBeyond && reached?.place === finish;
  return {
    ...log,
    visits,
    ...(goesOnBeyond && log.status === 'open' && { goesOnBeyond }),
    ...(beyond.some(({ atM }) => atM > finishM + SAME_PLACE_M) && { beyond }),
    finishS: reached?.place === finish && !isBeyond ? reached.arriveS : null,
    status: isFinished ? 'finished' : log.status,
    endedAtM: isBeyond ? before.atM : null,
    endedS: isBeyond ? (last?.arriveS ?? before.leftS) : null,
    intakeEntries: along.recorded.length === 0 ? null : entriesOf(log.visits, along),
  };
}

/** What each row took; an empty cell of a column tells nothing. */
const entriesOf = (rows: readonly Visit[], { recorded }: DistanceLog): IntakeEntry[] =>
  rows.map(({ arriveS, departS, intake, line }) => ({
    atS: arriveS ?? departS,
    place: null,
    item: null,
    intake,
    untold: recorded.filter((nutrient) => intake[nutrient] === null),
    line,
  }));
