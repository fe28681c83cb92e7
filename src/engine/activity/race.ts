/** The race in what a watch recorded: a log of station visits, and what the body did meanwhile. */
import type { Activity } from '../../domain/activity.js';
import { type Course, type Place, placesOf, type Track } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { error, note, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import type { RaceLog } from '../../domain/record.js';
import { groundDistance } from '../../kernel/geo.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { layTrack } from '../course/race-track.js';
import { followByDistance } from './by-distance.js';
import { layLaps } from './course-grid.js';
import type { Effort } from './effort.js';
import { type Fix, fixesOf } from './fixes.js';
import { followCourse } from './follow.js';
import { measureMoves } from './moves.js';
import { findVisits, type Way } from './passages.js';
import { findStandings, type Span, type Standing } from './standings.js';

/** The way along the course as a watch recorded it. */
export interface Recording {
  /** Elapsed seconds and metres of the plan, both never decreasing. */
  knots: readonly Knot[];
  /** Where the runner stood still, at stations and elsewhere. */
  standings: readonly Span[];
}

export interface ActivityRace {
  log: RaceLog;
  efforts: readonly Effort[];
  recording: Recording;
}

export interface ActivityContext {
  plan: Plan;
  course: Course;
  track: Track | null;
  /** When a timed event ends, elapsed; `null` in a race of a distance. */
  timedS: number | null;
  /** The activity's name, for the problems. */
  file: string;
}

/** An activity that begins later than this after the start is of another day, or of another start. */
const LATE_S = S_PER_H;
/** A stop this near a station along the course is at it. */
const AT_STATION_M = 150;
/** Whoever began farther along the course began to record on the way. */
const ON_THE_WAY_M = 1000;
/** An activity that comes no nearer to the start, and is on the course by less than this share, is of another. */
const START_M = 2000;
const ON_COURSE_RATIO = 0.5;
/** Beyond the last place passed so far is worth a place of its own. */
const BEYOND_M = 200;
/** Moved on elsewhere by more than this is worth a word. */
const ELSEWHERE_M = 1000;

/**
 * Finds the race in an activity: along the plan's track, where it has one and the race ends at its finish; else by the
 * distance recorded. Times count from the plan's start when the activity begins within an hour of it, or holds it;
 * else from its first movement.
 * @returns `null` with the reason when it is of another course, or nothing tells where the race began
 */
export function readActivityRace(
  activity: Activity,
  context: ActivityContext,
): Parsed<ActivityRace> {
  const { plan, course, track, timedS, file } = context;
  const { zeroAt, isOwn, problems } = clockOf(activity, plan, file);
  const fail = (problem: Problem): Parsed<ActivityRace> => ({
    value: null,
    diagnostics: [...problems, problem],
  });
  const fixes = fixesOf(activity.points, zeroAt).filter(({ atS }) => atS >= 0);
  if (fixes.length < 2) return fail(error('ACTIVITY_EMPTY', {}, { file }));
  const paused = pausesOf(activity, zeroAt);
  const standings = findStandings(fixes, paused);
  const moved = measureMoves(fixes, standings);
  const movedM = moved.at(-1)?.movedM ?? 0;
  const places = placesOf(course);
  const laid = timedS === null && track ? layTrack(plan, track) : null;
  let way: Way;
  if (laid) {
    const followed = followCourse(moved, standings, layLaps(laid));
    const startOffM = nearestM(fixes, laid.points[0]!);
    const onCourseRatio = followed?.onCourseRatio ?? 0;
    if (!followed || (startOffM > START_M && onCourseRatio < ON_COURSE_RATIO)) {
      return fail(error('ACTIVITY_ELSEWHERE', { startOffM, onCourseRatio }, { file }));
    }
    const byTrack = laid.anchors.map(([atM, m]): Knot => [m, atM]);
    const knots = followed.knots.map(([s, m]): Knot => [s, interpolate(byTrack, m)]);
    way = { knots, atStationM: AT_STATION_M };
    const beganM = knots[0]![1];
    if (isOwn && beganM > ON_THE_WAY_M) {
      return fail(error('ACTIVITY_BEGINS_ON_THE_WAY', { atM: beganM }, { file }));
    }
  } else {
    const { value, diagnostics } = followByDistance(moved, course.distanceM, timedS, file);
    problems.push(...diagnostics);
    if (!value) return { value: null, diagnostics: problems };
    way = value;
  }
  const { visits, untold } = findVisits(places, way, standings);
  const log = logOf(visits, places, way, timedS);
  if (untold.length > 0) {
    const stations = untold.map(({ name }) => name);
    problems.push(warning('ACTIVITY_STATIONS_UNTOLD', { stations }, { file }));
  }
  const endS = log.finishS ?? log.endedS ?? way.knots.at(-1)![0];
  if (laid && log.status !== 'finished') {
    const recordedOnM = movedM - (moved.findLast(({ atS }) => atS <= endS)?.movedM ?? movedM);
    const args = { atM: way.knots.at(-1)![1], recordedOnM };
    if (recordedOnM > ELSEWHERE_M) problems.push(warning('ACTIVITY_LEAVES_COURSE', args, { file }));
  }
  problems.push(tellActivity(paused, standings, log, endS, file));
  const efforts = activity.points.map(({ at, heartRateBpm, powerW }): Effort => {
    return { atS: (at - zeroAt) / 1000, heartRateBpm, powerW };
  });
  const recording = { knots: way.knots, standings };
  return { value: { log, efforts, recording }, diagnostics: problems };
}

const nearestM = (fixes: readonly Fix[], start: { lat: number; lon: number }): number =>
  fixes.reduce(
    (least, fix) => Math.min(least, groundDistance(fix, start)),
    Number.POSITIVE_INFINITY,
  );

/** What the times of an activity count from. */
function clockOf({ points }: Activity, { race: { startAt } }: Plan, file: string) {
  const [firstAt, lastAt] = [points[0]!.at, points.at(-1)!.at];
  const isOfStart = startAt !== null && firstAt <= startAt + LATE_S * 1000 && lastAt > startAt;
  if (isOfStart) return { zeroAt: startAt, isOwn: false, problems: [] };
  const fixes = fixesOf(points, firstAt);
  const waiting = findStandings(fixes, []).find(({ fromS }) => fromS <= (fixes[0]?.atS ?? 0) + 1);
  const zeroAt = firstAt + 1000 * (waiting?.toS ?? fixes[0]?.atS ?? 0);
  const args = { afterStartS: startAt === null ? null : (zeroAt - startAt) / 1000 };
  const tell = startAt === null ? note : warning;
  const problems: Problem[] = [tell('ACTIVITY_CLOCK', args, { file })];
  return { zeroAt, isOwn: true, problems };
}

function logOf(
  visits: RaceLog['visits'],
  places: readonly Place[],
  { knots }: Way,
  timedS: number | null,
): RaceLog {
  const last = visits.at(-1);
  const isThere = last?.place === places.length - 1;
  const [lastS, lastM] = knots.at(-1)!;
  const isTimeUp = timedS !== null && lastS >= timedS - 60;
  const isBeyond =
    timedS !== null || (!isThere && lastM - places[last?.place ?? 0]!.atM > BEYOND_M);
  const beyondS = knots.find(([, m]) => m >= lastM)?.[0] ?? lastS;
  return {
    visits,
    finishS: isThere && timedS === null ? (last?.arriveS ?? null) : null,
    status: (isThere && timedS === null) || isTimeUp ? 'finished' : 'open',
    endedAtM: isBeyond ? lastM : null,
    endedS: isBeyond ? Math.round(timedS === null ? beyondS : lastS) : null,
    intakeEntries: null,
    resolutionS: 1,
  };
}

const pausesOf = ({ pauses }: Activity, zeroAt: number): Span[] =>
  pauses.map(({ fromAt, toAt }) => ({
    fromS: (fromAt - zeroAt) / 1000,
    toS: (toAt - zeroAt) / 1000,
  }));

function tellActivity(
  pauses: readonly Span[],
  standings: readonly Standing[],
  { visits, status }: RaceLog,
  endS: number,
  file: string,
): Problem {
  const within = (spans: readonly Span[]) =>
    spans
      .map(({ fromS, toS }) => ({ fromS: Math.max(0, fromS), toS: Math.min(endS, toS) }))
      .filter(({ fromS, toS }) => toS > fromS);
  const lengthS = (spans: readonly Span[]) => sum(spans.map(({ fromS, toS }) => toS - fromS));
  const paused = within(pauses);
  const stood = within(standings);
  const stations = visits.length - (status === 'finished' && visits.length > 0 ? 1 : 0);
  const args = {
    elapsedS: endS,
    stations,
    stops: stood.length,
    pauses: paused.length,
    pausedS: lengthS(paused),
    movingS: endS - lengthS(stood),
  };
  return note('ACTIVITY_READ', args, { file });
}
