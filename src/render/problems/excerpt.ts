/** The lines of a file a problem points at, with marks under the places. */
import type { Span } from '../../kernel/diagnostic.js';
import { clipEnd, clipStart, displayWidth, escapeControls, wrap } from '../characters.js';

export interface Mark {
  span: Span;
  sign: '^' | '-';
  label: string;
}

/** A line of an excerpt; `mark` lines hold the signs and the label. */
export interface ExcerptLine {
  gutter: string;
  text: string;
  kind: 'source' | '^' | '-';
}

interface Shown {
  before: string;
  marked: string;
  after: string;
}

/** Room a label needs beside or below its marks before it moves to the left. */
const LABEL_ROOM = 40;

/**
 * The excerpt of a file for these marks, in line order and at most `width` columns wide.
 * Marks outside the file are left out.
 */
export function renderExcerpt(
  lines: readonly string[],
  marks: readonly Mark[],
  width: number,
): ExcerptLine[] {
  const inFile = marks
    .filter(({ span }) => lines[span.line - 1] !== undefined)
    .sort((a, b) => a.span.line - b.span.line || a.span.column - b.span.column);
  const numberWidth = Math.max(3, ...inFile.map(({ span }) => String(span.line).length));
  const room = width - numberWidth - ' | '.length;
  const blank = `${' '.repeat(numberWidth)} | `;

  let last = '';
  return inFile.flatMap(({ span, sign, label }) => {
    const shown = clipAround(lines[span.line - 1]!, span, room);
    const gutter = `${String(span.line).padStart(numberWidth)} | `;
    const text = shown.before + shown.marked + shown.after;
    const repeats = gutter + text === last;
    last = gutter + text;
    const source: ExcerptLine = { gutter, text: text.trimEnd(), kind: 'source' };
    const underneath = markLines(shown, sign, label, room).map(
      (text): ExcerptLine => ({ gutter: blank, text, kind: sign }),
    );
    return repeats ? underneath : [source, ...underneath];
  });
}

function markLines(shown: Shown, sign: string, label: string, room: number): string[] {
  const offset = displayWidth(shown.before);
  const signs = sign.repeat(Math.max(1, displayWidth(shown.marked)));
  const beside = `${' '.repeat(offset)}${signs} ${label}`;
  if (displayWidth(beside) <= room) return [beside.trimEnd()];
  const indent = Math.max(0, Math.min(offset, room - LABEL_ROOM));
  return [
    `${' '.repeat(offset)}${signs}`,
    ...wrap(label, room - indent).map((line) => ' '.repeat(indent) + line),
  ];
}

/** The line around the span, as much of it as fits `room` columns. */
function clipAround(line: string, { column, length }: Span, room: number): Shown {
  // of a long line no more than can be shown, even of letters without width
  const most = 4 * Math.max(room, 1);
  const [from, to] = [column - 1, column - 1 + length];
  const before = visible(line.slice(Math.max(0, from - most), from));
  const all = visible(line.slice(from, Math.min(to, from + most)));
  const after = visible(line.slice(to, to + most));
  const marked = fitEnd(all, room - 2);
  const rest = room - displayWidth(marked);
  const left = fitStart(before, Math.max(Math.floor(rest / 2), rest - displayWidth(after)));
  return { before: left, marked, after: fitEnd(after, rest - displayWidth(left)) };
}

const visible = (text: string) => escapeControls(text.replaceAll('\t', '  '));

const fitEnd = (text: string, room: number) =>
  displayWidth(text) <= room ? text : room < 1 ? '' : `${clipEnd(text, room - 1)}…`;

const fitStart = (text: string, room: number) =>
  displayWidth(text) <= room ? text : room < 1 ? '' : `…${clipStart(text, room - 1)}`;
