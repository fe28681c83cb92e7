/** GPX 1.0 and 1.1: tracks of segments, routes, waypoints. */
import { type CourseReader, collectCourse, type PointDraft } from './course-file.js';

const POINTS = new Set(['trkpt', 'rtept', 'wpt']);

/** Reads the elements of a GPX document; extensions, times and descriptions are left out. */
export function readGpx(): CourseReader {
  const course = collectCourse();
  let draft: PointDraft | null = null;
  return {
    open: ({ name, attributes, position }) => {
      if (name === 'trk') course.startTrack();
      if (name === 'rte') course.startRoute();
      if (POINTS.has(name)) {
        const { lat = '', lon = '' } = attributes;
        draft = { lat, lon, ele: '', name: '', position };
      }
    },
    close: ({ name, parent }, text) => {
      if (name === 'name' && parent === 'trk') course.nameTrack(text);
      if (draft === null) return;
      if (name === 'ele' && POINTS.has(parent ?? '')) draft.ele = text;
      if (name === 'name' && POINTS.has(parent ?? '')) draft.name = text;
      if (name === 'trkpt') course.addTrackPoint(draft);
      if (name === 'rtept') course.addRoutePoint(draft);
      if (name === 'wpt') course.addWaypoint(draft);
      if (POINTS.has(name)) draft = null;
    },
    result: course.result,
  };
}
