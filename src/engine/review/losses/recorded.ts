/** What a watch tells of every cell: how long it took, and where the runner stood still. */
import { interpolate, type Knot } from '../../../kernel/interpolate.js';
import { sum } from '../../../kernel/stats.js';
import type { Recording } from '../../activity/race.js';

export interface Recorded {
  /** Moving seconds from one distance along the course to another, metres; `null` where it was not recorded. */
  movedBetween: (fromM: number, toM: number) => number | null;
  /** Seconds stood still between two times. */
  stoodBetween: (fromS: number, toS: number) => number;
}

/** A course ends, and a recording, to the last digit. */
const LAST_DIGIT_M = 1;

export function describeRecording({ knots, standings }: Recording): Recorded {
  const timeByDistance = firstTimes(knots);
  const [firstM, lastM] = [timeByDistance[0]![0], timeByDistance.at(-1)![0]];
  const stoodBetween = (fromS: number, toS: number): number =>
    sum(
      standings.map((span) => Math.max(0, Math.min(toS, span.toS) - Math.max(fromS, span.fromS))),
    );
  return {
    stoodBetween,
    movedBetween: (fromM, toM) => {
      if (fromM < firstM - LAST_DIGIT_M || toM > lastM + LAST_DIGIT_M) return null;
      const [fromS, toS] = [interpolate(timeByDistance, fromM), interpolate(timeByDistance, toM)];
      return toS - fromS - stoodBetween(fromS, toS);
    },
  };
}

/** When each distance was reached first. */
function firstTimes(knots: readonly Knot[]): Knot[] {
  const times: Knot[] = [];
  for (const [atS, atM] of knots) {
    const last = times.at(-1);
    if (!last || atM > last[0]) times.push([atM, atS]);
  }
  return times;
}
