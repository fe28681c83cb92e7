/** Past finishers beside what a model forecasts for them. */
import type { TimeForecast } from '../../domain/forecast.js';
import type { DuringForecast } from '../forecast/during.js';
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

export interface InRaceRun {
  /** The finish as forecast from the places nearest 25, 50 and 75 %; `null` where no time was recorded. */
  finish: readonly (PairedForecast | null)[];
  /** The next recorded place, as forecast from each recorded place; the finish counts. */
  next: readonly PairedForecast[];
}

/** Forecasts of one run from its own times so far. */
export function followRun(
  { finisher: { finishS }, points }: PairedRun,
  quarters: readonly (number | null)[],
  finishPlace: number,
  during: DuringForecast,
): InRaceRun {
  // forecasters count places from the start, the points from the first place after it
  const passages: Passage[] = points.map(({ place, actualS }) => ({
    place: place + 1,
    arriveS: actualS,
  }));
  const ahead = [...passages.slice(1), { place: finishPlace, arriveS: finishS }];
  const forecasts = passages.map((_, i) => during(passages.slice(0, i + 1)));
  const pair = (from: number, { place, arriveS }: Passage): PairedForecast => ({
    forecast: forecasts[from]![place - passages[from]!.place - 1]!,
    actualS: arriveS,
  });
  return {
    finish: quarters.map((quarter) => {
      const from = points.findIndex(({ place }) => place === quarter);
      return from < 0 ? null : pair(from, ahead.at(-1)!);
    }),
    next: ahead.slice(0, passages.length).map((to, from) => pair(from, to)),
  };
}
