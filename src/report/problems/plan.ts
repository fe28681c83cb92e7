import type { PlanProblemArgs } from '../../domain/problems/plan.js';
import type { Abouts } from './about.js';

export const ABOUT_PLAN: Abouts<PlanProblemArgs> = {
  YAML_SYNTAX: [
    'The plan is not YAML, so that nothing of it can be read.',
    'Look at the line and the one above: indentation, a missing quote or bracket, a tab.',
  ],
  DUPLICATE_KEY: ['A key is written twice in one place.', 'Keep one.'],
  UNKNOWN_KEY: [
    'The plan does not know that word there.',
    'Take the nearest that the message names; raceplan help plan lists all.',
  ],
  MISSING_KEY: ['Something that must be there is missing.', 'Add it.'],
  WRONG_TYPE: [
    'A value is of another kind than the key takes, such as a list.',
    'Write it as the message says; a list in brackets, as in [water, soup].',
  ],
  BAD_QUANTITY: ['A value cannot be read as what its key takes.', 'Write it like the example.'],
  BAD_CHOICE: ['A value is none of those that its key takes.', 'Choose one of those listed.'],
  OUT_OF_RANGE: ['A value is beyond what anybody means.', 'Correct it, or its unit.'],
  BAD_DATE: ['A date cannot be read, or is no real one.', 'Write it like 2018-09-08 07:00.'],
  DURATION_UNCLEAR: [
    'A duration may be minutes or hours.',
    'Write one of those offered: with its unit, or with seconds.',
  ],
  START_SKIPPED: [
    'Clocks go forward over the time of the start: it never comes.',
    'Write one of the times offered.',
  ],
  START_TWICE: [
    'Clocks go back and show the time of the start twice; the first is taken.',
    'Write it with its offset, as the message shows.',
  ],
  UNKNOWN_ZONE: [
    'There is no such time zone.',
    'Use a name such as America/New_York, or an offset from -12:00 to +14:00.',
  ],
  BAD_GOAL: ['A goal follows no pattern of goals.', 'raceplan help goals shows them.'],
  NO_DISTANCE: ['The course has no distance.', 'Add distance: 100 km under course, or a gpx.'],
  NO_TARGET: [
    'Nothing says how fast to run.',
    'Add a goal such as under 12h, the cutoff of the race, past races of the athlete, or pacing with a target.',
  ],
  TARGET_PROPOSED: [
    'Nobody set a target: one was taken, and where it comes from.',
    'Add a goal such as under 12h, or pacing with a target, to have your own.',
  ],
  TARGETS_CONFLICT: ['Pacing has more than one of target, pace and effort.', 'Keep one of them.'],
  STATION_OUT_OF_ORDER: [
    'A station lies before, or where, the one listed above it does.',
    'List stations in course order, or correct the distance.',
  ],
  STATION_BEYOND_FINISH: [
    'A station lies beyond the finish.',
    'Correct its distance, or that of the course.',
  ],
  STATION_NOT_PLACED: [
    'Nothing says where a station is.',
    'Add at: with its distance from the start.',
  ],
  CUTOFF_BACKWARDS: [
    'A station closes before one that comes earlier.',
    'Write it as a time of day (Sun 10:00) or as time since the start (27 h).',
  ],
  CUTOFF_BEYOND_RACE: [
    'A station closes later than the race.',
    'Correct the cutoff of the station or of the race.',
  ],
  CUTOFF_WITHOUT_START: [
    'A cutoff is a time of day, and the race has no start to count from.',
    'Add start: under race, or write the cutoff as 3 h.',
  ],
  CUTOFF_NO_UNIT: [
    'A cutoff is no time of day, and has no unit.',
    'Write time since the start with its unit: 27 h, 3:30 h.',
  ],
  CUTOFF_SKIPPED: [
    'Clocks skip the time of a cutoff that night.',
    'Write one of the times offered.',
  ],
  CUTOFF_TWICE: [
    'Clocks show the time of a cutoff twice that night; which is taken is said.',
    'Write it with its date and offset, as the message shows.',
  ],
  CUTOFF_OUT_OF_REACH: [
    'A cutoff is before the start, sooner than anyone can be there, or months later.',
    'Correct the time, or its day: Sun 10:00, 2018-09-09 10:00.',
  ],
  UNKNOWN_STATION: [
    'Somebody of the crew waits at a place that is no station.',
    'Add it to the stations, or correct the name.',
  ],
  NO_CREW_ACCESS: [
    'Somebody is sent where crew may not come.',
    'Send them elsewhere, or add crew: true to the station.',
  ],
  NO_PACER_ACCESS: [
    'A pacer may join at none of the stations listed.',
    'Add pacer: true to the station where a pacer may join.',
  ],
  UNKNOWN_DRIVE: [
    'A drive begins or ends at a place that is no station; it is not used.',
    'Name stations of the course, Start or Finish.',
  ],
  DRIVE_TO_ITSELF: [
    'A drive goes from a station to itself.',
    'How far cars stand from a station is its access: { walk: 10 min }.',
  ],
  DRIVES_DIFFER: [
    'A drive is listed twice with different times.',
    'Keep one; the way back may have its own.',
  ],
  ACCESS_WITHOUT_CREW: [
    'A station tells how crew gets there, and is closed to crew.',
    'Correct crew: false, or leave access out.',
  ],
  UNKNOWN_PLACE: [
    'Gear, a contingency or a weakness names a place that is no station.',
    'Add it to the stations, or correct the name.',
  ],
  UNKNOWN_MILESTONE: [
    'A milestone needs something that is no milestone, or may be several.',
    'Write what another milestone says under do:, or add it.',
  ],
  MILESTONE_CYCLE: [
    'Milestones need each other in a ring, so that none can be the first.',
    'Take one of these needs out.',
  ],
  PRODUCT_TWICE: [
    'Two products have one name: a log could mean either.',
    'Give one of them another name.',
  ],
  CARRY_DIFFERS: [
    'What is carried in all is not what the bottles hold.',
    'List every bottle and leave fluid out, or correct one of them.',
  ],
  WEATHER_BACKWARDS: ['The low of the weather is above its high.', 'Correct one of them.'],
  NO_ZONE: [
    'No time zone is given: times of day are as written, and the sun is unknown.',
    'Add timezone: America/New_York (or yours) under race.',
  ],
  STOPS_TOO_LONG: [
    'The stops planned take longer than the target.',
    'Shorten the stops, or set a later target.',
  ],
  LEG_TOO_FAST: [
    'The plan runs a leg faster than anyone can; the message says why, as far as can be told.',
    'Check the target, the stops, the distances of stations and the climbs, in this plan and in its history.',
  ],
};
