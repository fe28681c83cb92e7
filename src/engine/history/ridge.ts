/** Weighted ridge regression, held close to least absolute deviations. */
import { solveLinear } from '../../kernel/linear.js';
import { clamp, sum, weightedMean, weightedQuantiles } from '../../kernel/stats.js';

export interface RidgeFit {
  /** Value at given features; all but the first count no further than `clip` deviations out. */
  predict: (features: readonly number[]) => number;
  /** Of the examples, in their order. */
  residuals: readonly number[];
}

/** Rounds of giving large residuals less weight. */
const REWEIGHTINGS = 2;

/**
 * Fits values by features, standardised; the first feature is centred where the forecast is wanted.
 * @param examples features and value of each; @param weights as many
 */
export function fitRidge(
  examples: readonly { features: readonly number[]; value: number }[],
  weights: readonly number[],
  centre: number,
  { ridge, ridgeRunners, clip }: { ridge: number; ridgeRunners: number; clip: number },
): RidgeFit {
  const scales = examples[0]!.features.map((_, j) => {
    const values = examples.map(({ features }) => features[j]!);
    const middle = j === 0 ? centre : weightedMean(values, weights);
    const variance = weightedMean(
      values.map((value) => (value - middle) ** 2),
      weights,
    );
    return { middle, deviation: Math.sqrt(variance) || 1 };
  });
  const standardise = (features: readonly number[]) => [
    1,
    ...features.map((value, j) => (value - scales[j]!.middle) / scales[j]!.deviation),
  ];
  const rows = examples.map(({ features }) => standardise(features));
  const values = examples.map(({ value }) => value);

  let coefficients: number[] = [];
  let residuals: number[] = [];
  let current = weights;
  for (let round = 0; round <= REWEIGHTINGS; round += 1) {
    coefficients = solveNormal(rows, values, current, ridge * sum(current) + ridgeRunners);
    residuals = rows.map((row, i) => values[i]! - dot(row, coefficients));
    const [scale] = weightedQuantiles(residuals.map(Math.abs), weights, [0.5]);
    current = weights.map(
      (weight, i) => weight / Math.max(1, Math.abs(residuals[i]!) / (scale || SMALL)),
    );
  }
  return {
    predict: (features) => {
      const [one, first, ...rest] = standardise(features);
      const clipped = rest.map((value) => clamp(value, -clip, clip));
      return dot([one!, first!, ...clipped], coefficients);
    },
    residuals,
  };
}

const SMALL = 1e-6;

function solveNormal(
  rows: readonly (readonly number[])[],
  values: readonly number[],
  weights: readonly number[],
  held: number,
): number[] {
  const size = rows[0]!.length;
  const matrix = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const right = new Array<number>(size).fill(0);
  rows.forEach((row, i) => {
    for (let a = 0; a < size; a += 1) {
      const weighted = weights[i]! * row[a]!;
      for (let b = 0; b < size; b += 1) matrix[a]![b]! += weighted * row[b]!;
      right[a]! += weighted * values[i]!;
    }
  });
  for (let a = 1; a < size; a += 1) matrix[a]![a]! += held;
  return solveLinear(matrix, right);
}

const dot = (a: readonly number[], b: readonly number[]): number => {
  let total = 0;
  for (let i = 0; i < a.length; i += 1) total += a[i]! * b[i]!;
  return total;
};
