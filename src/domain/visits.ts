/** Places of a course as people name them: all visits to a place passed several times, or one of them. */
import { isFinishName, isStartName, stationKey } from '../kernel/station-name.js';

const WORDS: readonly string[] = ['first', 'second', 'third', 'fourth', 'fifth'];

/** `Camp Ten Bear 2nd`, `Camp Ten Bear (2nd visit)`, `Camp Ten Bear, second time`. */
const ONE_VISIT = new RegExp(
  String.raw`^(.+?)[\s,]*\(?\b(?:(\d{1,3})(?:st|nd|rd|th)|(${WORDS.join('|')}))(?:\s+(?:visit|time|pass))?\)?$`,
  'i',
);

/**
 * The visits that a written name means: `Asaph` each of them, `Asaph 2nd visit` the second; `Start` and `Finish` the
 * ends, whatever these are called.
 * @param names of all places in the order they are passed, start and finish with them
 * @returns indices into `names`; none when no place is called so
 */
export function visitsTo(written: string, names: readonly string[]): number[] {
  const all = indicesOf(written, names);
  if (all.length > 0) return all;
  const [, name, digits, word] = ONE_VISIT.exec(written.trim()) ?? [];
  if (name !== undefined) {
    const visit = digits === undefined ? WORDS.indexOf(word!.toLowerCase()) : Number(digits) - 1;
    const index = indicesOf(name, names)[visit];
    return index === undefined ? [] : [index];
  }
  if (isStartName(written)) return [0];
  return isFinishName(written) ? [names.length - 1] : [];
}

/** The place of which a written name means one visit, whether there is such a visit or not; `null`: it means none. */
export const placeOfVisit = (written: string): string | null =>
  ONE_VISIT.exec(written.trim())?.[1] ?? null;

function indicesOf(written: string, names: readonly string[]): number[] {
  const key = stationKey(written);
  return names.flatMap((name, i) => (stationKey(name) === key ? [i] : []));
}
