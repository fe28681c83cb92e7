/** What the athlete's earlier races say of this one: a finish time with its spread, never a bare number. */
import { type EarlierRace, isEvidence, racesBefore } from '../../domain/athlete.js';
import { type Instant, yearsBetween } from '../../kernel/clock.js';
import { sum, weightedMean, Z90 } from '../../kernel/stats.js';
import type { OpenForecast } from './closing.js';
import { ASSUMED_AGE_YEARS, CAREER, type CareerNumbers, CLIMB_COST } from './coefficients.js';

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

export interface CareerForecast<Race extends EarlierRace = EarlierRace> extends OpenForecast {
  /** The races it rests on, in the order given. */
  races: readonly WeighedRace<Race>[];
  /** How many races of equal weight would tell as much. */
  effectiveRaces: number;
  /** What an ordinary runner takes for the aim, seconds. */
  ordinaryS: number;
}

const logEffort = (distanceM: number, gainM: number | null): number =>
  Math.log((distanceM + CLIMB_COST * (gainM ?? 0)) / 1000);

/** How ln T grows with the logarithm of the effort. */
const growthOf = (x: number, { linear, square }: CareerNumbers['growth']): number =>
  linear * x + square * x ** 2;

const ageYears = (race: EarlierRace, aim: Aim): number =>
  race.dayAt == null || aim.dayAt == null ? ASSUMED_AGE_YEARS : yearsBetween(race.dayAt, aim.dayAt);

/**
 * The finish time as if nothing closed; `null` without a finished race before the aim's day. With the effort
 * e = km + 12 × climb in km, ln T = ability + growth(ln e); the ability is the mean over the races, the recent, the
 * alike and the good weighing most: exp(−years/1.37)/(1 + (Δ ln e/0.27)²) · exp(−2·(ability − mean)). Log-normal,
 * narrower the more races tell and the more they are like the aim. The ground, the heat and the day's form are left
 * out.
 * @param tuned others than the default only to see what they change
 */
export function forecastFinish<Race extends EarlierRace>(
  past: readonly Race[],
  aim: Aim,
  tuned = CAREER,
): CareerForecast<Race> | null {
  const { growth, likeness } = tuned;
  const races = racesBefore(past, aim.dayAt).filter(isEvidence);
  if (races.length === 0) return null;
  const aimX = logEffort(aim.distanceM, aim.gainM);
  const aimGrowth = growthOf(aimX, growth);
  const told = races.map((race) => {
    const x = logEffort(race.distanceM, race.gainM);
    const farX = Math.abs(x - aimX);
    const alike =
      Math.exp(-ageYears(race, aim) / likeness.ageYears) / (1 + (farX / likeness.effort) ** 2);
    const logS = Math.log(race.timeS) - growthOf(x, growth);
    const saysLog = logS + aimGrowth + growth.stepUp * Math.max(0, aimX - x);
    return { logS, saysLog, farX, alike };
  });
  const first = weightedMean(
    told.map(({ logS }) => logS),
    told.map(({ alike }) => alike),
  );
  const weights = told.map(
    ({ logS, alike }) => alike * Math.exp(-likeness.goodDays * (logS - first)),
  );
  const meanOf = (value: (race: (typeof told)[number]) => number) =>
    weightedMean(told.map(value), weights);
  const total = sum(weights);
  const effectiveRaces = total ** 2 / sum(weights.map((weight) => weight ** 2));
  const medianS = Math.exp(meanOf(({ saysLog }) => saysLog));
  const { floor, far } = tuned.spread;
  const spread = Math.sqrt(floor ** 2 + (far ** 2 * meanOf(({ farX }) => farX)) / effectiveRaces);
  return {
    medianS,
    earlyS: medianS * Math.exp(-Z90 * spread),
    lateS: medianS * Math.exp(Z90 * spread),
    spread,
    races: races.map((race, i) => ({
      race,
      weightRatio: weights[i]! / total,
      saysS: Math.exp(told[i]!.saysLog),
    })),
    effectiveRaces,
    ordinaryS: Math.exp(tuned.drop.ordinaryLog + aimGrowth),
  };
}
