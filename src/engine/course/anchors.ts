/** Stations on a track: by waypoint name, by declared distance, or both. */
import { SAME_PLACE_M, type Station, type Track, type Waypoint } from '../../domain/course.js';
import { note, type Problem, warning } from '../../domain/problems/problem.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { isFinishName, isStartName, nameLikeness, stationKey } from '../../kernel/station-name.js';
import { checkDirection, checkPassages, type Sighting } from './anchor-checks.js';
import { findPassages } from './passages.js';
import { choosePassages } from './visits.js';

/** How far a waypoint may lie from the declared distance: official tables and GPS tracks differ that much. */
const TOLERANCE_RATIO = 0.03;
const LEAST_TOLERANCE_M = 1000;
/** A start or finish waypoint this near the track's end cuts off what lies beyond it. */
export const END_M = 500;
const SNAP_M = 100;
/** From here on, a waypoint's name is taken for the station's. */
const ALIKE = 0.8;

export interface AnchoredStations {
  /** With the distance of every station that a waypoint could place. */
  stations: readonly Station[];
  /** `[official distance, distance along the track]`, from start to finish: the track is stretched between. */
  anchors: readonly Knot[];
  diagnostics: readonly Problem[];
}

/**
 * Places stations on a track that is the whole race. A station with a waypoint and a distance anchors the
 * track there; one with a waypoint only takes its distance from the stretched track; one with a distance only
 * lies where the stretched track has that distance.
 * @param stations of the whole race, in course order
 * @param distanceM official
 * @param file the plan, for the problems
 */
export function anchorStations(
  stations: readonly Station[],
  track: Track,
  distanceM: number,
  file: string,
): AnchoredStations {
  const sightings = stations.map((station) => findStation(station, track));
  const [startM, finishM] = findEnds(sightings, track, distanceM);
  const expectedM = (atM: number) => startM + (atM * (finishM - startM)) / distanceM;
  const toleranceM = Math.max(LEAST_TOLERANCE_M, distanceM * TOLERANCE_RATIO);
  const visits = sightings.map(({ station: { atM }, passagesM }) => ({
    expectedM: atM === null ? null : expectedM(atM),
    passagesM: passagesM.filter((m) => m >= startM && m <= finishM),
  }));
  const chosenM = choosePassages(visits, toleranceM);

  const anchors: Knot[] = [[0, startM]];
  stations.forEach(({ atM }, i) => {
    const passageM = chosenM[i] ?? null;
    if (atM === null || passageM === null) return;
    const isBetween = atM > anchors.at(-1)![0] + SAME_PLACE_M && atM < distanceM - SAME_PLACE_M;
    if (isBetween) anchors.push([atM, passageM]);
  });
  anchors.push([distanceM, finishM]);

  const byTrack = anchors.map(([atM, m]): Knot => [m, atM]);
  const placed = stations.map((station, i) => {
    const passageM = chosenM[i] ?? null;
    if (station.atM !== null || passageM === null) return station;
    return { ...station, atM: snapToEnds(interpolate(byTrack, passageM), distanceM) };
  });

  const diagnostics: Problem[] = [
    ...checkDirection(sightings, expectedM, distanceM, toleranceM, file),
    ...checkPassages(sightings, placed, distanceM, byTrack, file),
  ];
  for (const { station, waypoint, passagesM } of sightings) {
    const { name, atM, span } = station;
    if (atM === null || waypoint === null || stationKey(waypoint.name) !== stationKey(name))
      continue;
    const missM = (m: number) => Math.abs(m - expectedM(atM));
    const [nearestM] = passagesM.toSorted((a, b) => missM(a) - missM(b));
    if (nearestM === undefined || missM(nearestM) <= toleranceM) continue;
    const waypointAtM = interpolate(byTrack, nearestM);
    const args = { station: name, waypoint: waypoint.name, atM, waypointAtM };
    diagnostics.push(warning('STATION_FAR_FROM_WAYPOINT', args, { file, span }));
  }
  const cut = { beforeM: startM, afterM: track.points.at(-1)!.distanceM - finishM };
  if (Math.max(cut.beforeM, cut.afterM) > END_M) {
    diagnostics.push(note('COURSE_ENDS_CUT', cut, { file }));
  }
  return { stations: placed, anchors, diagnostics };
}

function findStation(station: Station, { points, waypoints }: Track): Sighting {
  const named = waypointsNamed(station.name, waypoints);
  const passagesM = named.flatMap((waypoint) => findPassages(points, waypoint));
  return { station, waypoint: named[0] ?? null, passagesM: passagesM.toSorted((a, b) => a - b) };
}

/** The waypoints that a station's name means: those most alike, unless they have different names themselves. */
function waypointsNamed(name: string, waypoints: readonly Waypoint[]): readonly Waypoint[] {
  const likeness = waypoints.map((w) => nameLikeness(name, w.name));
  const best = Math.max(ALIKE, ...likeness);
  const named = waypoints.filter((_, i) => likeness[i] === best);
  const isOneName = new Set(named.map((w) => stationKey(w.name))).size === 1;
  return isOneName ? named : [];
}

/** A waypoint beside the start or finish line is at it. */
function snapToEnds(atM: number, distanceM: number): number {
  if (atM <= SNAP_M) return 0;
  return atM >= distanceM - SNAP_M ? distanceM : atM;
}

/**
 * Start and finish along the track: at their waypoints when those lie near its ends, else at its ends. Of a track
 * longer than the course the ends are as much longer, and of several passages those fit that leave its distance.
 */
export function findEnds(
  sightings: readonly Sighting[],
  { points, waypoints }: Track,
  distanceM: number,
): [startM: number, finishM: number] {
  const trackM = points.at(-1)!.distanceM;
  const endM = Math.max(END_M, trackM - distanceM + END_M);
  const passagesAt = (m: number, isNamed: (name: string) => boolean) => [
    ...waypoints.filter((w) => isNamed(w.name)).flatMap((w) => findPassages(points, w)),
    ...sightings.flatMap(({ station: { atM }, passagesM }) =>
      atM !== null && Math.abs(atM - m) <= SAME_PLACE_M ? passagesM : [],
    ),
  ];
  const starts = passagesAt(0, isStartName).filter((m) => m <= endM);
  const finishes = passagesAt(distanceM, isFinishName).filter((m) => m >= trackM - endM);
  const missM = ([startM, finishM]: readonly [number, number]) =>
    Math.abs(finishM - startM - distanceM);
  const [ends] = (starts.length > 0 ? starts : [0])
    .flatMap((startM) =>
      (finishes.length > 0 ? finishes : [trackM]).map((finishM) => [startM, finishM] as const),
    )
    .filter(([startM, finishM]) => finishM > startM)
    .toSorted((a, b) => missM(a) - missM(b));
  return ends ? [...ends] : [0, trackM];
}
