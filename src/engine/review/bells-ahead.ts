/** During a backyard ultra: the loops so far, and how many more the present slowing leaves. */
import type { Course } from '../../domain/course.js';
import type { TimeForecast } from '../../domain/forecast.js';
import { type Formatted, formatOf } from '../../domain/race-format.js';
import type { RaceLog } from '../../domain/record.js';
import { computeEnding } from '../course/ending.js';
import { prepareTrend } from '../forecast/trend.js';
import { lapEndingAt } from '../pacing/lap-rows.js';
import { type LapReview, reviewLaps } from './loops-run.js';
import type { ForecastAt } from './over-time.js';

export interface BellOutlook {
  everyS: number;
  loopM: number;
  review: LapReview;
  /** Rest after the last loop, and on average so far; `null` before the first. */
  restS: number | null;
  meanRestS: number | null;
  /** What the next loop takes, as forecast; `null` before the first, and beyond those planned. */
  next: TimeForecast | null;
  /**
   * The last loop in time if the slowing goes on: expected, and 8 in 10 between; a `null` inside is beyond any that
   * was ever run. `null` as a whole: too few loops tell.
   */
  lastLoop: { median: number | null; early: number | null; late: number | null } | null;
}

/** Fewer loops tell no slowing. */
const FEWEST_LOOPS = 4;
/** Nobody has run as many. */
const MOST_LOOPS = 150;

/** From its bell on. */
function nextLoop(
  ahead: readonly ForecastAt[],
  loops: number,
  { loopM, everyS }: { loopM: number; everyS: number },
): TimeForecast | null {
  const end = ahead.find(({ atM }) => lapEndingAt(atM, loopM) === loops + 1);
  if (!end) return null;
  const { medianS, earlyS, lateS } = end.forecast;
  const bellS = loops * everyS;
  return { medianS: medianS - bellS, earlyS: earlyS - bellS, lateS: lateS - bellS };
}

/**
 * @param ahead the places ahead, as forecast
 * @returns `null` of other races, and of one that is over
 */
export function outlookAtBells(
  plan: Formatted,
  course: Course,
  log: RaceLog,
  ahead: readonly ForecastAt[],
): BellOutlook | null {
  const format = formatOf(plan);
  if (format.kind !== 'backyard' || log.status !== 'open') return null;
  const { loopM, everyS } = format;
  const review = reviewLaps(course, log, computeEnding(course, log), { loopM, everyS });
  const turns = review.run.flatMap(({ lap, tookS }): [number, number][] =>
    tookS === null ? [] : [[lap, tookS]],
  );
  const trend = turns.length === 0 ? null : prepareTrend(turns);
  const lastBefore = (bound: 'median' | 'low' | 'high'): number | null => {
    if (!trend) return null;
    for (let loop = review.laps + 1; loop <= MOST_LOOPS; loop += 1) {
      if (trend(loop)[bound] > everyS) return loop - 1;
    }
    return null;
  };
  return {
    everyS,
    loopM,
    review,
    restS: turns.length === 0 ? null : everyS - turns.at(-1)![1],
    meanRestS:
      turns.length === 0 ? null : everyS - turns.reduce((s, [, t]) => s + t, 0) / turns.length,
    next: trend && nextLoop(ahead, review.laps, format),
    lastLoop:
      turns.length < FEWEST_LOOPS
        ? null
        : { median: lastBefore('median'), early: lastBefore('high'), late: lastBefore('low') },
  };
}
