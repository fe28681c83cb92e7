/** What the athlete's earlier races say of this one: a finish time with its spread, never a bare number. */
import type { TimeForecast } from '../../domain/forecast.js';
import { sum, weightedMean, Z90 } from '../../kernel/stats.js';
import { ASSUMED_AGE_YEARS, CLIMB_COST, LIKENESS, SPREAD, TIME_GROWTH } from './coefficients.js';
import type { Aim, EarlierRace } from './past.js';

const MS_PER_YEAR = 365.25 * 86_400_000;

/** One earlier race in the forecast. */
export interface WeighedRace<Race extends EarlierRace = EarlierRace> {
  race: Race;
  /** Its share in the forecast; the shares add up to 1. */
  weightRatio: number;
  /** What this race alone says of the aim, seconds. */
  saysS: number;
}

export interface CareerForecast<Race extends EarlierRace = EarlierRace> extends TimeForecast {
  /** Standard deviation of ln T earlier and later than the median. */
  earlySpread: number;
  lateSpread: number;
  /** The races it rests on, in the order given. */
  races: readonly WeighedRace<Race>[];
  /** How many races of equal weight would tell as much. */
  effectiveRaces: number;
  /** No climb is told of the aim or of a race it rests on: it was taken for flat. */
  isClimbKnown: boolean;
}

const logEffort = (distanceM: number, gainM: number | null): number =>
  Math.log((distanceM + CLIMB_COST * (gainM ?? 0)) / 1000);

const growth = (x: number): number => TIME_GROWTH.linear * x + TIME_GROWTH.square * x ** 2;

function ageYears(race: EarlierRace, aim: Aim): number {
  if (race.dayAt == null || aim.dayAt == null) return ASSUMED_AGE_YEARS;
  return (aim.dayAt - race.dayAt) / MS_PER_YEAR;
}

const isEvidence = <Race extends EarlierRace>(race: Race): race is Race & { timeS: number } =>
  race.outcome.kind === 'finished' && race.timeS != null && race.timeS > 0 && race.distanceM > 0;

/** The finish time, given a finish; `null` without a finished race before the aim's day. */
export function forecastFinish<Race extends EarlierRace>(
  past: readonly Race[],
  aim: Aim,
): CareerForecast<Race> | null {
  const races = past
    .filter(isEvidence)
    .filter((race) => race.dayAt == null || aim.dayAt == null || race.dayAt < aim.dayAt);
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
    earlySpread: spread,
    lateSpread: spread,
    races: races.map((race, i) => ({
      race,
      weightRatio: weights[i]! / total,
      saysS: Math.exp(logs[i]! + aimGrowth),
    })),
    effectiveRaces,
    isClimbKnown: aim.gainM != null && races.every(({ gainM }) => gainM != null),
  };
}
