/** A residual curve reduced to its broad shape. */
import type { Knot } from '../../kernel/interpolate.js';
import { solveLinear } from '../../kernel/linear.js';
import { sum } from '../../kernel/stats.js';

/** Sines of one to four half waves over the race: enough for a fade, too few for a single station. */
const WAVES = [1, 2, 3, 4] as const;

const wavesAt = (effortRatio: number): number[] =>
  WAVES.map((wave) => Math.sin(wave * Math.PI * effortRatio));

/**
 * The least-squares fit of sines that vanish at start and finish, each knot weighing as much as the effort it
 * stands for.
 * @param knots from [0, 0] to [1, 0], by share of the effort
 * @param ridge beside a weight of 1 for the whole race
 */
export function smoothCurve(
  knots: readonly Knot[],
  ridge: number,
): (effortRatio: number) => number {
  const normal = WAVES.map((_, a) => WAVES.map((_, b) => (a === b ? ridge : 0)));
  const right = WAVES.map(() => 0);
  for (let i = 1; i < knots.length - 1; i += 1) {
    const [effortRatio, value] = knots[i]!;
    const weight = (knots[i + 1]![0] - knots[i - 1]![0]) / 2;
    const waves = wavesAt(effortRatio);
    for (let a = 0; a < waves.length; a += 1) {
      for (let b = 0; b < waves.length; b += 1) normal[a]![b]! += weight * waves[a]! * waves[b]!;
      right[a]! += weight * waves[a]! * value;
    }
  }
  const coefficients = solveLinear(normal, right);
  return (effortRatio) => sum(wavesAt(effortRatio).map((value, i) => value * coefficients[i]!));
}
