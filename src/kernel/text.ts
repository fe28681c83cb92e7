/** Names written by people: compare them leniently, suggest the nearest, find the year in them, look them up. */
import { distance } from 'fastest-levenshtein';

/** What a table has for a word people wrote: `constructor` is none, though every object has one. */
export const lookUp = <V>(table: Readonly<Record<string, V>>, word: string): V | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Case, accents, punctuation and spacing removed: `Ford's Bar (Cal-3)` → `fords bar cal 3`. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}|['’`]/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Bytes that ISO 8859-15, and windows-1252, show as characters beyond 255. */
const LATIN_9 = bytesOf('€Š\u0161ŽžŒœŸ', [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe]);
const WINDOWS = bytesOf(
  '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ',
  [
    0x80, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8a, 0x8b, 0x8c, 0x8e, 0x91, 0x92, 0x93,
    0x94, 0x95, 0x96, 0x97, 0x98, 0x99, 0x9a, 0x9b, 0x9c, 0x9e, 0x9f,
  ],
);

function bytesOf(characters: string, bytes: readonly number[]): Readonly<Record<string, number>> {
  return Object.fromEntries([...characters].map((character, i) => [character, bytes[i]!]));
}

/** UTF-8 that somebody read as single bytes, read right: `RÃ¼ckstand` and `RÃŒckstand` are `Rückstand`. */
export function unmojibake(text: string): string {
  if (!/[\u00c2-\u00ef]\P{ASCII}/u.test(text)) return text;
  for (const table of [LATIN_9, WINDOWS]) {
    const bytes = [...text].map((c) => lookUp(table, c) ?? c.charCodeAt(0));
    if (bytes.some((byte) => byte > 255)) continue;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
    } catch {
      // not bytes of UTF-8 after all
    }
  }
  return text;
}

/** The candidate within about a third of the letters, at least one of them kept; or `null`. */
export function closest(word: string, candidates: readonly string[]): string | null {
  let best: string | null = null;
  let bestDistance = Math.min(Math.max(1, Math.floor(word.length / 3)) + 1, word.length);
  for (const candidate of candidates) {
    // a difference in length is as many mistakes
    if (Math.abs(word.length - candidate.length) >= bestDistance) continue;
    const d = mistakes(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** The calendar year a text names, 1900 to 2099; the first of several, `null` without one. */
export const yearIn = (written: string): number | null => {
  const year = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(written)?.[0];
  return year === undefined ? null : Number(year);
};

/** Letters wrong, missing or too many; letters in the wrong order are one mistake. */
const mistakes = (a: string, b: string): number =>
  a !== b && a.length === b.length && letters(a) === letters(b) ? 1 : distance(a, b);

const letters = (word: string): string => [...word].sort().join('');
