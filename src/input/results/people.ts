/** Age groups as results files write them, and who is no runner alone. */
import type { AgeGroup } from '../../domain/record.js';
import { plainName } from '../../kernel/text.js';

/** How a file writes its age groups, where a cell alone does not tell. */
export interface GroupScheme {
  /** Years from one group to the next, where only the first year of each is written; `null`: not told. */
  stepYears: number | null;
  /** The oldest seniors (SE): 39 before veterans (V1 from 40), 34 before masters (M0 from 35); `null`: not told. */
  seniorsTo: number | null;
  /** Categories are bare numbers, each the first year of its group: no ages. */
  isFirstYears: boolean;
}

/** Classes of the French federation: until 2019 veterans by tens, since then masters by fives. */
const FRENCH: Readonly<Record<string, readonly [number, number | null]>> = {
  ju: [18, 19],
  es: [20, 22],
  v1: [40, 49],
  v2: [50, 59],
  v3: [60, 69],
  v4: [70, 79],
  v5: [80, null],
};
const SENIORS_FROM = 23;

const group = (minYears: number | null, maxYears: number | null): AgeGroup => ({
  minYears,
  maxYears,
});

/** What follows a first year when the group is open: `60+`, `60 & over`, `75 und älter`, `50歳以上`. */
const AND_OLDER =
  /(?<!\d)(\d{2}) ?(?:ans|anni|años|anos|år|jahre|yrs?|years)? ?(?:\+|plus|(?:&|and|or|und|et|y|o|e|och|og|en) ?(?:over|older|up|above|älter|plus|\+|más|mas|oltre|äldre|eldre|ældre|ouder)|以上|歳以上|才以上)/;
const OVER = /(?:\bover|\büber|>=) ?(\d{2})(?!\d)/;
const AND_YOUNGER =
  /(?<!\d)(\d{2}) ?(?:(?:&|and|or|und) ?(?:under|younger|jünger)|歳以下|才以下)|(?:bis|up to|≤) ?(\d{2})(?!\d)/;
const UNDER = /(?:^|[^\p{L}])[mwfhd]?(?:u|under|unter|sub)[ -]?(\d{2})(?!\d)|(?<!\d)(\d{2})歳未満/u;
const DECADE = /(?<!\d)(\d0)[歳才]?代/;

/**
 * `20-34`, `Senioren M35 (35-39 Jahre)`, `60 & over`, `19 and under`, `U23`, `M45`, `MA30H`, `V1 H`, `M2F`, `40代`.
 * @returns `null` for what names no years, such as `Masters`, `Open`, `VET A`
 */
export function parseAgeGroup(written: string, scheme: GroupScheme): AgeGroup | null {
  const text = written.normalize('NFKC').toLowerCase();
  const range = /(?<!\d)(\d{1,2}) ?(?:[-–—~]|to|bis|a) ?(\d{2})(?!\d)/.exec(text);
  if (range) return Number(range[1]) < Number(range[2]) ? rangeOf(range) : null;
  const younger = AND_YOUNGER.exec(text);
  if (younger) return group(null, Number(younger[1] ?? younger[2]));
  const open = AND_OLDER.exec(text) ?? OVER.exec(text);
  if (open) return group(Number(open[1]), null);
  const under = UNDER.exec(text);
  if (under) return group(null, Number(under[1] ?? under[2]) - 1);
  const decade = DECADE.exec(text);
  if (decade) return group(Number(decade[1]), Number(decade[1]) + 9);
  return frenchGroup(written, scheme) ?? groupFrom(written, scheme);
}

const rangeOf = ([, first, last]: RegExpExecArray): AgeGroup => group(Number(first), Number(last));

/** A class of the French federation with or without the sex: `SE H`, `V1F`, `VH2`, `M10`. */
const FRENCH_CLASS = /^(ju|es|se|v[1-5]|v[hfmw][1-5]|m(?:10|\d))(?: ?[hfmwsx])?$/;
const classOf = (written: string): string | null =>
  FRENCH_CLASS.exec(plainName(written))?.[1]?.replace(/^v[hfmw]/, 'v') ?? null;

function frenchGroup(written: string, { seniorsTo }: GroupScheme): AgeGroup | null {
  const found = classOf(written);
  if (found === null) return null;
  if (found === 'se') return seniorsTo === null ? null : group(SENIORS_FROM, seniorsTo);
  if (found.startsWith('m')) {
    const from = 35 + 5 * Number(found.slice(1));
    return group(from, found === 'm10' ? null : from + 4);
  }
  return group(...FRENCH[found]!);
}

/** Who writes 45 has groups of five; of 40 alone the file's others tell. */
function groupFrom(written: string, { stepYears, isFirstYears }: GroupScheme): AgeGroup | null {
  const first = isFirstYears ? bareYears(written) : firstYearOfGroup(written);
  if (first == null) return null;
  const step = first % 10 === 5 ? 5 : stepYears;
  return step === null ? null : group(first, first + step - 1);
}

/** Of `M45`, `W 50`, `MA30H`, `M40 F`, `SM35`, `FV40` the years at which the group begins; classes such as D21 name none. */
function firstYearOfGroup(written: string): number | null {
  const match = /^(?:[a-z]+ )*(?:[smjp]?[mfwhdkvln]|[mfl]v|ma) ?(\d[05])(?: ?[mfwhdsx])?$/.exec(
    plainName(written),
  );
  return match ? Number(match[1]) : null;
}

const bareYears = (written: string): number | null =>
  /^\d\d$/.test(written.trim()) ? Number(written) : null;

/** How groups are written, told by some of a file's categories. */
export function schemeOfGroups(written: readonly string[]): GroupScheme {
  const classes = new Set(written.map(classOf));
  const has = (...those: string[]) => those.some((one) => classes.has(one));
  const bare = written.filter((cell) => cell.trim() !== '').map(bareYears);
  const isFirstYears =
    new Set(bare).size > 1 && bare.every((years) => years !== null && years % 5 === 0);
  const firsts = (isFirstYears ? bare : written.map(firstYearOfGroup)).filter((y) => y != null);
  return {
    stepYears: stepOf(firsts, written),
    seniorsTo: has('v1', 'v2', 'v3', 'v4') ? 39 : has('m0', 'm1', 'm2', 'm3', 'm4') ? 34 : null,
    isFirstYears,
  };
}

/** So many groups that begin with tens only are groups of ten. */
const ENOUGH_TENS = 3;

function stepOf(firsts: readonly number[], written: readonly string[]): number | null {
  const ranges = written.flatMap((cell) => {
    const [, from, to] = /(?<!\d)(\d0) ?[-–] ?(\d\d)(?!\d)/.exec(cell) ?? [];
    return from === undefined ? [] : [Number(to) - Number(from) + 1];
  });
  if (firsts.some((years) => years % 10 === 5) || ranges.includes(5)) return 5;
  return new Set(firsts).size >= ENOUGH_TENS || ranges.includes(10) ? 10 : null;
}

/** Teams that share the distance. */
export const isRelay = (written: string): boolean =>
  /staffel|relay|relais|estafette|staffetta|relevos|\bteams?\b|\bduos?\b|\btrios?\b|\bpairs\b/i.test(
    written,
  );
