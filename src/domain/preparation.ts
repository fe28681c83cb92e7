/** What is done before the race, and what was learned before it. */
import { plainName } from '../kernel/text.js';
import { S_PER_DAY } from '../kernel/units.js';
import type { Goal } from './goal.js';

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDay = string;

export interface Milestone {
  do: string;
  owner: string | null;
  by: CalendarDay | null;
  done: boolean;
  /** What has to be done before: `do` of other milestones. */
  needs: readonly string[];
}

/** Whole days from one day to another; negative when `to` is before. */
export const daysBetween = (from: CalendarDay, to: CalendarDay): number =>
  (Date.parse(to) - Date.parse(from)) / (S_PER_DAY * 1000);

/**
 * The milestones that a written name means: those called so, else the only one whose name begins so. Case, accents
 * and punctuation do not count; one that names itself means another of the same name, if there is any.
 * @param plain the names of all, as `plainName` leaves them
 * @param from index of the milestone that needs it
 * @returns indices; none when nothing is called so, several that only begin so when none is plainly meant
 */
export function milestonesCalled(
  name: string,
  plain: readonly string[],
  from: number,
): { indices: number[]; isPlain: boolean } {
  const wanted = plainName(name);
  const those = (fits: (other: string) => boolean) =>
    plain.flatMap((other, i) => (fits(other) ? [i] : []));
  const same = those((other) => other === wanted);
  const others = same.filter((i) => i !== from);
  if (same.length > 0) return { indices: others.length > 0 ? others : same, isPlain: true };
  const longer = wanted === '' ? [] : those((other) => other.startsWith(wanted));
  return { indices: longer, isPlain: longer.length === 1 };
}

/** What each milestone needs, as indices; names that mean none, or several, are left out. */
export function needsOf(prep: readonly Pick<Milestone, 'do' | 'needs'>[]): number[][] {
  const plain = prep.map((milestone) => plainName(milestone.do));
  return prep.map(({ needs }, i) => [
    ...new Set(
      needs.flatMap((name) => {
        const { indices, isPlain } = milestonesCalled(name, plain, i);
        return isPlain ? indices : [];
      }),
    ),
  ]);
}

/** What speaks against the runner, and where on the course it will be felt. */
export interface Weakness {
  text: string;
  /** `null`: anywhere. */
  where: WeaknessPlace | null;
}

export type WeaknessPlace =
  | { kind: 'after distance'; atM: number }
  | { kind: 'after time'; elapsedS: number }
  /** As written, see `visits.ts`. */
  | { kind: 'at'; place: string }
  | { kind: 'dark' }
  | { kind: 'hot' }
  | { kind: 'climbs' }
  | { kind: 'descents' };

export interface Swot {
  strengths: readonly string[];
  weaknesses: readonly Weakness[];
  opportunities: readonly string[];
  threats: readonly string[];
}

export interface Lesson {
  /** The race it was learned at. */
  from: string | null;
  lesson: string;
  /** What will show that it was acted on; `null` where nothing measured does. */
  goal: LessonGoal | null;
}

/** Written and judged like a goal of the race, and none of them. */
export type LessonGoal = Pick<Goal, 'text' | 'target'>;
