/** Grounds by their common names. */

import { parseQuantity } from '../kernel/quantity.js';
import { plainName } from '../kernel/text.js';
import type { Terrain } from './course.js';

/**
 * How much slower than paved, as a share of time. The middles of the penalties that planners commonly
 * use: paved 0, fire road 2–6 %, double track 6–10 %, single track 10–15 %, technical 15–25 %.
 * A rail trail is the smoothest of the unpaved: the low end of fire road. Convention, not measurement.
 */
const GROUNDS: ReadonlyArray<readonly [slowdownRatio: number, names: readonly string[]]> = [
  [0, ['paved', 'road', 'asphalt', 'pavement', 'track', 'bike path']],
  [0.02, ['rail trail', 'towpath', 'crushed stone']],
  [0.04, ['fire road', 'gravel', 'gravel road', 'dirt road', 'forest road']],
  [0.08, ['double track', 'jeep road', 'grass']],
  [0.125, ['single track', 'trail']],
  [0.2, ['technical', 'technical trail', 'rocks']],
];

export const TERRAIN_NAMES: readonly string[] = GROUNDS.flatMap(([, names]) => names);

/**
 * Reads a ground: a name (`rail trail`, `Single-Track`, `singletrack`) or its penalty (`8%`).
 * @returns `null` when it is neither
 */
export function parseTerrain(text: string): Terrain | null {
  const letters = (name: string) => plainName(name).replaceAll(' ', '');
  for (const [slowdownRatio, names] of GROUNDS) {
    if (names.some((name) => letters(name) === letters(text))) {
      return { name: text, slowdownRatio };
    }
  }
  const slowdownRatio = text.endsWith('%') ? parseQuantity(text, 'ratio', 'metric') : null;
  return slowdownRatio == null || slowdownRatio < 0 ? null : { name: text, slowdownRatio };
}
