/** Garmin Training Center: courses, and activities run on one. */
import { type CourseReader, collectCourse, type PointDraft } from './course-file.js';

const POINTS = new Set(['Trackpoint', 'CoursePoint']);

/** Reads the elements of a TCX document. A trackpoint without a position is a pause, and left out. */
export function readTcx(): CourseReader {
  const course = collectCourse();
  let draft: PointDraft | null = null;
  return {
    open: ({ name, position }) => {
      if (name === 'Course' || name === 'Activity') course.startTrack();
      if (POINTS.has(name)) draft = { lat: '', lon: '', ele: '', name: '', position };
    },
    close: ({ name, parent }, text) => {
      if (name === 'Name' && parent === 'Course') course.nameTrack(text);
      if (draft === null) return;
      if (name === 'LatitudeDegrees') draft.lat = text;
      if (name === 'LongitudeDegrees') draft.lon = text;
      if (name === 'AltitudeMeters') draft.ele = text;
      if (name === 'Name' && parent === 'CoursePoint') draft.name = text;
      if (!POINTS.has(name)) return;
      const isPause = draft.lat === '' && draft.lon === '';
      if (name === 'Trackpoint' && !isPause) course.addTrackPoint(draft);
      if (name === 'CoursePoint') course.addWaypoint(draft);
      draft = null;
    },
    result: course.result,
  };
}
