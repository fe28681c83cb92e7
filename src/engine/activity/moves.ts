/** How far a runner had come. */
import { groundDistance } from '../../kernel/geo.js';
import type { Fix } from './fixes.js';
import type { Standing } from './standings.js';

/** A fix, and how far the runner had come by it. */
export interface Moved extends Fix {
  /** Along the fixes, metres; wandering on the spot does not count. */
  movedM: number;
}

/** How far the runner had come by each fix. */
export function measureMoves(fixes: readonly Fix[], standings: readonly Standing[]): Moved[] {
  let movedM = 0;
  let standing = 0;
  let from: Fix | null = null;
  return fixes.map((fix) => {
    while (standings[standing] && standings[standing]!.toS < fix.atS) standing += 1;
    const isInside = (standings[standing]?.fromS ?? Number.POSITIVE_INFINITY) < fix.atS;
    if (!isInside) {
      if (from) movedM += groundDistance(from, fix);
      from = fix;
    }
    return { ...fix, movedM };
  });
}
