/** How good forecasts were: the scores of a pacing chart, told nothing but the finish time. */
import { mean, sum } from '../../kernel/stats.js';
import type { InRaceRun, PairedForecast, PairedRun } from './runs.js';

export interface ArrivalScores {
  runners: number;
  /** Recorded times scored, start and finish excluded. */
  pairs: number;
  /** Mean of |forecast − actual|. */
  maeS: number | null;
  /** The same over the runner's finish time. */
  maeRatio: number | null;
  /** Mean of forecast − actual at the places nearest 25, 50 and 75 %. */
  biasS: readonly (number | null)[];
  /** Mean of |forecast − actual| / actual over the legs between recorded times, start and finish included. */
  legMapeRatio: number | null;
  /** Share of the actual times inside the windows, and the mean width of those. */
  coverageRatio: number | null;
  windowWidthS: number | null;
}

/** A run with the places nearest 25, 50 and 75 % in its edition. */
export interface ScoredRun extends PairedRun {
  quarters: readonly (number | null)[];
}

export function scoreArrivals(runs: readonly ScoredRun[]): ArrivalScores {
  const points = runs.flatMap((run) =>
    run.points.map((point) => ({ ...point, errorS: point.arriveS - point.actualS, run })),
  );
  const windows = points.flatMap(({ window, actualS }) => (window ? [{ ...window, actualS }] : []));
  return {
    runners: runs.length,
    pairs: points.length,
    maeS: mean(points.map(({ errorS }) => Math.abs(errorS))),
    maeRatio: mean(points.map(({ errorS, run }) => Math.abs(errorS) / run.finisher.finishS)),
    biasS: [0, 1, 2].map((quarter) =>
      mean(
        points
          .filter(({ place, run }) => place === run.quarters[quarter])
          .map(({ errorS }) => errorS),
      ),
    ),
    legMapeRatio: mean(runs.flatMap(legErrors)),
    ...scoreWindows(windows),
  };
}

/** |forecast − actual| / actual of each leg between recorded times; the finish is known. */
function legErrors({ points, finisher: { finishS } }: PairedRun): number[] {
  const start = { actualS: 0, arriveS: 0 };
  const stops = [...points, { actualS: finishS, arriveS: finishS }];
  return stops.map(({ actualS, arriveS }, i) => {
    const before = i === 0 ? start : stops[i - 1]!;
    const tookS = actualS - before.actualS;
    return Math.abs(arriveS - before.arriveS - tookS) / tookS;
  });
}

function scoreWindows(windows: readonly { earlyS: number; lateS: number; actualS: number }[]) {
  const inside = windows.filter(
    ({ earlyS, lateS, actualS }) => earlyS <= actualS && actualS <= lateS,
  );
  return {
    coverageRatio: windows.length === 0 ? null : inside.length / windows.length,
    windowWidthS: mean(windows.map(({ earlyS, lateS }) => lateS - earlyS)),
  };
}

export interface ForecastScores {
  forecasts: number;
  maeS: number | null;
  coverageRatio: number | null;
  windowWidthS: number | null;
}

export interface InRaceScores {
  /** Of the finish, from the places nearest 25, 50 and 75 %. */
  finish: readonly ForecastScores[];
  /** Of the next recorded place, from every recorded place. */
  nextStation: ForecastScores;
}

export const scoreInRace = (runs: readonly InRaceRun[]): InRaceScores => ({
  finish: [0, 1, 2].map((quarter) =>
    scoreForecasts(runs.flatMap(({ finish }) => finish[quarter] ?? [])),
  ),
  nextStation: scoreForecasts(runs.flatMap(({ next }) => next)),
});

const scoreForecasts = (pairs: readonly PairedForecast[]): ForecastScores => ({
  forecasts: pairs.length,
  maeS: mean(pairs.map(({ forecast, actualS }) => Math.abs(forecast.medianS - actualS))),
  ...scoreWindows(pairs.map(({ forecast, actualS }) => ({ ...forecast, actualS }))),
});

/**
 * The place nearest each quarter of the distance, among those where at least half of the finishers have a time:
 * a score from a place that only the leaders' times were taken at would be one of the leaders. `null` where no
 * place has so many.
 * @param placesM distances of the places between start and finish
 */
export function findQuarters(
  runs: readonly PairedRun[],
  placesM: readonly number[],
  distanceM: number,
): (number | null)[] {
  const timed = placesM.map((_, place) =>
    sum(runs.map(({ points }) => Number(points.some((p) => p.place === place)))),
  );
  const common = placesM.flatMap((_, place) => (timed[place]! * 2 >= runs.length ? [place] : []));
  return [0.25, 0.5, 0.75].map((quarter) => {
    const apart = (place: number) => Math.abs(placesM[place]! / distanceM - quarter);
    return common.reduce<number | null>(
      (best, place) => (best === null || apart(place) < apart(best) ? place : best),
      null,
    );
  });
}
