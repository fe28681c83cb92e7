/** Distances as results of timed events have them: `73.766 km`, `45,2 mi`, `104,500 m`, or a number under `km`. */
import { median } from '../../kernel/stats.js';
import { lookUp } from '../../kernel/text.js';
import { M_PER_KM, M_PER_MI } from '../../kernel/units.js';

/** How the distances of a column are written, found once in its cells. */
export interface DistanceReading {
  /** Of numbers without a unit, by the column's header; `null` where it says none. */
  unitM: number | null;
  /** What parts whole numbers from fractions: the other of the two parts thousands. */
  decimal: '.' | ',';
}

const named = (names: string, metres: number) => names.split(' ').map((name) => [name, metres]);

const UNIT_M: Readonly<Record<string, number>> = Object.fromEntries([
  ...named('km kms kilometer kilometers kilometre kilometres', M_PER_KM),
  ...named('mi mile miles meile meilen', M_PER_MI),
  ...named('m meter meters metre metres', 1),
]);

/** The metres in a unit as written in a header or a cell; `null` of anything else. */
export const metresIn = (unit: string): number | null => lookUp(UNIT_M, unit.toLowerCase()) ?? null;

const WRITTEN = /^(\d+(?:[.,]\d+)*)(?:\s?([a-z]+)\.?)?$/i;

/** Fewer metres than these may as well be minutes, which are written `m` too. */
const FEWEST_M = 10_000;

/** `73.766 km`, `45,2 mi`: a distance with its unit. */
export function isDistance(written: string): boolean {
  const [, number, unit] = WRITTEN.exec(written.trim()) ?? [];
  const metres = unit ? metresIn(unit) : null;
  return (
    metres !== null && (metres > 1 || Number(number!.replace(/[.,]\d{1,2}$|[.,]/g, '')) >= FEWEST_M)
  );
}

/** A number, or a distance with its unit. */
export function isNumberOrDistance(written: string): boolean {
  const [, number, unit] = WRITTEN.exec(written.trim()) ?? [];
  return number !== undefined && (unit === undefined || metresIn(unit) !== null);
}

/**
 * Finds which of points and commas are decimal. A cell that has both tells, and one with two of a kind; else the
 * kind that more cells have, unless all look like thousands of metres.
 * @param cells of a column of distances
 * @param unitM of numbers without a unit
 */
export function distanceReading(cells: readonly string[], unitM: number | null): DistanceReading {
  const numbers = cells.flatMap((written) => {
    const [, number, unit] = WRITTEN.exec(written.trim()) ?? [];
    return number === undefined ? [] : [{ number, metres: unit ? metresIn(unit) : unitM }];
  });
  const told = numbers.flatMap(({ number }) => {
    const [points, commas] = [number.split('.').length - 1, number.split(',').length - 1];
    if (points > 0 && commas > 0) return [/,\d+$/.test(number) ? -1 : 1];
    return points > 1 ? [-1] : commas > 1 ? [1] : [];
  });
  if (told.length > 0) return { unitM, decimal: median(told) < 0 ? ',' : '.' };
  const parted = numbers.filter(({ number }) => /[.,]/.test(number));
  const commas = parted.filter(({ number }) => number.includes(',')).length;
  const isMostlyComma = commas > parted.length / 2;
  const areThousands =
    parted.length > 0 &&
    parted.every(({ number, metres }) => metres === 1 && THOUSANDS.test(number));
  return { unitM, decimal: isMostlyComma === areThousands ? '.' : ',' };
}

const THOUSANDS = /^\d{1,3}(?:[.,]\d{3})+$/;

/** A distance in metres, read as its column is written; `null` where the cell holds none, or tells no unit. */
export function readDistance(written: string, { unitM, decimal }: DistanceReading): number | null {
  const [, number, unit] = WRITTEN.exec(written.trim()) ?? [];
  const metres = unit ? metresIn(unit) : unitM;
  if (number === undefined || metres === null) return null;
  const [whole = '', fraction = '', ...more] = number.split(decimal);
  const isGrouped = /[.,]/.test(whole);
  if (more.length > 0 || /[.,]/.test(fraction) || (isGrouped && !THOUSANDS.test(whole)))
    return null;
  return Number(`${whole.replace(/[.,]/g, '')}.${fraction || '0'}`) * metres;
}
