/** Where on a course a place lies: once, or several times on loops and out-and-backs. */
import type { TrackPoint } from '../../domain/course.js';
import { type LatLon, planeOffset } from '../../kernel/geo.js';
import { clamp } from '../../kernel/stats.js';
import type { LaidTrack } from '../course/race-track.js';

/** A place farther from the course than this is not on it. */
export const OFF_COURSE_M = 150;
/** The course is looked at every so far. */
const SPACING_M = 25;
const M_PER_DEGREE = 111_195;

/** A point of the course near a place. */
export interface Candidate {
  /** Along the track. */
  m: number;
  /** Across, to the place. */
  offM: number;
}

interface Node extends LatLon {
  m: number;
}

/** As `layGrid`, of a track that is run several times. */
export function layLaps({ points, laps, lapM }: LaidTrack): (place: LatLon) => Candidate[] {
  const onLap = layGrid(points);
  return (place) => {
    const candidates = onLap(place);
    return Array.from({ length: laps }, (_, lap) =>
      candidates.map(({ m, offM }) => ({ m: m + lap * lapM, offM })),
    ).flat();
  };
}

/**
 * Lays a grid over a course.
 * @returns finds the nearest point of each passage by a place, within `OFF_COURSE_M`, in order along the track
 */
function layGrid(points: readonly TrackPoint[]): (place: LatLon) => Candidate[] {
  const nodes = nodesAlong(points);
  const latStep = OFF_COURSE_M / M_PER_DEGREE;
  const narrowest = Math.min(...[0, 0.5, 1].map((share) => cosine(nodes, share)));
  const lonStep = latStep / Math.max(0.01, narrowest);
  const cellOf = ({ lat, lon }: LatLon) =>
    [Math.floor(lat / latStep), Math.floor(lon / lonStep)] as const;
  const cells = new Map<string, number[]>();
  nodes.forEach((node, i) => {
    const key = cellOf(node).join();
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  });

  return (place) => {
    const [row, column] = cellOf(place);
    const offsM = new Map<number, number>();
    const eastScale = M_PER_DEGREE * Math.cos((place.lat * Math.PI) / 180);
    for (const r of [row - 1, row, row + 1]) {
      for (const c of [column - 1, column, column + 1]) {
        for (const i of cells.get(`${r},${c}`) ?? []) {
          const { lat, lon } = nodes[i]!;
          const offM = Math.hypot((lon - place.lon) * eastScale, (lat - place.lat) * M_PER_DEGREE);
          if (offM <= OFF_COURSE_M + SPACING_M) offsM.set(i, offM);
        }
      }
    }
    const isNearest = (i: number, offM: number) =>
      (offsM.get(i - 1) ?? Number.POSITIVE_INFINITY) >= offM &&
      (offsM.get(i + 1) ?? Number.POSITIVE_INFINITY) >= offM;
    return [...offsM]
      .filter(([i, offM]) => isNearest(i, offM))
      .sort(([i], [j]) => i - j)
      .flatMap(([i, offM]): Candidate[] => {
        const best = [project(nodes, i - 1, place), project(nodes, i, place)]
          .filter((candidate) => candidate !== null)
          .reduce((a, b) => (b.offM < a.offM ? b : a), { m: nodes[i]!.m, offM });
        return best.offM <= OFF_COURSE_M ? [best] : [];
      });
  };
}

const cosine = (nodes: readonly Node[], share: number): number =>
  Math.cos((nodes[Math.round(share * (nodes.length - 1))]!.lat * Math.PI) / 180);

/** The corners of the track, and points in between where they lie far apart. */
function nodesAlong(points: readonly TrackPoint[]): Node[] {
  const nodes: Node[] = [];
  points.forEach((point, i) => {
    const before = points[i - 1];
    const lengthM = before ? point.distanceM - before.distanceM : 0;
    const last = nodes.at(-1);
    // points nearer to each other than that tell no more
    const isSpare = last && point.distanceM - last.m < SPACING_M / 2 && i < points.length - 1;
    if (isSpare) return;
    const parts = before ? Math.ceil(lengthM / SPACING_M) : 1;
    for (let part = 1; part < parts; part += 1) {
      const share = part / parts;
      const m = before!.distanceM + share * lengthM;
      if (last && m <= last.m) continue;
      const lat = before!.lat + share * (point.lat - before!.lat);
      const lon = before!.lon + share * (point.lon - before!.lon);
      nodes.push({ lat, lon, m });
    }
    nodes.push({ lat: point.lat, lon: point.lon, m: point.distanceM });
  });
  return nodes;
}

/** The nearest point between a node and the next. */
function project(nodes: readonly Node[], i: number, place: LatLon): Candidate | null {
  const [a, b] = [nodes[i], nodes[i + 1]];
  if (!a || !b) return null;
  const [from, to] = [planeOffset(place, a), planeOffset(place, b)];
  const [east, north] = [to.eastM - from.eastM, to.northM - from.northM];
  const squareM2 = east * east + north * north;
  const share =
    squareM2 === 0 ? 0 : clamp(-(from.eastM * east + from.northM * north) / squareM2, 0, 1);
  return {
    m: a.m + share * (b.m - a.m),
    offM: Math.hypot(from.eastM + share * east, from.northM + share * north),
  };
}
