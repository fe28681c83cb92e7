/** The lines of a course file: pieces of one course that follow one another, or several courses. */
import type { TrackPoint } from '../../domain/course.js';
import { groundDistance } from '../../kernel/geo.js';
import type { FilePoint, Line } from './course-file.js';

/** Ends of two lines closer than this meet. */
const MEETING_M = 500;

/** How several lines were made one: joined as listed, in the order in which they meet, or all but one left out. */
export type Joining = 'listed' | 'reordered' | 'none';

export interface OneLine {
  points: readonly FilePoint[];
  joining: Joining;
  /** Of `none`: the line taken, and those left out, the longest first. */
  taken: Line;
  leftOut: readonly Line[];
}

/**
 * Makes one line of several. Lines that follow one another are joined, in another order than listed where there is
 * one way only to put them end to end; else the longest is taken.
 * @param lines of two points or more each; `null` when there are none
 */
export function joinLines(lines: readonly Line[]): OneLine | null {
  const byLength = lines.toSorted((a, b) => lengthOf(b.points) - lengthOf(a.points));
  const [taken, ...leftOut] = byLength;
  if (!taken) return null;
  const joined = (ordered: readonly Line[], joining: Joining): OneLine => ({
    points: ordered.flatMap(({ points }) => points),
    joining,
    taken,
    leftOut: [],
  });
  if (lines.every(followsPrevious)) return joined(lines, 'listed');
  const ordered = chain(lines);
  return ordered
    ? joined(ordered, 'reordered')
    : { points: taken.points, joining: 'none', taken, leftOut };
}

const startOf = ({ points }: Line): FilePoint => points[0]!;
const endOf = ({ points }: Line): FilePoint => points.at(-1)!;
const meet = (a: FilePoint, b: FilePoint): boolean => groundDistance(a, b) <= MEETING_M;

/** Whether a line begins where the one before it ends, and is no other race from the same start. */
function followsPrevious(line: Line, i: number, lines: readonly Line[]): boolean {
  const before = lines[i - 1];
  if (!before) return true;
  return meet(endOf(before), startOf(line)) && !meet(startOf(before), startOf(line));
}

/** Puts lines end to end; `null` unless there is one way to, and one only. */
function chain(lines: readonly Line[]): readonly Line[] | null {
  const others = (line: Line) => lines.filter((other) => other !== line);
  const nextOf = (line: Line) => others(line).filter((o) => meet(endOf(line), startOf(o)));
  const isFirst = (line: Line) => others(line).every((o) => !meet(endOf(o), startOf(line)));
  const areApart = lines.every(
    (line) =>
      nextOf(line).length <= 1 && others(line).every((o) => !meet(startOf(o), startOf(line))),
  );
  const firsts = lines.filter(isFirst);
  if (!areApart || firsts.length !== 1) return null;
  const ordered: Line[] = [];
  for (let line = firsts[0]; line; line = nextOf(line)[0]) ordered.push(line);
  return ordered.length === lines.length ? ordered : null;
}

/** Length along the ground, metres. */
export const lengthOf = (points: readonly FilePoint[]): number =>
  measured(points).at(-1)?.distanceM ?? 0;

/** Distances along the line. */
export function measured(points: readonly FilePoint[]): TrackPoint[] {
  let distanceM = 0;
  return points.map((point, i) => {
    const before = points[i - 1];
    if (before) distanceM += groundDistance(before, point);
    return { ...point, distanceM };
  });
}
