/** Results of many runners in little memory: 27 bytes each, 35 in a timed event, where an object takes over a hundred. */
import type { Sex } from '../../domain/athlete.js';
import type { AgeGroup, FinishStatus, RaceResult, RaceResults } from '../../domain/record.js';
import type { SexSaid } from './sexes.js';

const PAGE_ROWS = 1 << 12;
const STATUSES: readonly FinishStatus[] = ['finished', 'dnf', 'dns', 'dq'];

/** Columns of numbers: 0 stands for unknown, of a time or a distance NaN. */
const newPage = () => ({
  timeS: new Float64Array(PAGE_ROWS),
  /** Only of timed events. */
  distanceM: null as Float64Array | null,
  place: new Uint32Array(PAGE_ROWS),
  line: new Uint32Array(PAGE_ROWS),
  sex: new Uint8Array(PAGE_ROWS),
  ageYears: new Uint8Array(PAGE_ROWS),
  ageGroup: new Uint16Array(PAGE_ROWS),
  status: new Uint8Array(PAGE_ROWS),
  bib: new Uint32Array(PAGE_ROWS),
});

/** A result whose sex may be a letter, to be told when all rows are read. */
export type ReadResult = Omit<RaceResult, 'sex'> & { sexSaid: SexSaid };

/** More ways than these to write a sex are of a column that holds something else. */
const MOST_SEXES_SAID = 250;

export interface CompactResults {
  add: (result: ReadResult) => void;
  results: RaceResults;
}

/** A bib that is its own number, as nearly all are. */
const isNumber = (bib: string): boolean => /^[1-9]\d{0,8}$/.test(bib);

/**
 * An empty list, and how to add to it.
 * @param sexOf what is said of a sex; asked when the list is walked through
 */
export function compactResults(sexOf: (said: SexSaid) => Sex | null): CompactResults {
  const pages: ReturnType<typeof newPage>[] = [];
  let length = 0;
  const otherBibs = new Map<number, string>();
  const sexesSaid: SexSaid[] = [''];
  const groups: (AgeGroup | null)[] = [null];
  const groupIndexes = new Map<AgeGroup | null, number>([[null, 0]]);

  const groupIndex = (group: AgeGroup | null): number => {
    const known = groupIndexes.get(group);
    if (known !== undefined) return known;
    groupIndexes.set(group, groups.length);
    return groups.push(group) - 1;
  };
  const sexIndex = (said: SexSaid): number => {
    const known = sexesSaid.indexOf(said);
    if (known >= 0) return known;
    return sexesSaid.length < MOST_SEXES_SAID ? sexesSaid.push(said) - 1 : 0;
  };
  const add = (result: ReadResult) => {
    const row = length % PAGE_ROWS;
    if (row === 0) pages.push(newPage());
    const page = pages.at(-1)!;
    page.timeS[row] = result.timeS ?? Number.NaN;
    if (result.distanceM !== null) {
      page.distanceM ??= new Float64Array(PAGE_ROWS).fill(Number.NaN);
      page.distanceM[row] = result.distanceM;
    }
    page.place[row] = result.place ?? 0;
    page.line[row] = result.line;
    page.sex[row] = sexIndex(result.sexSaid);
    page.ageYears[row] = result.ageYears ?? 0;
    page.ageGroup[row] = groupIndex(result.ageGroup);
    page.status[row] = STATUSES.indexOf(result.status);
    if (result.bib != null && isNumber(result.bib)) page.bib[row] = Number(result.bib);
    else if (result.bib != null) otherBibs.set(length, result.bib);
    length += 1;
  };
  const resultAt = (index: number): RaceResult => {
    const page = pages[Math.floor(index / PAGE_ROWS)]!;
    const row = index % PAGE_ROWS;
    const timeS = page.timeS[row]!;
    const distanceM = page.distanceM?.[row] ?? Number.NaN;
    return {
      place: page.place[row] || null,
      timeS: Number.isNaN(timeS) ? null : timeS,
      distanceM: Number.isNaN(distanceM) ? null : distanceM,
      sex: sexOf(sexesSaid[page.sex[row]!]!),
      ageYears: page.ageYears[row] || null,
      ageGroup: groups[page.ageGroup[row]!]!,
      status: STATUSES[page.status[row]!]!,
      bib: page.bib[row] ? String(page.bib[row]) : (otherBibs.get(index) ?? null),
      line: page.line[row]!,
    };
  };
  return {
    add,
    results: {
      get length() {
        return length;
      },
      *[Symbol.iterator]() {
        for (let index = 0; index < length; index += 1) yield resultAt(index);
      },
    },
  };
}
