import type { CourseProblemArgs } from '../../domain/problems/course.js';
import { count, distance, height, say, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

export const courseSentences: Sentences<CourseProblemArgs> = {
  COURSE_SYNTAX: ({ reason }) => ({ text: say`cannot be read as a course: ${words(reason)}` }),
  COURSE_EMPTY: () => ({
    text: say`the file holds no track or route with at least two points`,
  }),
  COURSE_NO_ELEVATION: () => ({
    text: say`the track has no elevation: climbs are taken from the stations' gain and loss`,
  }),
  COURSE_POINTS_SKIPPED: ({ count: skipped, written }) => ({
    text:
      skipped === 1
        ? say`a point at "${words(written)}" is nowhere on Earth: left out`
        : say`${count(skipped)} points are nowhere on Earth, the first at "${words(written)}": left out`,
  }),
  COURSE_SEVERAL_TRACKS: ({ count: tracks, joined, taken }) =>
    joined
      ? { text: say`the ${count(tracks)} tracks follow one another and were joined` }
      : {
          text: say`the file holds ${count(tracks)} tracks: the longest is taken${words(taken === null ? '' : `, ${taken}`)}`,
          help: say`leave only the course in the file`,
        },
  COURSE_LENGTH_DIFFERS: ({ trackM, distanceM }) => ({
    text: say`the track is ${distance(trackM)} long, the course ${distance(distanceM)}: the track is stretched to fit`,
    help: say`check the distance, and that the track is the whole course (or one of its laps)`,
  }),
  COURSE_GAIN_DIFFERS: ({ trackM, organiserM }) => ({
    text: say`the track climbs ${height(trackM)}, the organiser says ${height(organiserM)}: the track's is used`,
  }),
  STATION_FAR_FROM_WAYPOINT: ({ station, waypoint, atM, waypointAtM }) => ({
    text: say`${words(station)} is at ${distance(atM)}, its waypoint "${words(waypoint)}" at ${distance(waypointAtM)} of the course: the plan's distance is used`,
    help: say`correct the distance, or rename the station`,
  }),
};
