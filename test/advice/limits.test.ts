import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeFastest, fastestPossibleS, maxLegSpeedMPerS } from '../../src/domain/limits.js';

const KM_PER_H = 1 / 3.6;
const metres = fc.integer({ min: 100, max: 10_000_000 });
const speed = (distanceM: number) => distanceM / computeFastest(distanceM);

describe('the fastest anyone has run', () => {
  it.each([
    [1_500, 206],
    [5_000, 755.36],
    [42_195, 7180],
    [50_000, 9523],
    [100_000, 21_560],
    [160_934, 39_099],
    [319_614, 86_400],
  ])('%i m took %f s', (distanceM, timeS) => {
    expect(computeFastest(distanceM)).toBeCloseTo(timeS, 6);
  });

  it('is never faster over a longer way', () => {
    fc.assert(
      fc.property(metres, metres, (a, b) => {
        const [short, long] = a < b ? [a, b] : [b, a];
        expect(speed(long)).toBeLessThanOrEqual(speed(short) + 1e-9);
      }),
    );
  });
});

describe('faster than anyone can run', () => {
  it('is a marathon in 1:50, but not in 1:58', () => {
    expect(fastestPossibleS(42_195)).toBeGreaterThan(110 * 60);
    expect(fastestPossibleS(42_195)).toBeLessThan(118 * 60);
  });
  it('is 2 km in 4:25, but not in 5 min', () => {
    expect(fastestPossibleS(2_000)).toBeGreaterThan(265);
    expect(fastestPossibleS(2_000)).toBeLessThan(300);
  });
  it('is no way that somebody ran', () => {
    fc.assert(
      fc.property(metres, (distanceM) => {
        expect(fastestPossibleS(distanceM)).toBeLessThan(computeFastest(distanceM));
        expect(speed(distanceM)).toBeLessThan(maxLegSpeedMPerS(distanceM));
      }),
    );
  });
});

describe('a leg', () => {
  it('of an ultramarathon is slower than 20 km/h, however long the race', () => {
    for (const raceM of [80_000, 100_000, 160_934, 400_000]) {
      expect(maxLegSpeedMPerS(raceM)).toBeCloseTo(20 * KM_PER_H, 6);
    }
  });
  it('of a shorter race may be faster: 5 km of a marathon in 13:30 are', () => {
    expect(maxLegSpeedMPerS(42_195)).toBeGreaterThan(5_000 / 810);
    expect(maxLegSpeedMPerS(42_195)).toBeLessThan(25 * KM_PER_H);
  });
});
