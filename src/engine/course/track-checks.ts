/** What is odd about a track, and where it disagrees with what the plan says. */
import type { Course, Leg, Place, Track, TrackPoint } from '../../domain/course.js';
import { MAX_CLIMB_RATIO, MAX_ELEVATION_M } from '../../domain/limits.js';
import type { CourseSpec } from '../../domain/plan.js';
import { error, type Problem, warning } from '../../domain/problems/problem.js';
import { groundDistance, type LatLon } from '../../kernel/geo.js';
import type { Knot } from '../../kernel/interpolate.js';
import { type Elevations, longestGap } from './elevations.js';
import { isLapTrack } from './laps.js';
import type { ClimbBetween } from './legs.js';
import { SMOOTHING_M } from './profile.js';

/** A track or a climb that differs more than this from what the organiser says is worth a word. */
const NOTABLE_RATIO = 0.1;
/** A track so much longer or shorter than the course is another course. */
const OTHER_COURSE_RATIO = 1.5;
/** Stretches without elevation longer than this may hide a climb. */
const NOTABLE_GAP_M = 1000;
/** The ends of a lap are recorded as near each other as this. */
const NOTABLE_LAP_GAP_M = 300;
/** Tables of heights are as good as the places of stations on a slope: about this. */
export const NOTABLE_HEIGHT_M = 100;
/** Of one leg, tables and tracks differ by more than of the whole course. */
const NOTABLE_LEG_RATIO = 0.25;
/** A race within which the sun rises and sets at the same minute. */
const SAME_AREA_M = 20_000;
const STEP_M = 10;
const ROUNDING_M = 1e-6;

/**
 * What is odd about a track by itself, and its length beside the official distance.
 * @param track as read: of the whole race, or of one lap; @param anchors of the whole race, and its profile
 */
export function checkTrack(
  track: Track,
  elevations: Elevations,
  anchors: readonly Knot[],
  profile: ClimbBetween | null,
  spec: CourseSpec,
): Problem[] {
  const { trackFile: file } = spec;
  const { points } = track;
  const trackM = points.at(-1)!.distanceM;
  const [startM, finishM] = [anchors[0]![1], anchors.at(-1)![1]];
  return [
    ...(isLapTrack(track, spec) ? checkLap(points, file) : []),
    ...checkLength(finishM - startM, spec),
    ...checkElevations(elevations, trackM, profile !== null, file),
    ...(profile ? checkSteepness(profile, startM, finishM, file) : []),
  ];
}

/** A lap ends where the next begins. */
function checkLap(points: readonly TrackPoint[], file: string | null): Problem[] {
  const gapM = groundDistance(points.at(-1)!, points[0]!);
  return gapM <= NOTABLE_LAP_GAP_M ? [] : [warning('COURSE_LAP_OPEN', { gapM }, { file })];
}

function checkElevations(
  { known, spikes, zeros }: Elevations,
  trackM: number,
  isProfile: boolean,
  file: string | null,
): Problem[] {
  const problems: Problem[] = [];
  const [spike, zero] = [spikes[0], zeros[0]];
  if (spike) {
    const args = { count: spikes.length, atM: spike[0], elevationM: spike[1] };
    problems.push(warning('COURSE_SPIKES', args, { file }));
  }
  if (zero && known.length > 0) {
    problems.push(warning('COURSE_ZEROS', { count: zeros.length, atM: zero[0] }, { file }));
  }
  const [fromM, toM] = longestGap(known, trackM);
  if (!isProfile) {
    const gap = known.length > 0 ? { fromM, toM } : null;
    return [...problems, warning('COURSE_NO_ELEVATION', { gap }, { file })];
  }
  if (toM - fromM > NOTABLE_GAP_M) {
    problems.push(warning('COURSE_ELEVATION_GAP', { fromM, toM }, { file }));
  }
  const highestM = known.reduce((m, [, elevationM]) => Math.max(m, elevationM), 0);
  if (highestM > MAX_ELEVATION_M) {
    problems.push(warning('COURSE_TOO_HIGH', { highestM }, { file }));
  }
  return problems;
}

/** Where the track, smoothed, is still steeper than 45°. */
function checkSteepness(
  profile: ClimbBetween,
  startM: number,
  finishM: number,
  file: string | null,
): Problem[] {
  let first: number | null = null;
  let [climbM, countedM] = [0, 0];
  for (let m = startM; m + STEP_M <= finishM; m += STEP_M) {
    const { gainM, lossM } = profile(m, m + STEP_M);
    if (gainM! + lossM! <= STEP_M * MAX_CLIMB_RATIO + ROUNDING_M) continue;
    first ??= m;
    // a step is smoothed over what lies around it
    const [fromM, toM] = [Math.max(countedM, m - SMOOTHING_M), Math.min(finishM, m + SMOOTHING_M)];
    const around = profile(fromM, toM);
    climbM += around.gainM! + around.lossM!;
    countedM = toM;
  }
  return first === null ? [] : [warning('COURSE_TOO_STEEP', { atM: first, climbM }, { file })];
}

/** @param trackM from start to finish */
function checkLength(trackM: number, { distanceM, trackFile: file }: CourseSpec): Problem[] {
  if (distanceM === null || !isNotable(trackM, distanceM)) return [];
  const isOther = Math.max(trackM, distanceM) > OTHER_COURSE_RATIO * Math.min(trackM, distanceM);
  const tell = isOther ? error : warning;
  return [tell('COURSE_LENGTH_DIFFERS', { trackM, distanceM, isOther }, { file })];
}

/** The place given for the sun beside the start of the track, which is used. */
export function checkLocation(
  trackStart: LatLon | null,
  given: LatLon | null,
  file: string,
): Problem[] {
  if (trackStart === null || given === null) return [];
  const byM = groundDistance(trackStart, given);
  return byM <= SAME_AREA_M ? [] : [warning('LOCATION_ELSEWHERE', { byM }, { file })];
}

/** The climb of the track beside the organiser's. */
export function checkClimb({ gainM, lossM }: Course, spec: CourseSpec): Problem[] {
  const { gainM: organiserGainM, lossM: organiserLossM, trackFile: file } = spec;
  const differs = (
    way: 'up' | 'down',
    trackM: number | null,
    organiserM: number | null,
  ): Problem[] =>
    trackM === null || organiserM === null || !isNotable(trackM, organiserM)
      ? []
      : [warning('COURSE_GAIN_DIFFERS', { way, trackM, organiserM }, { file })];
  return [...differs('up', gainM, organiserGainM), ...differs('down', lossM, organiserLossM)];
}

/** Whether a length or a climb differs from the official one by more than such things do. */
export const isNotable = (m: number, officialM: number): boolean =>
  Math.abs(m - officialM) > NOTABLE_RATIO * officialM;

/**
 * The heights and climbs that the plan gives beside the track's.
 * @param climbBetween the track's, by official distance
 */
export function checkStationsOnTrack(
  { start, finish, legs }: Course,
  startElevationM: number | null,
  climbBetween: ClimbBetween,
  file: string,
): Problem[] {
  const heightAt = (atM: number) =>
    climbBetween(Math.max(0, atM - STEP_M), Math.min(finish.atM, atM + STEP_M)).elevationM!;
  const places = [
    { ...start, elevationM: start.elevationM ?? startElevationM },
    ...legs.map(({ to }) => to),
  ];
  const problems = places.flatMap((place, i) => {
    const [fromM, toM] = [places[i - 1]?.atM ?? place.atM, places[i + 1]?.atM ?? place.atM];
    return checkHeight(place, fromM, toM, heightAt, file);
  });
  problems.push(...legs.flatMap((leg) => checkLegClimb(leg, file)));
  // a station passed on every lap says the same of each
  const seen = new Set<string>();
  return problems.filter(({ code, span }) => {
    const key = `${code} ${span?.line} ${span?.column}`;
    const isNew = span === null || !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

/** @param fromM of the place before; @param toM of the place after */
function checkHeight(
  { name, atM, elevationM: givenM, span }: Place,
  fromM: number,
  toM: number,
  heightAt: (atM: number) => number,
  file: string,
): Problem[] {
  if (givenM === null) return [];
  const trackM = heightAt(atM);
  if (Math.abs(trackM - givenM) <= NOTABLE_HEIGHT_M) return [];
  const fitsAtM = nearestAtHeight(givenM, atM, fromM, toM, heightAt);
  const args = { station: name, trackM, givenM, fitsAtM };
  return [warning('STATION_HEIGHT_DIFFERS', args, { file, span })];
}

/** The distance nearest to `atM`, between its neighbours, at which the track has that height; `null` without. */
function nearestAtHeight(
  heightM: number,
  atM: number,
  fromM: number,
  toM: number,
  heightAt: (atM: number) => number,
): number | null {
  const isAbove = heightAt(atM) > heightM;
  for (let offM = STEP_M; offM < Math.max(atM - fromM, toM - atM); offM += STEP_M) {
    for (const m of [atM - offM, atM + offM]) {
      if (m > fromM && m < toM && heightAt(m) > heightM !== isAbove) return m;
    }
  }
  return null;
}

function checkLegClimb({ to, gainM, lossM }: Leg, file: string): Problem[] {
  const differs = (way: 'up' | 'down', trackM: number | null, givenM: number | null): Problem[] => {
    if (trackM === null || givenM === null) return [];
    const byM = Math.abs(trackM - givenM);
    const isOdd = byM > NOTABLE_HEIGHT_M && byM > NOTABLE_LEG_RATIO * Math.max(trackM, givenM);
    const args = { station: to.name, way, trackM, givenM };
    return isOdd ? [warning('STATION_CLIMB_DIFFERS', args, { file, span: to.span })] : [];
  };
  return [...differs('up', gainM, to.gainM), ...differs('down', lossM, to.lossM)];
}
