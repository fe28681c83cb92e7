import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sum } from '../../src/kernel/stats.js';
import { apportion, type Equation } from '../../src/render/apportion.js';

/** A list and its total, last. */
const column = (parts: readonly number[]) => ({
  values: [...parts, sum(parts)],
  equations: [{ total: parts.length, parts: parts.map((_, i) => i) }],
});

/** A table with a total for each row and column, and one for all; row by row. */
function twoWay(rows: readonly (readonly number[])[]) {
  const width = rows[0]!.length;
  const table = [...rows, rows[0]!.map((_, i) => sum(rows.map((row) => row[i]!)))].map((row) => [
    ...row,
    sum(row),
  ]);
  const at = (row: number, i: number) => row * (width + 1) + i;
  const equations: Equation[] = [
    ...table.map((row, r) => ({
      total: at(r, width),
      parts: row.slice(0, -1).map((_, i) => at(r, i)),
    })),
    ...table[0]!.map((_, i) => ({
      total: at(rows.length, i),
      parts: rows.map((_, r) => at(r, i)),
    })),
  ];
  return { values: table.flat(), equations };
}

const holds = (rounded: readonly number[], { total, parts }: Equation) =>
  rounded[total] === sum(parts.map((i) => rounded[i]!));

const anyNumber = fc.double({ min: -5000, max: 50_000, noNaN: true });

describe('rounding what adds up', () => {
  it('gives the miss to the largest remainders, and leaves the total as near as it is', () => {
    const { values, equations } = column([1.4, 2.3, 3.45, 0]);
    expect(apportion(values, equations)).toEqual([1, 2, 4, 0, 7]);
  });

  it('rounds what is in no sum to the nearest', () => {
    expect(apportion([1.5, -1.5, -0.2, 2.4], [])).toEqual([2, -2, 0, 2]);
  });

  it('is as near as any rounding of a list can be', () => {
    fc.assert(
      fc.property(fc.array(anyNumber, { minLength: 1, maxLength: 7 }), (parts) => {
        const { values, equations } = column(parts);
        const rounded = apportion(values, equations);
        const miss = (all: readonly number[]) =>
          sum(parts.map((part, i) => Math.abs(all[i]! - part)));
        const totalOfBest = rounded.at(-1)!;
        const choices = parts.reduce<number[][]>(
          (lists, part) =>
            lists.flatMap((list) =>
              [...new Set([Math.floor(part), Math.ceil(part)])].map((n) => [...list, n]),
            ),
          [[]],
        );
        const best = Math.min(
          ...choices.filter((list) => sum(list) === totalOfBest).map((list) => miss(list)),
        );
        expect(Math.abs(totalOfBest - values.at(-1)!)).toBeLessThanOrEqual(0.5 + 1e-5);
        expect(miss(rounded)).toBeLessThan(best + 1e-4);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('makes rows and columns add up, moves nothing by one, and keeps zeros and signs', () => {
    const anyTable = fc
      .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 6 }))
      .chain(([rows, width]) =>
        fc.array(
          fc.array(fc.oneof(anyNumber, fc.constant(0)), { minLength: width, maxLength: width }),
          { minLength: rows, maxLength: rows },
        ),
      );
    fc.assert(
      fc.property(anyTable, (rows) => {
        const { values, equations } = twoWay(rows);
        const rounded = apportion(values, equations);
        for (const equation of equations) expect(holds(rounded, equation)).toBe(true);
        rounded.forEach((n, i) => {
          expect(Number.isInteger(n)).toBe(true);
          expect(Math.abs(n - values[i]!)).toBeLessThan(1);
          if (values[i] === 0) expect(n).toBe(0);
          expect(n * values[i]!).toBeGreaterThanOrEqual(0);
        });
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('makes a running total the sum of the parts so far', () => {
    const anySteps = fc.array(fc.tuple(anyNumber, anyNumber), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(anySteps, (steps) => {
        const values = steps.flatMap(([a, b], i) => [a, b, sum(steps.slice(0, i + 1).flat())]);
        const equations = steps.map((_, i) => ({
          total: 3 * i + 2,
          parts: [...(i === 0 ? [] : [3 * i - 1]), 3 * i, 3 * i + 1],
        }));
        const rounded = apportion(values, equations);
        for (const equation of equations) expect(holds(rounded, equation)).toBe(true);
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('leaves alone what does not add up', () => {
    expect(apportion([1.2, 1.2, 5], [{ total: 2, parts: [0, 1] }])).toEqual([1, 1, 5]);
  });
});
