/** Sex and age group, as results files write them; often both in one word. */
import type { Sex } from '../../domain/athlete.js';
import type { AgeGroup } from '../../domain/record.js';
import { plainName } from '../../kernel/text.js';

/** Anchored at the start of the words: `men` must not be found in `women`. */
const SEXES: readonly [Sex, RegExp][] = [
  [
    'F',
    /^(?:f|w|female|femmes?|feminin|frau|frauen|damen?|women|woman|weiblich|ladies|girls?|seniorinnen|seniorin|juniorinnen|hauptklasse w|donne|mujer(?:es)?)\b/,
  ],
  [
    'M',
    /^(?:m|h|male|men|man|masculin|manner|mann|herren?|hommes?|hombres?|mannlich|boys?|senioren|senior|junioren|uomini)\b/,
  ],
  ['X', /^(?:x|nb|d|non binary|nonbinary|divers|diverse|other|open gender)\b/],
];

/** `M`, `W`, `H` (homme), `male`, `Seniorinnen W35 (35-39 Jahre)` …; `null` when nothing says. */
export function parseSex(written: string): Sex | null {
  const plain = plainName(written);
  return SEXES.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** The sex inside a category such as `M45`, `W30`, `V1 H`, `SEF`; the last letter counts first (`M2F`: masters 2). */
export function sexOfCategory(written: string): Sex | null {
  const plain = plainName(written);
  const letter =
    /^(?:[a-z]{2}|[mv]\d{1,2}) ?([mfwh])$/.exec(plain)?.[1] ?? /^([mfwh]) ?u?\d/.exec(plain)?.[1];
  return parseSex(letter ?? written);
}

/** Categories of the French federation: before 2020 by word, since then masters by number. */
const FRENCH: Readonly<Record<string, readonly [number, number | null]>> = {
  ju: [18, 19],
  es: [20, 22],
  se: [23, 34],
  v1: [40, 49],
  v2: [50, 59],
  v3: [60, 69],
  v4: [70, 79],
  v5: [80, null],
};

const group = (minYears: number | null, maxYears: number | null): AgeGroup => ({
  minYears,
  maxYears,
});

/**
 * `20-34`, `Senioren M35 (35-39 Jahre)`, `75 und älter`, `60+`, `U23`, `M45`, `V1 H`, `M2F` (masters).
 * @param stepYears how wide the groups of this file are, where only their first year is written
 */
export function parseAgeGroup(written: string, stepYears: number): AgeGroup | null {
  const text = written.normalize('NFKC').toLowerCase();
  const range = /(\d{1,2}) ?(?:[-–—]|to|bis|a) ?(\d{2})(?!\d)/.exec(text);
  if (range) return group(Number(range[1]), Number(range[2]));
  const open = /(\d{2}) ?(?:\+|und älter|and (?:over|older|up)|plus|&|et plus)/.exec(text);
  if (open) return group(Number(open[1]), null);
  const under = /\b(?:[mwf])?(?:u|under|unter) ?(\d{2})\b/.exec(text);
  if (under) return group(null, Number(under[1]) - 1);
  const plain = plainName(written);
  const masters = /^m(10|[0-9])(?: ?[hfmw])?$/.exec(plain);
  if (masters) return group(35 + 5 * Number(masters[1]), 39 + 5 * Number(masters[1]));
  const french = FRENCH[/^(ju|es|se|v[1-5])(?: ?[hfmw])?$/.exec(plain)?.[1] ?? ''];
  if (french) return group(...french);
  const first = firstYearOfGroup(written);
  return first == null ? null : group(first, first + stepYears - 1);
}

/** Of `M45` or `W 50` the years at which the group begins. */
function firstYearOfGroup(written: string): number | null {
  const match = /^(?:[a-z]+ )?[mfwh] ?(\d{2})$/.exec(plainName(written));
  return match ? Number(match[1]) : null;
}

/** Years between the beginnings of groups: 10 unless some are 5 apart. */
export function stepOfGroups(written: readonly string[]): number {
  const firsts = written.map(firstYearOfGroup).filter((y) => y != null);
  return firsts.length === 0 || firsts.some((y) => y % 10 === 5) ? 5 : 10;
}

/** Teams that share the distance. */
export const isRelay = (written: string): boolean =>
  /staffel|relay|relais|estafette|staffetta|relevos|\bteams?\b|\bduos?\b|\btrios?\b|\bpairs\b/i.test(
    written,
  );
