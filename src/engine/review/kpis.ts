/** The KPIs of a race in three families: pace, intake, time. Plan beside actual, up to where the race ended. */
import { type Intake, sumKnown } from '../../domain/nutrition.js';
import { clamp, sum } from '../../kernel/stats.js';
import type { Ending } from '../course/ending.js';
import type { FuelPlan } from '../fuel/needs.js';
import { compareRuns, type Kpi, type Run, runAsPlanned } from '../goals/metrics.js';
import {
  computeFade,
  computeFirstHalfRatio,
  type HalvedPart,
  hiddenFade,
  LARGEST_HIDDEN,
} from '../pacing/halves.js';
import type { PacePlan } from '../pacing/pace-plan.js';
import type { Stretch } from './stretches.js';

export interface KpiInput {
  pace: PacePlan;
  fuel: FuelPlan;
  ending: Ending;
  stretches: readonly Stretch[];
  /** What was taken an hour. */
  actualPerHour: Intake;
  /** Effort of each leg, metres of flat ground. */
  legEffortsM: readonly number[];
}

export function computeKpis(input: KpiInput): Kpi[] {
  const { ending, stretches, pace, fuel } = input;
  // a timed event ends anywhere: short of the distance planned, or beyond it
  const plannedM = pace.legs.at(-1)!.leg.to.atM;
  const isBeyond = ending.at.atM > plannedM;
  // who is beyond it has done all that was planned, whether or not the log says that it is over
  const isWhole = isBeyond || (ending.kind === 'finished' && ending.at.atM >= plannedM);
  const plan = isWhole ? runAsPlanned(pace, fuel) : plannedSoFar(input);
  const isRaced = stretches.length > 0;
  // where the course has no stations nothing tells how long the runner stood
  const isStopTold = isRaced && pace.legs.length > 1;
  const movingS = isStopTold ? sumKnown(stretches.map((s) => s.movingS)) : null;
  const last = stretches.at(-1);
  const actual: Run = {
    distanceM: ending.at.atM,
    elapsedS: isRaced ? ending.elapsedS : null,
    fuelledS: isRaced ? ending.elapsedS - sum(stretches.map(({ mealS }) => mealS)) : null,
    movingS,
    stoppedS: movingS == null ? null : sumKnown(stretches.map((s) => s.stopBeforeS)),
    plannedStopsS: plan.plannedStopsS,
    lastLeg:
      last?.movingS == null || skipsPlaces(last)
        ? null
        : { movingS: last.movingS, distanceM: last.distanceM },
    fadeRatio: isWhole && !isBeyond ? computeActualFade(input) : null,
    perHour: input.actualPerHour,
  };
  return compareRuns(plan, actual);
}

const skipsPlaces = ({ from, to }: Stretch): boolean => to - from > 1;

/** The plan up to where the race, or its log, ended. */
function plannedSoFar({ pace, fuel, ending, stretches }: KpiInput): Run {
  const last = stretches.at(-1);
  const stopsS = last
    ? sum(stretches.map(({ planned }) => planned.stopBeforeS + planned.stopsBetweenS))
    : null;
  const leg = last && skipsPlaces(last) ? pace.legs[last.to - 1] : null;
  return {
    distanceM: ending.at.atM,
    elapsedS: last?.planned.endS ?? null,
    fuelledS: last ? last.planned.endS - sum(stretches.map(({ planned }) => planned.mealS)) : null,
    movingS: last ? sum(stretches.map(({ planned }) => planned.movingS)) : null,
    stoppedS: stopsS,
    plannedStopsS: stopsS,
    lastLeg: leg
      ? { movingS: leg.movingS, distanceM: leg.leg.distanceM }
      : last
        ? { movingS: last.planned.movingS, distanceM: last.distanceM }
        : null,
    fadeRatio: null,
    perHour: fuel.perHour,
  };
}

/** Of a race that was finished; `null` where stops were not logged, or no place near the half. */
function computeActualFade({ stretches, pace, legEffortsM }: KpiInput): number | null {
  const totalM = sum(legEffortsM);
  let doneRatio = 0;
  const parts: HalvedPart[] = [];
  for (const { movingS, from, to } of stretches) {
    if (movingS == null) return null;
    const effortRatio = sum(legEffortsM.slice(from, to)) / totalM;
    const beforeRatio = clamp(0.5 - doneRatio, 0, effortRatio);
    if (hiddenFade(beforeRatio, effortRatio - beforeRatio) > LARGEST_HIDDEN) return null;
    doneRatio += effortRatio;
    parts.push({ movingS, firstHalfRatio: computeFirstHalfRatio(pace.legs.slice(from, to)) });
  }
  return computeFade(parts);
}
