/** Loop courses. The plan's `distance` is the whole race; `laps` divides it into equal laps. */
import { SAME_PLACE_M, type Station, type Track } from '../../domain/course.js';
import type { CourseSpec } from '../../domain/plan.js';
import { error, type Problem } from '../../domain/problems/problem.js';
import { groundDistance } from '../../kernel/geo.js';
import { bareStation } from './places.js';

/** Whether every declared distance lies in the first of several laps: the table then describes one lap. */
export const isLapTable = ({ laps, stations }: CourseSpec, distanceM: number): boolean =>
  laps > 1 && stations.every((s) => s.atM === null || s.atM <= distanceM / laps + SAME_PLACE_M);

/**
 * A table of one lap, repeated over the race. Each lap ends at a place: the station at the lap's end, else the
 * one at 0, else `Lap 1`, `Lap 2` …
 * @param stations of one lap
 * @param distanceM the whole race
 * @param defaultStopS the plan's stop where none is given; without one nobody stops where nothing is said to be
 */
export function repeatStations(
  stations: readonly Station[],
  laps: number,
  distanceM: number,
  defaultStopS: number | null,
): readonly Station[] {
  const lapM = distanceM / laps;
  const isAt = (m: number) => (s: Station) => s.atM !== null && Math.abs(s.atM - m) <= SAME_PLACE_M;
  const start = stations.filter(isAt(0));
  const end = stations.filter(isAt(lapM));
  const between = stations.filter((s) => !start.includes(s) && !end.includes(s));
  const onLap = (s: Station, lap: number, atM: number | null): Station => ({
    ...s,
    atM,
    cutoffS: s.lapCutoffsS?.[lap] ?? null,
    lapCutoffsS: null,
  });

  return Array.from({ length: laps }, (_, lap) => {
    const isLast = lap === laps - 1;
    const endAtM = isLast ? distanceM : (lap + 1) * lapM;
    const lapEnd =
      end[0] ?? (isLast ? undefined : (start[0] ?? lapMark(lap + 1, defaultStopS ?? 0)));
    return [
      ...(lap === 0 ? start.map((s) => ({ ...s, cutoffS: null, lapCutoffsS: null })) : []),
      ...between.map((s) => onLap(s, lap, s.atM === null ? null : s.atM + lap * lapM)),
      ...(lapEnd ? [onLap(lapEnd, lap, endAtM)] : []),
    ];
  }).flat();
}

/**
 * Cutoffs that do not say on which lap they hold: one `cutoff` of a station passed every lap, a list that is not one
 * a lap (of a station where laps begin, one a lap but the last), or a list where the table is not of one lap.
 * @param distanceM the whole race
 * @param file the plan
 */
export function checkLapCutoffs(spec: CourseSpec, distanceM: number, file: string): Problem[] {
  const { laps, stations } = spec;
  const isOfLap = isLapTable(spec, distanceM);
  return stations.flatMap(({ name, atM, cutoffS, lapCutoffsS, span }): Problem[] => {
    const where = { file, span };
    if (!isOfLap) {
      return lapCutoffsS ? [error('CUTOFFS_WITHOUT_LAPS', { station: name }, where)] : [];
    }
    const visits = atM != null && atM <= SAME_PLACE_M ? laps - 1 : laps;
    if (cutoffS != null) return [error('CUTOFF_OF_WHICH_LAP', { station: name, visits }, where)];
    const given = lapCutoffsS?.length ?? visits;
    return given === visits
      ? []
      : [error('CUTOFFS_NOT_ONE_A_LAP', { station: name, given, visits }, where)];
  });
}

const lapMark = (lap: number, stopS: number): Station => ({
  ...bareStation(`Lap ${lap}`),
  stopS,
});

/**
 * Whether a track is one of several laps: its length is nearer to a lap's than to the race's, or the plan gives
 * no distance.
 */
export function isLapTrack({ points }: Track, { laps, distanceM }: CourseSpec): boolean {
  const timesTrack = distanceM === null ? laps : distanceM / points.at(-1)!.distanceM;
  return Math.abs(Math.log(timesTrack / laps)) < Math.abs(Math.log(timesTrack));
}

/** The track of one lap, run `laps` times. */
export function repeatTrack(track: Track, laps: number): Track {
  const { points } = track;
  const last = points.at(-1)!;
  const gapM = groundDistance(last, points[0]!);
  const lapM = last.distanceM + gapM;
  const again = gapM === 0 ? points.slice(1) : points;
  const lap = (n: number) =>
    (n === 0 ? points : again).map((p) => ({ ...p, distanceM: p.distanceM + n * lapM }));
  return { ...track, points: Array.from({ length: laps }, (_, n) => lap(n)).flat() };
}
