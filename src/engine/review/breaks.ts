/** Stops against the plan, by half of the race, and how the runner went on from the long ones. */
import type { Place } from '../../domain/course.js';
import { sum } from '../../kernel/stats.js';
import type { Stretch } from './stretches.js';

/** A stop that is over the plan by less is nothing to speak of, seconds. */
export const NOTABLE_STOP_S = 60;
/** Breaks that are over the plan together by less need no word of their own, seconds. */
const NOTABLE_BREAKS_S = 300;

export interface LongStop {
  at: Place;
  /** Index of the place in the course. */
  place: number;
  plannedS: number;
  takenS: number;
}

/** Stops that ran long in one half of the race. */
export interface Breaks {
  half: 'first' | 'second';
  /** Of all logged stops of that half, less the planned. */
  overS: number;
  /** Of the stops of the other half. */
  overElsewhereS: number;
  /** In course order. */
  long: readonly LongStop[];
  /** Moving time from the first of them on, less the planned; `null` where it was not logged. */
  movingAfterS: number | null;
}

const overOf = ({ takenS, plannedS }: LongStop): number => takenS - plannedS;

/** Every stop that was logged, with what was planned. */
export const listStops = (stretches: readonly Stretch[]): LongStop[] =>
  stretches.flatMap(({ end: at, to: place, stopAfterS: takenS, planned }) =>
    takenS == null || planned.stopAfterS == null
      ? []
      : [{ at, place, takenS, plannedS: planned.stopAfterS }],
  );

/** The half of the race in which breaks ran long, if one stands out; half by distance. */
export function findLongBreaks(stretches: readonly Stretch[], distanceM: number): Breaks | null {
  const stops = listStops(stretches);
  const inSecond = ({ at }: LongStop) => at.atM >= distanceM / 2;
  const overIn = (isSecond: boolean) =>
    sum(stops.filter((stop) => inSecond(stop) === isSecond).map(overOf));
  const isSecond = overIn(true) >= overIn(false);
  const [overS, overElsewhereS] = [overIn(isSecond), overIn(!isSecond)];
  if (overS < NOTABLE_BREAKS_S || overS < 2 * overElsewhereS) return null;
  const long = stops.filter(
    (stop) => inSecond(stop) === isSecond && overOf(stop) >= NOTABLE_STOP_S,
  );
  const from = long[0]?.at.atM ?? 0;
  const after = stretches.filter(({ start }) => start.atM >= from);
  return {
    half: isSecond ? 'second' : 'first',
    overS,
    overElsewhereS,
    long,
    movingAfterS:
      after.length === 0 || after.some(({ movingS }) => movingS === null)
        ? null
        : sum(after.map(({ movingS, planned }) => movingS! - planned.movingS)),
  };
}
