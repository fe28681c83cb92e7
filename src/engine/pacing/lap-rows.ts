/** Which legs of many laps end a row of a table: laps are shown by twos, fives, tens … where they are many. */
import { SAME_PLACE_M } from '../../domain/course.js';

/** Up to so many legs of a course in laps are shown as they are; folded, they make no more rows than this. */
const MOST_LEGS = 24;
const LAPS_PER_ROW = [1, 2, 5] as const;

/** Where a leg ends, and whether it ends a row however laps are counted: at a place that closes, at a mark. */
export interface LapLeg {
  atM: number;
  isKept: boolean;
}

export interface LapRows {
  /** One a leg; the last leg always ends a row. */
  endsRow: readonly boolean[];
  /** 1 where none are folded. */
  lapsPerRow: number;
}

/**
 * @param legs in course order: the whole course's, or what is left of it
 * @param lapM metres; a course that is no loop is one lap
 */
export function computeLapRows(
  legs: readonly LapLeg[],
  laps: number,
  lapM: number,
  allLaps: boolean,
): LapRows {
  const isLong = laps > 1 && legs.length > MOST_LEGS && !allLaps;
  const lapsPerRow = isLong ? lapsOfRow(laps) : 1;
  if (lapsPerRow === 1) return { endsRow: legs.map(() => true), lapsPerRow };
  const endsRow = legs.map(
    ({ atM, isKept }, i) =>
      i === legs.length - 1 || (lapEndingAt(atM, lapM) ?? 1) % lapsPerRow === 0 || isKept,
  );
  return { endsRow, lapsPerRow };
}

/** The number of the lap that ends there; `null` inside a lap, and at the start. */
export function lapEndingAt(atM: number, lapM: number): number | null {
  const lap = Math.round(atM / lapM);
  return lap > 0 && Math.abs(atM - lap * lapM) <= SAME_PLACE_M ? lap : null;
}

function lapsOfRow(laps: number): number {
  for (let tens = 1; ; tens *= 10) {
    const step = LAPS_PER_ROW.find((n) => laps / (n * tens) <= MOST_LEGS);
    if (step !== undefined) return step * tens;
  }
}
