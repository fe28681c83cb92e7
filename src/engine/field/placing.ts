/** Where a finish time, or a distance in a timed event, stands among the results of an edition. */
import type { Athlete } from '../../domain/athlete.js';
import type { Field } from '../../domain/goal.js';
import type { AgeGroup, Measure, RaceResult, RaceResults } from '../../domain/record.js';
import { ascending } from '../../kernel/stats.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { containsAge, type FieldMembers, type NoField, selectField } from './members.js';

export interface Placing {
  place: number;
  /** The last place it may be, where the results leave a doubt; else `place`. */
  worstPlace: number;
  /** What the results leave open: the field of other finishers, their times, or which row is the athlete's own. */
  doubt: 'members' | 'times' | 'own row' | null;
  /** Starters of that field (all but DNS); `null` where the results do not tell. */
  starters: number | null;
  finishers: number | null;
  /** Next finisher behind, seconds after ours; `null` when nobody is, or that is not told. */
  aheadOfNextS: number | null;
  /** The age group placed in, when that was asked. */
  group: AgeGroup | null;
  /** The athlete's own row, when it was found by another time than the one logged; else `null`. */
  ownRow: { line: number; timeS: number } | null;
}

/** Why a place cannot be told. */
export type NoPlacing =
  | NoField
  | 'no results'
  | 'other sex'
  | 'not a finisher in results'
  | 'results by distance';

/** What the finishers of a field are placed by, best first: seconds, or metres, as `measure` says. */
export interface Marks {
  measure: Measure;
  marks: readonly number[];
  /** Of those who may belong to it, and nothing tells. */
  maybe: readonly number[];
}

/** What an edition's finishers are placed by: the results of a file are all of one kind. */
export function measureOf(results: RaceResults): Measure {
  for (const { status, timeS, distanceM } of results) {
    if (status === 'finished' && timeS !== null) return 'time';
    if (status === 'finished' && distanceM !== null) return 'distance';
  }
  return 'time';
}

/** What the finishers of a field are placed by; of a field that cannot be told, everybody may belong to it. */
export function marksOf(
  results: RaceResults,
  measure: Measure,
  members: FieldMembers | NoField | null = null,
): Marks {
  const marks: number[] = [];
  const maybe: number[] = [];
  const membership = (result: RaceResult) =>
    typeof members === 'string' ? null : members ? members.includes(result) : true;
  for (const result of results) {
    const mark = measure === 'time' ? result.timeS : result.distanceM;
    if (result.status !== 'finished' || mark == null) continue;
    const belongs = membership(result);
    if (belongs !== false) (belongs ? marks : maybe).push(mark);
  }
  return { measure, marks: bestFirst(marks, measure), maybe: bestFirst(maybe, measure) };
}

const bestFirst = (marks: readonly number[], measure: Measure): number[] =>
  measure === 'time' ? ascending(marks) : ascending(marks).reverse();

/** How many finished in a field; `null` where that depends on who belongs to it. */
export const finishersOf = (field: Marks | undefined): number | null =>
  field && field.maybe.length > 0 ? null : (field?.marks.length ?? 0);

/** The place of a mark among others: one more than those strictly faster, or farther. */
export const placeOf = (
  mark: number,
  marks: readonly number[],
  measure: Measure = 'time',
): number =>
  marks.filter(measure === 'time' ? (other) => other < mark : (other) => other > mark).length + 1;

/** The same in a field; `null` where that depends on who belongs to it, or nobody has finished. */
export function placeAmong(mark: number, { marks, maybe, measure }: Marks): number | null {
  if (marks.length === 0 || placeOf(mark, maybe, measure) > 1) return null;
  return placeOf(mark, marks, measure);
}

/** The mark that took a place; `null` where nobody took it, or that depends on who belongs to the field. */
export function markOfPlace(place: number, { marks, maybe, measure }: Marks): number | null {
  const mark = marks[place - 1];
  return mark === undefined || placeOf(mark, maybe, measure) > 1 ? null : mark;
}

/**
 * The place `finishS` takes in a field: one more than those strictly faster. The athlete's own row may be among
 * the results or not: either way they count once, with the official time where there is one.
 */
export function computePlacing(
  results: RaceResults,
  field: Field,
  athlete: Athlete,
  finishS: number,
): Placing | NoPlacing {
  if (results.length === 0) return 'no results';
  if (measureOf(results) === 'distance') return 'results by distance';
  const { sex } = athlete;
  if ((field === 'women' && sex === 'M') || (field === 'men' && sex === 'F')) return 'other sex';
  const members = selectField(results, field, athlete);
  if (typeof members === 'string') return members;
  // compact results make a row anew each time they are walked through
  const rows = [...results];
  const own = findOwnRows(rows, athlete, finishS);
  if (own.some(({ status }) => status !== 'finished')) return 'not a finisher in results';
  const [first, ...others] = (own.length === 0 ? [null] : own).map((row) =>
    placeAs(row, rows, members, finishS),
  );
  if (others.every(({ place, worstPlace }) => place === first!.place && worstPlace === place))
    return first!;
  const all = [first!, ...others];
  return {
    ...first!,
    place: Math.min(...all.map(({ place }) => place)),
    worstPlace: Math.max(...all.map(({ worstPlace }) => worstPlace)),
    doubt: 'own row',
    aheadOfNextS: null,
    ownRow: null,
  };
}

/** The place of the athlete whose row is `own`, or not among the results. */
function placeAs(
  own: RaceResult | null,
  results: readonly RaceResult[],
  members: FieldMembers,
  finishS: number,
): Placing {
  const timeS = own?.timeS ?? finishS;
  const others = results.filter((result) => result !== own);
  const finishing = marksOf(others, 'time', members);
  const belonging = others.map((result) => ({ result, belongs: members.includes(result) }));
  const untimed = belonging.filter(
    ({ result, belongs }) => belongs !== false && result.status === 'finished' && !result.timeS,
  ).length;
  const count = (isCounted: (result: RaceResult) => boolean): number | null => {
    const counted = belonging.filter(({ result }) => isCounted(result));
    if (counted.some(({ belongs }) => belongs === null)) return null;
    return counted.filter(({ belongs }) => belongs).length + 1;
  };
  const place = placeOf(timeS, finishing.marks);
  const faster = placeOf(timeS, finishing.maybe) - 1;
  const nextS = finishing.marks[place - 1];
  const isNextSure = nextS !== undefined && untimed === 0 && placeOf(nextS, finishing.maybe) === 1;
  return {
    place,
    worstPlace: place + faster + untimed,
    doubt: faster > 0 ? 'members' : untimed > 0 ? 'times' : null,
    starters: count(({ status }) => status !== 'dns'),
    finishers: count(({ status }) => status === 'finished'),
    aheadOfNextS: isNextSure ? nextS - timeS : null,
    group: members.group,
    ownRow:
      own && Math.abs(timeS - finishS) > SAME_TIME_S && own.timeS != null
        ? { line: own.line, timeS: own.timeS }
        : null,
  };
}

const SAME_TIME_S = 1;
/** A log is written to the minute, and no watch of a crew agrees with the official one. */
const OWN_TIME_S = S_PER_MIN;

/**
 * The rows that may be the athlete's: the one with their bib; else the finisher of their very time; else all
 * finishers within a minute of it, of a sex and an age that may be theirs.
 */
function findOwnRows(
  results: readonly RaceResult[],
  athlete: Athlete,
  finishS: number,
): RaceResult[] {
  const { bib } = athlete;
  const near: RaceResult[] = [];
  for (const result of results) {
    if (bib != null && result.bib === bib) return [result];
    const isNear = result.timeS != null && Math.abs(result.timeS - finishS) <= OWN_TIME_S;
    const isOther = bib != null && result.bib != null;
    if (result.status === 'finished' && isNear && !isOther && mayBe(result, athlete)) {
      near.push(result);
    }
  }
  const same = near.find(({ timeS }) => Math.abs((timeS ?? 0) - finishS) <= SAME_TIME_S);
  return same ? [same] : near;
}

/** Lists tell the age on the day of the race, or in its year. */
function mayBe(result: RaceResult, { sex, ageYears }: Athlete): boolean {
  if (sex != null && result.sex != null && sex !== result.sex) return false;
  if (ageYears == null) return true;
  const ages = [ageYears - 1, ageYears, ageYears + 1];
  const { ageGroup } = result;
  if (result.ageYears != null) return ages.includes(result.ageYears);
  return ageGroup == null || ages.some((age) => containsAge(ageGroup, age));
}
