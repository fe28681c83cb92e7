/** Where the labels of marks stand above a plot: no two overlap, none is cut by an edge. */
import { placeFlags } from './flag-labels.js';
import type { LabelRoom, PlacedLabel, WrittenMark } from './label-room.js';
import { placeUprights } from './upright-labels.js';

/** Few lie as flags beside their uprights, all of them or none; many stand on end. */
export function placeLabels<M extends WrittenMark>(
  given: readonly M[],
  room: LabelRoom,
): PlacedLabel<M>[] {
  const marks = given.filter(({ label }) => label !== '');
  if (marks.length <= room.mostFlags) {
    const weights = room.hasDetails ? marks.map(({ weight }) => weight).sort((a, b) => a - b) : [];
    for (const detailsFrom of new Set([...weights, Number.POSITIVE_INFINITY])) {
      const flags = placeFlags(marks, room, detailsFrom);
      if (flags) return flags;
    }
  }
  return placeUprights(marks, room);
}
