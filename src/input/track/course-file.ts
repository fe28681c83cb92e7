/** What GPX and TCX files have in common: lines of points, named points, and points that are none. */
import type { Waypoint } from '../../domain/course.js';
import type { LatLon } from '../../kernel/geo.js';
import type { XmlPosition, XmlReader } from './xml.js';

/** A position, and the elevation when there is one. */
export interface FilePoint {
  lat: number;
  lon: number;
  elevationM: number | null;
}

/** A track, route or course: all its segments joined. */
export interface Line {
  name: string | null;
  points: readonly FilePoint[];
}

export interface CourseFile {
  /** Where runners went. */
  tracks: readonly Line[];
  /** Where they are to go: used when there is no track. */
  routes: readonly Line[];
  waypoints: readonly Waypoint[];
  /** Points without a position that can be true. */
  skipped: readonly SkippedPoint[];
  /** Elevations that cannot be true, of points that are kept. */
  skippedHeights: readonly SkippedPoint[];
}

/** As written, and where its point begins. */
export interface SkippedPoint {
  written: string;
  position: XmlPosition;
}

export interface CourseReader extends XmlReader {
  result: () => CourseFile;
}

/** A point while its element is being read. */
export interface PointDraft {
  lat: string;
  lon: string;
  ele: string;
  name: string;
  position: XmlPosition;
}

/**
 * A place on Earth has a latitude of −90..90° and a longitude of −180..180°; 0, 0 is what devices write without a fix.
 * @returns `null` for anything else
 */
export function placeOf(latitude: string, longitude: string): LatLon | null {
  const [lat, lon] = [decimal(latitude), decimal(longitude)];
  const isPlace = lat !== null && lon !== null && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return isPlace && (lat !== 0 || lon !== 0) ? { lat, lon } : null;
}

/**
 * Collects lines and waypoints in document order; points at no place on Earth are left out. Elevations outside
 * −500..9000 m are unknown.
 */
export function collectCourse() {
  const tracks: { name: string | null; points: FilePoint[] }[] = [];
  const routes: typeof tracks = [];
  const waypoints: Waypoint[] = [];
  const skipped: SkippedPoint[] = [];
  const skippedHeights: SkippedPoint[] = [];

  const pointOf = (draft: PointDraft): FilePoint | null => {
    const place = placeOf(draft.lat, draft.lon);
    if (!place) {
      skipped.push({ written: `${draft.lat}, ${draft.lon}`, position: draft.position });
      return null;
    }
    const elevationM = decimal(draft.ele);
    const isHeight = elevationM !== null && elevationM > -500 && elevationM < 9000;
    if (!isHeight && draft.ele.trim() !== '') {
      skippedHeights.push({ written: draft.ele.trim(), position: draft.position });
    }
    return { ...place, elevationM: isHeight ? elevationM : null };
  };

  return {
    startTrack: () => tracks.push({ name: null, points: [] }),
    startRoute: () => routes.push({ name: null, points: [] }),
    nameTrack: (name: string) => {
      const track = tracks.at(-1);
      if (track) track.name = name;
    },
    addTrackPoint: (draft: PointDraft) => {
      const point = pointOf(draft);
      if (point) tracks.at(-1)?.points.push(point);
    },
    addRoutePoint: (draft: PointDraft) => {
      const point = pointOf(draft);
      if (point) routes.at(-1)?.points.push(point);
      if (point && draft.name) waypoints.push({ name: draft.name, ...point });
    },
    addWaypoint: (draft: PointDraft) => {
      const point = draft.name ? pointOf(draft) : null;
      if (point) waypoints.push({ name: draft.name, ...point });
    },
    result: (): CourseFile => ({ tracks, routes, waypoints, skipped, skippedHeights }),
  };
}

function decimal(text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : null;
}
