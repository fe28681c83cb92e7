/** Cutoffs as written → elapsed seconds. */
import { MAX_SPEED_M_PER_S } from '../../domain/limits.js';
import { addSeconds, elapsedAtTod, type Instant, localTimeOf } from '../../kernel/clock.js';
import { M_PER_KM, S_PER_H } from '../../kernel/units.js';
import type { CutoffDay, WrittenCutoff } from './time-leaf.js';

/** No two stations close so far apart that a runner at 1.5 km/h could make it. */
const SLOWEST_M_PER_S = (1.5 * M_PER_KM) / S_PER_H;

export interface CutoffClock {
  /** `null`: times of day cannot be placed. */
  startAt: Instant | null;
  zone: string;
  raceCutoffS: number | null;
}

interface CutoffPlace {
  cutoff: WrittenCutoff | null;
  atM: number | null;
}

/**
 * Resolves the cutoffs of places in course order. A time of day is the first after the cutoff before it
 * that can be reached at 20 km/h; when that would be past the race's own cutoff, or absurdly late for
 * the distance, it is the time of day before, which the plan's author is then told about.
 * @returns elapsed seconds each; `null` where there is no cutoff, or a time of day and no start
 */
export function resolveCutoffs(places: readonly CutoffPlace[], clock: CutoffClock) {
  let previous: { cutoffS: number; atM: number | null } | null = null;
  return places.map(({ cutoff, atM }): number | null => {
    const cutoffS: number | null = cutoff && resolveCutoff(cutoff, atM, clock, previous);
    if (cutoffS != null) previous = { cutoffS, atM };
    return cutoffS;
  });
}

/** One cutoff in elapsed seconds, given the cutoff before it; `null` for a time of day without a start. */
export function resolveCutoff(
  cutoff: WrittenCutoff,
  atM: number | null,
  { startAt, zone, raceCutoffS }: CutoffClock,
  previous: { cutoffS: number; atM: number | null } | null = null,
): number | null {
  if (cutoff.kind === 'elapsed') return cutoff.elapsedS;
  if (startAt == null) return null;
  const closesAfter = (fromS: number): number => {
    const atS = elapsedAtTod(startAt, zone, cutoff.closesTod, fromS);
    return isOn(cutoff.on, localTimeOf(addSeconds(startAt, atS), zone))
      ? atS
      : closesAfter(atS + 1);
  };
  const firstS = closesAfter((atM ?? 0) / MAX_SPEED_M_PER_S);
  if (!previous || firstS >= previous.cutoffS || cutoff.on != null) return firstS;
  const rolledS = closesAfter(previous.cutoffS);
  const legM = atM == null || previous.atM == null ? null : atM - previous.atM;
  const tooLate =
    rolledS > (raceCutoffS ?? Number.POSITIVE_INFINITY) ||
    (legM != null && legM < SLOWEST_M_PER_S * (rolledS - previous.cutoffS));
  return tooLate ? firstS : rolledS;
}

const isOn = (on: CutoffDay | null, local: { weekday: number; day: number }): boolean =>
  on == null || ('weekday' in on ? on.weekday === local.weekday : on.day === local.day);
