/** The training log: what was planned and what was done, a day a row. */
import type { CalendarDay } from './preparation.js';

/** How much of a session's training: `null` where it is not told. */
export interface Workload {
  distanceM: number | null;
  durationS: number | null;
  /** Planned, or taken, as a day of rest. */
  isRest: boolean;
  /** `false`: it was left out. */
  isDone: boolean;
}

/** A session: a day may have several. */
export interface TrainingDay {
  day: CalendarDay;
  /** Not strength, a ride or the like. */
  isRun: boolean;
  /** `null`: nothing was planned. */
  planned: Workload | null;
  /** `null`: not told. */
  done: Workload | null;
  gainM: number | null;
  terrain: string | null;
  /** What was eaten and drunk on the way, in a column of its own. */
  fuel: string | null;
  notes: string | null;
  /** Line in the file, from 1. */
  line: number;
}
