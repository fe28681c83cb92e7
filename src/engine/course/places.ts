/** From the station table to the places a runner passes: start, stations, finish, in order. */
import { type Place, SAME_PLACE_M, type Station } from '../../domain/course.js';
import { error, type Parsed, type Problem } from '../../domain/problems/problem.js';

/** A place where nothing is known to be. */
export const bareStation = (name: string): Station => ({
  name,
  atM: null,
  elevationM: null,
  gainM: null,
  lossM: null,
  terrain: null,
  crew: false,
  dropBag: false,
  pacer: false,
  cutoffS: null,
  lapCutoffsS: null,
  fare: [],
  water: true,
  access: null,
  stopS: null,
  notes: null,
  span: null,
});

/**
 * Adds start and finish to the stations. A station at 0 m is the start, one at the distance is the finish;
 * otherwise they are called `Start` and `Finish`. The finish closes with the race.
 * Problems: a station without a distance, out of order, or beyond the finish.
 * @param stations of the whole race, in course order
 * @param raceCutoffS elapsed, or `null`
 * @param file the plan, for the problems
 */
export function listPlaces(
  stations: readonly Station[],
  distanceM: number,
  raceCutoffS: number | null,
  file: string,
): Parsed<readonly Place[]> {
  const diagnostics: Problem[] = [];
  const placed: Place[] = [];
  for (const station of stations) {
    const { name, atM, span } = station;
    const before = placed.at(-1);
    if (atM === null) {
      diagnostics.push(error('STATION_NOT_PLACED', { station: name }, { file, span }));
    } else if (atM > distanceM + SAME_PLACE_M) {
      diagnostics.push(
        error('STATION_BEYOND_FINISH', { station: name, atM, distanceM }, { file, span }),
      );
    } else if (before && atM < before.atM + SAME_PLACE_M) {
      const args = { station: name, atM, before: before.name, beforeAtM: before.atM };
      diagnostics.push(error('STATION_OUT_OF_ORDER', args, { file, span }));
    } else {
      placed.push({ ...station, atM });
    }
  }
  if (diagnostics.length > 0) return { value: null, diagnostics };

  const first = placed[0];
  const last = placed.at(-1);
  const declaredStart = first && first.atM <= SAME_PLACE_M ? first : null;
  const declaredFinish = last && last.atM >= distanceM - SAME_PLACE_M ? last : null;
  const start = { ...(declaredStart ?? bareStation('Start')), atM: 0 };
  const finish = { ...(declaredFinish ?? bareStation('Finish')), atM: distanceM };
  const between = placed.filter((p) => p !== declaredStart && p !== declaredFinish);
  return {
    value: [start, ...between, { ...finish, cutoffS: finish.cutoffS ?? raceCutoffS }],
    diagnostics,
  };
}

/** Two tables that put a place this close to each other mean the same one, metres. */
const SAME_STATION_M = 50;

/**
 * The place that a station of another table is: its index, or `null` when there is none so near.
 * @param placesM where the places are, in order
 */
export function placeNear(placesM: readonly number[], atM: number): number | null {
  const place = placesM.findIndex((placeM) => Math.abs(placeM - atM) <= SAME_STATION_M);
  return place < 0 ? null : place;
}
