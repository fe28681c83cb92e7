/** How wide text will be, which nobody can measure before a page is shown: so wide as in the widest usual font. */
import { displayWidth } from '../characters.js';

/** Widths in em: of DejaVu Sans and Liberation Sans the wider, rounded up. */
const WIDTHS: readonly (readonly [em: number, characters: string])[] = [
  [0.32, "'ijlIJ ,.·’"],
  [0.36, '/:;\\|f'],
  [0.41, '-()[]t!r'],
  [0.53, '"*_`–sz?'],
  [0.61, 'ckLFvxyP'],
  [0.64, 'TYoaeéEhnuSbdgpq0123456789{}$ß'],
  [0.7, 'KAVXZBRC'],
  [0.79, 'UNHDG&OQ'],
  [0.84, 'w#+<=>^~→←−'],
  [1, 'Mm%W@—…'],
];
const EM_OF = new Map(WIDTHS.flatMap(([em, all]) => [...all].map((one) => [one, em] as const)));
const NARROW_EM = 0.8;
/** Of what takes two columns of a terminal, such as Japanese. */
const WIDE_EM = 1.1;
const PICTURE_EM = 1.4;

/** From the top of the highest letter to the bottom of the lowest, and the part of it above the line, in em. */
export const LINE_EM = 1.2;
export const ASCENT_EM = 0.94;
/** From the line up to the middle of the letters. */
export const MIDDLE_EM = 0.35;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Pixels that `text` takes at most, at a font of `fontPx`. */
export function textWidth(text: string, fontPx: number): number {
  let em = 0;
  for (const { segment } of GRAPHEMES.segment(text)) em += graphemeEm(segment);
  return em * fontPx;
}

function graphemeEm(grapheme: string): number {
  const known = EM_OF.get(grapheme);
  if (known !== undefined) return known;
  if (/\p{Extended_Pictographic}/u.test(grapheme)) return PICTURE_EM;
  return displayWidth(grapheme) > 1 ? WIDE_EM : NARROW_EM;
}

/** `text`, ended by an ellipsis where it would be wider than `widthPx`; empty where not even that has room. */
export function shorten(text: string, widthPx: number, fontPx: number): string {
  if (textWidth(text, fontPx) <= widthPx) return text;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(text)) {
    if (textWidth(`${kept}${segment}…`, fontPx) > widthPx) break;
    kept += segment;
  }
  return kept.trim() === '' ? '' : `${kept.trimEnd()}…`;
}
