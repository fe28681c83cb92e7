/** Climb from a station table: each leg's gain and loss, spread evenly over the leg. */
import type { Place } from '../../domain/course.js';
import type { CourseSpec } from '../../domain/plan.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { sum } from '../../kernel/stats.js';
import type { ClimbBetween, Ground } from './legs.js';
import { assumeUntold } from './untold-climb.js';

/**
 * The climb between two distances inside one leg. When just one leg's gain (or loss) is missing and the
 * organiser's total is known, that leg has the rest; when the elevations at both its ends are known, at least
 * the difference. Elevation runs straight from station to station, level before the first and after the last
 * whose elevation is given or follows from gains and losses. Where no elevation is given and every climb is, the
 * course is as high as it must be at least: its lowest place at sea level. `null` without any. What is run where
 * neither gain nor loss is told: see `assumeUntold`.
 */
export function climbOfStations(places: readonly Place[], spec: CourseSpec): Ground {
  const ends = places.slice(1);
  const gainsM = fillLastGap(
    ends.map((p) => p.gainM),
    spec.gainM,
  );
  const lossesM = fillLastGap(
    ends.map((p) => p.lossM),
    spec.lossM,
  );
  const lengthsM = ends.map(({ atM }, i) => atM - places[i]!.atM);
  const isAnyGiven = ends.some(({ elevationM }) => elevationM !== null);
  const startM =
    places[0]!.elevationM ?? spec.elevationM ?? (isAnyGiven ? null : lowestStart(gainsM, lossesM));
  const elevationsM = [startM];
  ends.forEach(({ elevationM }, i) => {
    elevationsM.push(elevationM ?? climbFrom(elevationsM[i]!, gainsM[i]!, lossesM[i]!));
  });
  const knots = places.flatMap(({ atM }, i): Knot[] =>
    elevationsM[i] == null ? [] : [[atM, elevationsM[i]]],
  );
  const climbs = ends.map((_, i) => {
    const [gainM, lossM] = [gainsM[i]!, lossesM[i]!];
    const [lowM, highM] = [elevationsM[i]!, elevationsM[i + 1]!];
    if (lowM === null || highM === null) return { gainM, lossM };
    const riseM = highM - lowM;
    return {
      gainM: gainM ?? Math.max(0, (lossM ?? 0) + riseM),
      lossM: lossM ?? Math.max(0, (gainM ?? 0) - riseM),
    };
  });

  const assumed = assumeUntold(climbs, { gainsM, lossesM, lengthsM }, spec);

  const climbBetween: ClimbBetween = (fromM, toM) => {
    const middleM = (fromM + toM) / 2;
    const leg = ends.findIndex((end) => middleM < end.atM);
    const share = (toM - fromM) / lengthsM[leg]!;
    const shareOf = (valueM: number | null) => (valueM === null ? null : valueM * share);
    const untold = assumed[leg];
    return {
      gainM: shareOf(climbs[leg]!.gainM),
      lossM: shareOf(climbs[leg]!.lossM),
      elevationM: knots.length === 0 ? null : interpolate(knots, middleM),
      ...(untold && {
        assumed: { gainM: untold.gainM * share, lossM: untold.lossM * share },
      }),
    };
  };
  return Object.assign(climbBetween, { heights: knots });
}

/** The least elevation of the start that leaves no place below the sea; `null` unless every climb is known. */
function lowestStart(
  gainsM: readonly (number | null)[],
  lossesM: readonly (number | null)[],
): number | null {
  let [heightM, lowestM] = [0, 0];
  for (const [i, gainM] of gainsM.entries()) {
    const lossM = lossesM[i] ?? null;
    if (gainM === null || lossM === null) return null;
    heightM += gainM - lossM;
    lowestM = Math.min(lowestM, heightM);
  }
  return -lowestM;
}

const climbFrom = (elevationM: number | null, gainM: number | null, lossM: number | null) =>
  elevationM === null || gainM === null || lossM === null ? null : elevationM + gainM - lossM;

function fillLastGap(
  valuesM: readonly (number | null)[],
  totalM: number | null,
): readonly (number | null)[] {
  const known = valuesM.filter((v) => v !== null);
  const restM = totalM === null ? null : totalM - sum(known);
  if (known.length !== valuesM.length - 1 || restM === null || restM < 0) return valuesM;
  return valuesM.map((v) => v ?? restM);
}
