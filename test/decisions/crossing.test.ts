import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findCrossing } from '../../src/kernel/crossing.js';

const counted = (f: (x: number) => number) => {
  let calls = 0;
  return { f: (x: number) => f(x + 0 * calls++), calls: () => calls };
};

it('finds where a bent line passes 0, in few steps', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 10, max: 90_000, noNaN: true }),
      fc.double({ min: 1, max: 3, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (root, slope, bend) => {
        const { f, calls } = counted((x) => slope * (x - root) * (1 + (bend * x) / 100_000));
        const bracket = { from: 0, to: 100_000, fromValue: -slope * root, guess: 50_000 };
        expect(Math.abs(findCrossing(f, bracket, 1) - root)).toBeLessThanOrEqual(1);
        expect(calls()).toBeLessThan(15);
      },
    ),
    { seed: 11, numRuns: 500 },
  );
});

it('finds a jump as well', () => {
  fc.assert(
    fc.property(fc.double({ min: 2, max: 99_998, noNaN: true }), (root) => {
      const jump = (x: number) => (x <= root ? -5000 : 1);
      const bracket = { from: 0, to: 100_000, fromValue: -5000, guess: 30_000 };
      const found = findCrossing(jump, bracket, 1);
      expect(found).toBeLessThanOrEqual(root);
      expect(root - found).toBeLessThanOrEqual(1);
    }),
    { seed: 12, numRuns: 300 },
  );
});

it('says the end where it passes nowhere', () => {
  const bracket = { from: 0, to: 100, fromValue: -1, guess: 40 };
  expect(findCrossing(() => 1, bracket, 1)).toBe(0);
  expect(findCrossing(() => -1, bracket, 1)).toBe(100);
});
