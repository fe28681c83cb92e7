/** Which editions may be averaged: a shortened course or another distance shows in its times. */
import { mean, median } from '../../kernel/stats.js';
import type { EditionSummary } from './summary.js';

export interface Comparability {
  /** Whether the edition counts in averages. */
  counts: boolean;
  /** Times of this edition over those of the others (0.8: a fifth faster); `null` when nothing can be compared. */
  timeRatio: number | null;
  why: 'alike' | 'far off' | 'no finishers' | 'forced in' | 'forced out';
}

/** An edition whose winner and median finisher are together further off the other years than this is not comparable. */
const FAR_OFF = Math.log(1.18);

/** Judges each edition against the median of all the others; with fewer than three nothing is left out. */
export const compareEditions = (editions: readonly EditionSummary[]): Comparability[] =>
  editions.map((edition) => {
    const others = editions.filter((other) => other !== edition && other.finishers > 0);
    const offset = others.length < 2 ? null : offsetFrom(edition, others);
    const timeRatio = offset == null ? null : Math.exp(offset);
    const forced = edition.edition.comparable;
    if (edition.finishers === 0) return { counts: false, timeRatio, why: 'no finishers' };
    if (forced != null)
      return { counts: forced, timeRatio, why: forced ? 'forced in' : 'forced out' };
    const farOff = offset != null && Math.abs(offset) > FAR_OFF;
    return { counts: !farOff, timeRatio, why: farOff ? 'far off' : 'alike' };
  });

/** Mean log ratio of winner and median to the others' medians. */
function offsetFrom(edition: EditionSummary, others: readonly EditionSummary[]): number | null {
  const ratios = (['winnerS', 'medianS'] as const).flatMap((key) => {
    const own = edition[key];
    const theirs = others.flatMap((other) => other[key] ?? []);
    return own == null || theirs.length === 0 ? [] : [Math.log(own / median(theirs))];
  });
  return mean(ratios);
}
