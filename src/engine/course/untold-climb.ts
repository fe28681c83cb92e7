/** What is run on the legs of which a station table tells neither gain nor loss. */
import type { CourseSpec } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';

/** A leg of which the table tells no climb is likely one of the easier ones. */
const UNTOLD_RATIO = 0.75;

/** One entry a leg, metres; `null` where the table tells nothing. */
interface TableClimbs {
  gainsM: readonly (number | null)[];
  lossesM: readonly (number | null)[];
  lengthsM: readonly number[];
}

/**
 * Gain and loss of each leg that tells neither, metres: its part of what the organiser's total leaves, else three
 * quarters of what the told legs have for their length, and no less than the heights of its ends ask for. `null` for a
 * leg that tells, and where no leg does.
 * @param leastM gain and loss as far as they follow from heights
 */
export function assumeUntold(
  leastM: readonly { gainM: number | null; lossM: number | null }[],
  { gainsM, lossesM, lengthsM }: TableClimbs,
  organiser: Pick<CourseSpec, 'gainM' | 'lossM'>,
): ({ gainM: number; lossM: number } | null)[] {
  const gainPerM = untoldPerM(gainsM, lengthsM, organiser.gainM);
  const lossPerM = untoldPerM(lossesM, lengthsM, organiser.lossM);
  return leastM.map(({ gainM, lossM }, i) => {
    if (gainsM[i] != null || lossesM[i] != null) return null;
    if (gainPerM === null && lossPerM === null) return null;
    const lengthM = lengthsM[i]!;
    return {
      gainM: Math.max(gainM ?? 0, lengthM * (gainPerM ?? 0)),
      lossM: Math.max(lossM ?? 0, lengthM * (lossPerM ?? 0)),
    };
  });
}

/** Climb a metre of the legs that tell none; `null` when all legs tell, or none does. */
function untoldPerM(
  climbsM: readonly (number | null)[],
  lengthsM: readonly number[],
  totalM: number | null,
): number | null {
  const toldM = sum(climbsM.filter((m) => m !== null));
  const toldLengthM = sum(lengthsM.filter((_, i) => climbsM[i] !== null));
  const untoldLengthM = sum(lengthsM) - toldLengthM;
  if (toldLengthM === 0 || untoldLengthM <= 0) return null;
  return totalM === null
    ? (UNTOLD_RATIO * toldM) / toldLengthM
    : Math.max(0, totalM - toldM) / untoldLengthM;
}
