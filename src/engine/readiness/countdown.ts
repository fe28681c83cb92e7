/** The days before the race as a countdown: what is overdue, what comes next, what waits for whom. */
import {
  type CalendarDay,
  daysBetween,
  type Milestone,
  needsOf,
} from '../../domain/preparation.js';

/** Due in so many days at most is due this week. */
const WEEK_DAYS = 7;

export type TaskState =
  | 'done'
  | 'overdue'
  | 'this week'
  | 'later'
  /** Without a day, or nobody asked which day it is. */
  | 'open';

export interface Task {
  milestone: Milestone;
  state: TaskState;
  /** Its own day, or that of an open milestone that waits for it, where that is earlier. */
  dueBy: CalendarDay | null;
  /** Whose day that is; `null`: its own. */
  dueFor: Milestone | null;
  /** What is open and has to be done before, by whatever way it is needed; in the order to do it. */
  blockedBy: readonly Milestone[];
  /** It is due when the race has begun. */
  isAfterRace: boolean;
}

export interface Readiness {
  /** The day it is judged on: today, or race day once that is past; `null`: nobody said. */
  onDay: CalendarDay | null;
  raceDay: CalendarDay | null;
  /** Days from `onDay` to the race. */
  daysToGo: number | null;
  /** Race day is past: it is judged as of the start. */
  isPast: boolean;
  /** What is done, then the rest, each in the order to do it. */
  tasks: readonly Task[];
}

/**
 * What is left to do, and in which order: nothing before what it needs; then by day, where what an open milestone
 * waits for is due no later than that one; those without a day last, then as listed.
 * @param today `null`: it is not judged what is overdue
 * @param raceDay `null`: the plan has no start
 */
export function computeReadiness(
  prep: readonly Milestone[],
  today: CalendarDay | null,
  raceDay: CalendarDay | null,
): Readiness {
  const isPast = today != null && raceDay != null && today > raceDay;
  const onDay = isPast ? raceDay : today;
  const allNeeds = needsOf(prep);
  // what is done waits for nothing
  const needs = allNeeds.map((needed, i) => needed.filter((j) => prep[j]!.done === prep[i]!.done));
  const dates = inheritDates(prep, needs);
  const ranks = prep.map((_, i) => i).sort((a, b) => byDate(dates[a]!, dates[b]!) || a - b);
  const order = inOrder(needs, [
    ...ranks.filter((i) => prep[i]!.done),
    ...ranks.filter((i) => !prep[i]!.done),
  ]);
  return {
    onDay,
    raceDay,
    daysToGo: onDay != null && raceDay != null ? daysBetween(onDay, raceDay) : null,
    isPast,
    tasks: order.map((i): Task => {
      const milestone = prep[i]!;
      const { dueBy, dueFor } = dates[i]!;
      const waitsFor = new Set(openNeeds(prep, allNeeds, i));
      return {
        milestone,
        state: milestone.done ? 'done' : stateOn(onDay, dueBy, isPast),
        dueBy,
        dueFor: dueFor === null ? null : prep[dueFor]!,
        blockedBy: order.filter((other) => waitsFor.has(other)).map((other) => prep[other]!),
        isAfterRace: raceDay != null && milestone.by != null && milestone.by > raceDay,
      };
    }),
  };
}

/** Once the race has begun nothing is due any more: what had no day before it is open. */
function stateOn(onDay: CalendarDay | null, dueBy: CalendarDay | null, isPast: boolean): TaskState {
  if (onDay == null || dueBy == null) return 'open';
  if (dueBy < onDay) return 'overdue';
  if (isPast) return 'open';
  return daysBetween(onDay, dueBy) <= WEEK_DAYS ? 'this week' : 'later';
}

interface DueDate {
  dueBy: CalendarDay | null;
  /** Index of the milestone whose day it is; `null`: its own. */
  dueFor: number | null;
}

/** Those without a day last. */
const byDate = (a: DueDate, b: DueDate): number => {
  if (a.dueBy === null || b.dueBy === null)
    return Number(a.dueBy === null) - Number(b.dueBy === null);
  return a.dueBy < b.dueBy ? -1 : Number(a.dueBy > b.dueBy);
};

/** The day of each: the earliest of its own and of those that wait for it, if these are open as well. */
function inheritDates(
  prep: readonly Milestone[],
  needs: readonly (readonly number[])[],
): readonly DueDate[] {
  const dates = prep.map(({ by }): DueDate => ({ dueBy: by, dueFor: null }));
  const earliestFirst = prep
    .flatMap(({ by, done }, i) => (by == null || done ? [] : [i]))
    .sort((a, b) => byDate(dates[a]!, dates[b]!));
  const settled = new Set<number>();
  const hand = (i: number, from: number) => {
    if (settled.has(i)) return;
    settled.add(i);
    const { by } = prep[from]!;
    if (prep[i]!.by == null || prep[i]!.by! > by!) dates[i] = { dueBy: by, dueFor: from };
    for (const needed of needs[i]!) hand(needed, from);
  };
  for (const i of earliestFirst) hand(i, i);
  return dates;
}

/** `ranks` with what each needs before it. */
function inOrder(needs: readonly (readonly number[])[], ranks: readonly number[]): number[] {
  const order = new Set<number>();
  const begun = new Set<number>();
  const rankOf = new Map(ranks.map((i, rank) => [i, rank]));
  const add = (i: number) => {
    if (begun.has(i)) return;
    begun.add(i);
    for (const needed of needs[i]!.toSorted((a, b) => rankOf.get(a)! - rankOf.get(b)!)) add(needed);
    order.add(i);
  };
  for (const i of ranks) add(i);
  return [...order];
}

/** What is open of all that a milestone needs, as indices; what is done needs nothing more. */
function openNeeds(
  prep: readonly Milestone[],
  needs: readonly (readonly number[])[],
  i: number,
): number[] {
  const found = new Set<number>(needs[i]!.filter((needed) => !prep[needed]!.done));
  for (const open of found) {
    for (const needed of needs[open]!) if (!prep[needed]!.done) found.add(needed);
  }
  return [...found];
}
