/** When a runner passed each place of the course, from the way along it and the times stood still. */
import { type Place, SAME_PLACE_M } from '../../domain/course.js';
import { UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import type { Visit } from '../../domain/record.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import type { Standing } from './standings.js';

/** The way of a runner by the official distance of the course. */
export interface Way {
  /** `[elapsed s, m]`, both rising. */
  knots: readonly Knot[];
  /** A stop within this of a station is at it. */
  atStationM: number;
}

/** Between two points of the way farther apart than both, nobody can tell when a station was passed. */
const UNTOLD_M = 500;
const UNTOLD_S = 120;

export interface Passages {
  visits: readonly Visit[];
  /** Places on the way of which it does not tell. */
  untold: readonly Place[];
}

/**
 * Arrivals and departures at the places of a course: the beginning and end of the stop nearest to each, where there
 * is one; else the moment of passing, which is both. Nobody leaves the finish, which counts from the first moment there.
 * @param places from start to finish
 */
export function findVisits(
  places: readonly Place[],
  way: Way,
  standings: readonly Standing[],
): Passages {
  const visits: Visit[] = [];
  const untold: Place[] = [];
  const [firstM, lastM] = [way.knots[0]![1], way.knots.at(-1)![1]];
  const stops = stopsAt(places, way, standings);
  let afterS = 0;
  places.forEach((place, i) => {
    if (i === 0) return;
    const isFinish = i === places.length - 1;
    const stop = isFinish ? null : (stops[i] ?? null);
    const isReached = lastM >= place.atM - (isFinish || stop ? way.atStationM : 0);
    if (!isReached) return;
    const isBefore = firstM > place.atM + SAME_PLACE_M;
    const passedS = stop
      ? stop.fromS
      : isBefore
        ? null
        : isFinish
          ? finishTime(way.knots, Math.min(place.atM, lastM))
          : passingTime(way.knots, Math.min(place.atM, lastM));
    if (passedS === null) {
      untold.push(place);
      return;
    }
    const arriveS = Math.max(afterS, Math.round(passedS));
    const departS = Math.max(arriveS, Math.round(stop ? stop.toS : passedS));
    afterS = departS;
    visits.push({
      place: i,
      arriveS,
      departS: isFinish ? null : departS,
      intake: UNKNOWN_INTAKE,
      notes: null,
      line: 1,
    });
  });
  return { visits, untold };
}

/** A watch that stands at the line wanders so far along the course, and nobody races the last metres so slowly. */
const LINE_M = 20;
const LINE_S = 60;

/** When the way reaches its end: who was right before it long before stood there already. */
function finishTime(knots: readonly Knot[], atM: number): number | null {
  const passedS = passingTime(knots, atM);
  const thereS = knots.find(([, m]) => m >= atM - LINE_M)?.[0] ?? passedS;
  return passedS !== null && thereS !== null && passedS - thereS > LINE_S ? thereS : passedS;
}

/** When the way first reaches a distance; `null` where it was not told. */
function passingTime(knots: readonly Knot[], atM: number): number | null {
  const next = knots.findIndex(([, m]) => m >= atM);
  const [before, after] = [knots[next - 1], knots[next]];
  if (!after) return null;
  if (!before) return after[0];
  const isUntold = after[1] - before[1] > UNTOLD_M && after[0] - before[0] > UNTOLD_S;
  const at = after[1] - atM <= 1 ? after[0] : null;
  if (isUntold) return at;
  return interpolate(
    [
      [before[1], before[0]],
      [after[1], after[0]],
    ],
    atM,
  );
}

/** The stop at each place: each stop belongs to the place nearest to it, each place has the nearest of its stops. */
function stopsAt(
  places: readonly Place[],
  { knots, atStationM }: Way,
  standings: readonly Standing[],
): readonly (Standing | null)[] {
  const stops: (Standing | null)[] = places.map(() => null);
  const offsM: number[] = places.map(() => Number.POSITIVE_INFINITY);
  const [firstS, lastS] = [knots[0]![0], knots.at(-1)![0]];
  for (const standing of standings) {
    if (standing.toS < firstS || standing.fromS > lastS) continue;
    const stoodM = interpolate(knots, (standing.fromS + standing.toS) / 2);
    const offM = (i: number) => Math.abs(places[i]!.atM - stoodM);
    const nearest = places.reduce((best, _, i) => (offM(i) < offM(best) ? i : best), 0);
    if (offM(nearest) > atStationM || offM(nearest) >= offsM[nearest]!) continue;
    stops[nearest] = standing;
    offsM[nearest] = offM(nearest);
  }
  return stops;
}
