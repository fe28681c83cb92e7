/** How far by each hour: of a race over a time, planned or run. */
import { SAME_PLACE_M } from '../../domain/course.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import type { PacePlan } from './pace-plan.js';

/** A piece of the race: of running, or of standing where `fromM` is `toM`. */
export interface WayPart {
  fromS: number;
  toS: number;
  fromM: number;
  toM: number;
}

export interface HourRow {
  fromS: number;
  untilS: number;
  /** Covered in it, and since the start. */
  distanceM: number;
  atM: number;
  /** Laps ended in it, and since the start; `null` where the course has none. */
  laps: number | null;
  lapsSoFar: number | null;
  /** Standing, as far as is known. */
  stoppedS: number;
}

export interface Hours {
  /** Length of a row; the last may be shorter. */
  blockS: number;
  rows: readonly HourRow[];
}

/** Up to so many rows are read at a glance. */
const MOST_ROWS = 24;
const BLOCKS_H = [1, 2, 3, 4, 6, 12, 24] as const;

/** An hour a row; of longer races several, so that they are a page. */
export const blockOf = (durationS: number): number =>
  (BLOCKS_H.find((hours) => durationS / (hours * S_PER_H) <= MOST_ROWS) ?? 24) * S_PER_H;

/** The way of a pace plan, cell by cell. */
export function wayOf({ legs }: Pick<PacePlan, 'legs'>): WayPart[] {
  const way: WayPart[] = [];
  for (const { leg, cells, arriveS, departS, movingS } of legs) {
    let [atS, atM] = [arriveS - movingS, leg.from.atM];
    leg.cells.forEach(({ distanceM }, i) => {
      const toS = atS + cells[i]!.movingS;
      way.push({ fromS: atS, toS, fromM: atM, toM: atM + distanceM });
      [atS, atM] = [toS, atM + distanceM];
    });
    if (departS > arriveS) {
      way.push({ fromS: arriveS, toS: departS, fromM: leg.to.atM, toM: leg.to.atM });
    }
  }
  return way;
}

/**
 * @param way from the start on, in order
 * @param durationS of the race, or as much of it as was run
 * @param blockS length of a row
 */
export function computeHours(
  way: readonly WayPart[],
  { durationS, blockS, loopM }: { durationS: number; blockS: number; loopM: number | null },
): Hours {
  const count = Math.max(1, Math.ceil(durationS / blockS - 1e-9));
  const rows: HourRow[] = [];
  let part = 0;
  for (let i = 0; i < count; i += 1) {
    const fromS = i * blockS;
    const untilS = Math.min(durationS, (i + 1) * blockS);
    while (part < way.length - 1 && way[part]!.toS <= untilS) part += 1;
    const atM = reachedM(way[part], untilS);
    const before = rows.at(-1);
    const lapsSoFar = loopM === null ? null : Math.floor((atM + SAME_PLACE_M) / loopM);
    rows.push({
      fromS,
      untilS,
      distanceM: atM - (before?.atM ?? 0),
      atM,
      laps: lapsSoFar === null ? null : lapsSoFar - (before?.lapsSoFar ?? 0),
      lapsSoFar,
      stoppedS: standing(way, fromS, untilS),
    });
  }
  return { blockS, rows };
}

/** Where one is in a piece at a time: evenly along it. */
function reachedM(part: WayPart | undefined, atS: number): number {
  if (!part) return 0;
  const { fromS, toS, fromM, toM } = part;
  // sums of many legs differ in the last digits
  if (atS >= toS - 1e-6) return toM;
  return atS <= fromS ? fromM : fromM + ((toM - fromM) * (atS - fromS)) / (toS - fromS);
}

const standing = (way: readonly WayPart[], fromS: number, untilS: number): number =>
  sum(
    way.map((part) =>
      part.fromM === part.toM
        ? Math.max(0, Math.min(untilS, part.toS) - Math.max(fromS, part.fromS))
        : 0,
    ),
  );
