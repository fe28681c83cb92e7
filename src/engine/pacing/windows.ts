/** Arrival windows before the race. */
import { WINDOW, type WindowCoefficients } from './coefficients.js';

/** Earliest and latest of 8 in 10 arrivals, elapsed. */
export interface Window {
  earlyS: number;
  lateS: number;
}

/**
 * When runners who finish in `targetS` arrive at a place planned at `arriveS`: 1 in 10 earlier than `earlyS`,
 * 1 in 10 later than `lateS`. The spread s = T·(1 − exp(−T/τ))·x^α·(1 − x)^β, with x = arrival/T, is 0 at start
 * and finish and widest late in the second half; real arrivals stray a little further early than late.
 * It is the spread given the finish time: that the finish itself is uncertain comes on top.
 * @param arriveS planned, 0 … `targetS`
 */
export function computeWindow(
  arriveS: number,
  targetS: number,
  { early, late, done, left, saturationS }: WindowCoefficients = WINDOW,
): Window {
  const x = arriveS / targetS;
  const spreadS = targetS * (1 - Math.exp(-targetS / saturationS)) * x ** done * (1 - x) ** left;
  return {
    earlyS: Math.max(0, arriveS - early * spreadS),
    lateS: Math.min(targetS, arriveS + late * spreadS),
  };
}
