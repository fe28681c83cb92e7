import type { ActivityProblemArgs } from '../../domain/problems/activity.js';
import { count, distance, duration, ratio, say, span, words } from '../../report/value.js';
import type { Sentences } from './sentence.js';

const plural = (n: number, one: string, many: string) => say`${count(n)} ${n === 1 ? one : many}`;

export const activitySentences: Sentences<ActivityProblemArgs> = {
  FIT_FAULTY: ({ reason }) => ({
    text: say`this FIT file is faulty: ${words(reason)}; what could be read of it is used`,
    help: say`check what is computed from it, or export the file again`,
  }),
  FIT_BROKEN: ({ reason }) => ({
    text: say`this FIT file cannot be read: ${words(reason)}`,
    help: say`copy it from the watch again, or export it as GPX or TCX`,
  }),
  ACTIVITY_SYNTAX: ({ reason }) => ({
    text: say`cannot be read as an activity: ${words(reason)}`,
  }),
  ACTIVITY_WITHOUT_TIMES: () => ({
    text: say`the track has no times: it is a course, not a recording of a race`,
    help: say`a plan names a course: { gpx: FILE }; export the activity with its times`,
  }),
  ACTIVITY_EMPTY: () => ({
    text: say`the file holds no recording with at least two places and times`,
  }),
  ACTIVITY_POINTS_SKIPPED: ({ count: skipped }) => ({
    text: say`${plural(skipped, 'point has', 'points have')} no time, or a place that is none on Earth: left out`,
  }),
  ACTIVITY_TIMES_GO_BACK: ({ count: back }) => ({
    text: say`the times go back ${back === 1 ? 'once' : say`${count(back)} times`}: points are put in the order of their times`,
  }),
  ACTIVITY_READ: ({ elapsedS, stations, stops, pauses, pausedS, movingS }) => ({
    text: say`activity: ${duration(elapsedS)}, ${plural(stations, 'station', 'stations')} passed, ${plural(stops, 'stop', 'stops')}, ${pauses === 0 ? 'no pauses' : say`${plural(pauses, 'pause', 'pauses')} of ${span(pausedS)}${pauses === 1 ? '' : ' in all'}`}, moving ${duration(movingS)}`,
  }),
  ACTIVITY_CLOCK: ({ afterStartS }) => ({
    text:
      afterStartS === null
        ? say`the plan tells no start: times count from the first movement of the activity`
        : say`the activity begins ${span(Math.abs(afterStartS))} ${afterStartS < 0 ? 'before' : 'after'} the plan's start: times count from its first movement`,
    help: say`${afterStartS === null ? 'add start: under race' : 'correct start: under race if this is the race'}`,
  }),
  ACTIVITY_BY_DISTANCE: ({ recordedM, distanceM, isStretched }) => ({
    text: isStretched
      ? say`no track in the plan: stations are found by distance, the ${distance(recordedM)} recorded stretched to ${distance(distanceM)}`
      : say`no track to follow: stations are found by the ${distance(recordedM)} recorded, as the watch counted them`,
    help: say`times are as good as the watch measures; a course: { gpx: FILE } tells them better`,
  }),
  ACTIVITY_TOO_LONG: ({ recordedM, distanceM }) => ({
    text: say`the activity is ${distance(recordedM)} long, the race ${distance(distanceM)}: without a track nothing tells which part of it is the race`,
    help: say`cut the activity to the race, or add gpx: FILE under course`,
  }),
  ACTIVITY_ELSEWHERE: ({ startOffM, onCourseRatio }) => ({
    text: say`this is no activity of the plan's course: it comes no nearer to the start than ${distance(startOffM)}, and ${ratio(onCourseRatio)} of it lies on the course`,
    help: say`name the plan of its race: --plan FILE`,
  }),
  ACTIVITY_BEGINS_ON_THE_WAY: ({ atM }) => ({
    text: say`the activity begins ${distance(atM)} along the course, and not near the plan's start in time: nothing tells when the race began`,
    help: say`correct start: under race`,
  }),
  ACTIVITY_STATIONS_UNTOLD: ({ stations }) => ({
    text: say`the activity does not tell when it passed ${words(stations.join(', '))}: it was off the course there, or not recorded`,
  }),
  ACTIVITY_LEAVES_COURSE: ({ atM, recordedOnM }) => ({
    text: say`the activity follows the course up to ${distance(atM)}, and then ${distance(recordedOnM)} elsewhere: the race is taken to end there`,
  }),
  LOG_AND_ACTIVITY_DIFFER: ({ station, atM, event, loggedS, recordedS }) => ({
    text: say`${event} at ${words(station)}, ${distance(atM)}: ${duration(loggedS)} in the log, ${duration(recordedS)} in the activity; the log's is used`,
  }),
};
