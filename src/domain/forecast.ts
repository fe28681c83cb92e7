/** A time foretold, with its spread. */
import { normalCdf, Z90 } from '../kernel/stats.js';

/** Median and middle 80 % of an elapsed time, seconds: 1 in 10 is earlier than `earlyS`, 1 in 10 later than `lateS`. */
export interface TimeForecast {
  medianS: number;
  earlyS: number;
  lateS: number;
}

/**
 * Chance of a time under `timeS`, given that one finishes: log-normal on each side of the median, with the
 * spread that side's 10 or 90 % bound tells.
 */
export function probabilityUnder({ medianS, earlyS, lateS }: TimeForecast, timeS: number): number {
  if (timeS <= 0) return 0;
  const boundS = timeS < medianS ? earlyS : lateS;
  const spread = Math.abs(Math.log(boundS / medianS)) / Z90;
  // no doubt at all: the median, or nothing
  if (spread === 0) return timeS > medianS ? 1 : 0;
  return normalCdf(Math.log(timeS / medianS) / spread);
}

/**
 * Whether it tells how much earlier or later one may be: with nothing passed yet the finish is as planned, and no more.
 * @param window seconds
 */
export const hasSpread = ({ earlyS, lateS }: { earlyS: number; lateS: number }): boolean =>
  lateS - earlyS >= 1;
