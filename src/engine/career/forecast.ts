/** What the athlete's earlier races say of this one: a finish time with its spread, never a bare number. */
import { type EarlierRace, isEvidence, racesBefore } from '../../domain/athlete.js';
import type { TimeForecast } from '../../domain/forecast.js';
import { type Instant, yearsBetween } from '../../kernel/clock.js';
import { sum, weightedMean, Z90 } from '../../kernel/stats.js';
import { ASSUMED_AGE_YEARS, CLIMB_COST, LIKENESS, SPREAD, TIME_GROWTH } from './coefficients.js';

/** What the finish time is forecast of. */
export interface Aim {
  distanceM: number;
  /** `null` when unknown: taken for flat. */
  gainM: number | null;
  /** Noon UTC of the race's day; `null` when unknown. */
  dayAt: Instant | null;
}

/** One earlier race in the forecast. */
export interface WeighedRace<Race extends EarlierRace = EarlierRace> {
  race: Race;
  /** Its share in the forecast; the shares add up to 1. */
  weightRatio: number;
  /** What this race alone says of the aim, seconds. */
  saysS: number;
}

export interface CareerForecast<Race extends EarlierRace = EarlierRace> extends TimeForecast {
  /** The races it rests on, in the order given. */
  races: readonly WeighedRace<Race>[];
  /** How many races of equal weight would tell as much. */
  effectiveRaces: number;
}

const logEffort = (distanceM: number, gainM: number | null): number =>
  Math.log((distanceM + CLIMB_COST * (gainM ?? 0)) / 1000);

const growth = (x: number): number => TIME_GROWTH.linear * x + TIME_GROWTH.square * x ** 2;

const ageYears = (race: EarlierRace, aim: Aim): number =>
  race.dayAt == null || aim.dayAt == null ? ASSUMED_AGE_YEARS : yearsBetween(race.dayAt, aim.dayAt);

/**
 * The finish time, given a finish; `null` without a finished race before the aim's day. With the effort
 * e = km + 12 × climb in km, ln T = ability + growth(ln e); the ability is the mean over the races, the recent, the
 * alike and the good weighing most: exp(−years/1.37)/(1 + (Δ ln e/0.27)²) · exp(−2·(ability − mean)). Log-normal,
 * narrower the more races tell. How far they are, and when they were run, moves the middle but not yet the width;
 * the ground, the heat and the day's form are left out.
 */
export function forecastFinish<Race extends EarlierRace>(
  past: readonly Race[],
  aim: Aim,
): CareerForecast<Race> | null {
  const races = racesBefore(past, aim.dayAt).filter(isEvidence);
  if (races.length === 0) return null;
  const aimX = logEffort(aim.distanceM, aim.gainM);
  const abilities = races.map((race) => {
    const x = logEffort(race.distanceM, race.gainM);
    const alike =
      Math.exp(-ageYears(race, aim) / LIKENESS.ageYears) /
      (1 + ((x - aimX) / LIKENESS.effort) ** 2);
    return { logS: Math.log(race.timeS) - growth(x), alike };
  });
  const logs = abilities.map(({ logS }) => logS);
  const first = weightedMean(
    logs,
    abilities.map(({ alike }) => alike),
  );
  const weights = abilities.map(
    ({ logS, alike }) => alike * Math.exp(-LIKENESS.goodDays * (logS - first)),
  );
  const aimGrowth = growth(aimX);
  const total = sum(weights);
  const effectiveRaces = total ** 2 / sum(weights.map((weight) => weight ** 2));
  const medianS = Math.exp(weightedMean(logs, weights) + aimGrowth);
  const spread = Math.sqrt(SPREAD.floor ** 2 + SPREAD.few ** 2 / effectiveRaces);
  return {
    medianS,
    earlyS: medianS * Math.exp(-Z90 * spread),
    lateS: medianS * Math.exp(Z90 * spread),
    races: races.map((race, i) => ({
      race,
      weightRatio: weights[i]! / total,
      saysS: Math.exp(logs[i]! + aimGrowth),
    })),
    effectiveRaces,
  };
}
