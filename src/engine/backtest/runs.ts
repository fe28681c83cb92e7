/** Past finishers beside what a model forecasts for them. */
import type { TimeForecast } from '../../domain/forecast.js';
import type { DuringForecast } from '../forecast/during.js';
import type { Forecaster } from '../forecast/forecaster.js';
import type { Finisher } from '../history/edition.js';
import type { Passage } from '../pacing/in-race.js';
import type { Window } from '../pacing/windows.js';

/** Forecast arrival at a place; `window` is `null` where the model has none. */
export interface Prediction {
  arriveS: number;
  window: Window | null;
}

/** What is scored: a forecaster, or a simple model to hold it against. */
export interface Model {
  /** At every place between start and finish, told only the finish time. */
  arrivals: (finishS: number) => readonly Prediction[];
  /** `null` when the model has no opinion during the race. */
  during: DuringForecast | null;
  /** Left out when the field of the day is not asked. */
  amid?: Forecaster['amid'];
}

/** A place where a time was recorded, and what was forecast for it. */
export interface PairedPoint extends Prediction {
  /** Index into the places between start and finish. */
  place: number;
  actualS: number;
}

export interface PairedRun {
  finisher: Finisher;
  points: readonly PairedPoint[];
}

/**
 * Every finisher's recorded times beside the forecast from the finish time alone.
 * @param placeOfStation for each station of the edition the place it is; `null` when the course has none there
 */
export const pairRuns = (
  finishers: readonly Finisher[],
  placeOfStation: readonly (number | null)[],
  { arrivals }: Model,
): PairedRun[] =>
  finishers.map((finisher) => {
    const predictions = arrivals(finisher.finishS);
    const points = finisher.arriveS.flatMap((actualS, station): PairedPoint[] => {
      const place = placeOfStation[station] ?? null;
      return actualS == null || place === null ? [] : [{ place, actualS, ...predictions[place]! }];
    });
    return { finisher, points };
  });

/** A time forecast during the race, and the time it became. */
export interface PairedForecast {
  forecast: TimeForecast;
  actualS: number;
}

/** What was forecast from one recorded place. */
export interface InRaceStep {
  /** Places counted from the start, which is 0. */
  from: number;
  nextPlace: number;
  next: PairedForecast;
  finish: PairedForecast;
}

export interface InRaceRun {
  finisher: Finisher;
  /** From every recorded place: the next one, which may be the finish, and the finish. */
  steps: readonly InRaceStep[];
  /** The finish as forecast from the places nearest 25, 50 and 75 %; `null` where no time was recorded. */
  finish: readonly (PairedForecast | null)[];
  /** The next recorded place, as forecast from each recorded place; the finish counts. */
  next: readonly PairedForecast[];
}

/** Forecasts of one run from its own times so far. */
export function followRun(
  { finisher, points }: PairedRun,
  quarters: readonly (number | null)[],
  finishPlace: number,
  forecast: DuringForecast,
): InRaceRun {
  // forecasters count places from the start, the points from the first place after it
  const passages: Passage[] = points.map(({ place, actualS }) => ({
    place: place + 1,
    arriveS: actualS,
  }));
  const finish = { place: finishPlace, arriveS: finisher.finishS };
  const steps = passages.map(({ place: from }, i): InRaceStep => {
    const ahead = forecast(passages.slice(0, i + 1));
    const pair = ({ place, arriveS }: Passage): PairedForecast => ({
      forecast: ahead[place - from - 1]!,
      actualS: arriveS,
    });
    const next = passages[i + 1] ?? finish;
    return { from, nextPlace: next.place, next: pair(next), finish: pair(finish) };
  });
  return {
    finisher,
    steps,
    finish: quarters.map(
      (quarter) => steps.find(({ from }) => from - 1 === quarter)?.finish ?? null,
    ),
    next: steps.map(({ next }) => next),
  };
}
