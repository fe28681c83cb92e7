/** Whether what a table serves is what a plan lists: `boiled potatoes with salt` are `boiled potato`. */
import { plainName } from '../../kernel/text.js';

/** Words that tell how much, not what: a `sandwich quarter` is of the sandwiches. */
const PORTIONS = new Set(
  'a an the of some half quarter piece slice cup glass bowl mug handful bite portion serving'.split(
    ' ',
  ),
);

/** What comes after these is beside it. */
const BESIDE = /\b(?:with|and|in|on|or)\b.*$/;

/**
 * One and many alike: `potatoes` and `potato`, `cookies` and `cookie`, `berries` and `berry`; `Bananen` and `Banane`,
 * `Kartoffeln` and `Kartoffel`, `Brote` and `Brot`.
 */
const singular = (word: string): string =>
  word
    .replace(/(?:ies|ie|y)$/, 'i')
    .replace(/(s|x|z|ch|sh|o)es$/, '$1')
    .replace(/([^s])s$/, '$1')
    .replace(/(e|el)n$/, '$1')
    .replace(/e$/, '');

const wordsOf = (name: string): string[] => {
  const all = plainName(name).replace(BESIDE, '').trim().split(' ').map(singular);
  const telling = all.filter((word) => !PORTIONS.has(word));
  return telling.length > 0 ? telling : all;
};

/**
 * Whether `fare` names the product: all its words, the last of them last in both. `potato` is no `potato chips`, and
 * `drink mix` no `sports drink`.
 */
export function isServedAs(product: string, fare: string): boolean {
  const [asked, served] = [wordsOf(product), wordsOf(fare)];
  return asked.at(-1) === served.at(-1) && asked.every((word) => served.includes(word));
}
