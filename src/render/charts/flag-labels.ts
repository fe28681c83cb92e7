/** Labels that lie beside their uprights, like flags, in a few rows above a plot. */
import { BETWEEN, type LabelRoom, type PlacedLabel, type WrittenMark } from './label-room.js';
import { textWidth } from './text-size.js';

/** Between an upright and its flag, and between two flags of a row, pixels. */
const FLAG_GAP_PX = 4;
const ROW_GAP_PX = 8;
const MOST_TRIES = 2000;

interface Box {
  row: number;
  isLeft: boolean;
  left: number;
  right: number;
  staffX: number;
}

/**
 * All blow to the right if they can, in as few rows as may be, with their details from a weight on.
 * @returns `null`: not all have room
 */
export function placeFlags<M extends WrittenMark>(
  marks: readonly M[],
  room: LabelRoom,
  detailsFrom: number,
): PlacedLabel<M>[] | null {
  const written = marks
    .toSorted((a, b) => b.x - a.x)
    .map((mark) => {
      const details = mark.weight >= detailsFrom ? mark.details : [];
      const text = [mark.label, ...details].join(BETWEEN);
      return { mark, details, widthPx: textWidth(text, room.fontPx) };
    });
  const all = written.map(({ mark, widthPx }) =>
    flagsOf(mark.x, widthPx, room.rows).filter(
      ({ left, right }) => left >= room.flagsFrom && right <= room.to,
    ),
  );
  // read most easily when all blow one way, but for those that an edge turns
  const oneWay = all.map((flags) => flags.filter(({ isLeft }) => isLeft === flags[0]!.isLeft));
  for (const choices of [oneWay, all]) {
    for (let rows = 1; rows <= room.rows; rows += 1) {
      const boxes = chooseApart(choices.map((flags) => flags.filter(({ row }) => row < rows)));
      if (boxes === null) continue;
      return written.map(({ mark, details }, i) => {
        const { left, right, row, isLeft } = boxes[i]!;
        return {
          mark,
          label: mark.label,
          details,
          x: isLeft ? right : left,
          flag: { isLeft, row },
        };
      });
    }
  }
  return null;
}

/** One of each, no two of which touch; `null` where none are found before long. */
function chooseApart(choices: readonly (readonly Box[])[]): Box[] | null {
  let tries = 0;
  const choose = (chosen: readonly Box[]): readonly Box[] | null => {
    const next = choices[chosen.length];
    if (next === undefined) return chosen;
    for (const box of next) {
      tries += 1;
      if (tries > MOST_TRIES) return null;
      if (!chosen.every((other) => isApart(box, other))) continue;
      const all = choose([...chosen, box]);
      if (all) return all;
    }
    return null;
  };
  const found = choose([]);
  return found && [...found];
}

/** All that blow to the right, the lowest first, before those to the left. */
const flagsOf = (x: number, width: number, rows: number): Box[] =>
  [
    { isLeft: false, left: x + FLAG_GAP_PX, right: x + FLAG_GAP_PX + width },
    { isLeft: true, left: x - FLAG_GAP_PX - width, right: x - FLAG_GAP_PX },
  ].flatMap((sides) => Array.from({ length: rows }, (_, row) => ({ ...sides, row, staffX: x })));

const isApart = (a: Box, b: Box): boolean =>
  (a.row !== b.row || a.right + ROW_GAP_PX <= b.left || b.right + ROW_GAP_PX <= a.left) &&
  !isCrossed(a, b) &&
  !isCrossed(b, a);

/** The staff of one goes up through the flag of the other. */
const isCrossed = (flag: Box, { staffX, row }: Box): boolean =>
  row >= flag.row && staffX > flag.left - 2 && staffX < flag.right + 2;
