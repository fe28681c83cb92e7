import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sex } from '../../src/domain/athlete.js';
import type { AgeGroup } from '../../src/domain/record.js';
import { compactResults, type ReadResult } from '../../src/input/results/compact-results.js';

const groups: readonly AgeGroup[] = [
  { minYears: 40, maxYears: 49 },
  { minYears: 70, maxYears: null },
];
const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const sexOf = (said: string): Sex | null => (said === '' || said.length > 1 ? null : (said as Sex));
const anyResult: fc.Arbitrary<ReadResult> = fc.record({
  place: orNull(fc.integer({ min: 1, max: 1e6 })),
  timeS: orNull(fc.double({ min: 1, max: 1e6, noNaN: true })),
  distanceM: orNull(fc.double({ min: 1, max: 1e6, noNaN: true })),
  sexSaid: fc.constantFrom('M', 'F', 'X', '', 'sex:s'),
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
      const { add, results: kept } = compactResults(sexOf);
      results.forEach(add);
      expect(kept.length).toBe(results.length);
      const told = results.map(({ sexSaid, ...result }) => ({ ...result, sex: sexOf(sexSaid) }));
      expect([...kept]).toEqual(told);
      expect([...kept]).toEqual(told);
    }),
  );
});

it('goes on beyond a page', () => {
  const { add, results: kept } = compactResults(sexOf);
  const [result] = fc.sample(anyResult, 1);
  for (let line = 2; line < 10_000; line += 1) add({ ...result!, line });
  expect([...kept].map(({ line }) => line).at(-1)).toBe(9999);
});
