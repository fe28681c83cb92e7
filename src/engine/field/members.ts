/** Who belongs to a field of runners, as far as the results tell. */
import type { Athlete, Sex } from '../../domain/athlete.js';
import type { Field } from '../../domain/goal.js';
import type { AgeGroup, RaceResult, RaceResults } from '../../domain/record.js';

export interface FieldMembers {
  /** Whether a runner belongs; `null` where the results do not tell. */
  includes: (result: RaceResult) => boolean | null;
  /** The age group, when that is the field. */
  group: AgeGroup | null;
}

/** Why nobody can be told to belong: the plan, or the results, leave it out. */
export type NoField =
  | 'sex unknown'
  | 'age unknown'
  | 'sex not in results'
  | 'age not in results'
  | 'age groups unclear';

/** Ten-year groups, the common ones in ultrarunning, where the results do not name theirs. */
const decadeOf = (ageYears: number): AgeGroup =>
  ageYears < 20
    ? { minYears: null, maxYears: 19 }
    : { minYears: Math.floor(ageYears / 10) * 10, maxYears: Math.floor(ageYears / 10) * 10 + 9 };

const firstYear = ({ minYears }: AgeGroup): number => minYears ?? 0;
const lastYear = ({ maxYears }: AgeGroup): number => maxYears ?? Number.POSITIVE_INFINITY;

export const containsAge = (group: AgeGroup, ageYears: number): boolean =>
  ageYears >= firstYear(group) && ageYears <= lastYear(group);

const sameGroup = (a: AgeGroup, b: AgeGroup): boolean =>
  a.minYears === b.minYears && a.maxYears === b.maxYears;

const overlap = (a: AgeGroup, b: AgeGroup): boolean =>
  firstYear(a) <= lastYear(b) && firstYear(b) <= lastYear(a);

/** Everybody, a sex, or the athlete's age group of their sex. */
export function selectField(
  results: RaceResults,
  field: Field,
  athlete: Athlete,
): FieldMembers | NoField {
  switch (field) {
    case 'overall':
      return { includes: () => true, group: null };
    case 'women':
      return selectSex(results, 'F');
    case 'men':
      return selectSex(results, 'M');
    case 'gender':
      return athlete.sex == null ? 'sex unknown' : selectSex(results, athlete.sex);
    case 'ageGroup':
      return selectAgeGroup(results, athlete);
  }
}

function selectSex(results: RaceResults, sex: Sex): FieldMembers | NoField {
  for (const result of results) {
    if (result.sex != null) {
      return { includes: (r: RaceResult) => isOfSex(r, sex), group: null };
    }
  }
  return 'sex not in results';
}

const isOfSex = (result: RaceResult, sex: Sex): boolean | null =>
  result.sex == null ? null : result.sex === sex;

function selectAgeGroup(results: RaceResults, { sex, ageYears }: Athlete): FieldMembers | NoField {
  if (sex == null) return 'sex unknown';
  if (ageYears == null) return 'age unknown';
  const ofSex = selectSex(results, sex);
  if (typeof ofSex === 'string') return ofSex;
  const group = ageGroupOf(results, sex, ageYears);
  if (typeof group === 'string') return group;
  const includes = (result: RaceResult) => {
    const answers = [ofSex.includes(result), isInGroup(result, group)];
    return answers.includes(false) ? false : answers.includes(null) ? null : true;
  };
  return { includes, group };
}

/**
 * The athlete's age group: the one that the results use for that age and sex, else the one they use for the other
 * sexes, else the decade. A race has one scheme of groups: two that share an age are none.
 */
function ageGroupOf(results: RaceResults, sex: Sex, ageYears: number): AgeGroup | NoField {
  const own: AgeGroup[] = [];
  const others: AgeGroup[] = [];
  let isAnyAge = false;
  for (const result of results) {
    const { ageGroup } = result;
    isAnyAge ||= result.ageYears != null || ageGroup != null;
    const groups = result.sex === sex ? own : others;
    if (ageGroup && containsAge(ageGroup, ageYears) && !groups.some((g) => sameGroup(g, ageGroup)))
      groups.push(ageGroup);
  }
  if (!isAnyAge) return 'age not in results';
  const named = own.length > 0 ? own : others;
  return named.length > 1 ? 'age groups unclear' : (named[0] ?? decadeOf(ageYears));
}

function isInGroup({ ageGroup, ageYears }: RaceResult, group: AgeGroup): boolean | null {
  if (ageGroup) return sameGroup(ageGroup, group) ? true : overlap(ageGroup, group) ? null : false;
  return ageYears == null ? null : containsAge(group, ageYears);
}
