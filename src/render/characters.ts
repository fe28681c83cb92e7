/** Characters as a screen shows them: harmless, and as wide as they are. */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Control characters, lone surrogates, line separators, bidi overrides and what XML cannot hold. */
const UNSAFE =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/gu;

/** Text from files made safe to print: `ESC` becomes `\x1b`, a right-to-left override `\u202e`. */
export const escapeControls = (text: string): string =>
  text.replace(UNSAFE, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x100
      ? `\\x${code.toString(16).padStart(2, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });

/** JSON with the same characters in its strings written as `\u202e`: it reads the same, and is safe to print. */
export const escapeInJson = (json: string): string =>
  json.replace(UNSAFE, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** `escapeControls` on one line: line breaks and tabs become a space. */
export const oneLine = (text: string): string =>
  escapeControls(text.replace(/\s*[\t\n\r]\s*/g, ' '));

/** Columns `text` takes on a terminal; colour takes none, a CJK character two. */
export const displayWidth = (text: string): number => stringWidth(text);

/** Lines of at most `width` columns, broken between words, inside a word only if it is longer. */
export const wrap = (text: string, width: number): string[] =>
  wrapAnsi(text, Math.max(1, width), { hard: true }).split('\n');

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The longest start of `text` that fits `width` columns. */
export function clipEnd(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += displayWidth(segment);
    if (used > width) break;
    kept += segment;
  }
  return kept;
}

/** The longest end of `text` that fits `width` columns. */
export function clipStart(text: string, width: number): string {
  let kept = '';
  let used = 0;
  for (const { segment } of [...GRAPHEMES.segment(text)].reverse()) {
    used += displayWidth(segment);
    if (used > width) break;
    kept = segment + kept;
  }
  return kept;
}
