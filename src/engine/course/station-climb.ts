/** Climb from a station table: each leg's gain and loss, spread evenly over the leg. */
import type { Place } from '../../domain/course.js';
import type { CourseSpec } from '../../domain/plan.js';
import { sum } from '../../kernel/stats.js';
import type { ClimbBetween } from './legs.js';

/**
 * The climb between two distances inside one leg. When just one leg's gain (or loss) is missing and the
 * organiser's total is known, that leg has the rest. Elevation follows from the start's, taking legs of
 * unknown climb as level; `null` when the start's is unknown.
 */
export function climbOfStations(places: readonly Place[], spec: CourseSpec): ClimbBetween {
  const ends = places.slice(1);
  const gainsM = fillLastGap(
    ends.map((p) => p.gainM),
    spec.gainM,
  );
  const lossesM = fillLastGap(
    ends.map((p) => p.lossM),
    spec.lossM,
  );
  const elevationsM = [spec.elevationM];
  ends.forEach((_, i) => {
    const fromM = elevationsM[i] ?? null;
    elevationsM.push(fromM === null ? null : fromM + (gainsM[i] ?? 0) - (lossesM[i] ?? 0));
  });

  return (fromM, toM) => {
    const middleM = (fromM + toM) / 2;
    const leg = ends.findIndex((end) => middleM < end.atM);
    const legFromM = places[leg]!.atM;
    const legM = ends[leg]!.atM - legFromM;
    const shareOf = (valueM: number | null) =>
      valueM === null ? null : (valueM * (toM - fromM)) / legM;
    const [low, high] = [elevationsM[leg] ?? null, elevationsM[leg + 1] ?? null];
    return {
      gainM: shareOf(gainsM[leg] ?? null),
      lossM: shareOf(lossesM[leg] ?? null),
      elevationM:
        low === null || high === null ? null : low + ((high - low) * (middleM - legFromM)) / legM,
    };
  };
}

function fillLastGap(
  valuesM: readonly (number | null)[],
  totalM: number | null,
): readonly (number | null)[] {
  const known = valuesM.filter((v) => v !== null);
  const restM = totalM === null ? null : totalM - sum(known);
  if (known.length !== valuesM.length - 1 || restM === null || restM < 0) return valuesM;
  return valuesM.map((v) => v ?? restM);
}
