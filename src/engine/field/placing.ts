/** Where a finish time, or a distance in a timed event, stands among the results of an edition. */
import type { Athlete } from '../../domain/athlete.js';
import type { Field } from '../../domain/goal.js';
import {
  type AgeGroup,
  isOfBib,
  type Measure,
  type RaceResult,
  type RaceResults,
} from '../../domain/record.js';
import { S_PER_MIN } from '../../kernel/units.js';
import { markIn, measureOf } from './marks.js';
import { containsAge, type FieldMembers, type NoField, selectField } from './members.js';

export interface Placing {
  place: number;
  /** The last place it may be, where the results leave a doubt; else `place`. */
  worstPlace: number;
  /** What the results leave open: the field of other finishers, their times, or which row is the athlete's own. */
  doubt: 'members' | 'times' | 'distances' | 'own row' | null;
  /** Starters of that field (all but DNS); `null` where the results do not tell. */
  starters: number | null;
  finishers: number | null;
  /** Next finisher behind, seconds after ours; `null` when nobody is, or that is not told. */
  aheadOfNextS: number | null;
  /** The same in a timed event: metres before the next. */
  aheadOfNextM: number | null;
  /** The age group placed in, when that was asked. */
  group: AgeGroup | null;
  /** The athlete's own row, when it tells another time, or distance, than was logged; else `null`. */
  ownRow: Pick<RaceResult, 'line' | 'timeS' | 'distanceM'> | null;
}

/** Why a place cannot be told. */
export type NoPlacing =
  | NoField
  | 'no results'
  | 'other sex'
  | 'not a finisher in results'
  | 'results by distance'
  | 'bib unknown'
  | 'bib not in results';

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
  const members = membersFor(results, field, athlete);
  if (typeof members === 'string') return members;
  // compact results make a row anew each time they are walked through
  const rows = [...results];
  const own = findOwnRows(rows, athlete, finishS);
  if (own.some(({ status }) => status !== 'finished')) return 'not a finisher in results';
  const [first, ...others] = (own.length === 0 ? [null] : own).map((row) =>
    placeAs(row, rows, members, { measure: 'time', mark: finishS }),
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

/**
 * The place of the athlete in a timed event, by the official distance. A log may leave out the last lap, or the part of
 * one, so that only the bib tells which row is theirs.
 * @param reachedM as logged
 */
export function computeTimedPlacing(
  results: RaceResults,
  field: Field,
  athlete: Athlete,
  reachedM: number,
): Placing | NoPlacing {
  const members = membersFor(results, field, athlete);
  if (typeof members === 'string') return members;
  if (athlete.bib == null) return 'bib unknown';
  const rows = [...results];
  const { bib } = athlete;
  const own = rows.find((result) => isOfBib(bib, result));
  if (!own) return 'bib not in results';
  if (own.distanceM == null) return 'not a finisher in results';
  return placeAs(own, rows, members, { measure: 'distance', mark: reachedM });
}

function membersFor(
  results: RaceResults,
  field: Field,
  athlete: Athlete,
): FieldMembers | NoField | 'other sex' {
  const { sex } = athlete;
  if ((field === 'women' && sex === 'M') || (field === 'men' && sex === 'F')) return 'other sex';
  return selectField(results, field, athlete);
}

/** The place of the athlete whose row is `own`, or not among the results. */
function placeAs(
  own: RaceResult | null,
  results: readonly RaceResult[],
  members: FieldMembers,
  logged: { measure: Measure; mark: number },
): Placing {
  const { measure } = logged;
  const ownMark = own && markIn(own, measure);
  const mark = ownMark ?? logged.mark;
  const { better, maybeBetter, unmarked, next, starters, finishers } = compareOthers(
    own,
    results,
    members,
    { measure, mark },
  );
  const ahead = next === null ? null : Math.abs(next - mark);
  const isOther = Math.abs(mark - logged.mark) > SAME_MARK[measure];
  return {
    place: better + 1,
    worstPlace: better + 1 + maybeBetter + unmarked,
    doubt: maybeBetter > 0 ? 'members' : unmarked > 0 ? UNMARKED[measure] : null,
    starters,
    finishers,
    aheadOfNextS: measure === 'time' ? ahead : null,
    aheadOfNextM: measure === 'distance' ? ahead : null,
    group: members.group,
    ownRow: isOther ? own : null,
  };
}

/**
 * Counts who of a field is better than a mark, in one walk without a list made: thousands of runners may each be placed
 * among all. `next` is the best of the others, where that is sure.
 */
function compareOthers(
  own: RaceResult | null,
  results: readonly RaceResult[],
  members: FieldMembers,
  { measure, mark }: { measure: Measure; mark: number },
) {
  const isBetter = (a: number, b: number) => (measure === 'time' ? a < b : a > b);
  const bestOf = (a: number | null, b: number) => (a === null || isBetter(b, a) ? b : a);
  let [better, maybeBetter, unmarked] = [0, 0, 0];
  let next: number | null = null;
  let bestMaybe: number | null = null;
  const starters = countOf();
  const finishers = countOf();
  for (const result of results) {
    const belongs = result === own ? false : members.includes(result);
    if (belongs === false) continue;
    if (result.status !== 'dns') starters.add(belongs);
    if (result.status !== 'finished') continue;
    finishers.add(belongs);
    const other = markIn(result, measure);
    if (!other) unmarked += 1;
    if (other == null) continue;
    if (belongs === null) bestMaybe = bestOf(bestMaybe, other);
    if (!isBetter(other, mark)) next = belongs ? bestOf(next, other) : next;
    else if (belongs) better += 1;
    else maybeBetter += 1;
  }
  const isNextSure =
    next !== null && unmarked === 0 && (bestMaybe === null || !isBetter(bestMaybe, next));
  return {
    better,
    maybeBetter,
    unmarked,
    next: isNextSure ? next : null,
    starters: starters.withOwn(),
    finishers: finishers.withOwn(),
  };
}

/** Counts others of a field; `null` once one may or may not belong to it. */
function countOf() {
  let others: number | null = 0;
  return {
    add: (belongs: true | null) => {
      others = belongs && others !== null ? others + 1 : null;
    },
    withOwn: () => (others === null ? null : others + 1),
  };
}

const UNMARKED = { time: 'times', distance: 'distances' } as const;

const SAME_TIME_S = 1;
/** Distances are logged to 100 m. */
const SAME_MARK: Readonly<Record<Measure, number>> = { time: SAME_TIME_S, distance: 100 };
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
  // a bib as written before one that is only read the same
  const written = bib == null ? undefined : results.find((result) => result.bib === bib);
  if (written) return [written];
  const near: RaceResult[] = [];
  for (const result of results) {
    if (bib != null && isOfBib(bib, result)) return [result];
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
