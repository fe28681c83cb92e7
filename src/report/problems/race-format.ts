import type { RaceFormatProblemArgs } from '../../domain/problems/race-format.js';
import type { Abouts } from './about.js';

export const ABOUT_RACE_FORMAT: Abouts<RaceFormatProblemArgs> = {
  RACE_KINDS_CONFLICT: [
    'Two keys of the plan are of different kinds of race.',
    'Keep the one that your race is.',
  ],
  DURATION_NOT_CUTOFF: [
    'A race over a time closes at another time than its duration says.',
    'Leave the cutoff out: it closes when the time is up.',
  ],
  NOT_WHOLE_LOOPS: [
    'The distance is not the loops that the plan tells.',
    'Correct one of distance, loop and laps, or leave one out.',
  ],
  NO_PLANNED_DISTANCE: [
    'Nothing says how far to plan for in a race over a time or a backyard.',
    'Add a goal such as at least 200 km (at least 24 loops), or pacing with a pace.',
  ],
  LOOP_UNKNOWN: [
    'A goal counts loops, and nothing says how long one is.',
    'Add loop: 2 km under course, or ask for a distance.',
  ],
  GOAL_OF_OTHER_RACE: [
    'A race of this kind cannot meet such a goal.',
    'Of a race over a time ask for a distance, of a backyard for loops, of stages for a time over all or to finish.',
  ],
  TARGET_OF_OTHER_RACE: [
    'A race of this kind has no such target.',
    'Of a race over a time give a distance or a pace, of a backyard the time of a loop (lap:), of stages each its own.',
  ],
  STAGES_ONE_BY_ONE: [
    'A command that takes the plan of one stage was given that of all.',
    'Name the plan of a stage.',
  ],
  LOGS_NOT_STAGES: [
    'The logs are not one a stage.',
    "Name them in the order of the stages, the first ones run; or only the plan, with a splits.csv beside each stage's.",
  ],
  NO_LAP_TIME: [
    'Nothing says how long a loop of a backyard is to take.',
    'Add lap: 50 min under backyard, or pacing with a pace.',
  ],
  LOOPS_COUNTED: ['Loops are counted in a column of the log, and how they were read.', null],
  LOOP_BEFORE_BELL: [
    'A loop would end before its own bell.',
    'Check the number of the loop and the time, and the start of the race.',
  ],
  LOOP_TIMED_OUT: [
    'A loop came after its bell: it does not count, and the race ended with the one before.',
    null,
  ],
  LOOP_AFTER_BELL: [
    'A loop of the plan is not back by the next bell.',
    'Plan quicker loops (lap: under backyard), less fade, or fewer loops.',
  ],
};
