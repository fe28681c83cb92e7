/** Arrival windows before the race. */
import { WINDOW, type WindowCoefficients } from './coefficients.js';

/** Earliest and latest of 8 in 10 arrivals, elapsed. */
export interface Window {
  earlyS: number;
  lateS: number;
}

/**
 * Scale of how far arrivals stray from the plan, as a share of the finish time T, given T:
 * (1 − exp(−T/τ))·x^α·(1 − x)^β.
 * @param x arrival/T, 0 … 1
 */
export const computeSpread = (
  x: number,
  targetS: number,
  { done, left, saturationS }: Omit<WindowCoefficients, 'early' | 'late'>,
): number => (1 - Math.exp(-targetS / saturationS)) * x ** done * (1 - x) ** left;

/**
 * When runners who finish in `targetS` arrive at a place planned at `arriveS`: 1 in 10 earlier than `earlyS`,
 * 1 in 10 later than `lateS`. Nothing wide at start and finish, widest past the middle; real arrivals stray a
 * little further early than late.
 * It is the spread given the finish time: that the finish itself is uncertain comes on top.
 * @param arriveS planned, 0 … `targetS`
 */
export function computeWindow(
  arriveS: number,
  targetS: number,
  coefficients: WindowCoefficients = WINDOW,
): Window {
  const { early, late } = coefficients;
  const spreadS = targetS * computeSpread(arriveS / targetS, targetS, coefficients);
  return {
    earlyS: Math.max(0, arriveS - early * spreadS),
    lateS: Math.min(targetS, arriveS + late * spreadS),
  };
}
