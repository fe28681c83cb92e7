/** Every forecast of a backtest beside what happened: enough to compute its scores again. */
import type { EditionBacktest } from '../engine/backtest/backtest.js';
import type { PairedForecast } from '../engine/backtest/runs.js';

/** What was forecast, beside what happened. */
const FORECAST_COLUMNS = ['actualS', 'predictedS', 'earlyS', 'lateS'] as const;

export const PREDICTION_COLUMNS = [
  'edition',
  'runner',
  'station',
  'atM',
  ...FORECAST_COLUMNS,
] as const;

/** One row a recorded time, start and finish excluded. */
export const predictionRows = (
  backtests: readonly EditionBacktest[],
): (string | number | null)[][] =>
  backtests.flatMap(({ edition, runs }) =>
    runs.flatMap(({ finisher, points }) =>
      points.map(({ place, actualS, arriveS, window }) => {
        const { name, atM } = edition.course.legs[place]!.to;
        return [
          edition.past.name,
          finisher.runner,
          name,
          atM,
          actualS,
          arriveS,
          window?.earlyS ?? null,
          window?.lateS ?? null,
        ];
      }),
    ),
  );

export const IN_RACE_COLUMNS = [
  'edition',
  'runner',
  'from',
  'fromM',
  'atStation',
  'atM',
  ...FORECAST_COLUMNS,
] as const;

/**
 * Two rows a recorded time: the next place with a time, and the finish, as forecast from there; one where the finish
 * is next. In the light of the day's field where that was asked.
 */
export const inRacePredictionRows = (
  backtests: readonly EditionBacktest[],
): (string | number | null)[][] =>
  backtests.flatMap(({ edition, inRace, amid }) => {
    const { legs } = edition.course;
    const placeOf = (place: number) => {
      const { name, atM } = legs[place - 1]!.to;
      return [name, atM];
    };
    return (amid ?? inRace ?? []).flatMap(({ finisher, steps }) =>
      steps.flatMap(({ from, nextPlace, next, finish }) => {
        const row = (to: number, { forecast, actualS }: PairedForecast) => [
          edition.past.name,
          finisher.runner,
          ...placeOf(from),
          ...placeOf(to),
          actualS,
          forecast.medianS,
          forecast.earlyS,
          forecast.lateS,
        ];
        const atFinish = row(legs.length, finish);
        return nextPlace === legs.length ? [atFinish] : [row(nextPlace, next), atFinish];
      }),
    );
  });
