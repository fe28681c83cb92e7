/** Whether anyone could run the legs of a plan, and if not, what most likely went wrong. */

import type { Leg } from '../../domain/course.js';
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import type { TooFastCause } from '../../domain/problems/plan.js';
import type { PacePlan, PlannedLeg } from './pace-plan.js';

export interface TooFastLeg {
  leg: Leg;
  paceSPerKm: number;
  cause: TooFastCause;
}

/** @param raceM length of the whole race */
const isTooFast = (distanceM: number, seconds: number, raceM: number): boolean =>
  distanceM > maxLegSpeedMPerS(raceM) * seconds;

/** The fastest leg of a plan when it is faster than anyone runs, else `null`. */
export function findTooFastLeg(pace: PacePlan): TooFastLeg | null {
  const fastest = pace.legs.reduce((a, b) => (b.paceSPerKm < a.paceSPerKm ? b : a));
  const { leg, movingS, paceSPerKm } = fastest;
  return isTooFast(leg.distanceM, movingS, pace.legs.at(-1)!.leg.to.atM)
    ? { leg, paceSPerKm, cause: causeOf(fastest, pace) }
    : null;
}

/** What alone would make it too fast; else the leg that its climb gives most of the time. */
function causeOf(
  { leg, movingS, factorS }: PlannedLeg,
  { legs, targetS, movingS: allMovingS, stoppedS }: PacePlan,
): TooFastCause {
  const distanceM = legs.at(-1)!.leg.to.atM;
  if (isTooFast(distanceM, targetS, distanceM)) return { kind: 'target', targetS, distanceM };
  if (isTooFast(distanceM, allMovingS, distanceM)) return { kind: 'stops', stoppedS, targetS };
  if (!isTooFast(leg.distanceM, movingS - factorS.history, distanceM)) return { kind: 'history' };
  const slowest = legs.reduce((a, b) => (b.factorS.grade > a.factorS.grade ? b : a));
  const climbM = (slowest.leg.gainM ?? 0) + (slowest.leg.lossM ?? 0);
  return slowest.factorS.grade > 0
    ? { kind: 'climb', station: slowest.leg.to.name, climbM }
    : { kind: 'unknown' };
}
