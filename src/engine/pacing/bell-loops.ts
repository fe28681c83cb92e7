/** The loops of a backyard ultra as planned, and where their slowing would meet the bell. */
import type { Light } from '../course/daylight.js';
import { type Bells, loopsOf } from './backyard.js';
import type { PacePlan, PlannedLeg } from './pace-plan.js';

export interface BellLoop {
  /** From 1. */
  loop: number;
  /** At its bell. */
  startS: number;
  tookS: number;
  /** Until the next bell; `null` after the last loop planned. */
  restS: number | null;
  /** By its end, since the start. */
  atM: number;
  lightS: Readonly<Record<Light, number>>;
}

export interface BellPlan {
  loops: readonly BellLoop[];
  /** The slowest of them. */
  slowest: BellLoop;
  /** The first loop that would not be back in time if the slowing went on; `null`: none, or nothing tells. */
  meetsBell: number | null;
}

export function computeBellPlan({ legs }: Pick<PacePlan, 'legs'>, bells: Bells): BellPlan {
  const { loopM, everyS } = bells;
  const parts = loopsOf({ legs: legs.map(({ leg }) => leg) }, loopM).map((loop) =>
    loop.map((i) => legs[i]!),
  );
  const loops = parts.map((loop, n): BellLoop => {
    const last = loop.at(-1)!;
    const startS = n * everyS;
    const tookS = last.arriveS - startS;
    return {
      loop: n + 1,
      startS,
      tookS,
      restS: n === parts.length - 1 ? null : everyS - tookS,
      atM: last.leg.to.atM,
      lightS: sumLights(loop),
    };
  });
  const slowest = loops.reduce((a, b) => (b.tookS > a.tookS ? b : a));
  return { loops, slowest, meetsBell: meetingOf(parts, loops, everyS) };
}

const sumLights = (legs: readonly PlannedLeg[]): BellLoop['lightS'] =>
  legs.reduce(
    (sum, { lightS }) => ({
      day: sum.day + lightS.day,
      twilight: sum.twilight + lightS.twilight,
      dark: sum.dark + lightS.dark,
    }),
    { day: 0, twilight: 0, dark: 0 },
  );

/** Nobody has run so many loops that more were of use: the most known are 119 (2025). */
const MOST_LOOPS = 150;

/**
 * Where a straight line through the loops, without what heat and darkness add, comes to a loop as long as the time
 * between bells.
 */
function meetingOf(
  parts: readonly (readonly PlannedLeg[])[],
  loops: readonly BellLoop[],
  everyS: number,
): number | null {
  const plain = loops.map(({ tookS }, n) =>
    parts[n]!.reduce((s, { factorS }) => s - factorS.heat - factorS.dark, tookS),
  );
  const line = lineThrough(plain);
  if (!line || line.slope <= 0) return null;
  const loop = Math.floor((everyS - line.at0) / line.slope) + 2;
  return loop > loops.length && loop <= MOST_LOOPS ? loop : null;
}

/** Least squares over 0, 1, 2 …; `null` of fewer than three. */
function lineThrough(values: readonly number[]): { at0: number; slope: number } | null {
  const n = values.length;
  if (n < 3) return null;
  const mid = (n - 1) / 2;
  const mean = values.reduce((a, b) => a + b, 0) / n;
  let [across, along] = [0, 0];
  values.forEach((value, i) => {
    across += (i - mid) * (value - mean);
    along += (i - mid) ** 2;
  });
  const slope = across / along;
  return { at0: mean - slope * mid, slope };
}
