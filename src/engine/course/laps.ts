/** Loop courses. The plan's `distance` is the whole race; `laps` divides it into equal laps. */
import type { Station } from '../../domain/course.js';
import type { CourseSpec } from '../../domain/plan.js';
import { bareStation, SAME_PLACE_M } from './places.js';

/**
 * The station table of the whole race. When every declared distance lies in the first lap the table describes
 * one lap and is repeated, and each lap ends at a place: the station at the lap's end, else the one at 0, else
 * `Lap 1`, `Lap 2` … without a planned stop. A table that goes beyond the first lap is the whole race already.
 * @param distanceM the whole race
 */
export function repeatStations(spec: CourseSpec, distanceM: number): readonly Station[] {
  const { laps, stations } = spec;
  const lapM = distanceM / laps;
  const isOneLap = stations.every((s) => s.atM === null || s.atM <= lapM + SAME_PLACE_M);
  if (laps === 1 || !isOneLap) return stations;

  const isAt = (m: number) => (s: Station) => s.atM !== null && Math.abs(s.atM - m) <= SAME_PLACE_M;
  const start = stations.filter(isAt(0));
  const end = stations.filter(isAt(lapM));
  const between = stations.filter((s) => !start.includes(s) && !end.includes(s));
  const shifted = (s: Station, byM: number) => ({ ...s, atM: s.atM === null ? null : s.atM + byM });

  return Array.from({ length: laps }, (_, lap) => {
    const isLast = lap === laps - 1;
    const endAtM = isLast ? distanceM : (lap + 1) * lapM;
    const lapEnd = end[0] ?? (isLast ? undefined : (start[0] ?? lapMark(lap + 1)));
    return [
      ...(lap === 0 ? start : []),
      ...between.map((s) => shifted(s, lap * lapM)),
      ...(lapEnd ? [{ ...lapEnd, atM: endAtM }] : []),
    ];
  }).flat();
}

const lapMark = (lap: number): Station => ({ ...bareStation(`Lap ${lap}`), stopS: 0 });
