/** From places to legs, and from legs to the cells a pace model sums over. */
import type { Cell, Leg, Place, Terrain } from '../../domain/course.js';
import type { Knot } from '../../kernel/interpolate.js';

/** Long enough for a grade to mean something, short enough that fade, heat and dark hardly change inside. */
export const CELL_M = 400;

const LAST_DIGIT = 1e-6;

/** Climb, descent and mean elevation between two distances; `null` is unknown. */
export interface Climb {
  gainM: number | null;
  lossM: number | null;
  elevationM: number | null;
  /** What is run there when the table leaves it open; left out where all is known, or nothing is. */
  assumed?: { gainM: number; lossM: number };
}

/** What is known of the ground between two official distances. */
export type ClimbBetween = (fromM: number, toM: number) => Climb;

/** The same, with the heights above the sea that it was told from; none where nothing tells. */
export type Ground = ClimbBetween & { heights: readonly Knot[] };

/**
 * One leg between each pair of places, cut into equal cells of at most `CELL_M`.
 * A leg's terrain is that of the station it leads to, else the course's; unknown climb is null on the leg,
 * and in its cells what is assumed, else 0.
 */
export function cutLegs(
  places: readonly Place[],
  courseTerrain: Terrain | null,
  climbBetween: ClimbBetween,
): readonly Leg[] {
  return places.slice(1).map((to, index) => {
    const from = places[index]!;
    const distanceM = to.atM - from.atM;
    const terrain = to.terrain ?? courseTerrain;
    const { gainM, lossM } = climbBetween(from.atM, to.atM);
    const slowdown = terrain?.slowdownRatio ?? 0;
    const cells = cutCells(from.atM, to.atM, slowdown, climbBetween);
    return { index, from, to, distanceM, gainM, lossM, terrain, cells };
  });
}

function cutCells(
  fromM: number,
  toM: number,
  terrainSlowdownRatio: number,
  climbBetween: ClimbBetween,
): readonly Cell[] {
  // a leg of whole cells is so in miles as well as in kilometres, whatever the last digit says
  const count = Math.ceil((toM - fromM) / CELL_M - LAST_DIGIT);
  const distanceM = (toM - fromM) / count;
  return Array.from({ length: count }, (_, i) => {
    const startM = fromM + i * distanceM;
    const { gainM, lossM, elevationM, assumed } = climbBetween(startM, startM + distanceM);
    return {
      startM,
      distanceM,
      gainM: assumed?.gainM ?? gainM ?? 0,
      lossM: assumed?.lossM ?? lossM ?? 0,
      elevationM,
      terrainSlowdownRatio,
    };
  });
}
