/** Whether climbs, or descents, cost the runner more than the model, as far as the legs can tell. */
import { solveLinear } from '../../../kernel/linear.js';
import { sum, weightedMean } from '../../../kernel/stats.js';
import type { Observation } from './observations.js';

/**
 * How much more of the time that climbing, or descending, is planned to add was spent on it, in the logarithm of a
 * leg's time per share of its effort; `null` when the legs do not tell.
 */
export interface Hills {
  climbs: number | null;
  descents: number | null;
}

export const NO_HILLS: Hills = { climbs: null, descents: null };

/** With fewer, chance alone looks like hills too often: opening and fade take two numbers, the slopes two more. */
const FEWEST = 12;
/** Standard errors away from nothing: of noise alone hills are claimed in at most one race of twenty (a test counts). */
const TELLING_T = 2.5;
/** Beyond this share a leg no steeper than the others, to the last digit. */
const FLAT = 1e-9;

type Slope = (part: Observation) => number;
const SLOPES = {
  climbs: (part) => part.climbRatio,
  descents: (part) => part.descentRatio,
} as const satisfies Record<string, Slope>;
type SlopeName = keyof typeof SLOPES;

/**
 * Least squares of what opening and fade leave, on both slopes together; what is not clear of its standard error is
 * left out, and the other one fitted alone.
 * @param leftLog of each part
 */
export function fitHills(parts: readonly Observation[], leftLog: readonly number[]): Hills {
  if (parts.length < FEWEST) return NO_HILLS;
  const both = regress(parts, leftLog, ['climbs', 'descents']);
  const telling = both.filter(({ t }) => Math.abs(t) >= TELLING_T).map(({ name }) => name);
  const kept = telling.length === 1 ? regress(parts, leftLog, telling) : both;
  const tell = (name: SlopeName): number | null => {
    if (!telling.includes(name)) return null;
    const found = kept.find((fit) => fit.name === name);
    return found && Math.abs(found.t) >= TELLING_T ? found.value : null;
  };
  const hills = { climbs: tell('climbs'), descents: tell('descents') };
  return hills.climbs === null && hills.descents === null ? NO_HILLS : hills;
}

interface Fit {
  name: SlopeName;
  value: number;
  /** The value over its standard error. */
  t: number;
}

/** Weighted least squares with an intercept; nothing where the slopes of the legs do not differ. */
function regress(
  parts: readonly Observation[],
  leftLog: readonly number[],
  names: readonly SlopeName[],
): Fit[] {
  const weights = parts.map(({ plannedS }) => plannedS);
  const total = sum(weights);
  const centred = (values: readonly number[]): number[] => {
    const mean = weightedMean(values, weights);
    return values.map((value) => value - mean);
  };
  const y = centred(leftLog);
  const xs = names.map((name) => centred(parts.map(SLOPES[name])));
  const product = (a: readonly number[], b: readonly number[]) =>
    sum(a.map((value, i) => (value * b[i]! * weights[i]! * parts.length) / total));
  const matrix = xs.map((a) => xs.map((b) => product(a, b)));
  if (isSingular(matrix)) return [];
  const values = solveLinear(
    matrix,
    xs.map((x) => product(x, y)),
  );
  const misses = y.map((value, i) => value - sum(xs.map((x, j) => x[i]! * values[j]!)));
  // the opening and the fade took two numbers already
  const freedom = parts.length - names.length - 3;
  const variance = product(misses, misses) / freedom;
  return names.map((name, j) => {
    const unit = names.map((_, k) => (k === j ? 1 : 0));
    const standardError = Math.sqrt(variance * solveLinear(matrix, unit)[j]!);
    return { name, value: values[j]!, t: values[j]! / Math.max(standardError, FLAT) };
  });
}

/** Slopes that hardly differ from leg to leg, or go up and down alike, cannot be told apart. */
function isSingular(matrix: readonly (readonly number[])[]): boolean {
  const [[a = 0, b = 0] = [], [, d = 1] = []] = matrix;
  return matrix.length === 1 ? a < FLAT : a < FLAT || d < FLAT || a * d - b * b < 1e-3 * a * d;
}
