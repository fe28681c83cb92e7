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
