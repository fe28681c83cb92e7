/** Where a rising function of one number passes 0. */

/** Rounds of halving that bring any bracket of numbers in use below any tolerance in use. */
const MOST_ROUNDS = 200;

export interface Bracket {
  from: number;
  to: number;
  /** The function at `from`, where it is not above 0; it is not asked there. */
  fromValue: number;
  /** Where to ask first. */
  guess: number;
}

/**
 * The largest `x` of a bracket at which `f` is not above 0: by the Illinois form of false position (Dowell & Jarratt
 * 1971, BIT 11:168), a few calls near the guess where `f` is nearly straight. Found once `f` is within `tolerance`
 * below 0, or `x` within it.
 * @param f rising
 * @returns `from` where `f` is above 0 everywhere else, `to` where it is nowhere
 */
export function findCrossing(
  f: (x: number) => number,
  { from, to, fromValue, guess }: Bracket,
  tolerance: number,
): number {
  let [low, below] = [from, fromValue];
  // not known to be above 0 before it has been asked
  let [high, above]: [number, number | null] = [to, null];
  let moved: 'low' | 'high' | null = null;
  let x = guess;
  for (let round = 0; round < MOST_ROUNDS && high - low > tolerance; round += 1) {
    if (!(x > low && x <= high) || (x === high && above !== null)) x = (low + high) / 2;
    const value = f(x);
    if (value > 0) {
      // the same end moved twice: the other one counts half, so that it moves as well
      if (moved === 'high') below /= 2;
      [high, above, moved] = [x, value, 'high'];
    } else {
      if (value > -tolerance || x === to) return x;
      if (moved === 'low' && above !== null) above /= 2;
      // without an upper end, a little beyond where the line through both points passes
      const beyond = x + (1.1 * value * (x - low)) / (below - value);
      [low, below, moved] = [x, value, 'low'];
      if (above === null) {
        x = beyond > x ? Math.min(to, beyond) : to;
        continue;
      }
    }
    x = (low * above - high * below) / (above - below);
  }
  return low;
}
