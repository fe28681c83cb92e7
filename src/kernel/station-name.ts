/** Names of stations as people write them: `Fords Bar (CAL 3)` is `Ford's Bar (Cal-3)`, `Quarry Rd` is `Quarry Road`. */
import { distance } from 'fastest-levenshtein';
import { lookUp, plainName } from './text.js';

const ABBREVIATIONS: Readonly<Record<string, string>> = {
  rd: 'road',
  ave: 'avenue',
  mt: 'mount',
  mtn: 'mountain',
  ft: 'fort',
  ck: 'creek',
  jct: 'junction',
  hq: 'headquarters',
  hs: 'high school',
};

/** A name reduced to what tells it from others: `36((VP5 - Quarry Rd))` and `Quarry Road Aid Station` agree. */
export function stationKey(name: string): string {
  const plain = plainName(name).replace(/strasse\b|str\b/g, 'street');
  const words = plain.split(' ').map((word) => lookUp(ABBREVIATIONS, word) ?? word);
  const key = words
    .join(' ')
    .replace(
      /\b(?:the|aid station|aid|station|checkpoint|control)\b|^(?:\d+ )?(?:vp|cp|as|pc) ?\d+\b/g,
      ' ',
    )
    .replace(/\s+/g, ' ')
    .trim();
  return key === '' ? plain : key;
}

/** Whether a name says the start, or the finish, of a race in any of the usual words. */
export const isStartName = (name: string): boolean =>
  /^(?:start|depart)(?: |$)/.test(plainName(name));
export const isFinishName = (name: string): boolean =>
  /^(?:finish|ziel|arrivee|end|goal|meta)(?: |$)/.test(plainName(name));

/**
 * How alike two station names are, 0..1; 1 is the same, 0.9 that one holds all words of the other (`El Dorado`,
 * `El Dorado Creek`). Different numbers are different stations.
 */
export function nameLikeness(a: string, b: string): number {
  const [x, y] = [stationKey(a), stationKey(b)];
  if (x === y) return 1;
  const [short, long] = x.length < y.length ? [x, y] : [y, x];
  const [fewer, more] = [short, long].map((key) => key.match(/\d+/g)?.join(' ') ?? '');
  if (fewer !== '' && more !== '' && fewer !== more) return 0;
  if (short.length >= 4 && ` ${long} `.includes(` ${short} `)) return PART_OF_NAME;
  return 1 - distance(x, y) / long.length;
}

const PART_OF_NAME = 0.9;
