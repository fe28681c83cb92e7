/**
 * The split model from history: what finishers of past editions did on this course that the course model does not
 * know. Everything holds for runners who finish: the others left no finish time to learn from.
 */
import type { Course } from '../../domain/course.js';
import type { Plan } from '../../domain/plan.js';
import { once } from '../../kernel/memo.js';
import { sum } from '../../kernel/stats.js';
import type { Sun } from '../course/daylight.js';
import type { PastDeviations } from '../pacing/deviations.js';
import { type InRaceForecast, prepareInRace } from '../pacing/in-race.js';
import { describeUsualSolve } from '../pacing/solve-input.js';
import { computeWindow } from '../pacing/windows.js';
import { HISTORY, type HistoryConstants } from './constants.js';
import { prepareCourseModel } from './course-model.js';
import type { PastEdition } from './edition.js';
import { computeEditionVariance } from './edition-variance.js';
import { forecastAhead, prepareOutlooks } from './in-race.js';
import { alignEditions, carryOver, type PastRun, type PlacesOnModel } from './past-runs.js';
import { prepareDeviations } from './typical-deviations.js';

export interface SplitHistory extends PastDeviations {
  /** During the race: every place ahead. */
  inRace: InRaceForecast;
}

export interface HistoryInput {
  plan: Plan;
  course: Course;
  sun: Sun | null;
  editions: readonly PastEdition[];
}

/**
 * Learns from past editions; `null` when too few of their finishers can be read. Past finishers are held against
 * what runners in general would have planned on this course and day, not against what the athlete plans.
 */
export function prepareHistory(
  { plan, course, sun, editions }: HistoryInput,
  constants: HistoryConstants = HISTORY,
): SplitHistory | null {
  const known = editions.filter(({ finishers }) => finishers.length > 0);
  const model = prepareCourseModel(plan, course, sun);
  const places = course.legs.slice(0, -1).map(({ to }) => to);
  const effortRatios = places.map(({ atM }) => model.effortRatioAt(atM));
  const timeRatios = effortRatios.map(model.timeRatioAt);
  const on: PlacesOnModel = { places, effortRatios, timeRatios, model };
  const aligned = alignEditions(known, on, constants.alignment);
  const runs = carryOver(aligned, on, plan.weather.highC, constants.carryOver);
  if (runs.length < constants.fewestRuns) return null;
  const usual = describeUsualSolve(plan, course, sun);
  const defaultSpreadAt = (place: number, finishS: number) => {
    const ratio = on.timeRatios[place]!(finishS);
    const { earlyS, lateS } = computeWindow(ratio * finishS, finishS);
    return { earlyRatio: earlyS / finishS - ratio, lateRatio: lateS / finishS - ratio };
  };
  const evidence = { editions: known.length, runners: runs.length };
  const variance = computeEditionVariance(aligned, on, plan.weather.highC, constants);
  const deviations = prepareDeviations(
    runs,
    { count: known.length, variance },
    defaultSpreadAt,
    constants.typical,
  );
  const settledRatio = computeSettled(runs, constants.outlook.windowRunners);
  const inRace = once(() =>
    forecastAhead(
      prepareOutlooks(
        aligned,
        runs,
        on,
        prepareInRace(usual, { evidence, settledRatio, deviations }),
        variance,
        constants,
      ),
      course.legs.length,
    ),
  );
  return {
    evidence,
    settledRatio,
    deviations,
    inRace: (passages) => inRace()(passages),
  };
}

/**
 * How far past runs settle what each leg takes, 0..1: all of it where many ran this very course.
 * @param windowRunners weight, in runners, of what is known without them
 */
function computeSettled(runs: readonly PastRun[], windowRunners: number): number {
  const total = sum(runs.map(({ weight }) => weight));
  const likeness = sum(runs.map(({ weight }) => weight ** 2)) / total;
  return (likeness * total) / (total + windowRunners);
}
