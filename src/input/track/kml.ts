/** KML: the lines of a map, recorded tracks, named points. */
import { type CourseReader, collectCourse } from './course-file.js';
import type { XmlPosition } from './xml.js';

/**
 * Reads the elements of a KML document: `LineString` and `gx:Track` as tracks, a `Placemark` with a `Point` as a
 * waypoint. Coordinates are `longitude,latitude,altitude` (OGC KML 2.3, 16.10), in `gx:coord` with blanks between.
 * Areas, styles, tours and linked files are left out.
 */
export function readKml(): CourseReader {
  const course = collectCourse();
  let name = '';
  let begins: XmlPosition = { line: 1, column: 1 };

  const draftOf = (coordinates: string, separator: RegExp | string) => {
    const [lon = '', lat = '', ele = ''] = coordinates.split(separator);
    return { lat, lon, ele, name, position: begins };
  };
  const startTrack = () => {
    course.startTrack();
    if (name) course.nameTrack(name);
  };
  return {
    open: (element) => {
      begins = element.position;
      if (element.name === 'Placemark') name = '';
      if (element.name === 'LineString' || element.name === 'Track') startTrack();
    },
    close: (element, text) => {
      if (element.name === 'name' && element.parent === 'Placemark') name = text;
      if (element.name === 'coord' && element.parent === 'Track') {
        course.addTrackPoint(draftOf(text, /\s+/));
      }
      if (element.name !== 'coordinates' || text === '') return;
      const tuples = text.split(/\s+/);
      if (element.parent === 'Point') course.addWaypoint(draftOf(tuples[0]!, ','));
      if (element.parent !== 'LineString') return;
      for (const tuple of tuples) course.addTrackPoint(draftOf(tuple, ','));
    },
    result: course.result,
  };
}
