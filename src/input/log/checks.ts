/** Whether a race log, once every row has its time and place, can have happened. */
import { MAX_SPEED_M_PER_S } from '../../domain/limits.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { paceOf } from '../../kernel/pace.js';
import { median } from '../../kernel/stats.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import { MAX_PACE_FACTOR } from '../csv/reading-choice.js';
import type { CsvRow } from '../csv/source.js';
import type { LogContext } from './context.js';
import { checkIntake } from './nutrients.js';
import type { LoggedCell, LogRole, LogRow, TimeRole } from './rows.js';
import type { LogTable } from './table.js';
import type { RowTimes } from './visits.js';

/** A row with its time and its place; `null` where it has none. */
export interface PlacedRow extends LogRow, RowTimes {
  place: number | null;
}

/** Someone was somewhere: elapsed seconds, and the cell that says so. */
interface Moment {
  event: 'arrival' | 'departure';
  s: number;
  row: CsvRow;
  role: TimeRole;
  name: string;
  /** Distance from the start, m. */
  atM: number | null;
}

/** Times that go back, legs nobody runs so fast or so slowly, amounts nobody takes. */
export function checkLog(
  table: LogTable<LogRole>,
  rows: readonly PlacedRow[],
  places: LogContext['places'],
): Problem[] {
  const moments = rows.flatMap((row) => momentsOf(row, places));
  return [
    ...rows.flatMap((row) => checkStart(table, row)),
    ...checkOrder(table, moments),
    ...checkSpeed(table, moments, places[0]!.name),
    ...checkAmounts(table, rows),
  ];
}

/** The start is where the clock begins: what is logged there cannot be wrong by order or speed. */
function momentsOf(row: PlacedRow, places: LogContext['places']): Moment[] {
  const place = row.place === null ? null : places[row.place]!;
  if (row.place === 0) return [];
  const name = place?.name ?? row.station.name ?? '';
  const moment = (event: Moment['event'], s: number | null, { role }: LoggedCell): Moment[] =>
    s === null ? [] : [{ event, s, row: row.row, role, name, atM: place?.atM ?? null }];
  return [
    ...moment('arrival', row.arriveS, row.arrive),
    ...moment('departure', row.departS, row.depart),
  ];
}

/** Across the line within a minute of the gun is in time. */
const PROMPT_S = S_PER_MIN;

function checkStart(table: LogTable<LogRole>, row: PlacedRow): Problem[] {
  if (row.place !== 0) return [];
  const byS = row.departS ?? row.arriveS ?? 0;
  if (Math.abs(byS) <= PROMPT_S) return [];
  const { role } = row.departS == null ? row.arrive : row.depart;
  return [warning('START_DIFFERS', { byS }, table.place(row.row, role))];
}

function checkOrder(table: LogTable<LogRole>, moments: readonly Moment[]): Problem[] {
  return moments.flatMap((moment, i) => {
    const { s, row, role, name } = moment;
    const before = moments[i - 1];
    const beforeS = before?.s ?? 0;
    if (s >= beforeS) return [];
    const args = {
      column: table.header(role),
      written: table.text(row, role),
      station: name,
      byS: beforeS - s,
      before: before?.name ?? '',
      event: before?.event ?? ('start' as const),
    };
    const span = before && table.place(before.row, before.role).span;
    const related = span ? [{ span, label: `the ${before.event} before it` }] : [];
    return [error('SPLIT_GOES_BACK', args, { ...table.place(row, role), related })];
  });
}

/** Times are written to the minute: a leg may have taken as much longer. */
const ROUNDING_S = S_PER_MIN;
/** A leg this short is never odd: a stop that is not logged may double it. */
const LONG_LEG_S = 3 * S_PER_H;

interface TimedLeg {
  to: Moment;
  before: string;
  distanceM: number;
  tookS: number;
}

function checkSpeed(
  table: LogTable<LogRole>,
  moments: readonly Moment[],
  start: string,
): Problem[] {
  const legs = legsBetween(moments, start);
  const paceOver = ({ tookS, distanceM }: TimedLeg) => paceOf(tookS, distanceM);
  const usual = legs.length === 0 ? 0 : median(legs.map(paceOver));
  return legs.flatMap((leg) => {
    const { to, before, distanceM, tookS } = leg;
    const where = table.place(to.row, to.role);
    const names = { station: to.name, before };
    if ((tookS + ROUNDING_S) * MAX_SPEED_M_PER_S < distanceM) {
      return [error('TOO_FAST', { ...names, paceSPerKm: paceOver(leg) }, where)];
    }
    const isSlow = tookS > LONG_LEG_S && paceOver(leg) > usual * MAX_PACE_FACTOR;
    return isSlow ? [warning('TOO_SLOW', { ...names, tookS }, where)] : [];
  });
}

/** From the last time at one place to the first at another; times that go back make none. */
function legsBetween(moments: readonly Moment[], start: string): TimedLeg[] {
  let from = { s: 0, name: start, atM: 0 };
  return moments.flatMap((to) => {
    const { s, name, atM } = to;
    if (atM === null) return [];
    const leg = { to, before: from.name, distanceM: atM - from.atM, tookS: s - from.s };
    from = { s, name, atM };
    return leg.distanceM > 0 && leg.tookS >= 0 ? [leg] : [];
  });
}

function checkAmounts(table: LogTable<LogRole>, rows: readonly PlacedRow[]): Problem[] {
  let sinceS = 0;
  return rows.flatMap(({ row, intake, arriveS, departS }) => {
    const untilS = departS ?? arriveS;
    const tookS = (untilS ?? sinceS) - sinceS;
    const problems = checkIntake(table, row, intake, tookS, (nutrient) => nutrient);
    sinceS = untilS ?? sinceS;
    return problems;
  });
}
