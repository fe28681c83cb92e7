/** How well the model would have predicted splits that are known. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Sun } from '../course/daylight.js';
import { type Forecaster, prepareForecaster } from '../forecast/forecaster.js';
import type { PastEdition } from '../history/edition.js';
import { type BacktestMode, editionsToLearnFrom } from './modes.js';
import { followRun, type InRaceRun, type Model, pairRuns } from './runs.js';
import { findQuarters, type ScoredRun } from './scores.js';
import { prepareYardstick, type Yardstick } from './yardsticks.js';

/** One edition with the plan it is scored against: its course, its day. */
export interface TestEdition {
  plan: Plan;
  course: Course;
  sun: Sun | null;
  past: PastEdition;
}

export interface EditionBacktest {
  edition: TestEdition;
  runs: readonly ScoredRun[];
  /** `null` when the model says nothing during the race. */
  inRace: readonly InRaceRun[] | null;
}

/**
 * Forecasts every edition as the mode allows, one after the other.
 * @param editions oldest first
 */
export function* backtestEditions(
  editions: readonly TestEdition[],
  mode: BacktestMode,
): Generator<EditionBacktest> {
  for (const [i, edition] of editions.entries()) {
    const learned = editionsToLearnFrom(editions, i, mode);
    if (learned === null) continue;
    const { plan, course, sun } = edition;
    const pasts = learned.map(({ past }) => past);
    const asked = { plan, course, sun, editions: pasts, outcomes: [] };
    yield backtestEdition(edition, modelOf(prepareForecaster(asked)));
  }
}

/** What `build` prints for any finish time, and `replan` for any passages. */
const modelOf = ({ before, during }: Forecaster): Model => ({
  arrivals: (finishS) => {
    const pace = before({ kind: 'time', targetS: finishS });
    return 'kind' in pace ? [] : pace.legs;
  },
  during,
});

/** The same editions under a simple model. */
export const backtestYardstick = (
  editions: readonly TestEdition[],
  yardstick: Yardstick,
): EditionBacktest[] =>
  editions.map((edition) => backtestEdition(edition, prepareYardstick(yardstick, edition.course)));

/** One edition under one model. */
export function backtestEdition(edition: TestEdition, model: Model): EditionBacktest {
  const { course, past } = edition;
  const placesM = course.legs.slice(0, -1).map(({ to }) => to.atM);
  const placeOfStation = past.stations.map(({ atM }) => placeAt(placesM, atM));
  const pairs = pairRuns(past.finishers, placeOfStation, model);
  const quarters = findQuarters(pairs, placesM, course.distanceM);
  const { during } = model;
  const finishPlace = course.legs.length;
  return {
    edition,
    runs: pairs.map((run) => ({ ...run, quarters })),
    inRace: during && pairs.map((run) => followRun(run, quarters, finishPlace, during)),
  };
}

/** Stations of the table and places of the course this close are the same, metres. */
const SAME_STATION_M = 50;

function placeAt(placesM: readonly number[], atM: number): number | null {
  const place = placesM.findIndex((placeM) => Math.abs(placeM - atM) <= SAME_STATION_M);
  return place < 0 ? null : place;
}
