/** During a backyard ultra: the loops ahead, each from its bell. */
import type { TimeForecast } from '../../domain/forecast.js';
import type { Bells } from '../pacing/backyard.js';
import { lapEndingAt } from '../pacing/lap-rows.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import type { Passed } from './during.js';
import { prepareTrend } from './trend.js';

/** The loop in which a place lies, from 1, its end included. */
const loopAt = (atM: number, loopM: number): number =>
  lapEndingAt(atM, loopM) ?? Math.floor(atM / loopM) + 1;

/**
 * Loops so far beside the plan, and how that drifts, carried on: the plan tells night and heat, the loops run how much
 * slower all of it goes, and whether it gets worse. Nothing here knows of those who stop while they could go on.
 * @returns arrivals at every place after the last passed
 */
export function forecastAtBells(
  { legs }: Pick<PacePlan, 'legs'>,
  { loopM, everyS }: Bells,
  passages: readonly Passed[],
): readonly TimeForecast[] {
  const fromBell = (place: number, arriveS: number) => {
    const loop = loopAt(legs[place - 1]!.leg.to.atM, loopM);
    return { loop, tookS: arriveS - (loop - 1) * everyS };
  };
  const told = passages.flatMap(({ place, arriveS }): [number, number][] => {
    const run = fromBell(place, arriveS);
    const planned = fromBell(place, legs[place - 1]!.arriveS);
    return run.tookS > 0 ? [[run.loop, run.tookS / planned.tookS]] : [];
  });
  const trend = told.length === 0 ? null : prepareTrend(told);
  const here = passages.at(-1)?.place ?? 0;
  return legs.slice(here).map(({ arriveS }, i): TimeForecast => {
    const { loop, tookS } = fromBell(here + 1 + i, arriveS);
    const bellS = (loop - 1) * everyS;
    if (!trend) return { medianS: arriveS, earlyS: arriveS, lateS: arriveS };
    const { median, low, high } = trend(loop);
    return {
      medianS: bellS + tookS * median,
      earlyS: bellS + tookS * low,
      lateS: bellS + tookS * high,
    };
  });
}
