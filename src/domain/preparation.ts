/** What is done before the race, and what was learned before it. */
/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDay = string;

export interface Milestone {
  do: string;
  owner: string | null;
  by: CalendarDay | null;
  done: boolean;
}

export interface Swot {
  strengths: readonly string[];
  weaknesses: readonly string[];
  opportunities: readonly string[];
  threats: readonly string[];
}

export interface Lesson {
  /** The race it was learned at. */
  from: string | null;
  lesson: string;
}
