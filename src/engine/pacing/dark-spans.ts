/** Where on the course it is dark when the runner is there. */

import { S_PER_MIN } from '../../kernel/units.js';
import { type Sun, spansWhere } from '../course/daylight.js';
import type { WayPart } from './hours.js';

/** A stretch of the course that is run in the dark: metres, and when it begins and ends, elapsed seconds. */
export interface DarkSpan {
  fromM: number;
  toM: number;
  fromS: number;
  toS: number;
}

/**
 * The stretches run after dusk and before dawn; twilight is none of them. Who stands through a whole night runs
 * nothing of it. To the minute.
 * @param way from the start on, in order
 */
export function computeDarkSpans(way: readonly WayPart[], { lightAt }: Sun): DarkSpan[] {
  const endS = way.at(-1)?.toS ?? 0;
  let part = 0;
  const reachedM = (atS: number): number => {
    while (part < way.length - 1 && way[part]!.toS < atS) part += 1;
    const { fromS, toS, fromM, toM } = way[part]!;
    if (atS <= fromS) return fromM;
    return atS >= toS ? toM : fromM + ((toM - fromM) * (atS - fromS)) / (toS - fromS);
  };
  return spansWhere((elapsedS) => lightAt(elapsedS) === 'dark', endS, S_PER_MIN)
    .map(({ fromS, toS }) => ({ fromM: reachedM(fromS), toM: reachedM(toS), fromS, toS }))
    .filter(({ fromM, toM }) => toM > fromM);
}
