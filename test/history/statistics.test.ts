import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HISTORY } from '../../src/engine/history/constants.js';
import { findNeighbours } from '../../src/engine/history/neighbourhood.js';
import { fitRidge } from '../../src/engine/history/ridge.js';
import { smoothCurve } from '../../src/engine/history/smooth-curve.js';
import { editionWidening } from '../../src/engine/history/typical-deviations.js';
import { solveLinear } from '../../src/kernel/linear.js';
import { weightedQuantiles } from '../../src/kernel/stats.js';

describe('weighted quantiles', () => {
  it('stand each value at the middle of its weight', () => {
    // 1 at 0.5 of 4, 2 at 2, 3 at 3.5
    expect(weightedQuantiles([3, 1, 2], [1, 1, 2], [0, 0.125, 0.5, 0.6875, 1])).toEqual([
      1, 1, 2, 2.5, 3,
    ]);
  });

  it('are within the values, and increase', () => {
    const anyValues = fc.array(
      fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: 1, max: 9 })),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(anyValues, (pairs) => {
        const values = pairs.map(([value]) => value);
        const weights = pairs.map(([, weight]) => weight);
        const found = weightedQuantiles(values, weights, [0.1, 0.5, 0.9]);
        expect(found).toEqual(found.toSorted((a, b) => a - b));
        expect(found[0]).toBeGreaterThanOrEqual(Math.min(...values));
        expect(found[2]).toBeLessThanOrEqual(Math.max(...values));
      }),
    );
  });
});

describe('linear equations', () => {
  it('are solved', () => {
    // 2x + y = 5, x + 3y = 10
    const [x, y] = solveLinear(
      [
        [2, 1],
        [1, 3],
      ],
      [5, 10],
    );
    expect(x).toBeCloseTo(1, 12);
    expect(y).toBeCloseTo(3, 12);
  });
});

describe('ridge regression', () => {
  const examples = Array.from({ length: 200 }, (_, i) => {
    const features = [i / 100 - 1, Math.sin(i)];
    return { features, value: 3 + features[0]! };
  });
  const weights = examples.map(() => 1);

  it('finds the middle, and a slope held back by a sixth when runners are many', () => {
    const { predict } = fitRidge(examples, weights, 0, { ...HISTORY.outlook, ridgeRunners: 0 });
    expect(predict([0, 0])).toBeCloseTo(3, 1);
    expect(predict([1, 0]) - predict([0, 0])).toBeCloseTo(1 / 1.2, 1);
  });

  it('is hardly moved by one absurd value', () => {
    const absurd = examples.map((example, i) => (i === 50 ? { ...example, value: 500 } : example));
    expect(fitRidge(absurd, weights, 0, HISTORY.outlook).predict([0, 0])).toBeCloseTo(3, 1);
  });
});

describe('neighbours', () => {
  const reach = { shareOfAll: 0.5, most: 100, fewest: 2, minHalfWidth: 0.1 };
  const positions = Array.from({ length: 11 }, (_, i) => i);

  it('are as many as wanted, weighing less the further off', () => {
    const { members, weights, halfWidth } = findNeighbours(positions, 5, reach);
    // the sixth nearest, at 3, is the edge
    expect(halfWidth).toBe(3);
    expect(members).toEqual([3, 4, 5, 6, 7]);
    expect(weights[2]).toBe(1);
    expect(weights[0]).toBeCloseTo(1 - 4 / 9, 12);
  });

  it('are everybody when there are few', () => {
    expect(findNeighbours([0, 1, 2], 0, { ...reach, fewest: 30 }).members).toEqual([0, 1, 2]);
  });
});

describe('a smooth curve', () => {
  it('keeps a broad shape and forgets a single station', () => {
    const knots = Array.from({ length: 21 }, (_, i) => i / 20);
    const broad = (e: number) => 0.02 * Math.sin(Math.PI * e);
    const curve = smoothCurve(
      knots.map((e, i) => [e, i === 0 || i === 20 ? 0 : broad(e) + (i === 7 ? 0.02 : 0)]),
      HISTORY.carryOver.smoothRidge,
    );
    expect(Math.abs(curve(0.5) - broad(0.5))).toBeLessThan(0.003);
    expect(curve(7 / 20) - broad(7 / 20)).toBeLessThan(0.008);
    expect(curve(0)).toBe(0);
    expect(curve(1)).toBeCloseTo(0, 12);
  });
});

describe('windows for a year not seen', () => {
  it('are wider than the spread seen, less so after more editions', () => {
    const factors = [1, 2, 5, 50].map((editions) => editionWidening(editions, 0.05));
    expect(factors).toEqual(factors.toSorted((a, b) => b - a));
    expect(factors[0]).toBeCloseTo(Math.sqrt(1.1), 12);
    expect(factors[3]).toBeGreaterThan(1);
  });
});
