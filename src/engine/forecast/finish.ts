/** Before the race: how likely which finish time is, and a finish at all. */
import type { Athlete, PastRace } from '../../domain/athlete.js';
import type { Course } from '../../domain/course.js';
import { probabilityUnder } from '../../domain/forecast.js';
import type { Instant } from '../../kernel/clock.js';
import { between } from '../../kernel/interpolate.js';
import { clamp, mean } from '../../kernel/stats.js';
import { computeFinishChance } from '../career/finish-chance.js';
import { type CareerForecast, forecastFinish } from '../career/forecast.js';

/** How a past edition of the race ended for its field. */
export interface EditionOutcome {
  /** Share of starters who finished; `null` when the results list finishers only. */
  finishRatio: number | null;
}

export interface FinishOutlook {
  /** The finish time, given a finish; `null`: no past race tells. */
  time: CareerForecast<PastRace> | null;
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
  const finishBy = (latestFinishS: number | null) =>
    computeFinishChance({ forecast: time, latestFinishS, toldRatio });
  const finishRatio = finishBy(latestS);
  const openRatio = latestS == null ? finishRatio : finishBy(UNCLOSED_S);
  return {
    time,
    latestS,
    finishRatio,
    underRatio:
      time && ((timeS) => underRatioOf(time, latestS, finishRatio ?? 1, openRatio ?? 1, timeS)),
    editions,
  };
}

/** A cutoff that not even the stops planned before it leave time for is kept by nobody. */
const keptAtAll = (latestS: number | null): number | null =>
  latestS == null ? null : Math.max(0, latestS);

/** As good as never. */
const UNCLOSED_S = 1e9;

/** Who would be late by up to this factor may still hurry to be in time; a judgement that nothing has scored. */
const HURRY = 1.1;

/**
 * Chance to finish in less than `timeS`. Early on the closing changes nothing: it is the chance of the time, and that
 * of a finish if nothing closed. Within a factor of the closing those who hurry come in, so that at the closing it
 * is the chance to finish.
 * @param finishRatio chance to finish; `openRatio` if nothing closed
 */
function underRatioOf(
  time: CareerForecast,
  latestS: number | null,
  finishRatio: number,
  openRatio: number,
  timeS: number,
): number {
  const early = openRatio * probabilityUnder(time, timeS);
  if (latestS == null) return early;
  if (timeS >= latestS) return finishRatio;
  const inTime = probabilityUnder(time, latestS);
  const ofFinishers = inTime === 0 ? 0 : (finishRatio * probabilityUnder(time, timeS)) / inTime;
  const hurried = clamp(1 - Math.log(latestS / timeS) / Math.log(HURRY), 0, 1);
  return Math.min(finishRatio, between(early, Math.max(early, ofFinishers), hurried));
}
