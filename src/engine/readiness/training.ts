/** What a training log says of readiness for a race: numbers beside those of the race, and no verdict. */
import type { Course } from '../../domain/course.js';
import { type CalendarDay, daysBetween } from '../../domain/preparation.js';
import type { TrainingDay } from '../../domain/training.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { type FuellingShare, fuellingOn, type GroundShare, groundsLike } from './likeness.js';
import {
  type Completion,
  completedOf,
  computeWeeks,
  isRunDone,
  type PlanMeasure,
  type RunMeasure,
  ranOf,
  runMeasureOf,
  type TrainingWeek,
  type WeeksTold,
} from './weeks.js';

export interface TrainingReview extends WeeksTold {
  /** Days before it count, and those of this one that tell what was done. */
  asOf: CalendarDay;
  /** Sessions that count. */
  sessions: number;
  /** Sessions that tell what was done on a day that is not here yet: not counted. */
  ahead: number;
  completed: Readonly<Record<PlanMeasure, (Completion & { ratio: number }) | null>>;
  /** What runs are told in: metres or seconds below. */
  measure: RunMeasure;
  /** Runs done that do not tell it: not counted in volumes. */
  unmeasured: number;
  longest: LongestRun | null;
  volume: Volume | null;
  /** Climb as a share of distance on runs that tell both, and the course's. */
  climb: { trainedRatio: number; runs: number; courseRatio: number | null } | null;
  grounds: GroundShare;
  fuelling: FuellingShare;
  /** The last weeks before the race as shares of the peak week, the week of the race last; none before they are over. */
  taper: readonly { weeksBefore: number; ratio: number }[];
}

export interface LongestRun {
  amount: number;
  day: CalendarDay;
  /** Whole weeks from it to the race; `null` without a race day. */
  weeksBefore: number | null;
  /** Share of the race's distance; `null` of a log in times. */
  ofRaceRatio: number | null;
}

/** A week's running over the last weeks before that of the race. */
export interface Volume {
  mean: number;
  peak: number;
  peakOn: CalendarDay;
  /** How many weeks these are. */
  weeks: number;
  /** The race in peak weeks; `null` of a log in times. */
  raceInPeaks: number | null;
}

/** As many weeks as most plans for a first ultramarathon build up over: a choice, of no source. */
const LAST_WEEKS = 12;
/** The weeks that a taper may take. */
const TAPER_WEEKS = 3;
/** A run so long has to be fuelled. */
export const LONG_RUN_S = 2 * S_PER_H;

/**
 * @param days by day; what lies on race day or after it does not count
 * @param asOf the day it is judged on; race day, when that is past
 * @param raceDay `null`: the plan has no start
 */
export function computeTraining(
  days: readonly TrainingDay[],
  asOf: CalendarDay,
  raceDay: CalendarDay | null,
  course: Pick<Course, 'distanceM' | 'gainM' | 'legs'>,
): TrainingReview {
  const before = days.filter(({ day }) => raceDay === null || day < raceDay);
  const sessions = before.filter(({ day, done }) => day < asOf || (day === asOf && done !== null));
  const ahead = before.filter(({ day, done }) => day > asOf && done !== null).length;
  const told = computeWeeks(sessions, raceDay, asOf);
  const runs = sessions.filter(isRunDone);
  const measure = runMeasureOf(sessions);
  const volume = volumeOf(told.weeks, measure, course.distanceM);
  return {
    ...told,
    asOf,
    sessions: sessions.length,
    ahead,
    completed: {
      distance: completedOf(told.weeks, 'distance'),
      time: completedOf(told.weeks, 'time'),
      sessions: completedOf(told.weeks, 'sessions'),
    },
    measure,
    unmeasured: runs.filter((run) => ranOf(run, measure) === null).length,
    longest: longestOf(runs, measure, raceDay, course.distanceM),
    volume,
    climb: climbOf(runs, course),
    grounds: groundsLike(runs, measure, course),
    fuelling: fuellingOn(runs, LONG_RUN_S),
    taper: told.weeks.flatMap(({ weeksBefore, isOver, volume: run }) =>
      weeksBefore !== null && weeksBefore < TAPER_WEEKS && isOver && volume
        ? [{ weeksBefore, ratio: run / volume.peak }]
        : [],
    ),
  };
}

/**
 * The day up to which a log tells: that of the first session still to be done after the last that was, else race day;
 * `null` of a log without sessions.
 */
export function toldUntil(
  days: readonly TrainingDay[],
  raceDay: CalendarDay | null,
): CalendarDay | null {
  const before = days.filter(({ day }) => raceDay === null || day < raceDay);
  const last = before.findLastIndex(({ done }) => done !== null);
  const ahead = before.slice(last + 1).find(({ planned }) => planned && !planned.isRest);
  return ahead?.day ?? raceDay ?? before.at(-1)?.day ?? null;
}

function longestOf(
  runs: readonly TrainingDay[],
  measure: RunMeasure,
  raceDay: CalendarDay | null,
  raceM: number,
): LongestRun | null {
  let longest: { run: TrainingDay; amount: number } | null = null;
  for (const run of runs) {
    const amount = ranOf(run, measure);
    // of two as long the later
    if (amount !== null && amount >= (longest?.amount ?? 0)) longest = { run, amount };
  }
  if (!longest) return null;
  const { run, amount } = longest;
  return {
    amount,
    day: run.day,
    weeksBefore: raceDay === null ? null : Math.floor(daysBetween(run.day, raceDay) / 7),
    ofRaceRatio: measure === 'distance' ? amount / raceM : null,
  };
}

/** Of weeks that are over, before that of the race; without a race day the last of the log. */
function volumeOf(
  weeks: readonly TrainingWeek[],
  measure: RunMeasure,
  raceM: number,
): Volume | null {
  const last = weeks
    .filter(({ isOver, weeksBefore }) => isOver && weeksBefore !== 0)
    .slice(-LAST_WEEKS)
    .filter(({ weeksBefore }) => weeksBefore === null || weeksBefore <= LAST_WEEKS);
  const peak = last.reduce<TrainingWeek | null>(
    (best, week) => (best === null || week.volume > best.volume ? week : best),
    null,
  );
  if (!peak || peak.volume === 0) return null;
  return {
    mean: sum(last.map(({ volume }) => volume)) / last.length,
    peak: peak.volume,
    peakOn: peak.mondayOn,
    weeks: last.length,
    raceInPeaks: measure === 'distance' ? raceM / peak.volume : null,
  };
}

function climbOf(
  runs: readonly TrainingDay[],
  { gainM, distanceM }: Pick<Course, 'distanceM' | 'gainM'>,
): TrainingReview['climb'] {
  const told = runs.flatMap(({ gainM: climbM, done }) =>
    climbM !== null && done?.distanceM ? [{ climbM, distanceM: done.distanceM }] : [],
  );
  if (told.length === 0) return null;
  return {
    trainedRatio: sum(told.map((run) => run.climbM)) / sum(told.map((run) => run.distanceM)),
    runs: told.length,
    courseRatio: gainM === null ? null : gainM / distanceM,
  };
}
