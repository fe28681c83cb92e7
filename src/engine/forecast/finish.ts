/** Before the race: how likely which finish time is, and a finish at all. */
import type { Athlete } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import { probabilityUnder } from '../../domain/forecast.js';
import { computeFinishForecast, type FinishForecast } from './past-races.js';

export interface FinishOutlook {
  /** The finish time, given a finish; `null`: no past race tells. */
  time: FinishForecast | null;
  /** The slowest finish that keeps every cutoff; `null` when nothing closes, or nothing tells. */
  latestS: number | null;
  /** Chance to finish, every cutoff kept; `null`: nothing tells. */
  finishRatio: number | null;
  /** Nothing tells how likely a finish is: `underRatio` is told for those who finish. */
  isIfFinishing: boolean;
  /** Chance to finish in less than `timeS`; `null`: no past race tells. */
  underRatio: ((timeS: number) => number) | null;
  /** Comparable editions that tell how many finish. */
  editions: number;
}

export interface FinishInput {
  athlete: Athlete;
  course: Course;
  /** Shares of finishers of past editions. */
  finishRatios: readonly number[];
  /** The slowest finish, run like the plan of a finish time, that keeps every cutoff. */
  latestOf: (finishS: number) => number | null;
}

export function computeFinishOutlook(input: FinishInput): FinishOutlook {
  const { athlete, course, finishRatios } = input;
  const time = computeFinishForecast(athlete, course);
  const latestS = time && input.latestOf(time.medianS);
  const inTime = time && latestS != null ? probabilityUnder(time, latestS) : null;
  const editionsRatio =
    finishRatios.length === 0
      ? null
      : finishRatios.reduce((total, ratio) => total + ratio, 0) / finishRatios.length;
  return {
    time,
    latestS,
    finishRatio:
      editionsRatio != null
        ? Math.min(editionsRatio, inTime ?? 1)
        : inTime != null && inTime < 1 / 5
          ? inTime
          : null,
    isIfFinishing: editionsRatio == null,
    underRatio:
      time &&
      ((timeS) => (editionsRatio ?? 1) * Math.min(probabilityUnder(time, timeS), inTime ?? 1)),
    editions: finishRatios.length,
  };
}
