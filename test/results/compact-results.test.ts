import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AgeGroup, RaceResult } from '../../src/domain/record.js';
import { compactResults } from '../../src/input/results/compact-results.js';

const groups: readonly AgeGroup[] = [
  { minYears: 40, maxYears: 49 },
  { minYears: 70, maxYears: null },
];
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const anyResult: fc.Arbitrary<RaceResult> = fc.record({
  place: orNull(fc.integer({ min: 1, max: 1e6 })),
  timeS: orNull(fc.double({ min: 1, max: 1e6, noNaN: true })),
  sex: orNull(fc.constantFrom('M', 'F', 'X')),
  ageYears: orNull(fc.integer({ min: 5, max: 99 })),
  ageGroup: orNull(fc.constantFrom(...groups)),
  status: fc.constantFrom('finished', 'dnf', 'dns', 'dq'),
  bib: orNull(
    fc.oneof(fc.constantFrom('7', '007', 'A7', '12345678901'), fc.string({ minLength: 1 })),
  ),
  line: fc.integer({ min: 2, max: 1e7 }),
});

it('gives back every result that was put in, in order, as often as it is asked', () => {
  fc.assert(
    fc.property(fc.array(anyResult), (results) => {
      const { add, results: kept } = compactResults();
      results.forEach(add);
      expect(kept.length).toBe(results.length);
      expect([...kept]).toEqual(results);
      expect([...kept]).toEqual(results);
    }),
  );
});

it('goes on beyond a page', () => {
  const { add, results: kept } = compactResults();
  const [result] = fc.sample(anyResult, 1);
  for (let line = 2; line < 10_000; line += 1) add({ ...result!, line });
  expect([...kept].map(({ line }) => line).at(-1)).toBe(9999);
});
