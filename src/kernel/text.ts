/** Names written by people: compare them leniently, and suggest the nearest. */
import { distance } from 'fastest-levenshtein';

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
    const d = mistakes(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** Letters wrong, missing or too many; letters in the wrong order are one mistake. */
const mistakes = (a: string, b: string): number =>
  a !== b && letters(a) === letters(b) ? 1 : distance(a, b);

const letters = (word: string): string => [...word].sort().join('');
