import type { CourseProblemArgs, MeasuredLine } from '../../domain/problems/course.js';
import { M_PER_FT } from '../../kernel/units.js';
import {
  count,
  distance,
  height,
  joinText,
  say,
  span,
  type Text,
  words,
} from '../../report/value.js';
import type { Sentences } from './sentence.js';

const MOVES = { up: 'climbs', down: 'descends' } as const;

const placeOf = (lat: number, lon: number): string => `${lat.toFixed(3)}, ${lon.toFixed(3)}`;

/** More names than this are counted: of a hundred laps nobody reads each. */
const MOST_NAMES = 24;
/** So many of them are named. */
const NAMED = 3;

/** `a, b and c`; of very many `a, b, c and 97 more`. */
const listed = (names: readonly string[]): string =>
  names.length < 2
    ? names.join('')
    : names.length > MOST_NAMES
      ? `${names.slice(0, NAMED).join(', ')} and ${names.length - NAMED} more`
      : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** So many lines left out are named. */
const MOST_LINES = 3;

const measuredLine = ({ name, lengthM }: MeasuredLine): Text =>
  name === null ? [distance(lengthM)] : say`${words(name)} (${distance(lengthM)})`;

/** A ratio this near to that of metres and feet is no chance. */
const FEET_TOLERANCE = 0.1;

function feetHelp(trackM: number, givenM: number): { help?: Text } {
  const isFeet = (ratio: number) => Math.abs(ratio * M_PER_FT - 1) < FEET_TOLERANCE;
  if (isFeet(trackM / givenM))
    return { help: say`the first looks like feet, the second like metres` };
  return isFeet(givenM / trackM) ? { help: say`the plan's height looks like feet: write ft` } : {};
}

export const courseSentences: Sentences<CourseProblemArgs> = {
  CUTOFF_OF_WHICH_LAP: ({ station, visits }) => ({
    text: say`${words(station)} is passed ${count(visits)} times, and one cutoff does not say on which lap`,
    help: say`write cutoffs: with one a lap, as in [2 h, none, 6 h]`,
  }),
  CUTOFFS_NOT_ONE_A_LAP: ({ station, given, visits }) => ({
    text: say`${words(station)} is passed ${count(visits)} times and has ${count(given)} cutoffs`,
    help: say`write one a lap, none where it does not close`,
  }),
  CUTOFFS_WITHOUT_LAPS: ({ station }) => ({
    text: say`${words(station)} is passed once: a list of cutoffs is for a station of every lap`,
    help: say`write cutoff: with one, or laps: under course`,
  }),
  COURSE_SYNTAX: ({ reason }) => ({ text: say`cannot be read as a course: ${words(reason)}` }),
  COURSE_EMPTY: () => ({
    text: say`the file holds no track or route with at least two points`,
  }),
  COURSE_NO_ELEVATION: ({ gap }) => ({
    text: gap
      ? say`the track has no elevation from ${distance(gap.fromM)} to ${distance(gap.toM)}, too far for a guess: all climbs are taken from the stations' gain and loss`
      : say`the track has no elevation: climbs are taken from the stations' gain and loss`,
  }),
  COURSE_POINTS_SKIPPED: ({ count: skipped, written }) => ({
    text:
      skipped === 1
        ? say`a point at "${words(written)}" is nowhere on Earth: left out`
        : say`${count(skipped)} points are nowhere on Earth, the first at "${words(written)}": left out`,
  }),
  COURSE_POINTS_ASTRAY: ({ count: astray, lat, lon }) => ({
    text:
      astray === 1
        ? say`a point of the track is far from all others, at ${words(placeOf(lat, lon))}: left out`
        : say`${count(astray)} points of the track are far from the others, the first at ${words(placeOf(lat, lon))}: left out`,
  }),
  COURSE_PAUSES: ({ count: pauses, lengthM, atM }) => ({
    text: say`the track wanders ${distance(lengthM)} on the spot, as recordings do in a pause, ${pauses === 1 ? '' : say`${count(pauses)} times, first `}at ${distance(atM)}: left out`,
  }),
  COURSE_JUMP: ({ atM, lengthM }) => ({
    text: say`from ${distance(atM)} the track goes ${distance(lengthM)} in a straight line`,
    help: say`if a part is missing there, so are its distance and its climbs`,
  }),
  COURSE_MEASURED: ({ trackM }) => ({
    text: say`no distance given: ${distance(trackM)}, as the track is long`,
  }),
  COURSE_ENDS_CUT: ({ beforeM, afterM }) => ({
    text: say`the track has ${distance(beforeM)} before the start line and ${distance(afterM)} beyond the finish line: left out`,
  }),
  COURSE_REVERSED: ({ stations }) => ({
    text: say`the track runs the other way: ${words(listed(stations))} would lie where the plan has them from its end`,
    help: say`reverse the track in the file, or correct the distances`,
  }),
  STATION_PASSED_OFTEN: ({ station, passagesAtM, atM }) => ({
    text: say`the track passes ${words(station)} at ${joinText(
      passagesAtM.map((m) => [distance(m)]),
      ', ',
    )}: taken at ${distance(atM)}`,
    help: say`add at: with its distance, and list a station once for each visit`,
  }),
  COURSE_SEVERAL_TRACKS: ({ count: tracks, joining, taken, leftOut }) => {
    if (joining === 'none') {
      const shown = leftOut.slice(0, MOST_LINES);
      const more = leftOut.length - shown.length;
      const rest = more > 0 ? say` and ${count(more)} shorter` : '';
      return {
        text: say`the file holds ${count(tracks)} tracks: the longest is taken, ${measuredLine(taken)}; left out: ${joinText(shown.map(measuredLine), ', ')}${rest}`,
        help: say`leave only the course in the file`,
      };
    }
    const how = joining === 'listed' ? '' : ', in the order in which they meet';
    return { text: say`the ${count(tracks)} tracks follow one another and were joined${how}` };
  },
  COURSE_LENGTH_DIFFERS: ({ trackM, distanceM, isOther }) => {
    const laps = Math.round(distanceM / trackM);
    return {
      text: say`the track is ${distance(trackM)} long, the course ${distance(distanceM)}: ${isOther ? 'too far apart to be one course' : 'the track is stretched to fit'}`,
      help:
        laps > 1 && Math.abs(distanceM / trackM / laps - 1) < 0.1
          ? say`if the track is one of ${count(laps)} laps, add laps: ${String(laps)} under course`
          : say`check the distance, and that the track is the whole course (or one of its laps)`,
    };
  },
  COURSE_LAP_OPEN: ({ gapM }) => ({
    text: say`the track is taken for one lap, and ends ${distance(gapM)} from where it begins: every lap is that much longer, in a straight line`,
    help: say`give the track of a whole lap, or of the whole race`,
  }),
  COURSE_GAIN_DIFFERS: ({ way, trackM, organiserM }) => ({
    text: say`the track ${MOVES[way]} ${height(trackM)}, the organiser says ${height(organiserM)}: the track's is used`,
    ...feetHelp(trackM, organiserM),
  }),
  COURSE_SPIKES: ({ count: spikes, atM, elevationM }) => ({
    text:
      spikes === 1
        ? say`an elevation of ${height(elevationM)} at ${distance(atM)} of the track stands out as no ground does: left out`
        : say`${count(spikes)} elevations stand out as no ground does, the first, ${height(elevationM)}, at ${distance(atM)} of the track: left out`,
  }),
  COURSE_ZEROS: ({ count: zeros, atM }) => ({
    text: say`the elevation is 0 at ${count(zeros)} ${zeros === 1 ? 'point' : 'points'}, first at ${distance(atM)} of the track, and far higher right beside: left out`,
  }),
  COURSE_HEIGHTS_SKIPPED: ({ count: skipped, written }) => ({
    text:
      skipped === 1
        ? say`the elevation "${words(written)}" is none on Earth: left out`
        : say`${count(skipped)} elevations are none on Earth, the first "${words(written)}": left out`,
  }),
  COURSE_ELEVATION_GAP: ({ fromM, toM }) => ({
    text: say`the track has no elevation from ${distance(fromM)} to ${distance(toM)}: an even slope is assumed, and climbs there are missing`,
  }),
  COURSE_TOO_HIGH: ({ highestM }) => ({
    text: say`the track goes up to ${height(highestM)}, higher than any race`,
    help: say`elevations must be in metres; these may be in feet`,
  }),
  COURSE_TOO_STEEP: ({ atM, climbM }) => ({
    text: say`the track is steeper than 45°, first at ${distance(atM)}: ${height(climbM)} up and down that no ground has are counted as climb`,
    help: say`correct the elevations in the file, or give the stations' gain and loss and a track without`,
  }),
  COURSE_CLIMB_UNUSUAL: ({ way, climbM, distanceM }) => ({
    text: say`the course ${MOVES[way]} ${height(climbM)} in ${distance(distanceM)}, more than the steepest ultramarathons`,
    help: say`check that heights are in metres, or written with their unit`,
  }),
  LEG_TOO_STEEP: ({ station, climbM, distanceM }) => ({
    text: say`${height(climbM)} up and down on the ${distance(distanceM)} to ${words(station)}: no ground is that steep`,
    help: say`correct gain and loss, or the distances of the stations`,
  }),
  LEG_CLIMB_ASSUMED: ({ stations, gainM, lossM }) => ({
    text: say`gain and loss are not given on the way to ${words(listed(stations))}: ${height(gainM)} up and ${height(lossM)} down are assumed`,
    help: say`that is what the organiser's total leaves, or three quarters of the other legs'; give them if you can`,
  }),
  STATION_CLIMBS_CONTRADICT: ({ station, riseM, gainM, lossM }) => {
    const climbs = [
      ...(gainM === null ? [] : [say`climbs ${height(gainM)}`]),
      ...(lossM === null ? [] : [say`descends ${height(lossM)}`]),
    ];
    return {
      text: say`${words(station)} lies ${height(Math.abs(riseM))} ${riseM < 0 ? 'below' : 'above'} the place before it, and its leg ${joinText(climbs, ' and ')}: the climbs are used for the pace, the heights for the air`,
      help: say`correct gain, loss or elevation`,
    };
  },
  TABLE_GAIN_DIFFERS: ({ way, tableM, organiserM }) => ({
    text: say`the legs ${way === 'up' ? 'climb' : 'descend'} ${height(tableM)} in all, the organiser says ${height(organiserM)}: the pace follows the legs`,
    ...feetHelp(tableM, organiserM),
  }),
  STATION_HEIGHT_DIFFERS: ({ station, trackM, givenM, fitsAtM }) => ({
    text: say`the track is ${height(Math.abs(trackM - givenM))} ${trackM < givenM ? 'lower' : 'higher'} here than the ${height(givenM)} of ${words(station)}${fitsAtM === null ? '' : say`; ${distance(fitsAtM)} fits`}: the track's is used`,
    help: say`correct at: or elevation:`,
  }),
  STATION_CLIMB_DIFFERS: ({ station, way, trackM, givenM }) => ({
    text: say`to ${words(station)} the track ${MOVES[way]} ${height(trackM)}, the plan says ${height(givenM)}: the track's is used`,
    ...feetHelp(trackM, givenM),
  }),
  ZONE_ELSEWHERE: ({ zone, zoneThere, aheadS }) => ({
    text:
      aheadS === 0
        ? say`times are of ${words(zone)}, and the course lies in ${words(zoneThere)}, where clocks change on other days`
        : say`times are of ${words(zone)}, and the course lies in ${words(zoneThere)}, where clocks are ${span(Math.abs(aheadS))} ${aheadS > 0 ? 'ahead' : 'behind'}`,
    help: say`add timezone: ${words(zoneThere)} under race, or correct where the course lies`,
  }),
  LOCATION_ELSEWHERE: ({ byM }) => ({
    text: say`the location given lies ${distance(byM)} from the start of the track: the track's is used`,
    help: say`correct location: (degrees north, degrees east), or leave it out`,
  }),
  STATION_FAR_FROM_WAYPOINT: ({ station, waypoint, atM, waypointAtM }) => ({
    text: say`${words(station)} is at ${distance(atM)}, its waypoint "${words(waypoint)}" at ${distance(waypointAtM)} of the course: the plan's distance is used`,
    help: say`correct the distance, or rename the station`,
  }),
};
