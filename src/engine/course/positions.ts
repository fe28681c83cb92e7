/** Where on the ground the places of a course are. */
import type { TrackPoint } from '../../domain/course.js';
import { between, interpolate } from '../../kernel/interpolate.js';
import type { LaidTrack } from './race-track.js';

/** A point of the course. */
export type Position = Omit<TrackPoint, 'distanceM'>;

/** The position at an official distance; on the way from the end of a lap to its beginning between the two. */
export function positionAt({ points, laps, lapM, anchors }: LaidTrack, atM: number): Position {
  const alongM = interpolate(anchors, atM);
  const first = points[0]!;
  const last = points.at(-1)!;
  const m = laps > 1 && alongM > last.distanceM ? alongM % lapM : alongM;
  return m > last.distanceM
    ? onLine(last, { ...first, distanceM: lapM }, m)
    : positionOn(points, m);
}

/** What of the track is the course: one lap of it, or from the start to the finish. */
export function courseTrack({ points, laps, anchors }: LaidTrack): Position[] {
  if (laps > 1) return points.map(placed);
  const [startM, finishM] = [anchors[0]![1], anchors.at(-1)![1]];
  const inside = points.filter(({ distanceM }) => distanceM > startM && distanceM < finishM);
  return [positionOn(points, startM), ...inside.map(placed), positionOn(points, finishM)];
}

const placed = ({ lat, lon, elevationM }: TrackPoint): Position => ({ lat, lon, elevationM });

function positionOn(points: readonly TrackPoint[], m: number): Position {
  let [low, high] = [0, points.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle]!.distanceM <= m) low = middle;
    else high = middle;
  }
  return onLine(points[low]!, points[high]!, m);
}

function onLine(a: TrackPoint, b: TrackPoint, m: number): Position {
  const lengthM = b.distanceM - a.distanceM;
  const share = lengthM <= 0 ? 0 : Math.min(1, Math.max(0, (m - a.distanceM) / lengthM));
  // the shorter way round, where a line crosses the date line
  const eastDeg = ((b.lon - a.lon + 540) % 360) - 180;
  const lon = a.lon + share * eastDeg;
  return {
    lat: between(a.lat, b.lat, share),
    lon: lon >= 180 ? lon - 360 : lon < -180 ? lon + 360 : lon,
    elevationM:
      a.elevationM === null || b.elevationM === null
        ? null
        : between(a.elevationM, b.elevationM, share),
  };
}
