/** Where a track passes a point: once, or several times on loops and out-and-backs. */
import type { TrackPoint } from '../../domain/course.js';
import { type LatLon, planeOffset } from '../../kernel/geo.js';
import { clamp } from '../../kernel/stats.js';

/** A waypoint farther from the track than this is not on the course. */
const OFF_COURSE_M = 300;
/** Passages as near as the nearest, but for what two recordings of one path differ by. */
const SPREAD_M = 75;

/**
 * Finds every passage of a track by a point.
 * @returns the distance along the track of the nearest point of each passage, in metres, increasing
 */
export function findPassages(points: readonly TrackPoint[], target: LatLon): readonly number[] {
  const approaches = findApproaches(points, target);
  const nearestM = approaches.reduce((m, a) => Math.min(m, a.offsetM), OFF_COURSE_M);
  const near = approaches.filter((a) => a.offsetM <= nearestM + SPREAD_M);

  const passages: Approach[] = [];
  near.forEach((approach, i) => {
    const isSamePassage = near[i - 1]?.segment === approach.segment - 1;
    const nearest = passages.at(-1);
    if (!isSamePassage || !nearest) passages.push(approach);
    else if (approach.offsetM < nearest.offsetM) passages[passages.length - 1] = approach;
  });
  return passages.map((p) => p.distanceM);
}

/** The point of one segment of the track that is nearest to the target. */
interface Approach {
  segment: number;
  /** Along the track. */
  distanceM: number;
  /** Across, to the target. */
  offsetM: number;
}

/** Of every segment that comes within `OFF_COURSE_M` of the target. */
function findApproaches(points: readonly TrackPoint[], target: LatLon): readonly Approach[] {
  const approaches: Approach[] = [];
  let from = points[0]!;
  let a = planeOffset(target, from);
  for (let segment = 1; segment < points.length; segment += 1) {
    const to = points[segment]!;
    const b = planeOffset(target, to);
    if (!isBeside(a.northM, b.northM) && !isBeside(a.eastM, b.eastM)) {
      const [east, north] = [b.eastM - a.eastM, b.northM - a.northM];
      const along = -(a.eastM * east + a.northM * north) / (east * east + north * north);
      const share = clamp(along, 0, 1);
      const distanceM = from.distanceM + share * (to.distanceM - from.distanceM);
      const offsetM = Math.hypot(a.eastM + share * east, a.northM + share * north);
      if (offsetM <= OFF_COURSE_M) approaches.push({ segment, distanceM, offsetM });
    }
    [from, a] = [to, b];
  }
  return approaches;
}

/** Both ends too far off to the same side: cheap, and true of nearly every segment. */
const isBeside = (fromM: number, toM: number): boolean =>
  Math.min(fromM, toM) > OFF_COURSE_M || Math.max(fromM, toM) < -OFF_COURSE_M;
