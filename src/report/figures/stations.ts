/** Stations as they are reached: planned, run, forecast; and the way there. */
import { untilClosing } from '../../engine/course/cutoffs.js';
import type { ChartRow } from '../../engine/pacing/chart-rows.js';
import type { WayPart } from '../../engine/pacing/hours.js';
import type { Replan } from '../../engine/review/replan.js';
import type { Stretch } from '../../engine/review/stretches.js';
import { shift } from '../value.js';
import type { StationReached } from './profile.js';

/** Of a chart's rows those that end at a station. */
export const plannedStations = (legs: readonly ChartRow[]): StationReached[] =>
  legs.flatMap(({ leg: { to }, arriveS, window, isMark }, i) =>
    isMark
      ? []
      : [
          {
            at: to,
            isFinish: i === legs.length - 1,
            arriveS,
            window: window && untilClosing(window, to.cutoffS),
          },
        ],
  );

/** As the log tells; how far off the plan as far as that goes. */
export const runStations = (stretches: readonly Stretch[], finishM: number): StationReached[] =>
  stretches
    .filter(({ end }) => end.atM <= finishM)
    .map(({ end, endS, planned }) => ({
      at: end,
      isFinish: end.atM === finishM,
      arriveS: endS,
      window: null,
      against: [shift(endS - planned.endS, 'on plan', 'behind plan', 'ahead of plan')],
    }));

export const forecastStations = (ahead: Replan['ahead']): StationReached[] =>
  ahead.map(({ planned: { leg }, forecast, window }, i) => ({
    at: leg.to,
    isFinish: i === ahead.length - 1,
    arriveS: forecast.medianS,
    window,
  }));

/** From where the runner is, evenly from station to station as forecast, with the stops planned. */
export function wayAhead({ departS, review, ahead }: Replan): WayPart[] {
  const way: WayPart[] = [];
  const { elapsedS, at } = review.ending;
  let [atS, atM] = [departS, at.atM];
  if (departS > elapsedS) way.push({ fromS: elapsedS, toS: departS, fromM: atM, toM: atM });
  for (const { planned, forecast } of ahead) {
    const toM = planned.leg.to.atM;
    const toS = Math.max(atS, forecast.medianS);
    way.push({ fromS: atS, toS, fromM: atM, toM });
    const leaveS = toS + planned.stopS;
    if (leaveS > toS) way.push({ fromS: toS, toS: leaveS, fromM: toM, toM });
    [atS, atM] = [leaveS, toM];
  }
  return way;
}
