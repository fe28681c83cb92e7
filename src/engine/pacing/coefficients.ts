/**
 * The fitted numbers of the pace model, all in one place; one set serves every race.
 *
 * The output of `npm run bench:fit` on 2026-11-21, rounded to two digits (`early` and `late` to three): fitted to
 * the arrivals of 1,363 finishers of Western States (100.2 miles, mountains; 2017–19, 2021, 2022) and 1,264 of
 * Berlin (161 km, flat; 2014–18), both races counting alike. Fitted on 2017–19 and 2014–16 alone and scored on
 * the other years the arrivals are as good: 21.5 and 20.4 min off in the mean, against 21.8 and 20.9 for all.
 *
 * Since then light changes inside a cell too, and a refit moves some last digits (descent 2.3, saturation of the
 * windows 6.8 h, trend 0.94, regression 0.18) but no score: these stay until something is to be gained.
 */
import { S_PER_H } from '../../kernel/units.js';

/** Cost of a metre: 1 + climb · (metres climbed) + descent · (metres descended). */
export interface GradeCoefficients {
  climb: number;
  descent: number;
}

/** See `factors/fade.ts`. */
export interface FadeCoefficients {
  /** Amplitude that an endless race tends to (set, not fitted), and how long it takes to get there. */
  fullAmplitude: number;
  saturationS: number;
}

/** See `windows.ts`. */
export interface WindowCoefficients {
  early: number;
  late: number;
  /** Exponents of the share of the race done, and of the share left. */
  done: number;
  left: number;
  saturationS: number;
  hills: number;
}

/** See `in-race.ts`. */
export interface InRaceCoefficients {
  /** Share of the effort after which a leg counts 1/e as much as the latest. */
  memoryRatio: number;
  /** How much of the recent trend goes on. */
  trend: number;
  /** How much of the distance to a typical finisher is lost or won back. */
  regression: number;
  /** A typical finish of a flat 161 km. */
  typicalS: number;
  early: number;
  late: number;
  /** What the start leaves open, and how a runner wanders from then on. */
  unsettled: number;
  wander: number;
  hills: number;
}

/** How much hills narrow windows, see `hills.ts`: fitted to those before the race, the same during it. */
const HILLS = 0.26;

export const GRADE: GradeCoefficients = { climb: 9.1, descent: 2.2 };
export const FADE: FadeCoefficients = { fullAmplitude: 0.7, saturationS: 16 * S_PER_H };
export const WINDOW: WindowCoefficients = {
  early: 0.111,
  late: 0.0936,
  done: 0.85,
  left: 0.73,
  saturationS: 6.6 * S_PER_H,
  hills: HILLS,
};
export const IN_RACE: InRaceCoefficients = {
  memoryRatio: 0.12,
  trend: 0.95,
  regression: 0.17,
  typicalS: 23 * S_PER_H,
  early: 0.0961,
  late: 0.127,
  unsettled: 0.06,
  wander: 0.24,
  hills: HILLS,
};
