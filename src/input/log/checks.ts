/** Whether a race log, once every row has its time and place, can have happened. */
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { paceOf } from '../../kernel/pace.js';
import { median } from '../../kernel/stats.js';
import { S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import type { RowTimes } from '../places/visits.js';
import type { TableRow } from '../table/whole.js';
import { MAX_PACE_FACTOR } from '../times/choice.js';
import type { LogContext } from './context.js';
import { checkIntake } from './nutrients.js';
import type { LoggedCell, LogRole, LogRow, TimeRole } from './rows.js';
import type { LogTable } from './table.js';

/** A row with its time and its place; `null` where it has none. */
export interface PlacedRow extends LogRow, RowTimes {
  place: number | null;
}

/** Someone was somewhere: elapsed seconds, and the cell that says so. */
interface Moment {
  event: 'arrival' | 'departure';
  s: number;
  /** Written wrongly: it fits nowhere. */
  isWrong: boolean;
  row: TableRow;
  role: TimeRole;
  name: string;
  /** Distance from the start, m. */
  atM: number | null;
}

/**
 * Times that fit nowhere, legs nobody needs so long for, amounts nobody takes.
 * @param wrong times that fit nowhere, one entry a row
 */
export function checkLog(
  table: LogTable<LogRole>,
  rows: readonly PlacedRow[],
  wrong: readonly RowTimes[],
  places: LogContext['places'],
): Problem[] {
  const moments = rows.flatMap((row, i) => momentsOf(row, wrong[i]!, places));
  const right = moments.filter(({ isWrong }) => !isWrong);
  return [
    ...rows.flatMap((row) => checkStart(table, row)),
    ...checkWrong(table, moments, places),
    ...checkSpeed(table, right, places),
    ...checkAmounts(table, rows),
  ];
}

/** The start is where the clock begins: what is logged there cannot be wrong by speed. */
function momentsOf(row: PlacedRow, wrong: RowTimes, places: LogContext['places']): Moment[] {
  const place = row.place === null ? null : places[row.place]!;
  const name = place?.name ?? row.station.name ?? '';
  const moment = (
    event: Moment['event'],
    field: keyof RowTimes,
    { role }: LoggedCell,
  ): Moment[] => {
    const s = row[field] ?? wrong[field];
    const isWrong = row[field] === null;
    if (s === null || (row.place === 0 && !isWrong)) return [];
    return [{ event, s, isWrong, row: row.row, role, name, atM: place?.atM ?? null }];
  };
  return [
    ...moment('arrival', 'arriveS', row.arrive),
    ...moment('departure', 'departS', row.depart),
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

/** Of each moment, the last before it that is right. */
function lastRight(moments: readonly Moment[]): (Moment | undefined)[] {
  let last: Moment | undefined;
  return moments.map((moment) => {
    const before = last;
    if (!moment.isWrong) last = moment;
    return before;
  });
}

/** Why each time that fits nowhere does not: of two in one row, the first tells. */
function checkWrong(
  table: LogTable<LogRole>,
  moments: readonly Moment[],
  places: LogContext['places'],
): Problem[] {
  const [start, raceM] = [places[0]!.name, places.at(-1)!.atM];
  const rightBefore = lastRight(moments);
  const rightAfter = lastRight(moments.toReversed()).reverse();
  return moments.flatMap((moment, i): Problem[] => {
    const { s, isWrong, row, role, name, atM } = moment;
    if (!isWrong || (moments[i - 1]?.isWrong && moments[i - 1]!.row === row)) return [];
    const [before, after] = [rightBefore[i], rightAfter[i]];
    const where = table.place(row, role);
    const explained = (other: Moment | undefined) => {
      const span = other && table.place(other.row, other.role).span;
      return span
        ? [{ span, label: `the ${other.event} ${other === after ? 'after' : 'before'} it` }]
        : [];
    };
    const tookS = s - (before?.s ?? 0);
    if (tookS < 0) {
      const args = {
        column: table.header(role),
        written: table.text(row, role),
        station: name,
        byS: -tookS,
        before: before?.name ?? '',
        event: before?.event ?? ('start' as const),
      };
      return [error('SPLIT_GOES_BACK', args, { ...where, related: explained(before) })];
    }
    const names = { station: name, before: before?.name ?? start };
    const distanceM = atM === null ? 0 : atM - (before?.atM ?? 0);
    if (isTooFast(tookS, distanceM, raceM)) {
      return [error('TOO_FAST', { ...names, paceSPerKm: paceOf(tookS, distanceM) }, where)];
    }
    if (after && s > after.s) {
      const args = { station: name, byS: s - after.s, after: after.name, event: after.event };
      return [error('SPLIT_AHEAD', args, { ...where, related: explained(after) })];
    }
    return [error('TOO_SLOW', { ...names, tookS }, where)];
  });
}

/** Times are written to the minute: a leg may have taken as much longer. */
const ROUNDING_S = S_PER_MIN;
/** A leg this short is never odd: a stop that is not logged may double it. */
const LONG_LEG_S = 3 * S_PER_H;

const isTooFast = (tookS: number, distanceM: number, raceM: number): boolean =>
  (tookS + ROUNDING_S) * maxLegSpeedMPerS(raceM) < distanceM;

interface TimedLeg {
  to: Moment;
  before: string;
  distanceM: number;
  tookS: number;
}

function checkSpeed(
  table: LogTable<LogRole>,
  moments: readonly Moment[],
  places: LogContext['places'],
): Problem[] {
  const [start, raceM] = [places[0]!.name, places.at(-1)!.atM];
  const legs = legsBetween(moments, start);
  const paceOver = ({ tookS, distanceM }: TimedLeg) => paceOf(tookS, distanceM);
  const usual = legs.length === 0 ? 0 : median(legs.map(paceOver));
  return legs.flatMap((leg) => {
    const { to, before, distanceM, tookS } = leg;
    const where = table.place(to.row, to.role);
    const names = { station: to.name, before };
    if (isTooFast(tookS, distanceM, raceM)) {
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
