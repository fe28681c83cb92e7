/** Course files to tracks. */
import type { Track, TrackPoint } from '../../domain/course.js';
import { error, type Parsed, type Problem, warning } from '../../domain/problems/problem.js';
import { groundDistance } from '../../kernel/geo.js';
import { sum } from '../../kernel/stats.js';
import type { Source } from '../source.js';
import type { CourseFile, CourseReader, FilePoint, Line } from './course-file.js';
import { readGpx } from './gpx.js';
import { type Positions, readPositions, type Stretch } from './positions.js';
import { readTcx } from './tcx.js';
import { readXml, type XmlPosition } from './xml.js';

/** Ends of two lines closer than this meet. */
const MEETING_M = 500;

/**
 * Reads a GPX or TCX course: its track, else its route, segments joined, distances measured along it, and
 * its named points. Of several tracks those that follow one another are joined, else the longest is taken,
 * and this is said.
 */
export function parseTrack({ file, text }: Source): Parsed<Track> {
  if (text.slice(8, 12) === '.FIT') {
    const reason = 'FIT is not read; export the course as GPX or TCX';
    return { value: null, diagnostics: [error('COURSE_SYNTAX', { reason }, { file })] };
  }
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
    const reason = `<${root}> is neither GPX nor TCX`;
    return { value: null, diagnostics: [error('COURSE_SYNTAX', { reason }, { file })] };
  }
  return trackOf(course, file);
}

function readerOf(root: string): CourseReader | null {
  if (root === 'gpx') return readGpx();
  if (root === 'TrainingCenterDatabase') return readTcx();
  return null;
}

const at = (file: string, { line, column }: XmlPosition) => ({
  file,
  span: { line, column, length: 1 },
});

function trackOf(course: CourseFile, file: string): Parsed<Track> {
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
  const joined = lines.every(followsPrevious);
  const line = joined ? lines.flatMap((l) => l.points) : longest(lines).points;
  if (lines.length > 1) {
    const args = { count: lines.length, joined, taken: joined ? null : longest(lines).name };
    diagnostics.push(warning('COURSE_SEVERAL_TRACKS', args, { file }));
  }

  const positions = readPositions(withoutRepeats(line));
  const points = measured(positions.points);
  if (points.length < 2) {
    return { value: null, diagnostics: [...diagnostics, error('COURSE_EMPTY', {}, { file })] };
  }
  return {
    value: { points, waypoints },
    diagnostics: [...diagnostics, ...tellPositions(positions, file)],
  };
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

/** Whether a line begins where the one before it ends, and is no other race from the same start. */
function followsPrevious(line: Line, i: number, lines: readonly Line[]): boolean {
  const before = lines[i - 1];
  if (!before) return true;
  const start = line.points[0]!;
  return (
    groundDistance(before.points.at(-1)!, start) <= MEETING_M &&
    groundDistance(before.points[0]!, start) > MEETING_M
  );
}

const longest = (lines: readonly Line[]): Line =>
  lines.reduce((a, b) => (lengthOf(b.points) > lengthOf(a.points) ? b : a));

const lengthOf = (points: readonly FilePoint[]): number => measured(points).at(-1)?.distanceM ?? 0;

/** A point at the same place as the one before it is left out. */
const withoutRepeats = (points: readonly FilePoint[]): FilePoint[] =>
  points.filter(({ lat, lon }, i) => points[i - 1]?.lat !== lat || points[i - 1]?.lon !== lon);

/** Distances along the line. */
function measured(points: readonly FilePoint[]): TrackPoint[] {
  let distanceM = 0;
  return points.map((point, i) => {
    const before = points[i - 1];
    if (before) distanceM += groundDistance(before, point);
    return { ...point, distanceM };
  });
}
