/** Whether stations and track can be meant as they are: the way it runs, and which passage is which visit. */
import type { Station, Waypoint } from '../../domain/course.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { stationKey } from '../../kernel/station-name.js';

/** One station may lie anywhere; so many that fit from the end are no chance. */
const LEAST_REVERSED = 2;

/** A station and what the track says of it. */
export interface Sighting {
  station: Station;
  waypoint: Waypoint | null;
  /** Every passage of the waypoint, metres along the track. */
  passagesM: readonly number[];
}

/**
 * A track that runs the other way has its stations where their distances would be from its end.
 * @param expectedM official distance → along the track
 */
export function checkDirection(
  sightings: readonly Sighting[],
  expectedM: (atM: number) => number,
  distanceM: number,
  toleranceM: number,
  file: string,
): Problem[] {
  const fits = ({ passagesM }: Sighting, atM: number) =>
    passagesM.some((m) => Math.abs(m - expectedM(atM)) <= toleranceM);
  let along = 0;
  const against: string[] = [];
  for (const sighting of sightings) {
    const { name, atM } = sighting.station;
    if (atM === null) continue;
    const [isAlong, isAgainst] = [fits(sighting, atM), fits(sighting, distanceM - atM)];
    if (isAlong) along += 1;
    else if (isAgainst) against.push(name);
  }
  return against.length >= LEAST_REVERSED && along === 0
    ? [error('COURSE_REVERSED', { stations: against }, { file })]
    : [];
}

/**
 * Stations without a distance, listed less often than the track passes them between the stations around.
 * @param placed the same stations, where they were put
 * @param distanceM official
 * @param byTrack along the track → official distance
 */
export function checkPassages(
  sightings: readonly Sighting[],
  placed: readonly Station[],
  distanceM: number,
  byTrack: readonly Knot[],
  file: string,
): Problem[] {
  const keys = placed.map(({ name }) => stationKey(name));
  return sightings.flatMap(
    ({ station: { name, span, atM: givenAtM }, passagesM }, i): Problem[] => {
      const atM = placed[i]!.atM;
      // of several visits in a row the first speaks for all
      if (givenAtM !== null || atM === null || keys[i - 1] === keys[i]) return [];
      const isOther = (station: Station, j: number) => keys[j] !== keys[i] && station.atM !== null;
      const before = placed.findLastIndex((station, j) => j < i && isOther(station, j));
      const after = placed.findIndex((station, j) => j > i && isOther(station, j));
      const fromM = placed[before]?.atM ?? 0;
      const toM = placed[after]?.atM ?? distanceM;
      const listed = keys.filter(
        (key, j) => key === keys[i] && j > before && (j < after || after === -1),
      );
      const passagesAtM = passagesM
        .map((m) => interpolate(byTrack, m))
        .filter((m) => m >= fromM && m <= toM);
      if (passagesAtM.length <= listed.length) return [];
      return [warning('STATION_PASSED_OFTEN', { station: name, passagesAtM, atM }, { file, span })];
    },
  );
}
