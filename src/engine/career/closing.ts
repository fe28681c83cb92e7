/** What the closing of a race makes of the finish times: who would be a little late hurries, who would be late is out. */
import type { TimeForecast } from '../../domain/forecast.js';
import { clamp, normalCdf, normalQuantile } from '../../kernel/stats.js';
import { CAREER, type CareerNumbers } from './coefficients.js';

/** A finish time as it would be if nothing closed: log-normal. */
export interface OpenTime {
  medianS: number;
  /** Standard deviation of ln T. */
  spread: number;
}

export type OpenForecast = TimeForecast & OpenTime;

type Closing = CareerNumbers['closing'];

/** Fewer than this in time, and nobody knows when they come. */
const TELLING = 0.01;

/** What whoever comes in after `timeS` would have taken if nothing closed. */
const unhurried = (timeS: number, closesS: number, { reach, near }: Closing): number =>
  timeS * reach ** clamp(1 - Math.log(closesS / timeS) / Math.log(near), 0, 1);

/** The inverse of `unhurried`. */
function hurried(openS: number, closesS: number, { reach, near }: Closing): number {
  const late = Math.log((openS * near) / closesS);
  const kept = Math.log(near) / (Math.log(near) + Math.log(reach));
  return late <= 0 ? openS : openS * Math.exp(-late * (1 - kept));
}

/**
 * Chance to be in after at most `timeS`, before the closing, of a runner who does not drop out. An earlier closing
 * changes no time but those within its last tenth.
 * @param closesS `null` when nothing closes
 */
export function computeInTime(
  { medianS, spread }: OpenTime,
  closesS: number | null,
  timeS: number,
  { closing } = CAREER,
): number {
  const byS = Math.min(timeS, closesS ?? Number.POSITIVE_INFINITY);
  if (byS <= 0) return 0;
  const openS = closesS === null ? byS : unhurried(byS, closesS, closing);
  return normalCdf(Math.log(openS / medianS) / spread);
}

/** The finish time of those who finish. */
export interface Finishers extends TimeForecast {
  /** The share of them that is in after at most `timeS`. */
  underRatio: (timeS: number) => number;
}

/** The finish time given a finish before the closing; as if nothing closed where hardly anybody would be in. */
export function computeFinishers(
  open: OpenForecast,
  closesS: number | null,
  tuned = CAREER,
): Finishers {
  const inTime = closesS === null ? 1 : computeInTime(open, closesS, closesS, tuned);
  if (closesS === null || inTime < TELLING) {
    const { medianS, earlyS, lateS } = open;
    return { medianS, earlyS, lateS, underRatio: (s) => computeInTime(open, null, s, tuned) };
  }
  const after = (share: number): number => {
    const openS = open.medianS * Math.exp(normalQuantile(share * inTime) * open.spread);
    return hurried(openS, closesS, tuned.closing);
  };
  return {
    medianS: after(0.5),
    earlyS: after(0.1),
    lateS: after(0.9),
    underRatio: (timeS) => computeInTime(open, closesS, timeS, tuned) / inTime,
  };
}
