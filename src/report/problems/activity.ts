import type { ActivityProblemArgs } from '../../domain/problems/activity.js';
import type { Abouts } from './about.js';

export const ABOUT_ACTIVITY: Abouts<ActivityProblemArgs> = {
  FIT_FAULTY: [
    'A FIT file breaks the rules of its format; what could be read of it is used.',
    'Check what is computed from it, or export the file again.',
  ],
  FIT_BROKEN: [
    'A FIT file cannot be read.',
    'Copy it from the watch again, or export it as GPX or TCX.',
  ],
  ACTIVITY_SYNTAX: [
    'A GPX or TCX file is not well-formed, so it cannot be read as an activity.',
    'Export it again.',
  ],
  ACTIVITY_WITHOUT_TIMES: [
    'A track has no times: it is a course, not a recording of a race.',
    'Export the activity with its times; a course is named by the plan: course: { gpx: FILE }.',
  ],
  ACTIVITY_EMPTY: [
    'A file holds no recording with at least two places and times.',
    'Export the whole activity.',
  ],
  ACTIVITY_POINTS_SKIPPED: [
    'Some points of a recording have no time, or no place on Earth, and are left out.',
    null,
  ],
  ACTIVITY_TIMES_GO_BACK: [
    'Some points of a recording are earlier than the ones before; they are put in the order of their times.',
    null,
  ],
  ACTIVITY_READ: ['What was found in a recording, from the start of the race to its end.', null],
  ACTIVITY_CLOCK: [
    'Times count from the first movement of the recording, for the plan tells no start, or one an hour off.',
    'Add start: under race, or correct it.',
  ],
  ACTIVITY_BY_DISTANCE: [
    'The plan has no track to follow, so stations are found by the distance that the watch counted.',
    'Add gpx: FILE under course to have them found by place.',
  ],
  ACTIVITY_TOO_LONG: [
    'A recording is longer than the race, and without a track nothing tells which part is the race.',
    'Cut the activity to the race, or add gpx: FILE under course.',
  ],
  ACTIVITY_ELSEWHERE: [
    "A recording is not of the plan's course.",
    'Name the plan of its race: --plan FILE.',
  ],
  ACTIVITY_BEGINS_ON_THE_WAY: [
    "A recording begins far along the course, and not near the plan's start in time, so that nothing tells when the race began.",
    'Correct start: under race.',
  ],
  ACTIVITY_STATIONS_UNTOLD: [
    'A recording was off the course, or paused, where stations lie: their times are not known.',
    'Write these times in a log, and give the recording with --activity.',
  ],
  ACTIVITY_LEAVES_COURSE: [
    'A recording leaves the course before the finish and goes on; the race is taken to end there.',
    null,
  ],
  LOG_AND_ACTIVITY_DIFFER: [
    'The log and the recording differ by more than two minutes at a station; the log is used.',
    'Correct the log if the watch is right.',
  ],
};
