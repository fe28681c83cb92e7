/** Every forecast of a backtest beside what happened: enough to compute its scores again. */
import type { EditionBacktest } from '../engine/backtest/backtest.js';

export const PREDICTION_COLUMNS = [
  'edition',
  'runner',
  'station',
  'atM',
  'actualS',
  'predictedS',
  'earlyS',
  'lateS',
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
