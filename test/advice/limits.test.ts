import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFastest, MAX_SPEED_M_PER_S } from '../../src/domain/limits.js';

describe('the fastest anyone has run', () => {
  it.each([
    [50_000, 9523],
    [100_000, 21_560],
    [160_934, 39_099],
    [319_614, 86_400],
  ])('%i m took %i s', (distanceM, timeS) => {
    expect(computeFastest(distanceM)).toBeCloseTo(timeS, 6);
  });

  it('is never faster over a longer way', () => {
    const metres = fc.integer({ min: 1000, max: 1_000_000 });
    fc.assert(
      fc.property(metres, metres, (a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        const speed = (distanceM: number) => distanceM / computeFastest(distanceM);
        expect(speed(long)).toBeLessThanOrEqual(speed(short) + 1e-9);
      }),
    );
  });

  it('is within what is possible, whatever the distance', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 10_000_000 }), (distanceM) => {
        expect(distanceM / computeFastest(distanceM)).toBeLessThan(MAX_SPEED_M_PER_S);
      }),
    );
  });
});
