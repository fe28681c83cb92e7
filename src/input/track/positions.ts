/** Positions of a recording that no runner had: for a moment somewhere else, and wandering during a pause. */
import { groundDistance, planeOffset } from '../../kernel/geo.js';
import { median } from '../../kernel/stats.js';
import type { FilePoint } from './course-file.js';

/** From one point to the next this far, and this many times farther than usual, is a jump. */
const JUMP_M = 1000;
const JUMP_TIMES = 20;
/** Points that come back from a jump after less than this of track were somewhere else. */
const ASTRAY_M = 500;
/** So much track inside a square of that side is a recording of a pause, not of a way. */
const PAUSE_M = 300;
const PAUSE_SIDE_M = 40;

/** A stretch of a track, metres along it. */
export interface Stretch {
  atM: number;
  lengthM: number;
}

export interface Positions {
  points: readonly FilePoint[];
  /** Left out: points somewhere else. */
  astray: readonly FilePoint[];
  /** Left out: the wandering during each pause. */
  pauses: readonly Stretch[];
  /** What is left of jumps: a straight line over each. */
  jumps: readonly Stretch[];
}

/** @param points at least two, no two in a row at one place */
export function readPositions(points: readonly FilePoint[]): Positions {
  const { kept, astray } = leaveOutAstray(points);
  const { kept: moving, pauses } = leaveOutPauses(kept);
  return { points: moving, astray, pauses, jumps: findJumps(moving) };
}

const stepsOf = (points: readonly FilePoint[]): readonly number[] =>
  points.slice(1).map((point, i) => groundDistance(points[i]!, point));

const jumpLength = (stepsM: readonly number[]): number =>
  stepsM.length === 0 ? JUMP_M : Math.max(JUMP_M, JUMP_TIMES * median(stepsM));

/** Short runs of points between two jumps, out and back. */
function leaveOutAstray(points: readonly FilePoint[]) {
  const jumpM = jumpLength(stepsOf(points));
  const kept: FilePoint[] = [];
  const astray: FilePoint[] = [];
  for (let i = 0; i < points.length; i += 1) {
    const before = kept.at(-1);
    const back = before === undefined ? null : findReturn(points, i, before, jumpM);
    if (back === null) kept.push(points[i]!);
    else {
      astray.push(...points.slice(i, back));
      i = back - 1;
    }
  }
  return { kept, astray };
}

/** Where a run that jumps away from `before` is near it again; `null` when it does not jump, or not come back. */
function findReturn(
  points: readonly FilePoint[],
  from: number,
  before: FilePoint,
  jumpM: number,
): number | null {
  if (groundDistance(before, points[from]!) < jumpM) return null;
  let runM = 0;
  for (let i = from + 1; i < points.length; i += 1) {
    const stepM = groundDistance(points[i - 1]!, points[i]!);
    const isBack = groundDistance(before, points[i]!) < jumpM;
    if (stepM >= jumpM && isBack) return i;
    if (stepM < jumpM) runM += stepM;
    if (runM > ASTRAY_M) return null;
  }
  return null;
}

/** Stretches longer than `PAUSE_M` that stay inside a small square become the step from their first to their last point. */
function leaveOutPauses(points: readonly FilePoint[]) {
  const stepsM = stepsOf(points);
  const kept: FilePoint[] = [];
  const pauses: Stretch[] = [];
  let doneM = 0;
  for (let i = 0; i < points.length; ) {
    kept.push(points[i]!);
    const { to, wanderedM } = stayAt(points, stepsM, i);
    if (wanderedM >= PAUSE_M) {
      pauses.push({ atM: doneM, lengthM: wanderedM });
      i = to;
    } else {
      doneM += stepsM[i] ?? 0;
      i += 1;
    }
  }
  return { kept, pauses };
}

/** How far a track goes on from a point without leaving the square. */
function stayAt(points: readonly FilePoint[], stepsM: readonly number[], from: number) {
  let [east, west, north, south] = [0, 0, 0, 0];
  let [to, wanderedM] = [from, 0];
  for (let i = from + 1; i < points.length; i += 1) {
    const { eastM, northM } = planeOffset(points[from]!, points[i]!);
    [east, west] = [Math.max(east, eastM), Math.min(west, eastM)];
    [north, south] = [Math.max(north, northM), Math.min(south, northM)];
    if (Math.max(east - west, north - south) > PAUSE_SIDE_M) break;
    wanderedM += stepsM[i - 1]!;
    to = i;
  }
  return { to, wanderedM };
}

function findJumps(points: readonly FilePoint[]): readonly Stretch[] {
  const stepsM = stepsOf(points);
  const jumpM = jumpLength(stepsM);
  let atM = 0;
  return stepsM.flatMap((lengthM) => {
    const stretch = { atM, lengthM };
    atM += lengthM;
    return lengthM < jumpM ? [] : [stretch];
  });
}
