/** Of which races a file of results tells who did not finish. */
import type { CareerResult } from '../../domain/record.js';
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
