/** The chance to finish at all, and in a time. */
import { S_PER_H } from '../../kernel/units.js';
import { computeInTime } from './closing.js';
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

/**
 * Chance to finish, 0..1, in at most `timeS`: not to drop out, as in races as long or as past editions tell, and to be
 * in before the closing. `null` when neither a past nor an edition tells. The athlete's own DNFs are left out: the
 * careers it was set on hold none.
 */
export function computeFinishChance(
  { forecast, latestFinishS, toldRatio }: FinishEvidence,
  timeS = Number.POSITIVE_INFINITY,
  tuned = CAREER,
): number | null {
  if (!forecast) return toldRatio;
  const { medianS, ordinaryS } = forecast;
  const riskS = Math.max(medianS, ordinaryS ** 2 / medianS);
  const goesOn = toldRatio ?? Math.exp((-tuned.drop.perH * riskS) / S_PER_H);
  return goesOn * computeInTime(forecast, latestFinishS, timeS, tuned);
}
