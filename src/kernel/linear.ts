/** Linear equations. */

/**
 * Solves `matrix · x = right` by Gauss–Jordan elimination without pivoting: for the small, positive definite
 * systems of ridge regression.
 */
export function solveLinear(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  rows.forEach((pivotRow, p) => {
    const pivot = pivotRow[p]!;
    for (let c = p; c <= size; c += 1) pivotRow[c]! /= pivot;
    rows.forEach((row, r) => {
      const factor = row[p]!;
      if (r === p || factor === 0) return;
      for (let c = p; c <= size; c += 1) row[c]! -= factor * pivotRow[c]!;
    });
  });
  return rows.map((row) => row[size]!);
}
