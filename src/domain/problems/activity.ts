/** Problems with what a watch recorded, and with finding the race in it. Times in s, distances in m. */
export interface ActivityProblemArgs {
  /** A FIT file that breaks the protocol, and could be read all the same. */
  FIT_FAULTY: { reason: string };
  FIT_BROKEN: { reason: string };
  ACTIVITY_SYNTAX: { reason: string };
  /** A track without times: a course. */
  ACTIVITY_WITHOUT_TIMES: Record<never, never>;
  /** Fewer than two points with a time and a place. */
  ACTIVITY_EMPTY: Record<never, never>;
  /** Points without a time, or at no place on Earth. */
  ACTIVITY_POINTS_SKIPPED: { count: number };
  /** Points earlier than the one before them. */
  ACTIVITY_TIMES_GO_BACK: { count: number };
  /** What was found in it, from the start to the end of the race. */
  ACTIVITY_READ: {
    elapsedS: number;
    stations: number;
    stops: number;
    pauses: number;
    pausedS: number;
    movingS: number;
  };
  /** Times count from its first movement; `afterStartS` after the plan's start, `null` when the plan has none. */
  ACTIVITY_CLOCK: { afterStartS: number | null };
  /** No track to follow: stations by the distance that the watch counted, stretched to the official one or not. */
  ACTIVITY_BY_DISTANCE: { recordedM: number; distanceM: number; isStretched: boolean };
  /** Longer than the race, and nothing tells which part of it is. */
  ACTIVITY_TOO_LONG: { recordedM: number; distanceM: number };
  /** Another course: how near it comes to the start, and what share of it lies on the plan's course. */
  ACTIVITY_ELSEWHERE: { startOffM: number; onCourseRatio: number };
  /** Its times count from its first movement, and that is so far along the course: the race began before. */
  ACTIVITY_BEGINS_ON_THE_WAY: { atM: number };
  /** Stations before the last one passed at which the activity was not on the course, or not recorded. */
  ACTIVITY_STATIONS_UNTOLD: { stations: readonly string[] };
  /** The activity leaves the course before the finish, and goes on. */
  ACTIVITY_LEAVES_COURSE: { atM: number; recordedOnM: number };
  /** The log and the activity tell different times. */
  LOG_AND_ACTIVITY_DIFFER: {
    station: string;
    atM: number;
    event: 'arrival' | 'departure';
    loggedS: number;
    recordedS: number;
  };
}
