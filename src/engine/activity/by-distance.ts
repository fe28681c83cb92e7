/** The way of a runner by the distance that the watch counted, where the plan has no track to follow. */
import { WATCH_ERROR_RATIO } from '../../domain/limits.js';
import { error, note, type Parsed } from '../../domain/problems/problem.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import type { Moved } from './moves.js';
import type { Way } from './passages.js';

/** A stop so near a station is at it: half-way a watch may be wrong by as much, however well the whole is stretched. */
const AT_STATION_RATIO = 0.01;
const AT_STATION_M = 150;

/**
 * The way by the watch's own count, else by the ground between its fixes. A race measured within 5 % of its distance is
 * stretched to it; a shorter one goes on; a longer one is refused, for nothing tells where in it the race began and
 * ended. A timed event is as long as the watch says, up to its end.
 */
export function followByDistance(
  fixes: readonly Moved[],
  distanceM: number,
  timedS: number | null,
  file: string,
): Parsed<Way> {
  const knots = upTo(rising(fixes), timedS);
  const recordedM = knots.at(-1)?.[1] ?? 0;
  if (recordedM <= 0) return { value: null, diagnostics: [error('ACTIVITY_EMPTY', {}, { file })] };
  const ratio = recordedM / distanceM;
  if (timedS === null && ratio > 1 + WATCH_ERROR_RATIO) {
    const args = { recordedM, distanceM };
    return { value: null, diagnostics: [error('ACTIVITY_TOO_LONG', args, { file })] };
  }
  const isStretched = timedS === null && ratio >= 1 - WATCH_ERROR_RATIO;
  const factor = isStretched ? 1 / ratio : 1;
  return {
    value: {
      knots: knots.map(([s, m]): Knot => [s, m * factor]),
      atStationM: Math.max(AT_STATION_M, AT_STATION_RATIO * distanceM),
    },
    diagnostics: [note('ACTIVITY_BY_DISTANCE', { recordedM, distanceM, isStretched }, { file })],
  };
}

/** Elapsed time and distance covered, from 0. */
function rising(fixes: readonly Moved[]): Knot[] {
  const isCounted = fixes.every(({ distanceM }) => distanceM !== null);
  const coveredM = (fix: Moved) => (isCounted ? fix.distanceM! : fix.movedM);
  const fromM = fixes[0] ? coveredM(fixes[0]) : 0;
  let m = 0;
  return fixes.map((fix) => {
    m = Math.max(m, coveredM(fix) - fromM);
    return [fix.atS, m];
  });
}

/** The way until a timed event ended: a watch may run on. */
function upTo(knots: readonly Knot[], timedS: number | null): readonly Knot[] {
  const after = timedS === null ? -1 : knots.findIndex(([s]) => s > timedS);
  if (timedS === null || after < 1) return knots;
  return [...knots.slice(0, after), [timedS, interpolate(knots, timedS)]];
}
