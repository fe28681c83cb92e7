/** Running and walking in turn. */
import type { RunWalk } from '../../domain/plan.js';
import { M_PER_KM } from '../../kernel/units.js';

/** A purposeful walk, 6 km/h; people stroll at about 5. Convention, not measurement. */
const WALK_PACE_S_PER_KM = 600;

export interface RunWalkPaces {
  runPaceSPerKm: number;
  walkPaceSPerKm: number;
}

/**
 * How fast to run when running and walking by turns is to come out at a moving pace: the speeds average over
 * the time of one turn.
 * @returns `null` when the moving pace is no faster than the walk
 */
export function computeRunWalk(
  movingPaceSPerKm: number,
  { runS, walkS }: RunWalk,
): RunWalkPaces | null {
  if (movingPaceSPerKm >= WALK_PACE_S_PER_KM) return null;
  const turnM = ((runS + walkS) * M_PER_KM) / movingPaceSPerKm;
  const walkedM = (walkS * M_PER_KM) / WALK_PACE_S_PER_KM;
  return {
    runPaceSPerKm: (runS * M_PER_KM) / (turnM - walkedM),
    walkPaceSPerKm: WALK_PACE_S_PER_KM,
  };
}
