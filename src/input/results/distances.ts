/** Results of timed events, where the performance is how far somebody got. */
import type { TableRow } from '../table/whole.js';

/** `73.766 km`, `45,2 mi`: a distance with its unit. */
export const isDistance = (written: string): boolean =>
  /^\d+(?:[.,]\d+)*\s?(?:km|kilomet(?:er|re)s?|mi|miles?|meilen|m)$/i.test(written.trim());

/**
 * The first row whose finish is a distance, where most that tell anything are.
 * @param index of the column of finish times
 */
export function firstDistance(index: number, sample: readonly TableRow[]): TableRow | null {
  const cellOf = ({ cells }: TableRow) => cells[index] ?? '';
  const told = sample.filter((row) => cellOf(row) !== '');
  const distances = told.filter((row) => isDistance(cellOf(row)));
  return distances.length > told.length / 2 ? distances[0]! : null;
}
