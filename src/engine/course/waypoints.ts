/** The stations that a track names by its waypoints, where a plan that lists them would put them. */
import type { Track } from '../../domain/course.js';
import { groundDistance } from '../../kernel/geo.js';
import { isFinishName, isStartName } from '../../kernel/station-name.js';
import { END_M, findEnds } from './anchors.js';
import { findPassages } from './passages.js';
import { trackLength } from './race-track.js';

/** Nearer to a station than this, a waypoint is another mark of the same. */
const BESIDE_M = 200;
/** Laps on a track come this near to a whole number. */
const WHOLE_LAPS_RATIO = 0.05;
/** The ends of a lap are recorded as near each other as this. */
const LAP_GAP_M = 300;

/** What route planners write at a turn: `Left`, `Turn right onto Mill Road`, `Straight`. */
const TURN =
  /^(?:(?:turn|bear|keep|slight|sharp)\s+)?(?:left|right|straight)(?:\s+(?:on|onto|at|to|towards?)\s.*)?$|^(?:continue|u-?turn|generic)$/i;

export interface TrackStations {
  /** From start to finish along the track, of one lap where it is run several times. */
  lengthM: number;
  laps: number;
  /** In the order of the course, on the first lap; a place passed twice is there twice. */
  stations: readonly { name: string; atM: number }[];
  /** Names of waypoints that the track does not come near. */
  offCourse: readonly string[];
  /** How many waypoints only tell where to turn. */
  turns: number;
  /** Names of waypoints that are beside the one before. */
  beside: readonly string[];
  /** Names of waypoints that are only passed at the start or the finish, and do not say so. */
  atEnds: readonly string[];
}

/**
 * Finds the stations of a track.
 * @param distanceM official, of the whole race; `null`: as the track measures. Many times the track it is run in laps.
 */
export function findTrackStations(track: Track, distanceM: number | null): TrackStations {
  const { points } = track;
  const named = track.waypoints.flatMap(({ name, ...at }) => {
    const oneLine = name.replace(/\s+/g, ' ').trim();
    return oneLine === '' ? [] : [{ ...at, name: oneLine }];
  });
  const waypoints = named.filter(({ name }) => !TURN.test(name));
  const [startM, finishM] = findEnds([], track, trackLength(track));
  const lengthM = finishM - startM;
  const laps = distanceM === null ? 1 : lapsIn(distanceM, lengthM, groundGap(track));
  const perTrackM = distanceM === null ? 1 : distanceM / laps / lengthM;

  const found = waypoints.map((waypoint) => ({
    name: waypoint.name,
    passagesM: findPassages(points, waypoint),
  }));
  const passed = found
    .flatMap(({ name, passagesM }) => passagesM.map((m) => ({ name, m: m - startM })))
    .filter(({ m }) => m >= END_M && m <= lengthM - END_M)
    .toSorted((a, b) => a.m - b.m);
  const stations: { name: string; m: number }[] = [];
  const beside: string[] = [];
  for (const passage of passed) {
    const before = stations.at(-1);
    if (!before || passage.m - before.m >= BESIDE_M) stations.push(passage);
    else if (before.name !== passage.name) beside.push(passage.name);
  }
  return {
    lengthM,
    laps,
    stations: stations.map(({ name, m }) => ({ name, atM: m * perTrackM })),
    offCourse: found.filter(({ passagesM }) => passagesM.length === 0).map(({ name }) => name),
    turns: named.length - waypoints.length,
    beside: [...new Set(beside)],
    atEnds: found
      .filter(({ name, passagesM }) => passagesM.length > 0 && !isEndName(name))
      .map(({ name }) => name)
      .filter((name) => !passed.some((passage) => passage.name === name)),
  };
}

const isEndName = (name: string): boolean => isStartName(name) || isFinishName(name);

const groundGap = ({ points }: Track): number => groundDistance(points[0]!, points.at(-1)!);

function lapsIn(distanceM: number, lengthM: number, gapM: number): number {
  const laps = Math.round(distanceM / lengthM);
  const isWhole = Math.abs(distanceM / lengthM - laps) <= WHOLE_LAPS_RATIO * laps;
  return laps >= 2 && isWhole && gapM <= LAP_GAP_M ? laps : 1;
}
