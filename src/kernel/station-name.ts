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

/** Of names asked for lately: each is compared with many. */
const keys = new Map<string, string>();
const MOST_KEYS = 10_000;

/** A name reduced to what tells it from others: `36((VP5 - Quarry Rd))` and `Quarry Road Aid Station` agree. */
export function stationKey(name: string): string {
  const known = keys.get(name);
  if (known !== undefined) return known;
  if (keys.size >= MOST_KEYS) keys.clear();
  const key = reduced(name);
  keys.set(name, key);
  return key;
}

function reduced(name: string): string {
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

/** Names less alike than this, and with fewer words in common, are not worth offering. */
const WORTH_OFFERING = 0.5;

/** The name that a written one may be meant for: alike in letters, or with most of its words; `null` without any. */
export function nearestStation(written: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let most = WORTH_OFFERING;
  for (const name of names) {
    const likeness = Math.max(nameLikeness(written, name), wordsInCommon(written, name));
    if (likeness >= most && (nearest === null || likeness > most)) {
      [nearest, most] = [name, likeness];
    }
  }
  return nearest;
}

/** Share of the words of the shorter name that are in the other; those of one or two letters, or digits, do not tell. */
function wordsInCommon(a: string, b: string): number {
  const [x, y] = [a, b].map((name) => stationKey(name).split(' '));
  const [few, many] = x!.length < y!.length ? [x!, y!] : [y!, x!];
  const telling = few.filter((word) => word.length > 2 && /\p{L}/u.test(word));
  return telling.filter((word) => many.includes(word)).length / Math.max(few.length, 1);
}
