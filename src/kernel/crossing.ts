/** Where a rising function of one number passes 0. */

/** Rounds of halving that bring any bracket of numbers in use below any tolerance in use. */
const MOST_ROUNDS = 200;

/**
 * The largest `x` of a bracket at which `f` is not above 0: by the Illinois form of false position (Dowell & Jarratt
 * 1971, BIT 11:168), a few calls where `f` is nearly straight. Found once `f` is within `tolerance` below 0, or `x`
 * within it.
 * @param f rising; not above 0 at `from`, which is never asked
 * @param guess where to ask first, between `from` and `to`
 * @returns `from` where `f` is above 0 everywhere else, `to` where it is nowhere
 */
export function findCrossing(
  f: (x: number) => number,
  { from, to, fromValue, guess }: { from: number; to: number; fromValue: number; guess: number },
  tolerance: number,
): number {
  let [low, below, high, above] = [from, fromValue, to, f(to)];
  if (above <= 0) return to;
  let moved: 'low' | 'high' | null = null;
  let x = guess;
  for (let round = 0; round < MOST_ROUNDS && high - low > tolerance; round += 1) {
    if (!(x > low && x < high)) x = (low + high) / 2;
    const value = f(x);
    if (value > 0) {
      // the same end moved twice: the other one counts half, so that it moves as well
      if (moved === 'high') below /= 2;
      [high, above, moved] = [x, value, 'high'];
    } else {
      if (value > -tolerance) return x;
      if (moved === 'low') above /= 2;
      [low, below, moved] = [x, value, 'low'];
    }
    x = (low * above - high * below) / (above - below);
  }
  return low;
}
