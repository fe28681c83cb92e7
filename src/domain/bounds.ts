/** Ranges of one quantity. */

/** In the quantity's unit; `null` is open. Both ends count as inside. */
export interface Bounds {
  min: number | null;
  max: number | null;
}

export const isWithin = (value: number, { min, max }: Bounds): boolean =>
  (min == null || value >= min) && (max == null || value <= max);
