/** Which editions may be averaged: a shortened course or another distance shows in its times. */
import type { Measure } from '../../domain/record.js';
import { mean, median } from '../../kernel/stats.js';
import type { EditionSummary } from './summary.js';

export interface Comparability {
  /** Whether the edition counts in averages. */
  counts: boolean;
  /** Times of this edition over those of the others (0.8: a fifth faster); `null` when nothing can be compared. */
  timeRatio: number | null;
  /** The same of distances, in a timed event. */
  distanceRatio: number | null;
  why: 'alike' | 'far off' | 'no finishers' | 'forced in' | 'forced out' | 'other measure';
}

/** An edition whose winner and median finisher are together further off the other years than this is not comparable. */
const FAR_OFF: Readonly<Record<Measure, number>> = {
  time: Math.log(1.18),
  // by the records twice the time is 1.6 to 1.8 times the distance: halfway there, as a factor, it is another event
  distance: Math.log(1.3),
};

/**
 * Judges each edition against the median of all the others of its kind; with fewer than three nothing is left out.
 * @param measure of those that count: times and distances make no average
 */
export const compareEditions = (
  editions: readonly EditionSummary[],
  measure: Measure,
): Comparability[] =>
  editions.map((edition) => {
    const others = editions.filter(
      (other) => other !== edition && other.finishers > 0 && other.measure === edition.measure,
    );
    const offset = others.length < 2 ? null : offsetFrom(edition, others);
    const ratio = offset == null ? null : Math.exp(offset);
    const isTimed = edition.measure === 'distance';
    const ratios = { timeRatio: isTimed ? null : ratio, distanceRatio: isTimed ? ratio : null };
    const forced = edition.edition.comparable;
    if (edition.finishers === 0) return { counts: false, ...ratios, why: 'no finishers' };
    if (edition.measure !== measure) return { counts: false, ...ratios, why: 'other measure' };
    if (forced != null)
      return { counts: forced, ...ratios, why: forced ? 'forced in' : 'forced out' };
    const farOff = offset != null && Math.abs(offset) > FAR_OFF[measure];
    return { counts: !farOff, ...ratios, why: farOff ? 'far off' : 'alike' };
  });

/** Mean log ratio of winner and median to the others' medians. */
function offsetFrom(edition: EditionSummary, others: readonly EditionSummary[]): number | null {
  const keys =
    edition.measure === 'time'
      ? (['winnerS', 'medianS'] as const)
      : (['winnerM', 'medianM'] as const);
  const ratios = keys.flatMap((key) => {
    const own = edition[key];
    const theirs = others.flatMap((other) => other[key] ?? []);
    return own == null || theirs.length === 0 ? [] : [Math.log(own / median(theirs))];
  });
  return mean(ratios);
}
