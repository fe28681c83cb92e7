/** Of which races a file of results tells who did not finish. */
import type { CareerResult } from '../../domain/record.js';
import { ascending, quantile } from '../../kernel/stats.js';
import type { CareerPrediction } from './careers.js';

/** The race of a day: by its name, else by its distance. */
const raceOf = ({ dayAt, race, distanceM }: CareerResult): string =>
  `${dayAt} ${race ?? distanceM}`;

/**
 * The predictions of races of which a result is a DNF: lists of what runners have finished, as most are, tell
 * nothing of the chance to finish.
 */
export function predictionsOfWholeFields(
  results: readonly CareerResult[],
  predictions: readonly CareerPrediction[],
): readonly CareerPrediction[] {
  const told = new Set(results.filter(({ timeS }) => timeS === null).map(raceOf));
  return predictions.filter(({ result }) => told.has(raceOf(result)));
}

/** Distances and climbs of one course, as two lists have them. */
const SAME_COURSE = 0.01;

/** The results with the cutoff of a course, where they are of its distance and climb and tell no cutoff themselves. */
export function withCutoff(
  results: readonly CareerResult[],
  course: { distanceM: number; gainM: number | null; cutoffS: number | null },
): readonly CareerResult[] {
  const isSame = (a: number, b: number) => Math.abs(a - b) <= SAME_COURSE * Math.max(a, b);
  return results.map((result) => {
    const { distanceM, gainM, cutoffS } = result;
    const isOfCourse =
      isSame(distanceM, course.distanceM) &&
      (gainM === null || course.gainM === null || isSame(gainM, course.gainM));
    return cutoffS === null && isOfCourse ? { ...result, cutoffS: course.cutoffS } : result;
  });
}

/**
 * With so many finishers nearly all are in when the race closes, many just before, and a few are let in after: where
 * 46:30 was the limit, 99 in 100 were in at 46:21, the last at 46:55. A judgement on that one race.
 */
const MANY_FINISHERS = 100;
const IN_TIME = 0.99;

/** A race of which the finishers tell when it closes. */
export interface TakenClosing {
  race: string | null;
  finishers: number;
  closesS: number;
}

/**
 * The results with a closing for whole fields that tell none: when 99 in 100 of many finishers were in. Organisers
 * announce it beforehand, so it is no news to a forecast.
 */
export function withClosings(results: readonly CareerResult[]): {
  results: readonly CareerResult[];
  taken: readonly TakenClosing[];
} {
  const fields = new Map<string, CareerResult[]>();
  for (const result of results) {
    const field = fields.get(raceOf(result));
    if (field) field.push(result);
    else fields.set(raceOf(result), [result]);
  }
  const taken = new Map<string, TakenClosing>();
  for (const [key, field] of fields) {
    const timesS = field.flatMap(({ timeS }) => timeS ?? []);
    const isWhole = timesS.length < field.length && timesS.length >= MANY_FINISHERS;
    if (!isWhole || field.some(({ cutoffS }) => cutoffS !== null)) continue;
    const closesS = quantile(ascending(timesS), IN_TIME);
    taken.set(key, { race: field[0]?.race ?? null, finishers: timesS.length, closesS });
  }
  return {
    results: results.map((result) => {
      const closing = taken.get(raceOf(result));
      return closing ? { ...result, cutoffS: closing.closesS } : result;
    }),
    taken: [...taken.values()],
  };
}
