import type { Track, TrackPoint, Waypoint } from '../../src/domain/course.js';
import { groundDistance } from '../../src/kernel/geo.js';

/** Metres east and north of a valley in the Alps. */
type Plane = readonly [eastM: number, northM: number];

const DEGREE_M = 111_195;
export const degrees = ([eastM, northM]: Plane) => ({
  lat: 45 + northM / DEGREE_M,
  lon: 7 + eastM / (DEGREE_M * Math.cos((45 * Math.PI) / 180)),
});

export const waypoint = (name: string, at: Plane): Waypoint => ({
  name,
  ...degrees(at),
  elevationM: null,
});

/**
 * A track along straight lines between corners, a point every `everyM`.
 * @param elevationAt by distance along the track
 */
export function trackAlong(
  corners: readonly Plane[],
  elevationAt: (distanceM: number) => number | null = () => null,
  { everyM = 50, waypoints = [] as readonly Waypoint[] } = {},
): Track {
  const points: TrackPoint[] = [];
  const add = (at: Plane) => {
    const place = degrees(at);
    const before = points.at(-1);
    const distanceM = before ? before.distanceM + groundDistance(before, place) : 0;
    points.push({ ...place, distanceM, elevationM: elevationAt(distanceM) });
  };
  let from = corners[0]!;
  add(from);
  for (const to of corners.slice(1)) {
    const steps = Math.max(1, Math.round(Math.hypot(to[0] - from[0], to[1] - from[1]) / everyM));
    for (let s = 1; s <= steps; s += 1) {
      add([from[0] + ((to[0] - from[0]) * s) / steps, from[1] + ((to[1] - from[1]) * s) / steps]);
    }
    from = to;
  }
  return { points, waypoints };
}

/** A straight track of that length, running east. */
export const straightTrack = (
  lengthM: number,
  elevationAt?: (distanceM: number) => number | null,
  options?: Parameters<typeof trackAlong>[2],
) =>
  trackAlong(
    [
      [0, 0],
      [lengthM, 0],
    ],
    elevationAt,
    options,
  );
