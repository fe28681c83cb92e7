/** Labels that stand on end above their uprights, or a little aside where they are many. */
import type { LabelRoom, PlacedLabel, WrittenMark } from './label-room.js';
import { LINE_EM, shorten, textWidth } from './text-size.js';

/** How far a label may stand aside from its upright, and how far to make room for details, pixels. */
const ASIDE_PX = 16;
const ASIDE_FOR_DETAILS_PX = 10;

const byWeight = (a: WrittenMark, b: WrittenMark) => b.weight - a.weight || a.x - b.x;

/** A label on end and how far it reaches to both sides of its middle. */
interface Upright<M> {
  mark: M;
  label: string;
  /** Of its details. */
  lines: number;
}

/** The weightiest first; those without room are left out. */
export function placeUprights<M extends WrittenMark>(
  marks: readonly M[],
  room: LabelRoom,
): PlacedLabel<M>[] {
  const { fontPx, longestPx } = room;
  let kept: Upright<M>[] = [];
  for (const mark of [...marks].sort(byWeight)) {
    const label = shorten(mark.label, longestPx, fontPx);
    if (label === '') continue;
    const more = inOrder([...kept, { mark, label, lines: 0 }]);
    if (standAside(more, room, ASIDE_PX)) kept = more;
  }
  if (room.hasDetails) kept = addDetails(kept, room);
  const xs = standAside(kept, room, ASIDE_PX) ?? [];
  return kept.map(({ mark, label, lines }, i) => ({
    mark,
    label,
    details: mark.details.slice(0, lines),
    x: xs[i]!,
    flag: null,
  }));
}

/** Line by line, those of the highest weight first, where there is room. */
function addDetails<M extends WrittenMark>(
  kept: readonly Upright<M>[],
  room: LabelRoom,
): Upright<M>[] {
  let labels = [...kept];
  const marks = kept.map(({ mark }) => mark).sort(byWeight);
  const most = Math.max(0, ...marks.map(({ details }) => details.length));
  for (let lines = 1; lines <= most; lines += 1) {
    for (const mark of marks) {
      const line = mark.details[lines - 1];
      if (line === undefined || textWidth(line, room.fontPx) > room.longestPx) continue;
      const more = labels.map((one) =>
        one.mark === mark && one.lines === lines - 1 ? { ...one, lines } : one,
      );
      if (standAside(more, room, ASIDE_FOR_DETAILS_PX)) labels = more;
    }
  }
  return labels;
}

const inOrder = <M extends WrittenMark>(labels: Upright<M>[]): Upright<M>[] =>
  labels.sort((a, b) => a.mark.x - b.mark.x);

/**
 * Where labels in order stand: as near their uprights as they may without touching; `null` where one would stand too
 * far aside or over an edge. A label's details are lines at its right.
 */
function standAside<M extends WrittenMark>(
  labels: readonly Upright<M>[],
  { from, to, fontPx }: LabelRoom,
  asidePx: number,
): number[] | null {
  const half = (LINE_EM * fontPx) / 2;
  const right = labels.map(({ lines }) => (1 + 2 * lines) * half);
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
