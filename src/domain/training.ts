/** The training log: what was planned and what was done, a day a row. */
import type { CalendarDay } from './preparation.js';

/** How much of a day's training: `null` where it is not told. */
export interface Workload {
  distanceM: number | null;
  durationS: number | null;
  /** Planned, or taken, as a day of rest. */
  isRest: boolean;
}

export interface TrainingDay {
  day: CalendarDay;
  /** `null`: nothing was planned. */
  planned: Workload | null;
  /** `null`: not told, or nothing was done. */
  done: Workload | null;
  gainM: number | null;
  terrain: string | null;
  notes: string | null;
  /** Line in the file, from 1. */
  line: number;
}
