import type { CourseProblemArgs } from '../../domain/problems/course.js';
import type { Abouts } from './about.js';

export const ABOUT_COURSE: Abouts<CourseProblemArgs> = {
  CUTOFF_OF_WHICH_LAP: [
    'A station is passed once a lap, and its one cutoff does not say on which.',
    'Write cutoffs: with one a lap, as in [2 h, none, 6 h].',
  ],
  CUTOFFS_NOT_ONE_A_LAP: [
    'A station has more or fewer cutoffs than laps pass it.',
    'Write one a lap, none where it does not close.',
  ],
  CUTOFFS_WITHOUT_LAPS: [
    'A list of cutoffs is given to a station that is passed once.',
    'Write cutoff: with one, or laps: under course.',
  ],
  COURSE_SYNTAX: ['A course file is not well-formed.', 'Export it again, as GPX.'],
  COURSE_EMPTY: [
    'A course file holds no track or route with at least two points.',
    'Export the course with its track.',
  ],
  COURSE_NO_ELEVATION: [
    'A track has no elevation, or too long a gap in it: climbs are taken from gain and loss of the stations.',
    'Export the course with elevation, or give gain and loss.',
  ],
  COURSE_POINTS_SKIPPED: ['Points of a course are nowhere on Earth, and left out.', null],
  COURSE_POINTS_ASTRAY: ['Points of a course lie far from all others, and are left out.', null],
  COURSE_PAUSES: [
    'A track wanders on the spot, as recordings do in a pause; that is left out.',
    null,
  ],
  COURSE_JUMP: [
    'A track goes far in a straight line, where usually points are near each other.',
    'If a part is missing, export the course again.',
  ],
  COURSE_MEASURED: [
    'The plan gives no distance: that of the track is taken.',
    'Add the official distance under course.',
  ],
  COURSE_ENDS_CUT: [
    'What a track has before the start line and beyond the finish line is left out.',
    null,
  ],
  STATION_PASSED_OFTEN: [
    'The track passes a station more often than the plan lists it.',
    'Add at: with its distance, and list the station once for each visit.',
  ],
  COURSE_REVERSED: [
    'Stations lie where they would if the track were run the other way.',
    'Reverse the track in the file, or correct the distances.',
  ],
  COURSE_SEVERAL_TRACKS: [
    'A course file holds several tracks: those that follow one another are joined, else the longest is taken.',
    'Leave only the course in the file.',
  ],
  COURSE_LENGTH_DIFFERS: [
    'The track is longer or shorter than the official distance: it is stretched to fit, or refused where it must be another course.',
    'Check the distance; of a track of one lap add laps: under course.',
  ],
  COURSE_GAIN_DIFFERS: [
    "The track climbs or descends much more or less than the organiser says; the track's is used.",
    'Check the units of both.',
  ],
  COURSE_LAP_OPEN: [
    'The track is taken for one lap, and does not end where it begins.',
    'Give the track of a whole lap, or of the whole race.',
  ],
  COURSE_SPIKES: ['Elevations that stand out as no ground does are left out.', null],
  COURSE_ZEROS: ['Elevations of 0 with far higher ground beside them are left out.', null],
  COURSE_HEIGHTS_SKIPPED: [
    'Elevations that cannot be read, or are none on Earth, are left out.',
    null,
  ],
  COURSE_ELEVATION_GAP: [
    'A stretch of track has no elevation: an even slope is assumed, and climbs there are missing.',
    'Export the course with elevation.',
  ],
  COURSE_TOO_HIGH: [
    'A track goes higher than any race.',
    'Elevations in the file must be metres; these may be feet.',
  ],
  COURSE_TOO_STEEP: [
    'A track is steeper than 45°, which no ground of a race is.',
    "Correct the elevations, or use a track without, and the stations' gain and loss.",
  ],
  COURSE_CLIMB_UNUSUAL: [
    'The course climbs or descends more a kilometre than the steepest ultramarathons.',
    'Check that heights are in metres, or written with their unit.',
  ],
  LEG_TOO_STEEP: [
    'A leg has more climb and descent than distance.',
    'Correct gain and loss, or the distances of the stations.',
  ],
  LEG_CLIMB_ASSUMED: [
    "Legs of which neither gain nor loss is given take what the organiser's total leaves, or three quarters of the other legs'.",
    'Give gain and loss of these legs.',
  ],
  STATION_CLIMBS_CONTRADICT: [
    'Heights of two stations do not fit the climb and descent between them.',
    'Correct gain, loss or elevation.',
  ],
  TABLE_GAIN_DIFFERS: [
    'The legs together climb or descend much more or less than the organiser says; the pace follows the legs.',
    'Correct gain and loss of the legs, or of the course.',
  ],
  STATION_HEIGHT_DIFFERS: [
    "The plan's height of a station is not the track's; the track's is used.",
    'Correct at: or elevation: of the station.',
  ],
  STATION_CLIMB_DIFFERS: [
    "The plan's climb or descent of a leg is not the track's; the track's is used.",
    'Correct gain or loss, or leave them out.',
  ],
  ZONE_ELSEWHERE: [
    'Clocks where the course lies show another time than those of the plan.',
    'Correct timezone: under race, or where the course lies.',
  ],
  LOCATION_ELSEWHERE: [
    "The plan's location lies far from the start of the track; the track's is used.",
    'Correct location: (degrees north, degrees east), or leave it out.',
  ],
  STATION_FAR_FROM_WAYPOINT: [
    "The plan has a station far from the waypoint of its name; the plan's distance is used.",
    'Correct the distance, or rename the station.',
  ],
};
