/**
 * The fitted numbers of the pace model, all in one place; one set serves every race.
 *
 * The output of `npm run bench:fit` on 2026-11-26, rounded to two digits (`early` and `late` to three): fitted to the
 * arrivals of 100 finishers each of nineteen editions of six races: Western States (mountains, a track), Berlin (flat)
 * and GRR, TDB, Templiers and Endurance (mountains, a station table). The bench also scores each race by numbers
 * fitted on the other five: arrivals of the four mountain races, told the finish time, are then 1.69 % of it off.
 */
import { S_PER_H } from '../../kernel/units.js';

/** Cost of a metre: 1 + climb · (metres climbed) + descent · (metres descended). */
export interface GradeCoefficients {
  climb: number;
  descent: number;
}

/** See `factors/fade.ts`. */
export interface FadeCoefficients {
  /** Amplitude that an endless race on the flat tends to (set, not fitted), and how long it takes to get there. */
  fullAmplitude: number;
  saturationS: number;
  /** What hills add to that amplitude, each ratio of `computeHillRatio`. */
  hills: number;
}

/** See `windows.ts`. */
export interface WindowCoefficients {
  early: number;
  late: number;
  /** Exponents of the share of the race done, and of the share left. */
  done: number;
  left: number;
  saturationS: number;
}

/** What counts of the legs run so far, see `standing.ts`. */
export interface MemoryCoefficients {
  /** Share of the effort after which a leg counts 1/e as much as the latest. */
  memoryRatio: number;
  /** A leg further off the plan than this, in the logarithm, hardly counts for more. Both are set, not fitted. */
  strangeLog: number;
}

/** See `in-race.ts`. */
export interface InRaceCoefficients extends MemoryCoefficients {
  /** How much of the recent trend goes on. */
  trend: number;
  /** How much of the distance to a typical finisher is lost or won back. */
  regression: number;
  /** A typical finish of a flat 161 km. */
  typicalS: number;
  early: number;
  late: number;
  /**
   * What the start leaves open, how a runner wanders from then on, and how rough the climbs of a table are: 0.85 of
   * what the four mountain races ask for, which are harder to foretell than others (see `bench:fit`).
   */
  unsettled: number;
  wander: number;
  table: number;
}

export const GRADE: GradeCoefficients = { climb: 12, descent: 4.3 };
export const FADE: FadeCoefficients = { fullAmplitude: 0.7, saturationS: 17 * S_PER_H, hills: 0.1 };
export const WINDOW: WindowCoefficients = {
  early: 0.0878,
  late: 0.0613,
  done: 0.67,
  left: 0.52,
  saturationS: 8.5 * S_PER_H,
};
export const IN_RACE: InRaceCoefficients = {
  memoryRatio: 0.2,
  strangeLog: 0.2,
  trend: 1.1,
  regression: 0.12,
  typicalS: 25 * S_PER_H,
  early: 0.0751,
  late: 0.115,
  unsettled: 0.11,
  wander: 0.34,
  table: 0.56,
};
/**
 * Where past runners tell what each leg takes, the last legs say more of the runner. Set: what the splits of Western
 * States and Berlin asked for alone, and with history they still score as they did.
 */
export const IN_RACE_AFTER_PAST: InRaceCoefficients = {
  ...IN_RACE,
  memoryRatio: 0.12,
  trend: 0.95,
};
