/** How well the model would have predicted splits that are known. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Sun } from '../course/daylight.js';
import type { PastEdition } from '../history/edition.js';
import { prepareHistory } from '../history/history.js';
import type { PlaceForecast } from '../history/in-race.js';
import { type InRaceForecast, prepareInRace } from '../pacing/in-race.js';
import { computePacePlan } from '../pacing/pace-plan.js';
import { describeSolve } from '../pacing/solve-input.js';
import { type BacktestMode, editionsToLearnFrom } from './modes.js';
import { type Forecaster, followRun, type InRaceRun, pairRuns } from './runs.js';
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
    const forecaster = prepareForecaster(
      edition,
      learned.map(({ past }) => past),
    );
    yield backtestEdition(edition, forecaster);
  }
}

/** The same editions under a simple model. */
export const backtestYardstick = (
  editions: readonly TestEdition[],
  yardstick: Yardstick,
): EditionBacktest[] =>
  editions.map((edition) => backtestEdition(edition, prepareYardstick(yardstick, edition.course)));

/** One edition under one model. */
export function backtestEdition(edition: TestEdition, forecaster: Forecaster): EditionBacktest {
  const { course, past } = edition;
  const placesM = course.legs.slice(0, -1).map(({ to }) => to.atM);
  const placeOfStation = past.stations.map(({ atM }) => placeAt(placesM, atM));
  const pairs = pairRuns(past.finishers, placeOfStation, forecaster);
  const quarters = findQuarters(pairs, placesM, course.distanceM);
  const { inRaceAt } = forecaster;
  const finishPlace = course.legs.length;
  return {
    edition,
    runs: pairs.map((run) => ({ ...run, quarters })),
    inRace: inRaceAt && pairs.map((run) => followRun(run, quarters, finishPlace, inRaceAt)),
  };
}

/** Stations of the table and places of the course this close are the same, metres. */
const SAME_STATION_M = 50;

function placeAt(placesM: readonly number[], atM: number): number | null {
  const place = placesM.findIndex((placeM) => Math.abs(placeM - atM) <= SAME_STATION_M);
  return place < 0 ? null : place;
}

/** The plan as `build` would print it for any finish time, and `replan` for any passages. */
function prepareForecaster(
  { plan, course, sun }: TestEdition,
  editions: readonly PastEdition[],
): Forecaster {
  const history = prepareHistory({ plan, course, sun, editions });
  const alone = prepareInRace(describeSolve(plan, course, sun));
  return {
    arrivals: (finishS) => {
      const pace = computePacePlan(plan, course, sun, { kind: 'time', targetS: finishS }, history);
      return 'kind' in pace ? [] : pace.legs;
    },
    inRaceAt: history?.inRaceAt ?? placeByPlace(alone),
  };
}

/** A forecast of all places ahead, asked for one. */
export const placeByPlace =
  (forecast: InRaceForecast): PlaceForecast =>
  (passages) => {
    const ahead = forecast(passages);
    const from = passages.at(-1)!.place;
    return (place) => ahead[place - from - 1]!;
  };
