/** The runner, and the evidence for what is realistic. */
import type { Instant } from '../kernel/clock.js';

export const SEXES = ['M', 'F', 'X'] as const;
export type Sex = (typeof SEXES)[number];

/** An earlier race of the athlete. */
export interface PastRace {
  race: string;
  distanceM: number;
  gainM: number | null;
  /** Official or elapsed time; of a race not finished, the time at which it ended. */
  timeS: number | null;
  outcome: { kind: 'finished' } | { kind: 'dnf'; atM: number | null };
  /** Noon UTC of its day; of a year alone its 1 July; `null` when unknown. */
  dayAt: Instant | null;
  /** Only the year of it is known. */
  isYearAlone: boolean;
}

/** An earlier race, as far as it tells of another. */
export type EarlierRace = Pick<PastRace, 'distanceM' | 'gainM' | 'timeS' | 'outcome' | 'dayAt'>;

/** Whether a race tells what time the athlete can run. */
export const isEvidence = <Race extends EarlierRace>(
  race: Race,
): race is Race & { timeS: number } =>
  race.outcome.kind === 'finished' && race.timeS != null && race.timeS > 0 && race.distanceM > 0;

/** What was run before a day, as far as days are known: nothing else can tell of a race on it. */
export const racesBefore = <Race extends EarlierRace>(
  past: readonly Race[],
  dayAt: Instant | null,
): readonly Race[] =>
  past.filter((race) => race.dayAt == null || dayAt == null || race.dayAt < dayAt);

export interface Athlete {
  name: string | null;
  bib: string | null;
  ageYears: number | null;
  sex: Sex | null;
  weightKg: number | null;
  /** Own sweat rate: the over-drinking limit. */
  sweatRateMlPerH: number | null;
  past: readonly PastRace[];
}

/** Nobody in particular. */
export const ANYONE: Athlete = {
  name: null,
  bib: null,
  ageYears: null,
  sex: null,
  weightKg: null,
  sweatRateMlPerH: null,
  past: [],
};
