/** Problems with races over a time, in loops, at bells and in stages. Distances in m, durations in s. */
export interface RaceFormatProblemArgs {
  /** Two keys of different kinds of race. */
  RACE_KINDS_CONFLICT: { key: string; other: string };
  /** Over a time, and closing at another. */
  DURATION_NOT_CUTOFF: { durationS: number; cutoffS: number };
  /** The distance is not the loops: so many of them as are told, else no whole number. */
  NOT_WHOLE_LOOPS: { loopM: number; distanceM: number; laps: number | null };
  /** Nothing tells for how far to plan. */
  NO_PLANNED_DISTANCE: { kind: 'timed' | 'backyard' };
  /** So many loops asked for, of no known length. */
  LOOP_UNKNOWN: { goal: string };
  /** A goal that a race of this kind cannot meet. */
  GOAL_OF_OTHER_RACE: { goal: string; kind: 'timed' | 'backyard' | 'stages' };
  /** A way to say how fast that a race of this kind does not have. */
  TARGET_OF_OTHER_RACE: { key: string; kind: 'timed' | 'backyard' | 'stages' };
  /** A command that takes the plan of one stage was given that of all. */
  STAGES_ONE_BY_ONE: { stages: readonly string[] };
  /** Logs of stages that are not one a stage; 0 where none was run. */
  LOGS_NOT_STAGES: { logs: number; stages: number };
  /** Nothing tells how long a loop is to take. */
  NO_LAP_TIME: Record<never, never>;
  /** A log counts loops in a column, each so long; rows without a new one are left out. At bells, what each took. */
  LOOPS_COUNTED: { column: string; loopM: number; repeated: number; isTook: boolean };
  /** A loop that ended before it could begin. */
  LOOP_BEFORE_BELL: { loop: number; byS: number };
  /** Not back by the next bell: that loop does not count, and the race is over. */
  LOOP_TIMED_OUT: { loop: number; byS: number };
  /** A loop of the plan, the number `loop` or the average one, is not back by the next bell. */
  LOOP_AFTER_BELL: { loop: number | null; tookS: number; everyS: number };
}
