/** The plan as the race has gone so far: places passed as logged, those ahead as forecast. */
import type { TimeForecast } from '../../domain/forecast.js';
import type { RaceLog } from '../../domain/record.js';
import { paceOf } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import type { Light, Sun } from '../course/daylight.js';
import { reachedS } from '../course/ending.js';
import { scaleFollowed, sumFollowed } from '../pacing/follow-history.js';
import type { PacePlan, PlannedLeg } from '../pacing/pace-plan.js';
import type { Replan } from './replan.js';

/** A forecast leg is run for at least this share of the time from arrival to arrival, however long the stop before. */
const LEAST_RUN_RATIO = 1 / 2;

/** Light is looked up this often, seconds. */
const LIGHT_STEP_S = 10;

/** Times that differ less are the same, seconds. */
const SAME_S = 1e-6;

interface Times {
  arriveS: number;
  departS: number;
}

/**
 * Legs with the times of the race as it goes: what is logged as logged; passed and not logged, in between as planned;
 * ahead at the median forecast with its window, uncut by closings, stops as planned. What each factor adds is scaled
 * with the moving time; light is that of the new hours. Base pace and fade stay the plan's.
 * @param replan of a race that goes on
 * @param sun `null`: light is scaled as well
 */
export function retimePlan(replan: Replan, log: RaceLog, sun: Sun | null): PacePlan {
  const { pace, ending } = replan.review;
  const passed = timesPassed(replan, log);
  const arrivals = pace.legs.map((_, i) =>
    i < ending.place
      ? passed[i]!.arriveS
      : Math.max(aheadAt(replan, i).medianS, i === ending.place ? replan.departS : 0),
  );
  let leftS = 0;
  const legs = pace.legs.map((planned, i): PlannedLeg => {
    const arriveS = arrivals[i]!;
    const nextS = arrivals[i + 1];
    const departS =
      i < ending.place
        ? passed[i]!.departS
        : nextS === undefined
          ? arriveS
          : arriveS + Math.min(planned.stopS, (nextS - arriveS) * LEAST_RUN_RATIO);
    const fromS = leftS;
    leftS = departS;
    const closesS = planned.cutoffMarginS == null ? null : planned.departS + planned.cutoffMarginS;
    return {
      ...(isAsPlanned(planned, fromS, arriveS)
        ? planned
        : withMovingTime(planned, fromS, arriveS - fromS, sun)),
      arriveS,
      departS,
      stopS: departS - arriveS,
      window: i < ending.place ? { earlyS: arriveS, lateS: arriveS } : windowOf(aheadAt(replan, i)),
      cutoffMarginS: closesS == null ? null : closesS - departS,
    };
  });
  return {
    ...pace,
    targetS: leftS,
    movingS: sum(legs.map(({ movingS }) => movingS)),
    stoppedS: sum(legs.map(({ stopS }) => stopS)),
    legs,
  };
}

const aheadAt = ({ ahead, review: { ending } }: Replan, leg: number) =>
  ahead[leg - ending.place]!.forecast;

/** Before anything is passed a finish has none, as in the plan. */
const windowOf = ({ earlyS, lateS }: TimeForecast) => (earlyS < lateS ? { earlyS, lateS } : null);

/** Of every leg passed. A place that is not logged lies between its neighbours as the plan puts it. */
function timesPassed({ review: { pace, ending }, departS }: Replan, log: RaceLog): Times[] {
  const { legs } = pace;
  const seen = log.visits.flatMap((visit) => {
    const arriveS = reachedS(visit);
    return arriveS == null ? [] : [{ place: visit.place, arriveS, departS: visit.departS }];
  });
  const times: Times[] = [];
  for (let place = 1; place <= ending.place; place += 1) {
    const planned = legs[place - 1]!;
    const visit = seen.find((v) => v.place === place);
    const next = seen.find((v) => v.place > place);
    const arriveS =
      visit?.arriveS ?? between(legs, place, times.at(-1)?.departS ?? 0, next ?? seen.at(-1)!);
    const leavesS = place === ending.place ? departS : (visit?.departS ?? arriveS + planned.stopS);
    times.push({
      arriveS,
      departS: Math.max(arriveS, Math.min(leavesS, next?.arriveS ?? leavesS)),
    });
  }
  return times;
}

/** Shares the time to the next place logged as the plan does. */
function between(
  legs: PacePlan['legs'],
  place: number,
  leftS: number,
  next: { place: number; arriveS: number },
): number {
  const plannedLeftS = legs[place - 2]?.departS ?? 0;
  const ratio = (next.arriveS - leftS) / (legs[next.place - 1]!.arriveS - plannedLeftS);
  return leftS + (legs[place - 1]!.arriveS - plannedLeftS) * ratio;
}

const isAsPlanned = (planned: PlannedLeg, fromS: number, arriveS: number): boolean =>
  Math.abs(arriveS - planned.arriveS) < SAME_S &&
  Math.abs(arriveS - planned.movingS - fromS) < SAME_S;

function withMovingTime(
  planned: PlannedLeg,
  fromS: number,
  movingS: number,
  sun: Sun | null,
): PlannedLeg {
  const by = movingS / planned.movingS;
  let atS = fromS;
  const cells = planned.cells.map((cell) => {
    const scaled = scaleFollowed(cell, by);
    const lightS = sun ? lightOver(sun, atS, atS + scaled.movingS) : scaled.lightS;
    atS += scaled.movingS;
    return { ...scaled, lightS };
  });
  return {
    ...planned,
    ...sumFollowed(cells),
    cells,
    movingS,
    paceSPerKm: paceOf(movingS, planned.leg.distanceM),
  };
}

/** The light in the middle of each step counts for all of it. */
function lightOver({ lightAt }: Sun, fromS: number, toS: number): Readonly<Record<Light, number>> {
  const lightS = { day: 0, twilight: 0, dark: 0 };
  for (let atS = fromS; atS < toS; atS += LIGHT_STEP_S) {
    const stepS = Math.min(LIGHT_STEP_S, toS - atS);
    lightS[lightAt(atS + stepS / 2)] += stepS;
  }
  return lightS;
}
