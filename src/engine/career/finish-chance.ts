/** The chance to finish at all, and in a time. */
import { clamp } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { computeInTime, type OpenTime } from './closing.js';
import { CAREER } from './coefficients.js';
import type { CareerForecast } from './forecast.js';

export interface FinishEvidence {
  /** Of the finish time, as if nothing closed; `null`: nothing tells. */
  forecast: CareerForecast | null;
  /** The slowest finish that keeps every cutoff; `null` when nothing closes. */
  latestFinishS: number | null;
  /** Share of starters who finished past editions; `null`: none tells. */
  toldRatio: number | null;
}

/** However many finished so far, somebody may not, and somebody may. */
const [LEAST, MOST] = [0.02, 0.98];

const logOdds = (chance: number): number => {
  const possible = clamp(chance, LEAST, MOST);
  return Math.log(possible / (1 - possible));
};

/**
 * Chance to finish, 0..1, in at most `timeS`: not to drop out, as in races as long, and to be in before the closing.
 * What past editions tell of all starters moves the odds of one as far as it moves those of an ordinary field. `null`
 * when neither a past nor an edition tells. The athlete's own DNFs are left out: the careers it was set on hold none.
 */
export function computeFinishChance(
  { forecast, latestFinishS, toldRatio }: FinishEvidence,
  timeS = Number.POSITIVE_INFINITY,
  tuned = CAREER,
): number | null {
  if (!forecast) return toldRatio;
  const { medianS, ordinaryS } = forecast;
  const finishOf = (open: OpenTime, riskS: number) =>
    Math.exp((-tuned.drop.perH * riskS) / S_PER_H) *
    computeInTime(open, latestFinishS, Number.POSITIVE_INFINITY, tuned);
  const own = finishOf(forecast, Math.max(medianS, ordinaryS ** 2 / medianS));
  const inTime = computeInTime(forecast, latestFinishS, Number.POSITIVE_INFINITY, tuned);
  if (inTime === 0) return 0;
  const ofFinishers = computeInTime(forecast, latestFinishS, timeS, tuned) / inTime;
  if (toldRatio === null) return own * ofFinishers;
  const ofField = finishOf({ medianS: ordinaryS, spread: tuned.drop.fieldSpread }, ordinaryS);
  const odds = logOdds(own) + logOdds(toldRatio) - logOdds(ofField);
  return ofFinishers / (1 + Math.exp(-odds));
}
