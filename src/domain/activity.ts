/** What a watch recorded: where the runner was when. */
import type { Instant } from '../kernel/clock.js';
import type { LatLon } from '../kernel/geo.js';

export interface ActivityPoint {
  at: Instant;
  /** `null` where the watch had no fix. */
  place: LatLon | null;
  /** Covered by the watch's own count; `null` when it kept none. */
  distanceM: number | null;
  heartRateBpm: number | null;
  powerW: number | null;
}

/** The timer stood still. */
export interface ActivityPause {
  fromAt: Instant;
  toAt: Instant;
}

export interface Activity {
  /** In order of time, no two at one instant. */
  points: readonly ActivityPoint[];
  pauses: readonly ActivityPause[];
}
