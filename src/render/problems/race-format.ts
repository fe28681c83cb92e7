import type { RaceFormatProblemArgs } from '../../domain/problems/race-format.js';
import { count, distance, duration, ordinal, say, span, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

const RACES = {
  timed: 'a race over a time',
  backyard: 'a backyard ultra',
  stages: 'a stage race',
} as const;

export const raceFormatSentences: Sentences<RaceFormatProblemArgs> = {
  RACE_KINDS_CONFLICT: ({ key, other }) => ({
    text: say`${words(key)} does not go with ${words(other)}: they are of different kinds of race`,
    help: say`keep the one that your race is`,
  }),
  DURATION_NOT_CUTOFF: ({ durationS, cutoffS }) => ({
    text: say`the race goes on for ${duration(durationS)}, and closes after ${duration(cutoffS)}`,
    help: say`leave the cutoff out: a race over a time closes when the time is up`,
  }),
  NOT_WHOLE_LOOPS: ({ loopM, distanceM, laps }) => ({
    text:
      laps === null
        ? say`${distance(distanceM)} is no whole number of loops of ${distance(loopM)}`
        : say`${count(laps)} loops of ${distance(loopM)} are ${distance(laps * loopM)}, not ${distance(distanceM)}`,
    help:
      laps === null
        ? say`correct one of them, or write laps: 6 in place of the loop`
        : say`correct one of them, or leave one out`,
  }),
  NO_PLANNED_DISTANCE: ({ kind }) => ({
    text: say`nothing says how far to plan for in ${RACES[kind]}`,
    help:
      kind === 'timed'
        ? say`add a goal such as at least 200 km, or pacing: { pace: 7:00 /km }`
        : say`add a goal such as at least 24 loops`,
  }),
  LOOP_UNKNOWN: ({ goal }) => ({
    text: say`"${words(goal)}" counts loops, and nothing says how long one is`,
    help: say`add loop: 2 km under course, or ask for a distance: at least 200 km`,
  }),
  GOAL_OF_OTHER_RACE: ({ goal, kind }) =>
    ({
      timed: {
        text: say`"${words(goal)}" asks for a finish time, and a race over a time has none`,
        help: say`ask for a distance: at least 200 km`,
      },
      backyard: {
        text: say`"${words(goal)}" asks for a finish, and in a backyard only the last one standing has one`,
        help: say`ask for loops, or for all: at least 24 loops, or win`,
      },
      stages: {
        text: say`"${words(goal)}" can be judged of one stage, not of all together`,
        help: say`move it to the plan of a stage; of all stages ask for a time (under 14h) or to finish`,
      },
    })[kind],
  STAGES_ONE_BY_ONE: ({ stages }) => ({
    text: say`this is the plan of ${count(stages.length)} stages, and one is wanted`,
    help: say`name the plan of a stage: ${words(stages.join(', '))}`,
  }),
  LOGS_NOT_STAGES: ({ logs, stages }) => ({
    text:
      logs === 0
        ? say`no splits.csv beside the plan of any stage`
        : stages === 0
          ? say`${count(logs)} logs, and the plan is of no stage race`
          : say`${count(logs)} logs for ${count(stages)} stages`,
    help: say`name the logs in the order of the stages, the first ones run; or name the plan alone, and the splits.csv beside each stage's plan is read`,
  }),
  TARGET_OF_OTHER_RACE: ({ key, kind }) => ({
    text: key.startsWith('--')
      ? say`${words(key)} does not go with ${RACES[kind]}`
      : say`pacing: { ${words(key)}: … } does not go with ${RACES[kind]}`,
    help: {
      timed: say`the time is the race's: ask for a distance (at least 200 km), or give the pace`,
      backyard: say`say how long a loop is to take: backyard: { lap: 50 min }`,
      stages: say`each stage has a target of its own: build the plan of one`,
    }[kind],
  }),
  NO_LAP_TIME: () => ({
    text: say`nothing says how long a loop is to take`,
    help: say`add lap: 50 min under backyard, or pacing with a pace`,
  }),
  LOOPS_COUNTED: ({ column, loopM, repeated, isTook }) => ({
    text: say`loops are counted in "${words(column)}", each ${distance(loopM)}${isTook ? ', times from the bell of each' : ''}${repeated === 0 ? [] : say`; ${count(repeated)} ${repeated === 1 ? 'row' : 'rows'} without a new one left out`}`,
  }),
  LOOP_BEFORE_BELL: ({ loop, byS }) => ({
    text: say`the ${ordinal(loop)} loop would end ${span(byS)} before its own bell`,
    help: say`check the number of the loop and the time, and the start of the race`,
  }),
  LOOP_TIMED_OUT: ({ loop, byS }) => ({
    text: say`the ${ordinal(loop)} loop came ${span(byS, 1)} after the bell: it does not count, and the race ended with the one before`,
  }),
  LOOP_AFTER_BELL: ({ loop, tookS, everyS }) => ({
    text:
      loop === null
        ? say`a loop of ${span(tookS)} is not back by the next bell, ${span(everyS)} after the last`
        : say`the plan is not back in time from its ${ordinal(loop)} loop: it takes ${span(tookS, 1)}, and the bell rings every ${span(everyS)}`,
    help:
      loop === null
        ? say`plan a quicker loop`
        : say`plan quicker loops (lap: under backyard), less fade, or fewer loops`,
  }),
};
