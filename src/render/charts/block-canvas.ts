/** A grid of characters to draw on: blocks of eighths, shades, and lines of dots as fine as braille. */

const EIGHTHS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/** The bit of each dot of a braille character, by column and by row from the top. */
const BRAILLE = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;
const BRAILLE_BASE = 0x2800;

export interface Canvas {
  columns: number;
  rows: number;
  /** `up` 0..1 from the bottom: what is below is filled. */
  fill: (column: number, up: number) => void;
  /** What stands between, both 0..1 from the bottom, gets a shade, where nothing is yet. */
  shade: (column: number, from: number, to: number, character: string) => void;
  /** One character; `isOnTop`: before anything else. */
  put: (column: number, up: number, character: string, isOnTop?: boolean) => void;
  /** Dots of half a column, from one height to another. */
  dot: (halfColumn: number, from: number, to: number) => void;
  /** From the top. */
  lines: () => string[];
}

export function openCanvas(columns: number, rows: number): Canvas {
  const cells = Array.from({ length: rows }, () => Array<string>(columns).fill(' '));
  const dots = Array.from({ length: rows }, () => Array<number>(columns).fill(0));
  const tops = Array.from({ length: rows }, () => Array<string | null>(columns).fill(null));
  const at = (up: number, fine: number) =>
    Math.min(rows * fine - 1, Math.max(0, Math.floor((1 - up) * rows * fine + 1e-9)));
  return {
    columns,
    rows,
    fill: (column, up) => {
      const eighths = Math.max(1, Math.round(up * rows * 8));
      for (let row = 0; row < rows; row += 1) {
        const inRow = Math.min(8, eighths - (rows - 1 - row) * 8);
        if (inRow > 0) cells[row]![column] = EIGHTHS[inRow]!;
      }
    },
    shade: (column, from, to, character) => {
      for (let row = at(Math.max(from, to), 1); row <= at(Math.min(from, to), 1); row += 1)
        if (cells[row]![column] === ' ') cells[row]![column] = character;
    },
    put: (column, up, character, isOnTop = false) => {
      const row = at(up, 1);
      if (isOnTop) tops[row]![column] = character;
      else cells[row]![column] = character;
    },
    dot: (halfColumn, from, to) => {
      const column = Math.floor(halfColumn / 2);
      for (let y = at(Math.max(from, to), 4); y <= at(Math.min(from, to), 4); y += 1)
        dots[Math.floor(y / 4)]![column]! |=
          BRAILLE[halfColumn % 2 === 0 ? 0 : 1][(y % 4) as 0 | 1 | 2 | 3];
    },
    lines: () =>
      cells.map((row, r) =>
        row
          .map((cell, c) => {
            const mask = dots[r]![c]!;
            return tops[r]![c] ?? (mask > 0 ? String.fromCharCode(BRAILLE_BASE + mask) : cell);
          })
          .join(''),
      ),
  };
}
