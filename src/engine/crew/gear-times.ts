/** When a runner is on each leg, however early or late. */
import type { ElapsedSpan } from '../course/daylight.js';
import type { PlannedLeg } from '../pacing/pace-plan.js';

/** A place as it is reached, elapsed seconds: as planned, at the earliest and at the latest. */
export interface Reached {
  arriveS: number;
  earlyS: number;
  lateS: number;
  /** As planned; the finish is left when it is reached. */
  departS: number;
  /** Elapsed; `null` where nothing closes. */
  closesS: number | null;
}

/**
 * When every place is reached, the start first. Early and late are the ends of the windows. Who is late somewhere is
 * taken to stay as late to the finish, where the plan itself has no window; a race that closes ends it.
 * @param legs of a pace plan
 */
export function reachPlaces(legs: readonly PlannedLeg[]): Reached[] {
  let latenessS = 0;
  const places = legs.map(({ leg, arriveS, departS, window }): Reached => {
    latenessS = Math.max(latenessS, (window?.lateS ?? arriveS) - arriveS);
    const closesS = leg.to.cutoffS;
    return {
      arriveS,
      earlyS: window?.earlyS ?? arriveS,
      lateS: Math.max(arriveS, Math.min(arriveS + latenessS, closesS ?? Number.POSITIVE_INFINITY)),
      departS,
      closesS,
    };
  });
  return [{ arriveS: 0, earlyS: 0, lateS: 0, departS: 0, closesS: null }, ...places];
}

/** The time in which a runner may be on each leg, the stop before it included: one a leg. */
export const legTimes = (reached: readonly Reached[]): ElapsedSpan[] =>
  reached
    .slice(1)
    .map(({ lateS }, leg): ElapsedSpan => ({ fromS: reached[leg]!.earlyS, toS: lateS }));
