/** Where a race ended, or how far its log goes. */
import { type Course, type Place, placesOf } from '../../domain/course.js';
import type { RaceLog, Visit } from '../../domain/record.js';

/** How the race ended, or how far the log goes. */
export interface Ending {
  /** `finished` also when the time of a timed event was up. */
  kind: 'finished' | 'dnf' | 'open';
  /** Index of the last place reached. */
  place: number;
  /** That place, or the point beyond it where the race ended. */
  at: Place;
  /** Elapsed at the arrival there. */
  elapsedS: number;
}

/** The arrival of a visit: a log with departures only counts those. */
export const reachedS = (visit: Visit): number | null => visit.arriveS ?? visit.departS;

/** Where a race ended between stations, when the log tells both how far and when. */
export function pointBeyond(
  places: readonly Place[],
  log: RaceLog,
): { at: Place; elapsedS: number } | null {
  const last = log.visits.filter((v) => reachedS(v) != null).at(-1);
  const place = places[last?.place ?? 0]!;
  const { endedAtM, endedS } = log;
  if (endedAtM == null || endedS == null || endedAtM <= place.atM) return null;
  const name = log.status === 'finished' ? 'Time up' : `beyond ${place.name}`;
  const at = { ...place, name, atM: endedAtM, cutoffS: null };
  return { at, elapsedS: endedS };
}

/** Where the race, or its log, ends. */
export function computeEnding(course: Course, log: RaceLog): Ending {
  const places = placesOf(course);
  const last = log.visits.filter((v) => reachedS(v) != null).at(-1);
  const place = last?.place ?? 0;
  const isAtFinish = place === places.length - 1 && !log.goesOnBeyond;
  const finished = isAtFinish || log.status === 'finished';
  return {
    kind: finished ? 'finished' : log.status === 'dnf' ? 'dnf' : 'open',
    place,
    at: places[place]!,
    elapsedS: last ? (reachedS(last) ?? 0) : 0,
    ...pointBeyond(places, log),
  };
}
