/**
 * Elevation along a track, and the climb in it.
 *
 * Raw tracks climb too much: every wobble of a barometer or a height model counts. Here elevation is sampled
 * every 10 m of track and each sample replaced by the mean of those within 50 m, weighted by nearness
 * (a triangle); gain and loss are the sums of the rises and falls that remain.
 */
import type { TrackPoint } from '../../domain/course.js';
import { between, interpolate, type Knot } from '../../kernel/interpolate.js';
import { clamp } from '../../kernel/stats.js';
import { type Elevations, readElevations } from './elevations.js';
import type { ClimbBetween, Ground } from './legs.js';

const SAMPLE_M = 10;
/** Half-width of the smoothing. */
export const SMOOTHING_M = 50;

/**
 * Computes climb and mean elevation between two distances along a track; both add up: the gain of a stretch
 * is the sum of its parts'. What is missing, or cannot be true, lies on the line between its neighbours.
 * @returns with the heights after smoothing; `null` when the track has no elevation
 */
export function computeProfile(
  points: readonly TrackPoint[],
  { known }: Elevations = readElevations(points),
): Ground | null {
  if (known.length < 2) return null;

  const trackM = points.at(-1)!.distanceM;
  const count = Math.max(1, Math.round(trackM / SAMPLE_M));
  const stepM = trackM / count;
  const samples = Array.from({ length: count + 1 }, (_, i) => interpolate(known, i * stepM));
  const elevationsM = smooth(samples, Math.round(SMOOTHING_M / stepM));

  const gainM = [0];
  const lossM = [0];
  const areaM2 = [0];
  for (let i = 1; i <= count; i += 1) {
    const [from, to] = [elevationsM[i - 1]!, elevationsM[i]!];
    gainM.push(gainM[i - 1]! + Math.max(0, to - from));
    lossM.push(lossM[i - 1]! + Math.max(0, from - to));
    areaM2.push(areaM2[i - 1]! + ((from + to) / 2) * stepM);
  }
  const upTo = (sums: readonly number[], m: number) => {
    const at = clamp(m / stepM, 0, count);
    const below = Math.min(Math.floor(at), count - 1);
    return between(sums[below]!, sums[below + 1]!, at - below);
  };
  const climbBetween: ClimbBetween = (fromM, toM) => ({
    gainM: upTo(gainM, toM) - upTo(gainM, fromM),
    lossM: upTo(lossM, toM) - upTo(lossM, fromM),
    elevationM: (upTo(areaM2, toM) - upTo(areaM2, fromM)) / (toM - fromM),
  });
  return Object.assign(climbBetween, { heights: thin(elevationsM, stepM) });
}

/** Of what the smoothing leaves one in so many samples tells all but crests and hollows. */
const KEPT_EVERY = Math.round(SMOOTHING_M / SAMPLE_M);

/** Heights enough to draw the ground: every crest and hollow, and between them one every 50 m. */
function thin(elevationsM: readonly number[], stepM: number): Knot[] {
  const heights: Knot[] = [];
  const last = elevationsM.length - 1;
  elevationsM.forEach((heightM, i) => {
    const [before, after] = [elevationsM[i - 1] ?? heightM, elevationsM[i + 1] ?? heightM];
    const isTurn = (heightM - before) * (after - heightM) < 0;
    if (isTurn || i % KEPT_EVERY === 0 || i === last) heights.push([i * stepM, heightM]);
  });
  return heights;
}

function smooth(samples: readonly number[], halfWidth: number): readonly number[] {
  return samples.map((_, i) => {
    let [total, weights] = [0, 0];
    const last = Math.min(samples.length - 1, i + halfWidth);
    for (let j = Math.max(0, i - halfWidth); j <= last; j += 1) {
      const weight = halfWidth + 1 - Math.abs(j - i);
      total += weight * samples[j]!;
      weights += weight;
    }
    return total / weights;
  });
}
