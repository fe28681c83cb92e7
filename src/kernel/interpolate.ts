/** The value a share of the way from `low` to `high`: 0 is `low`, 1 is `high`. */
export const between = (low: number, high: number, share: number): number =>
  low + (high - low) * share;

/** A pair of coordinates. */
export type Knot = readonly [x: number, y: number];

/**
 * The broken line through `knots`, level beyond both ends.
 * @param knots at least one, x increasing
 */
export function interpolate(knots: readonly Knot[], x: number): number {
  let [low, high] = [0, knots.length - 1];
  if (x <= knots[low]![0]) return knots[low]![1];
  if (x >= knots[high]![0]) return knots[high]![1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (knots[middle]![0] <= x) low = middle;
    else high = middle;
  }
  const [[x0, y0], [x1, y1]] = [knots[low]!, knots[high]!];
  return between(y0, y1, (x - x0) / (x1 - x0));
}
