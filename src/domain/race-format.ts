/** What kind of race it is: the one answer that everything asks. */
import type { Goal } from './goal.js';

export type RaceFormat =
  | { kind: 'distance' }
  /** As far as one gets in a time; `null`: no time told, or no loops. */
  | { kind: 'timed'; durationS: number | null; loopM: number | null }
  /** A loop at every bell, until one is left. */
  | { kind: 'backyard'; loopM: number; everyS: number };

/** A race of one loop at every bell: whoever is not back by the next one is out. */
export interface Backyard {
  loopM: number;
  /** From one bell to the next. */
  everyS: number;
  /** Planned time of a loop, on average; `null`: from the pace. */
  lapS: number | null;
}

/** What a plan tells of the kind of its race. */
export interface Formatted {
  race: { durationS: number | null; cutoffS: number | null };
  course: { laps: number; distanceM: number | null };
  goals: readonly Goal[];
  backyard: Backyard | null;
}

const isDistance = ({ target }: Goal): boolean => target.kind === 'distance';

/**
 * The kind of race of a plan. Where a goal asks for a distance the race is over a time, even if only its limit tells
 * which.
 */
export function formatOf({ race, course, goals, backyard }: Formatted): RaceFormat {
  if (backyard) return { kind: 'backyard', loopM: backyard.loopM, everyS: backyard.everyS };
  if (race.durationS === null && !goals.some(isDistance)) return { kind: 'distance' };
  const { distanceM, laps } = course;
  const loopM = laps > 1 && distanceM !== null ? distanceM / laps : null;
  return { kind: 'timed', durationS: race.durationS ?? race.cutoffS, loopM };
}

/** A race that is won by distance: over a time, or in a backyard. Its limit is the end that everybody runs to. */
export const isTimedEvent = (plan: Formatted): boolean => formatOf(plan).kind !== 'distance';
