/** Course files to tracks. */
import type { Track } from '../../domain/course.js';
import { error, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import { sum } from '../../kernel/stats.js';
import type { Source } from '../source.js';
import type { CourseFile, CourseReader, FilePoint, Line } from './course-file.js';
import { readGpx } from './gpx.js';
import { readKml } from './kml.js';
import { joinLines, lengthOf, measured, type OneLine } from './lines.js';
import { type Positions, readPositions, type Stretch } from './positions.js';
import { readTcx } from './tcx.js';
import { readXml, type XmlPosition } from './xml.js';

/**
 * Reads a GPX, TCX or KML course: its track, else its route, segments joined, distances measured along it, and
 * its named points. Of several tracks those that follow one another are joined, else the longest is taken,
 * and this is said.
 */
export function parseTrack({ file, text }: Source): Parsed<Track> {
  let reader: CourseReader | null = null;
  let root = '';
  const fault = readXml(text, {
    open: (element) => {
      if (element.parent === null) {
        root = element.name;
        reader = readerOf(root);
      }
      reader?.open(element);
    },
    close: (element, content) => reader?.close(element, content),
  });
  if (fault) {
    const { reason, position } = fault;
    return { value: null, diagnostics: [error('COURSE_SYNTAX', { reason }, at(file, position))] };
  }
  // assigned in a callback, which the compiler does not see
  const course = (reader as CourseReader | null)?.result();
  if (!course) {
    const reason = `<${root}> is neither GPX nor TCX nor KML`;
    return { value: null, diagnostics: [error('COURSE_SYNTAX', { reason }, { file })] };
  }
  return trackOf(course, file);
}

function readerOf(root: string): CourseReader | null {
  if (root === 'gpx') return readGpx();
  if (root === 'TrainingCenterDatabase') return readTcx();
  if (root === 'kml') return readKml();
  return null;
}

const at = (file: string, { line, column }: XmlPosition) => ({
  file,
  span: { line, column, length: 1 },
});

/** The one course of a file, however it was written. */
export function trackOf(course: CourseFile, file: string): Parsed<Track> {
  const { tracks, routes, waypoints, skipped, skippedHeights } = course;
  const diagnostics: Problem[] = [];
  const first = skipped[0];
  if (first) {
    const args = { count: skipped.length, written: first.written };
    diagnostics.push(warning('COURSE_POINTS_SKIPPED', args, at(file, first.position)));
  }
  const height = skippedHeights[0];
  if (height) {
    const args = { count: skippedHeights.length, written: height.written };
    diagnostics.push(warning('COURSE_HEIGHTS_SKIPPED', args, at(file, height.position)));
  }

  const usable = (lines: readonly Line[]) => lines.filter((line) => line.points.length >= 2);
  const lines = usable(tracks).length > 0 ? usable(tracks) : usable(routes);
  const line = joinLines(lines);
  if (line && lines.length > 1) diagnostics.push(tellLines(line, lines.length, file));

  const positions = readPositions(withoutRepeats(line?.points ?? []));
  const points = measured(positions.points);
  if (points.length < 2) {
    return { value: null, diagnostics: [...diagnostics, error('COURSE_EMPTY', {}, { file })] };
  }
  return {
    value: { points, waypoints },
    diagnostics: [...diagnostics, ...tellPositions(positions, file)],
  };
}

function tellLines({ joining, taken, leftOut }: OneLine, count: number, file: string): Problem {
  const measuredLine = ({ name, points }: Line) => ({ name, lengthM: lengthOf(points) });
  const args = {
    count,
    joining,
    taken: measuredLine(taken),
    leftOut: leftOut.map(measuredLine),
  };
  return warning('COURSE_SEVERAL_TRACKS', args, { file });
}

function tellPositions({ astray, pauses, jumps }: Positions, file: string): Problem[] {
  const problems: Problem[] = [];
  const [point, pause] = [astray[0], pauses[0]];
  if (point) {
    const args = { count: astray.length, lat: point.lat, lon: point.lon };
    problems.push(warning('COURSE_POINTS_ASTRAY', args, { file }));
  }
  if (pause) {
    const lengthM = sum(pauses.map((p) => p.lengthM));
    const args = { count: pauses.length, lengthM, atM: pause.atM };
    problems.push(warning('COURSE_PAUSES', args, { file }));
  }
  const longestJump = jumps.reduce<Stretch | null>(
    (a, b) => (a === null || b.lengthM > a.lengthM ? b : a),
    null,
  );
  if (longestJump) problems.push(warning('COURSE_JUMP', { ...longestJump }, { file }));
  return problems;
}

/** A point at the same place as the one before it is left out. */
const withoutRepeats = (points: readonly FilePoint[]): FilePoint[] =>
  points.filter(({ lat, lon }, i) => points[i - 1]?.lat !== lat || points[i - 1]?.lon !== lon);
