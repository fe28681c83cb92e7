/** Whether windows are as wide as they say, and how far off arrivals were along the course. */
import { mean } from '../../kernel/stats.js';
import type { EditionBacktest } from './backtest.js';
import type { PairedForecast } from './runs.js';

/** A time that was forecast with its window, and what it became. */
export interface WindowedTime {
  earlyS: number;
  middleS: number;
  lateS: number;
  actualS: number;
}

/** Of a window's edge: the share of times that should lie before it, and that did. */
export interface EdgeShare {
  edge: 'early' | 'middle' | 'late';
  shouldRatio: number;
  actualRatio: number;
}

/** Windows hold the middle 80 %. */
const EDGES = [
  { edge: 'early', shouldRatio: 0.1, edgeOf: (time: WindowedTime) => time.earlyS },
  { edge: 'middle', shouldRatio: 0.5, edgeOf: (time: WindowedTime) => time.middleS },
  { edge: 'late', shouldRatio: 0.9, edgeOf: (time: WindowedTime) => time.lateS },
] as const;

/** The shares of the times before each edge; a time right at it counts half. None where there are no times. */
export const computeEdgeShares = (times: readonly WindowedTime[]): EdgeShare[] =>
  EDGES.flatMap(({ edge, shouldRatio, edgeOf }) => {
    const before = (time: WindowedTime) =>
      time.actualS < edgeOf(time) ? 1 : time.actualS > edgeOf(time) ? 0 : 0.5;
    const actualRatio = mean(times.map(before));
    return actualRatio === null ? [] : [{ edge, shouldRatio, actualRatio }];
  });

/** The arrivals at stations with a window, told the finish time before the race. */
export const windowedArrivals = (backtests: readonly EditionBacktest[]): WindowedTime[] =>
  backtests.flatMap(({ runs }) =>
    runs.flatMap(({ points }) =>
      points.flatMap(({ window, arriveS, actualS }) =>
        window ? [{ ...window, middleS: arriveS, actualS }] : [],
      ),
    ),
  );

/** The next station's arrivals, as forecast during the race. */
export const windowedNext = (backtests: readonly EditionBacktest[]): WindowedTime[] =>
  backtests.flatMap(({ inRace }) =>
    (inRace ?? []).flatMap(({ next }) =>
      next.map(({ forecast, actualS }: PairedForecast) => ({
        earlyS: forecast.earlyS,
        middleS: forecast.medianS,
        lateS: forecast.lateS,
        actualS,
      })),
    ),
  );

/** How far off the arrivals at one place were. */
export interface PlaceError {
  /** Distance of the place, metres. */
  atM: number;
  pairs: number;
  /** Mean of |forecast − actual|, seconds. */
  maeS: number;
}

/** Of each place between start and finish at which anybody's time is recorded, in order of distance. */
export function computePlaceErrors(backtests: readonly EditionBacktest[]): PlaceError[] {
  const errors = new Map<number, number[]>();
  for (const { edition, runs } of backtests) {
    for (const { points } of runs) {
      for (const { place, arriveS, actualS } of points) {
        const { atM } = edition.course.legs[place]!.to;
        const there = errors.get(atM) ?? [];
        there.push(Math.abs(arriveS - actualS));
        errors.set(atM, there);
      }
    }
  }
  return [...errors]
    .sort(([a], [b]) => a - b)
    .map(([atM, each]) => ({ atM, pairs: each.length, maeS: mean(each)! }));
}
