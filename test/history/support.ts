/** Invented editions of a flat 100 km race whose true shape is known. */
import type { Course } from '../../src/domain/course.js';
import type { Plan } from '../../src/domain/plan.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { type CourseModel, prepareCourseModel } from '../../src/engine/history/course-model.js';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { prepareHistory, type SplitHistory } from '../../src/engine/history/history.js';
import { planWithCourse, station } from '../support/plan.js';

export const DISTANCE_M = 100_000;
export const STATIONS = Array.from({ length: 9 }, (_, i) => ({
  name: `Station ${'ABCDEFGHI'[i]}`,
  atM: (i + 1) * 10_000,
}));

export interface Hundred {
  plan: Plan;
  course: Course;
  model: CourseModel;
}

interface Stop {
  name: string;
  atM: number;
  gainM?: number;
  lossM?: number;
}

/** The race as planned this year. */
export function hundred(stations: readonly Stop[] = STATIONS): Hundred {
  const plan = planWithCourse({
    distanceM: DISTANCE_M,
    stations: stations.map(({ name, atM, ...climb }) => station(name, atM, climb)),
  });
  const { value: course } = buildCourse(plan, null);
  if (!course) throw new Error('no course');
  return { plan, course, model: prepareCourseModel(plan, course, null) };
}

/** Numbers from 0 to 1 that look random and are the same every time. */
export function randoms(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

/** Later than the model by this share of the finish time, at a share of the distance. */
export type Shape = (ratio: number) => number;

export interface Invention {
  runners?: number;
  stations?: readonly { name: string; atM: number }[];
  /** Share of the finish time by which a runner's arrivals stray half way, at random. */
  noiseRatio?: number;
  seed?: number;
  highC?: number | null;
}

/** Finishers between 9 and 19 h who deviate from the model as `shape` says. */
export function inventEdition(
  { model }: Hundred,
  shape: Shape,
  { runners = 100, stations = STATIONS, noiseRatio = 0, seed = 1, highC = null }: Invention = {},
): PastEdition {
  const random = randoms(seed);
  const finishers = Array.from({ length: runners }, (_, i) => {
    const finishS = 3600 * (9 + (10 * (i + 0.5)) / runners);
    // one draw for the whole race: a runner is early or late, not both in turn
    const stray = noiseRatio * (2 * random() - 1);
    const arriveS = stations.map(({ atM }) => {
      const ratio = atM / DISTANCE_M;
      const usual = model.timeRatioAt(model.effortRatioAt(atM))(finishS);
      return finishS * (usual + shape(ratio) + stray * Math.sin(Math.PI * ratio));
    });
    return { runner: String(i), finishS, arriveS };
  });
  return {
    name: 'Hundred',
    year: null,
    stations,
    distanceM: DISTANCE_M,
    highC,
    finishers,
    dropped: 0,
  };
}

export const learn = (
  { plan, course }: Hundred,
  editions: readonly PastEdition[],
  highC: number | null = null,
): SplitHistory | null =>
  prepareHistory({
    plan: { ...plan, weather: { lowC: highC, highC } },
    course,
    sun: null,
    editions,
  });

export function historyOf(
  race: Hundred,
  editions: readonly PastEdition[],
  highC: number | null = null,
): SplitHistory {
  const history = learn(race, editions, highC);
  if (!history) throw new Error('nothing learned');
  return history;
}
