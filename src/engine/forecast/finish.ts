/** Before the race: how likely which finish time is, and a finish at all. */
import type { Athlete, PastRace } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import type { Instant } from '../../kernel/clock.js';
import { mean } from '../../kernel/stats.js';
import { computeFinishers, type Finishers } from '../career/closing.js';
import { computeFinishChance } from '../career/finish-chance.js';
import { type CareerForecast, forecastFinish } from '../career/forecast.js';

/** How a past edition of the race ended for its field. */
export interface EditionOutcome {
  /** Share of starters who finished; `null` when the results list finishers only. */
  finishRatio: number | null;
}

export interface FinishOutlook {
  /** The finish time as if nothing closed; `null`: no past race tells. */
  time: CareerForecast<PastRace> | null;
  /** The finish time given a finish, every cutoff kept; `null`: no past race tells. */
  finishers: Finishers | null;
  /** The slowest finish that keeps every cutoff; `null` when nothing closes, or nothing tells. */
  latestS: number | null;
  /** Chance to finish, every cutoff kept; `null`: nothing tells. */
  finishRatio: number | null;
  /** Chance to finish in less than `timeS`; `null`: no past race tells. */
  underRatio: ((timeS: number) => number) | null;
  /** Of the comparable editions that tell it, the share of starters who finished. */
  editions: readonly number[];
}

export interface FinishInput {
  athlete: Athlete;
  course: Course;
  /** Noon UTC of the race's day, as past races have theirs; `null` when unknown. */
  dayAt: Instant | null;
  outcomes: readonly EditionOutcome[];
  /** The slowest finish, run like the plan of a finish time, that keeps every cutoff. */
  latestOf: (finishS: number) => number | null;
}

/** From the athlete's past races, the cutoffs, and how past editions ended. */
export function computeFinishOutlook(input: FinishInput): FinishOutlook {
  const { athlete, course, dayAt, outcomes } = input;
  const time = forecastFinish(athlete.past, {
    distanceM: course.distanceM,
    gainM: course.gainM,
    dayAt,
  });
  const latestS = time && keptAtAll(input.latestOf(time.medianS));
  const editions = outcomes.flatMap(({ finishRatio }) => finishRatio ?? []);
  // each edition counts alike, as in the field
  const toldRatio = mean(editions);
  const evidence = { forecast: time, latestFinishS: latestS, toldRatio };
  return {
    time,
    finishers: time && computeFinishers(time, latestS),
    latestS,
    finishRatio: computeFinishChance(evidence),
    underRatio: time && ((timeS) => computeFinishChance(evidence, timeS) ?? 0),
    editions,
  };
}

/** A cutoff that not even the stops planned before it leave time for is kept by nobody. */
const keptAtAll = (latestS: number | null): number | null =>
  latestS == null ? null : Math.max(0, latestS);
