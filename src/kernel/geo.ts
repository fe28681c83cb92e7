/** Places on the ground, and the distances between them. */

export interface LatLon {
  /** Degrees north. */
  lat: number;
  /** Degrees east. */
  lon: number;
}

/** Mean radius of the Earth (IUGG), metres. */
const EARTH_M = 6371008.8;
const RAD = Math.PI / 180;

/** Great-circle distance in metres (haversine on a sphere: within 0.6 % of the ellipsoid). */
export function groundDistance(a: LatLon, b: LatLon): number {
  const dLat = Math.sin(((b.lat - a.lat) * RAD) / 2);
  const dLon = Math.sin(((b.lon - a.lon) * RAD) / 2);
  const h = dLat * dLat + Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * dLon * dLon;
  return 2 * EARTH_M * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Metres east and north of `origin`, on the plane that touches it: for stretches of a few kilometres. */
export function planeOffset(origin: LatLon, to: LatLon): { eastM: number; northM: number } {
  const dLon = ((to.lon - origin.lon + 540) % 360) - 180;
  return {
    eastM: dLon * RAD * EARTH_M * Math.cos(origin.lat * RAD),
    northM: (to.lat - origin.lat) * RAD * EARTH_M,
  };
}
