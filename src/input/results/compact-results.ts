/** Results of many runners in little memory: 27 bytes each, where an object takes over a hundred. */
import type { Sex } from '../../domain/athlete.js';
import type { AgeGroup, FinishStatus, RaceResult, RaceResults } from '../../domain/record.js';

const PAGE_ROWS = 1 << 12;
const SEXES: readonly (Sex | null)[] = [null, 'M', 'F', 'X'];
const STATUSES: readonly FinishStatus[] = ['finished', 'dnf', 'dns', 'dq'];

/** Columns of numbers: 0 stands for unknown, of a time NaN. */
const newPage = () => ({
  timeS: new Float64Array(PAGE_ROWS),
  place: new Uint32Array(PAGE_ROWS),
  line: new Uint32Array(PAGE_ROWS),
  sex: new Uint8Array(PAGE_ROWS),
  ageYears: new Uint8Array(PAGE_ROWS),
  ageGroup: new Uint16Array(PAGE_ROWS),
  status: new Uint8Array(PAGE_ROWS),
  bib: new Uint32Array(PAGE_ROWS),
});

export interface CompactResults {
  add: (result: RaceResult) => void;
  results: RaceResults;
}

/** A bib that is its own number, as nearly all are. */
const isNumber = (bib: string): boolean => /^[1-9]\d{0,8}$/.test(bib);

/** An empty list, and how to add to it. */
export function compactResults(): CompactResults {
  const pages: ReturnType<typeof newPage>[] = [];
  let length = 0;
  const otherBibs = new Map<number, string>();
  const groups: (AgeGroup | null)[] = [null];
  const groupIndexes = new Map<AgeGroup | null, number>([[null, 0]]);

  const groupIndex = (group: AgeGroup | null): number => {
    const known = groupIndexes.get(group);
    if (known !== undefined) return known;
    groupIndexes.set(group, groups.length);
    return groups.push(group) - 1;
  };
  const add = (result: RaceResult) => {
    const row = length % PAGE_ROWS;
    if (row === 0) pages.push(newPage());
    const page = pages.at(-1)!;
    page.timeS[row] = result.timeS ?? Number.NaN;
    page.place[row] = result.place ?? 0;
    page.line[row] = result.line;
    page.sex[row] = SEXES.indexOf(result.sex);
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
    return {
      place: page.place[row] || null,
      timeS: Number.isNaN(timeS) ? null : timeS,
      sex: SEXES[page.sex[row]!]!,
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
