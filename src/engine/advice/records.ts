/** How fast anyone has run ultramarathons. */
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { S_PER_DAY } from '../../kernel/units.js';

/**
 * The fastest known on flat roads and tracks: 50 km 2:38:43 (2022, World Athletics), 100 km 5:59:20 (2025, in shoes
 * that no record allows), 100 miles 10:51:39 and 24 hours 319.614 km (2022, IAU). Records fall: only a target well
 * beyond them should be believed to be impossible.
 */
const BESTS: readonly (readonly [distanceM: number, timeS: number])[] = [
  [50_000, 9523],
  [100_000, 21_560],
  [160_934, 39_099],
  [319_614, S_PER_DAY],
];

const LOG_SPEEDS = BESTS.map(
  ([distanceM, timeS]): Knot => [Math.log(distanceM), Math.log(distanceM / timeS)],
);

/**
 * About the fastest anyone has covered a distance, seconds: the bests' speeds interpolated between distances in
 * the logarithm; shorter as fast as 50 km, longer as fast as 24 hours.
 */
export const computeFastest = (distanceM: number): number =>
  distanceM / Math.exp(interpolate(LOG_SPEEDS, Math.log(distanceM)));
