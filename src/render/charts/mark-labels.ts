/**
 * Where the labels of marks stand above a plot: few lie as flags beside their uprights, many stand on end. Those of
 * the highest weight are placed first; no two overlap, none is cut by an edge.
 */
import { LINE_EM, shorten, textWidth } from './text-size.js';

/** A mark with its label written; `x` in pixels. */
export interface WrittenMark {
  x: number;
  label: string;
  detail: string | null;
  weight: number;
}

export interface PlacedLabel<M> {
  mark: M;
  label: string;
  /** `null`: none, or no room. */
  detail: string | null;
  /** Where the label begins or ends (a flag), or its middle (on end). */
  x: number;
  /** Of a flag: which way it blows, and its row above the plot, from 0. */
  flag: { isLeft: boolean; row: number } | null;
}

export interface LabelRoom {
  /** Labels stay between; flags also away from what is written beside the plot. */
  from: number;
  flagsFrom: number;
  to: number;
  fontPx: number;
  /** Rows of flags, and how many marks may have flags. */
  rows: number;
  mostFlags: number;
  /** The longest label on end, pixels. */
  longestPx: number;
  hasDetails: boolean;
}

/** Between an upright and its flag, and between two flags of a row, pixels. */
const FLAG_GAP_PX = 4;
const ROW_GAP_PX = 8;
/** How far a label on end may stand aside from its upright, and how far to make room for details, pixels. */
const ASIDE_PX = 16;
const ASIDE_FOR_DETAILS_PX = 10;

export function placeLabels<M extends WrittenMark>(
  given: readonly M[],
  room: LabelRoom,
): PlacedLabel<M>[] {
  const marks = given.filter(({ label }) => label !== '');
  if (marks.length <= room.mostFlags) {
    const flags =
      (room.hasDetails ? placeFlags(marks, room, true) : null) ?? placeFlags(marks, room, false);
    if (flags) return flags;
  }
  return placeUprights(marks, room);
}

const byWeight = (a: WrittenMark, b: WrittenMark) => b.weight - a.weight || a.x - b.x;

interface Box {
  row: number;
  left: number;
  right: number;
  staffX: number;
}

/** `null`: not all have room. */
function placeFlags<M extends WrittenMark>(
  marks: readonly M[],
  { flagsFrom, to, fontPx, rows }: LabelRoom,
  hasDetails: boolean,
): PlacedLabel<M>[] | null {
  const boxes: Box[] = [];
  const placed: PlacedLabel<M>[] = [];
  // from the right, so that a flag over the staffs of others finds them standing, and goes above them
  for (const mark of marks.toSorted((a, b) => b.x - a.x)) {
    const detail = hasDetails ? mark.detail : null;
    const width = textWidth(detail ? `${mark.label} ${detail}` : mark.label, fontPx);
    const found = flagsOf(mark.x, width, rows).find(
      (box) =>
        box.left >= flagsFrom && box.right <= to && boxes.every((other) => isApart(box, other)),
    );
    if (!found) return null;
    boxes.push(found);
    const isLeft = found.right < mark.x;
    placed.push({
      mark,
      label: mark.label,
      detail,
      x: isLeft ? found.right : found.left,
      flag: { isLeft, row: found.row },
    });
  }
  return placed;
}

const flagsOf = (x: number, width: number, rows: number): Box[] =>
  Array.from({ length: rows }, (_, row) => [
    { row, left: x + FLAG_GAP_PX, right: x + FLAG_GAP_PX + width, staffX: x },
    { row, left: x - FLAG_GAP_PX - width, right: x - FLAG_GAP_PX, staffX: x },
  ]).flat();

const isApart = (a: Box, b: Box): boolean =>
  (a.row !== b.row || a.right + ROW_GAP_PX <= b.left || b.right + ROW_GAP_PX <= a.left) &&
  !isCrossed(a, b) &&
  !isCrossed(b, a);

/** The staff of one goes up through the flag of the other. */
const isCrossed = (flag: Box, { staffX, row }: Box): boolean =>
  row >= flag.row && staffX > flag.left - 2 && staffX < flag.right + 2;

/** A label on end and how far it reaches to both sides of its middle. */
interface Upright<M> {
  mark: M;
  label: string;
  hasDetail: boolean;
}

function placeUprights<M extends WrittenMark>(
  marks: readonly M[],
  room: LabelRoom,
): PlacedLabel<M>[] {
  const { fontPx, longestPx } = room;
  let kept: Upright<M>[] = [];
  for (const mark of [...marks].sort(byWeight)) {
    const label = shorten(mark.label, longestPx, fontPx);
    if (label === '') continue;
    const more = inOrder([...kept, { mark, label, hasDetail: false }]);
    if (standAside(more, room, ASIDE_PX)) kept = more;
  }
  if (room.hasDetails) kept = addDetails(kept, room);
  const xs = standAside(kept, room, ASIDE_PX) ?? [];
  return kept.map(({ mark, label, hasDetail }, i) => ({
    mark,
    label,
    detail: hasDetail ? mark.detail : null,
    x: xs[i]!,
    flag: null,
  }));
}

/** Details of all marks of a weight or of none, the highest first, as long as there is room for them. */
function addDetails<M extends WrittenMark>(
  kept: readonly Upright<M>[],
  room: LabelRoom,
): Upright<M>[] {
  let labels = [...kept];
  const weights = [...new Set(kept.map(({ mark }) => mark.weight))].sort((a, b) => b - a);
  for (const weight of weights) {
    const more = labels.map((one) =>
      one.mark.weight === weight && one.mark.detail ? { ...one, hasDetail: true } : one,
    );
    const isShort = more.every(
      ({ mark, hasDetail }) =>
        !hasDetail || textWidth(mark.detail ?? '', room.fontPx) <= room.longestPx,
    );
    if (!isShort || !standAside(more, room, ASIDE_FOR_DETAILS_PX)) break;
    labels = more;
  }
  return labels;
}

const inOrder = <M extends WrittenMark>(labels: Upright<M>[]): Upright<M>[] =>
  labels.sort((a, b) => a.mark.x - b.mark.x);

/**
 * Where labels in order stand: as near their uprights as they may without touching; `null` where one would stand too
 * far aside or over an edge. A label's detail is a second line at its right.
 */
function standAside<M extends WrittenMark>(
  labels: readonly Upright<M>[],
  { from, to, fontPx }: LabelRoom,
  asidePx: number,
): number[] | null {
  const half = (LINE_EM * fontPx) / 2;
  const right = labels.map(({ hasDetail }) => (hasDetail ? 3 * half : half));
  // all take the same room once what stands before each is taken away
  let before = 0;
  const offsets = labels.map((_, i) => {
    before += i === 0 ? 0 : right[i - 1]! + half;
    return before;
  });
  const wanted = labels.map(({ mark }, i) => mark.x - offsets[i]!);
  const least = labels.map(({ mark }, i) => Math.max(mark.x - asidePx, from + half) - offsets[i]!);
  const most = labels.map(
    ({ mark }, i) => Math.min(mark.x + asidePx, to - right[i]!) - offsets[i]!,
  );
  for (let i = 1; i < labels.length; i += 1) least[i] = Math.max(least[i]!, least[i - 1]!);
  for (let i = labels.length - 2; i >= 0; i -= 1) most[i] = Math.min(most[i]!, most[i + 1]!);
  if (least.some((at, i) => at > most[i]!)) return null;
  return ascending(wanted).map(
    (at, i) => Math.min(most[i]!, Math.max(least[i]!, at)) + offsets[i]!,
  );
}

/** The nearest values, by least squares, that never go back: neighbours that would are pooled. */
function ascending(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = [];
  for (const value of values) {
    pools.push({ sum: value, count: 1 });
    for (;;) {
      const last = pools.at(-1)!;
      const previous = pools.at(-2);
      if (!previous || previous.sum / previous.count <= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: previous.sum + last.sum, count: previous.count + last.count });
    }
  }
  return pools.flatMap(({ sum, count }) => Array<number>(count).fill(sum / count));
}
