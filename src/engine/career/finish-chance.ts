/** The chance to finish at all. */
import type { TimeForecast } from '../../domain/forecast.js';
import { S_PER_H } from '../../kernel/units.js';
import { FINISH } from './coefficients.js';

export interface FinishEvidence {
  /** Of the finish time, given a finish; `null`: nothing tells. */
  forecast: TimeForecast | null;
  /** The slowest finish that keeps every cutoff; `null` when nothing closes. */
  latestFinishS: number | null;
  /** Share of starters who finished past editions; `null`: none tells. */
  toldRatio: number | null;
}

/**
 * Chance to finish, 0..1: that of races as long, or what past editions tell, less where the forecast comes near the
 * closing; see `FINISH`. `null` when neither a past nor an edition tells. The athlete's own DNFs are left out: the
 * careers it was set on hold none.
 */
export function computeFinishChance({
  forecast,
  latestFinishS,
  toldRatio,
}: FinishEvidence): number | null {
  if (!forecast) return toldRatio;
  const base = toldRatio ?? Math.exp((-FINISH.dropPerH * forecast.medianS) / S_PER_H);
  if (latestFinishS == null) return base;
  const late = Math.log(forecast.medianS / latestFinishS);
  return base / (1 + Math.exp((late - Math.log(FINISH.pivot)) / FINISH.width));
}
