/** What a forecast may know of the other editions of a race. */

export const BACKTEST_MODES = ['no-history', 'leave-one-out', 'earlier', 'one-prior'] as const;
export type BacktestMode = (typeof BACKTEST_MODES)[number];

/**
 * The editions a forecast of `editions[index]` may learn from: none, all others, those before it, or only the
 * last before it.
 * @param editions oldest first
 * @returns `null` when the mode has nothing to say of that edition: it is not scored
 */
export function editionsToLearnFrom<T>(
  editions: readonly T[],
  index: number,
  mode: BacktestMode,
): readonly T[] | null {
  const learned = {
    'no-history': [],
    'leave-one-out': editions.filter((_, i) => i !== index),
    earlier: editions.slice(0, index),
    'one-prior': editions.slice(Math.max(0, index - 1), index),
  }[mode];
  return learned.length === 0 && mode !== 'no-history' ? null : learned;
}
