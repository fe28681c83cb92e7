/** How well the model would have predicted splits that are known. */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import type { Sun } from '../course/daylight.js';
import { placeNear } from '../course/places.js';
import { type Forecaster, prepareForecaster } from '../forecast/forecaster.js';
import type { PastEdition } from '../history/edition.js';
import type { Passage } from '../pacing/in-race.js';
import type { FieldRunner } from '../today/field-runners.js';
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
  /** All who started, whether they finished or not; left out, today's field tells nothing. */
  field?: readonly FieldRunner[];
}

export interface EditionBacktest {
  edition: TestEdition;
  runs: readonly ScoredRun[];
  /** `null` when the model says nothing during the race. */
  inRace: readonly InRaceRun[] | null;
  /** The same in the light of what others had done by then; `null` when that was not asked. */
  amid: readonly InRaceRun[] | null;
}

/**
 * Forecasts every edition as the mode allows, one after the other.
 * @param editions oldest first
 * @param isAmid whether to forecast once more in the light of the field of that day
 */
export function* backtestEditions(
  editions: readonly TestEdition[],
  mode: BacktestMode,
  isAmid = false,
): Generator<EditionBacktest> {
  for (const [i, edition] of editions.entries()) {
    const learned = editionsToLearnFrom(editions, i, mode);
    if (learned === null) continue;
    const { plan, course, sun } = edition;
    const pasts = learned.map(({ past }) => past);
    const asked = { plan, course, sun, editions: pasts, outcomes: [] };
    yield backtestEdition(edition, modelOf(prepareForecaster(asked), isAmid));
  }
}

/** What `build` prints for any finish time, and `replan` for any passages. */
export const modelOf = ({ before, during, amid }: Forecaster, isAmid: boolean): Model => ({
  arrivals: (finishS) => {
    const pace = before({ kind: 'time', targetS: finishS });
    return 'kind' in pace ? [] : pace.legs;
  },
  during,
  ...(isAmid && { amid }),
});

/** The same editions under a simple model. */
export const backtestYardstick = (
  editions: readonly TestEdition[],
  yardstick: Yardstick,
): EditionBacktest[] =>
  editions.map((edition) => backtestEdition(edition, prepareYardstick(yardstick, edition.course)));

/** One edition under one model. */
export function backtestEdition(edition: TestEdition, model: Model): EditionBacktest {
  const { course, past, field = [] } = edition;
  const placesM = course.legs.slice(0, -1).map(({ to }) => to.atM);
  const placeOfStation = past.stations.map(({ atM }) => placeNear(placesM, atM));
  const pairs = pairRuns(past.finishers, placeOfStation, model);
  const quarters = findQuarters(pairs, placesM, course.distanceM);
  const { during } = model;
  const amid = model.amid?.(field) ?? null;
  const waves = new Map(field.map(({ runner, waveS }) => [runner, waveS]));
  const finishPlace = course.legs.length;
  return {
    edition,
    runs: pairs.map((run) => ({ ...run, quarters })),
    inRace: during && pairs.map((run) => followRun(run, quarters, finishPlace, during)),
    amid:
      amid &&
      pairs.map((run) => {
        const waveS = waves.get(run.finisher.runner) ?? 0;
        const forecast = (passages: readonly Passage[]) => amid(passages, waveS)?.ahead ?? [];
        return followRun(run, quarters, finishPlace, forecast);
      }),
  };
}
