/** Heart rate drift: whether the same effort cost more beats later in the race. */
import { sum } from '../../kernel/stats.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { type Effort, meanEffort } from '../activity/effort.js';
import type { Span } from '../activity/standings.js';
import type { Stretch } from './stretches.js';

/**
 * Aerobic decoupling: how much less speed a beat gave in the second half of the moving time than in the first. After
 * Friel, The Triathlete's Training Bible: speed over heart rate of each half, and the share lost from one to the other.
 * Speed is here the planned moving time over the actual, so that hills, heat, dark and the planned fade count as
 * planned; stops are left out. His rule is for steady runs: within 5 % is steady.
 */
export interface HeartDrift {
  /** Share of the efficiency lost; negative: won. `null`: too little is known, see `missing`. */
  driftRatio: number | null;
  missing: 'heart rate' | 'moving time' | null;
  halves: readonly { meanHeartRateBpm: number; speedFactor: number }[];
}

/** Each half is at least so long, moving, and that much of it has a heart rate. */
const HALF_S = 20 * S_PER_MIN;
const KNOWN_RATIO = 0.5;

interface MovingPart {
  fromS: number;
  toS: number;
  /** Planned moving time over the actual. */
  speedFactor: number;
}

/**
 * @param standings when a watch saw the runner stand still, elapsed, in order
 * @returns `null` where no heart rate was recorded
 */
export function computeHeartDrift(
  stretches: readonly Stretch[],
  efforts: readonly Effort[],
  standings: readonly Span[] = [],
): HeartDrift | null {
  if (efforts.every(({ heartRateBpm }) => heartRateBpm === null)) return null;
  const legs = stretches.map((stretch) => movingParts(stretch, standings));
  const parts = legs.flat();
  const lengthS = sum(parts.map(({ fromS, toS }) => toS - fromS));
  // of one leg alone nothing tells whether it was run evenly
  if (legs.filter((leg) => leg.length > 0).length < 2 || lengthS < 2 * HALF_S) {
    return { driftRatio: null, missing: 'moving time', halves: [] };
  }
  const halves = halvesOf(parts, lengthS / 2).map((half) => meanOfHalf(half, efforts));
  const [first, second] = halves;
  if (!first || !second) return { driftRatio: null, missing: 'heart rate', halves: [] };
  const efficiencyOf = (half: typeof first) => half.speedFactor / half.meanHeartRateBpm;
  return {
    driftRatio: 1 - efficiencyOf(second) / efficiencyOf(first),
    missing: null,
    halves: [first, second],
  };
}

/** A stretch between the times stood in it; nothing where its moving time is unknown. */
function movingParts(
  { startS, stopBeforeS, endS, movingS, planned }: Stretch,
  standings: readonly Span[],
): MovingPart[] {
  if (movingS == null || movingS <= 0 || planned.movingS <= 0) return [];
  const spans: Span[] = [];
  let fromS = startS + (stopBeforeS ?? 0);
  for (const stood of standings) {
    if (stood.toS <= fromS || stood.fromS >= endS) continue;
    if (stood.fromS > fromS) spans.push({ fromS, toS: stood.fromS });
    fromS = Math.min(endS, stood.toS);
  }
  if (fromS < endS) spans.push({ fromS, toS: endS });
  const speedFactor = planned.movingS / sum(spans.map((span) => span.toS - span.fromS));
  return spans.map((span) => ({ ...span, speedFactor }));
}

function halvesOf(parts: readonly MovingPart[], halfS: number): [MovingPart[], MovingPart[]] {
  let beforeS = 0;
  const halves: [MovingPart[], MovingPart[]] = [[], []];
  for (const part of parts) {
    const lengthS = part.toS - part.fromS;
    const cutS = part.fromS + Math.min(lengthS, Math.max(0, halfS - beforeS));
    if (cutS > part.fromS) halves[0].push({ ...part, toS: cutS });
    if (cutS < part.toS) halves[1].push({ ...part, fromS: cutS });
    beforeS += lengthS;
  }
  return halves;
}

/** Weighted by time, over the parts that have a heart rate; `null` where those are too few. */
function meanOfHalf(
  half: readonly MovingPart[],
  efforts: readonly Effort[],
): { meanHeartRateBpm: number; speedFactor: number } | null {
  const known = half.flatMap(({ fromS, toS, speedFactor }) => {
    const { meanHeartRateBpm } = meanEffort(efforts, fromS, toS);
    return meanHeartRateBpm === null
      ? []
      : [{ lengthS: toS - fromS, speedFactor, meanHeartRateBpm }];
  });
  const knownS = sum(known.map(({ lengthS }) => lengthS));
  if (knownS < KNOWN_RATIO * sum(half.map(({ fromS, toS }) => toS - fromS))) return null;
  const weighted = (value: (part: (typeof known)[number]) => number) =>
    sum(known.map((part) => part.lengthS * value(part))) / knownS;
  return {
    meanHeartRateBpm: weighted((part) => part.meanHeartRateBpm),
    speedFactor: weighted((part) => part.speedFactor),
  };
}
