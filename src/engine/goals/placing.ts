/** Where a finish time stands among the results of an edition. */
import type { Athlete, Sex } from '../../domain/athlete.js';
import type { Field } from '../../domain/goal.js';
import type { AgeGroup, RaceResult, RaceResults } from '../../domain/record.js';
import { ascending } from '../../kernel/stats.js';

export interface Placing {
  place: number;
  /** Starters of that field (all but DNS). */
  starters: number;
  finishers: number;
  /** Next finisher behind, seconds after ours; `null` when nobody is. */
  aheadOfNextS: number | null;
  /** The age group placed in, when that was asked. */
  group: AgeGroup | null;
}

/** Why a place cannot be told. */
export type NoPlacing = 'sex unknown' | 'age unknown' | 'no results';

/** Ten-year groups, the common ones in ultrarunning, where the results do not name theirs. */
const decadeOf = (ageYears: number): AgeGroup =>
  ageYears < 20
    ? { minYears: null, maxYears: 19 }
    : { minYears: Math.floor(ageYears / 10) * 10, maxYears: Math.floor(ageYears / 10) * 10 + 9 };

const contains = (group: AgeGroup, age: number): boolean =>
  age >= (group.minYears ?? 0) && age <= (group.maxYears ?? Number.POSITIVE_INFINITY);

const sameGroup = (a: AgeGroup, b: AgeGroup): boolean =>
  a.minYears === b.minYears && a.maxYears === b.maxYears;

/** The athlete's age group: the one the results use for that age, else the decade. */
function ageGroupOf(results: RaceResults, ageYears: number): AgeGroup {
  for (const { ageGroup } of results) {
    if (ageGroup && contains(ageGroup, ageYears)) return ageGroup;
  }
  return decadeOf(ageYears);
}

const inGroup = (result: RaceResult, group: AgeGroup): boolean =>
  result.ageGroup
    ? sameGroup(result.ageGroup, group)
    : result.ageYears != null && contains(group, result.ageYears);

/** Who belongs to a field: everybody, a sex, or the athlete's age group of their sex. */
export interface FieldMembers {
  includes: (result: RaceResult) => boolean;
  /** The age group, when that is the field. */
  group: AgeGroup | null;
}

export function selectField(
  results: RaceResults,
  field: Field,
  athlete: Athlete,
): FieldMembers | NoPlacing {
  const ofSex = (sex: Sex) => ({ includes: (r: RaceResult) => r.sex === sex, group: null });
  if (field === 'overall') return { includes: () => true, group: null };
  if (field === 'women') return ofSex('F');
  if (field === 'men') return ofSex('M');
  if (athlete.sex == null) return 'sex unknown';
  if (field === 'gender') return ofSex(athlete.sex);
  if (athlete.ageYears == null) return 'age unknown';
  const group = ageGroupOf(results, athlete.ageYears);
  const includes = (r: RaceResult) => r.sex === athlete.sex && inGroup(r, group);
  return { includes, group };
}

/** Finish times of those included, fastest first, seconds. */
export function finishTimes(
  results: RaceResults,
  includes: (result: RaceResult) => boolean = () => true,
): number[] {
  const timesS: number[] = [];
  for (const result of results) {
    if (result.status === 'finished' && result.timeS != null && includes(result)) {
      timesS.push(result.timeS);
    }
  }
  return ascending(timesS);
}

/** The place a time takes among finish times: one more than those strictly faster. */
export const placeOf = (timeS: number, timesS: readonly number[]): number =>
  timesS.filter((t) => t < timeS).length + 1;

/**
 * The place `finishS` takes in a field: one more than those strictly faster. The athlete's own row may be among
 * the results (same bib, or a time within a second) or not: either way they count once.
 */
export function computePlacing(
  results: RaceResults,
  field: Field,
  athlete: Athlete,
  finishS: number,
): Placing | NoPlacing {
  if (results.length === 0) return 'no results';
  const selected = selectField(results, field, athlete);
  if (typeof selected === 'string') return selected;
  const members = [...results].filter(selected.includes);
  const own = findOwnRow(members, athlete, finishS);
  const others = members.filter((r) => r !== own);
  const timesS = finishTimes(others);
  const place = placeOf(finishS, timesS);
  const nextS = timesS[place - 1];
  return {
    place,
    starters: others.filter((r) => r.status !== 'dns').length + 1,
    finishers: timesS.length + 1,
    aheadOfNextS: nextS === undefined ? null : nextS - finishS,
    group: selected.group,
  };
}

/** The athlete's row: by bib when both name one, else the finisher within a second of their time. */
const findOwnRow = (
  results: readonly RaceResult[],
  athlete: Athlete,
  finishS: number,
): RaceResult | undefined =>
  results.find((r) => athlete.bib != null && r.bib === athlete.bib) ??
  results.find(
    (r) => r.status === 'finished' && r.timeS != null && Math.abs(r.timeS - finishS) <= 1,
  );
