/** Where a watch was when, on the clock of the race. */
import type { ActivityPoint } from '../../domain/activity.js';
import type { Instant } from '../../kernel/clock.js';
import type { LatLon } from '../../kernel/geo.js';

export interface Fix extends LatLon {
  /** Elapsed. */
  atS: number;
  /** Covered by the watch's own count; `null` when it kept none. */
  distanceM: number | null;
}

/** The points that have a place. @param zeroAt when the race began */
export const fixesOf = (points: readonly ActivityPoint[], zeroAt: Instant): Fix[] =>
  points.flatMap(({ at, place, distanceM }) =>
    place ? [{ ...place, atS: (at - zeroAt) / 1000, distanceM }] : [],
  );
