/** From the plan's station table, and a track when there is one, to a course ready to be run. */
import type { Course, Place, Track } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { error, note, type Parsed, type Problem } from '../../domain/problems/problem.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import type { LatLon } from '../../kernel/geo.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { sum } from '../../kernel/stats.js';
import { isElevationGiven } from './elevation.js';
import { isProfileKnown, readElevations } from './elevations.js';
import { checkLapCutoffs } from './laps.js';
import { cutLegs, type Ground } from './legs.js';
import { listPlaces } from './places.js';
import { computeProfile } from './profile.js';
import { layStations, trackLength } from './race-track.js';
import { climbOfStations } from './station-climb.js';
import { checkTable, checkTotals } from './table-checks.js';
import { checkClimb, checkLocation, checkStationsOnTrack, checkTrack } from './track-checks.js';

/**
 * Builds the course of a plan. With a track every station sits at its official distance and the track is
 * stretched evenly between stations; climb and elevation are the track's where it has them, else the
 * station table's.
 * @param track as read, or `null` when the plan names none
 * @returns places at their official distances and one leg between each pair; problems when there is no
 * distance, or a station cannot be placed
 */
export function buildCourse(plan: Plan, track: Track | null): Parsed<Course> {
  const { course: spec, race, file } = plan;
  const { distanceM, wholeTrack, listed, anchored } = layStations(plan, track);
  if (distanceM === null) return { value: null, diagnostics: [error('NO_DISTANCE', {}, { file })] };

  const ofLaps = checkLapCutoffs(spec, distanceM, file);
  if (ofLaps.length > 0) return { value: null, diagnostics: ofLaps };

  const { value: places, diagnostics } = listPlaces(
    anchored?.stations ?? listed,
    distanceM,
    race.cutoffS,
    file,
  );
  const problems: Problem[] = [...(anchored?.diagnostics ?? []), ...diagnostics];
  if (spec.distanceM === null) {
    problems.push(note('COURSE_MEASURED', { trackM: distanceM }, { file: spec.trackFile }));
  }
  if (places === null) return { value: null, diagnostics: problems };

  const elevations = track && readElevations(track.points);
  const ofWhole = wholeTrack === track ? (elevations ?? undefined) : undefined;
  const isClimbKnown =
    track !== null && elevations !== null && isProfileKnown(elevations.known, trackLength(track));
  const profile = wholeTrack && isClimbKnown ? computeProfile(wholeTrack.points, ofWhole) : null;
  const ground =
    profile && anchored ? stretched(profile, anchored.anchors) : climbOfStations(places, spec);
  const legs = cutLegs(places, spec.terrain, ground);
  // a track is measured; of tables, the organiser's own totals hold what the legs leave out
  const gainM = (profile ? null : spec.gainM) ?? total(legs.map((leg) => leg.gainM));
  const lossM = (profile ? null : spec.lossM) ?? total(legs.map((leg) => leg.lossM));
  const isAboveSea = profile !== null || isElevationGiven(spec);
  const isAnyClimbKnown = gainM !== null || legs.some((l) => l.gainM !== null || l.lossM !== null);
  const course: Course = {
    distanceM,
    gainM,
    lossM,
    start: places[0]!,
    finish: places.at(-1)!,
    legs,
    location: startOf(track) ?? race.location,
    // the least that climbs allow is no height above the sea
    heights: isAboveSea ? ground.heights : aboveStart(ground.heights, places),
    heightsAbove: isAboveSea ? 'sea' : 'start',
    elevationSource: profile ? 'track' : isAnyClimbKnown ? 'stations' : 'none',
  };
  problems.push(...checkLocation(startOf(track), race.location, file));
  if (track && elevations && anchored) {
    problems.push(...checkTrack(track, elevations, anchored.anchors, profile, spec));
  }
  if (profile) {
    problems.push(
      ...checkClimb(course, spec),
      ...checkStationsOnTrack(course, spec.elevationM, ground, file),
    );
  } else {
    problems.push(...checkTable(course, spec, file));
  }
  problems.push(...checkTotals(course, file));
  return { value: hasErrors(problems) ? null : course, diagnostics: problems };
}

/** None, unless climbs tell the height of every place. */
const aboveStart = (heights: readonly Knot[], places: readonly Place[]): Knot[] =>
  heights.length < places.length
    ? []
    : heights.map(([atM, heightM]) => [atM, heightM - heights[0]![1]]);

function startOf(track: Track | null): LatLon | null {
  const start = track?.points[0];
  return start ? { lat: start.lat, lon: start.lon } : null;
}

/** A profile by official distance. */
function stretched(profile: Ground, anchors: readonly Knot[]): Ground {
  const climbBetween = (fromM: number, toM: number) =>
    profile(interpolate(anchors, fromM), interpolate(anchors, toM));
  const byTrack = anchors.map(([atM, trackM]): Knot => [trackM, atM]);
  const [startM, endM] = [byTrack[0]![0], byTrack.at(-1)![0]];
  const heights = profile.heights.flatMap(([trackM, heightM]): Knot[] =>
    trackM < startM || trackM > endM ? [] : [[interpolate(byTrack, trackM), heightM]],
  );
  return Object.assign(climbBetween, { heights });
}

const total = (valuesM: readonly (number | null)[]): number | null =>
  valuesM.every((v) => v !== null) ? sum(valuesM) : null;
