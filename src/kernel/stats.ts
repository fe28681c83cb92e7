/** Small statistics, each defined in its docstring. */
import { between } from './interpolate.js';

/**
 * Sample quantile, Hyndman & Fan type 7 (linear between order statistics; the default of R and NumPy).
 * @param sorted ascending, not empty
 * @param p 0..1
 */
export function quantile(sorted: readonly number[], p: number): number {
  const position = (sorted.length - 1) * p;
  const below = Math.floor(position);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? Number.NaN;
  return between(low, high, position - below);
}

export const ascending = (values: Iterable<number>): number[] => [...values].sort((a, b) => a - b);

export const median = (values: Iterable<number>): number => quantile(ascending(values), 0.5);

export const sum = (values: Iterable<number>): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

/** The nearest to `value` from `min` to `max`. */
export const clamp = (value: number, min: number, max: number): number =>
  Math.min(max, Math.max(min, value));

/** `null` of nothing. */
export const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : sum(values) / values.length;

/** Mean of `values`, each counting as much as its weight; as many weights, not all 0. */
export function weightedMean(values: readonly number[], weights: readonly number[]): number {
  return sum(values.map((value, i) => value * weights[i]!)) / sum(weights);
}

/** The share of the total that has come by the end of each part, the last 1. */
export function cumulativeRatios(parts: readonly number[]): number[] {
  const total = sum(parts);
  let done = 0;
  return parts.map((part) => {
    done += part;
    return done / total;
  });
}

/** Standard normal quantile of 90 %. */
export const Z90 = 1.2816;

/**
 * Standard normal distribution function, by Abramowitz & Stegun 26.2.17; absolute error below 7.5e-8.
 */
export function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly =
    t *
    (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * poly;
  return z < 0 ? tail : 1 - tail;
}

/** Beyond this `normalCdf` is 0 or 1, to 15 digits. */
const FARTHEST_Z = 8;

/**
 * Standard normal quantile: the inverse of `normalCdf`, by bisection, to 1e-12.
 * @param p 0..1; what is outermost is taken for 8 standard deviations
 */
export function normalQuantile(p: number): number {
  let [low, high] = [-FARTHEST_Z, FARTHEST_Z];
  for (let i = 0; i < 44; i++) {
    const middle = (low + high) / 2;
    if (normalCdf(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Weighted quantiles by the mid-point rule: each value stands at the middle of its share of the weight, linear
 * between values, level beyond the outermost.
 * @param values not empty; @param weights as many, positive
 * @param ps 0..1, one quantile for each
 */
export function weightedQuantiles(
  values: readonly number[],
  weights: readonly number[],
  ps: readonly number[],
): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  let belowWeight = 0;
  const middles = order.map((i) => {
    const middle = belowWeight + weights[i]! / 2;
    belowWeight += weights[i]!;
    return middle;
  });
  return ps.map((p) => {
    const wanted = p * belowWeight;
    const above = middles.findIndex((middle) => middle >= wanted);
    if (above === -1) return values[order.at(-1)!]!;
    const high = values[order[above]!]!;
    if (above === 0) return high;
    const low = values[order[above - 1]!]!;
    const share = (wanted - middles[above - 1]!) / (middles[above]! - middles[above - 1]!);
    return between(low, high, share);
  });
}
