/** How well the model would have predicted splits that are known. */
import type { Course } from '../../../domain/course.js';
import type { Plan } from '../../../domain/plan.js';
import type { Sun } from '../../course/daylight.js';
import { computePacePlan } from '../../pacing/pace-plan.js';
import { prepareCourseModel } from '../course-model.js';
import type { PastEdition } from '../edition.js';
import { prepareHistory } from '../history.js';
import { holdRatio } from '../hold-ratio.js';
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

function backtestEdition(edition: TestEdition, forecaster: Forecaster): EditionBacktest {
  const { course, past } = edition;
  const placesM = course.legs.slice(0, -1).map(({ to }) => to.atM);
  const placeOfStation = past.stations.map(({ atM }) => placeAt(placesM, atM));
  const pairs = pairRuns(past.finishers, placeOfStation, forecaster);
  const quarters = findQuarters(pairs, placesM, course.distanceM);
  const { inRace } = forecaster;
  const finishPlace = course.legs.length;
  return {
    edition,
    runs: pairs.map((run) => ({ ...run, quarters })),
    inRace: inRace && pairs.map((run) => followRun(run, quarters, finishPlace, inRace)),
  };
}

/** Stations of the table and places of the course this close are the same, metres. */
const SAME_PLACE_M = 50;

function placeAt(placesM: readonly number[], atM: number): number | null {
  const place = placesM.findIndex((placeM) => Math.abs(placeM - atM) <= SAME_PLACE_M);
  return place < 0 ? null : place;
}

/** The plan as `build` would print it for any finish time. */
function prepareForecaster(
  { plan, course, sun }: TestEdition,
  editions: readonly PastEdition[],
): Forecaster {
  const model = prepareCourseModel(plan, course, sun);
  const effortRatios = [0, ...course.legs.map(({ to }) => model.effortRatioAt(to.atM))];
  const inRaceWithoutHistory = holdRatio(model, effortRatios);
  const history = prepareHistory({
    course,
    model,
    editions,
    highC: plan.weather.highC,
    inRaceWithoutHistory,
  });
  return {
    arrivals: (finishS) => {
      const pace = computePacePlan(plan, course, sun, { kind: 'time', targetS: finishS }, history);
      return 'kind' in pace ? [] : pace.legs;
    },
    inRace: history?.inRace ?? inRaceWithoutHistory,
  };
}
