/** Time zones by place. A module of its own: its map is loaded only where a place is known. */
import lookUpZone from '@photostructure/tz-lookup';
import type { LatLon } from './geo.js';

/** About 30 km: the map is coarse, and people live beside borders. */
const NEAR_DEGREES = 0.3;
const MAX_LAT = 89;

/** The zone of a place, then those of its surroundings, each once; IANA names. */
export function zonesNear({ lat, lon }: LatLon): readonly string[] {
  const steps = [0, -NEAR_DEGREES, NEAR_DEGREES];
  const zones = steps.flatMap((north) =>
    steps.map((east) => {
      const nearLat = Math.min(MAX_LAT, Math.max(-MAX_LAT, lat + north));
      const nearLon = ((((lon + east + 180) % 360) + 360) % 360) - 180;
      return lookUpZone(nearLat, nearLon);
    }),
  );
  return [...new Set(zones)];
}
