/** What is done before the race, and what was learned before it. */

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
}
