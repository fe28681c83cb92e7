/** The chance to finish at all. */
import type { TimeForecast } from '../../domain/forecast.js';
import { clamp, sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { FINISH } from './coefficients.js';

export interface FinishEvidence {
  /** Of the finish time, given a finish; `null`: nothing tells. */
  forecast: TimeForecast | null;
  /** The slowest finish that keeps every cutoff; `null` when nothing closes. */
  latestFinishS: number | null;
  /** What past editions tell: the share of starters who finished. */
  editions: readonly { finishRatio: number; starters: number }[];
}

/** Chance to finish, 0..1; `null` when neither a past nor an edition tells. */
export function computeFinishChance({
  forecast,
  latestFinishS,
  editions,
}: FinishEvidence): number | null {
  const starters = sum(editions.map((edition) => edition.starters));
  const told =
    starters > 0
      ? sum(editions.map((edition) => edition.finishRatio * edition.starters)) / starters
      : null;
  if (!forecast) return told;
  const base = told ?? Math.exp((-FINISH.dropPerH * forecast.medianS) / S_PER_H);
  if (latestFinishS == null) return base;
  const slack = Math.log(forecast.medianS / latestFinishS);
  return clamp(base / (1 + Math.exp((slack - Math.log(FINISH.pivot)) / FINISH.width)), 0, 1);
}
