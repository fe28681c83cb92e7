/** Where each intake was taken: at a visit to a station, or before the next. */
import type { Problem } from '../../domain/problems/problem.js';
import { matchStations } from '../places/match.js';
import { settleVisits } from '../places/visits.js';
import type { LogContext } from './context.js';
import type { IntakeRole, IntakeRow } from './intake-rows.js';
import { notPlaced, placedByGuess } from './places.js';
import type { LogTable } from './table.js';

/** A distance rounded to a tenth of a mile still belongs to the station it is written for. */
const ROUNDING_M = 100;

/**
 * @param atS when each was taken, elapsed: tells visits of the same station apart
 * @returns index of the place at or before which each was taken; `null` when not told
 */
export function placeIntakes(
  table: LogTable<IntakeRole>,
  rows: readonly IntakeRow[],
  atS: readonly (number | null)[],
  context: LogContext,
  problems: Problem[],
): (number | null)[] {
  const { places } = context;
  const placed = rows.map(({ station: { name, atM } }): number | null =>
    name !== null || atM === null ? null : nextPlace(atM, places),
  );
  const stops = stopsOf(rows);
  const stations = stops.map((stop) => rows[stop[0]!]!.station);
  const times = stops.map((stop) => ({ arriveS: atS[stop[0]!]!, departS: atS[stop.at(-1)!]! }));
  const visits = settleVisits(
    matchStations(stations, places),
    times,
    places.map((place) => place.atM),
    context.plannedS,
  );
  stops.forEach((stop, i) => {
    const visit = visits[i]!;
    const { row } = rows[stop[0]!]!;
    for (const index of stop) placed[index] = visit?.place ?? null;
    problems.push(
      ...(visit
        ? placedByGuess(table, row, visit, places)
        : [notPlaced(table, row, stations[i]!, context)]),
    );
  });
  return placed;
}

const nextPlace = (atM: number, places: LogContext['places']): number => {
  const next = places.findIndex((place) => place.atM >= atM - ROUNDING_M);
  return next < 0 ? places.length - 1 : next;
};

/** Indices of rows that name a station: one entry a stop, however much was taken there. */
function stopsOf(rows: readonly IntakeRow[]): number[][] {
  const stops: number[][] = [];
  let last: IntakeRow['station'] | null = null;
  rows.forEach(({ station }, index) => {
    if (station.name === null) return;
    if (station.name === last?.name && station.atM === last.atM) stops.at(-1)!.push(index);
    else stops.push([index]);
    last = station;
  });
  return stops;
}
