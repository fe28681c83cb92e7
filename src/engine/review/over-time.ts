/** During a race over a time: how far it will be when the time is up. */
import { probabilityUnder, type TimeForecast } from '../../domain/forecast.js';
import { type Formatted, formatOf } from '../../domain/race-format.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { S_PER_H } from '../../kernel/units.js';

/** A place ahead, and when it is reached. */
export interface ForecastAt {
  atM: number;
  forecast: TimeForecast;
}

export interface DistanceGoalNow {
  targetM: number;
  /** Chance to cover it in time. */
  probability: number;
}

export interface DistanceOutlook {
  durationS: number;
  /** Time left. */
  leftS: number;
  loopM: number | null;
  /** By the end: expected, and what 1 in 10 does not reach, or passes. */
  medianM: number;
  nearM: number;
  farM: number;
  /** So far, an hour. */
  soFarMPerH: number;
  /** Told a distance beyond here. */
  goalOf: (targetM: number) => DistanceGoalNow;
}

/** The share of what lies ahead by whose end the pace beyond it is told: nobody forecasts further than is planned. */
const LAST_PART = 0.25;

/**
 * Turns forecasts of times at places into one of the distance at a time. Beyond the distance planned it goes on as
 * over the last quarter of the way there.
 * @param here how far, and when left
 * @param ahead places in order, one at least
 * @returns `null` of a race over a distance, at bells, or once the time is up
 */
export function foretellDistance(
  plan: Formatted,
  here: { atM: number; departS: number },
  ahead: readonly ForecastAt[],
): DistanceOutlook | null {
  const format = formatOf(plan);
  if (format.kind !== 'timed' || format.durationS === null || ahead.length === 0) return null;
  const { durationS, loopM } = format;
  const leftS = durationS - here.departS;
  if (leftS <= 0 || here.atM <= 0) return null;
  const wayOf = (bound: keyof TimeForecast) => extended(here, ahead, bound);
  const ways = { medianS: wayOf('medianS'), earlyS: wayOf('earlyS'), lateS: wayOf('lateS') };
  const reached = (way: readonly Knot[]) =>
    interpolate(
      way.map(([atM, s]): Knot => [s, atM]),
      durationS,
    );
  return {
    durationS,
    leftS,
    loopM,
    medianM: reached(ways.medianS),
    nearM: reached(ways.lateS),
    farM: reached(ways.earlyS),
    soFarMPerH: (here.atM / here.departS) * S_PER_H,
    goalOf: (targetM) => {
      const at = {
        medianS: interpolate(ways.medianS, targetM),
        earlyS: interpolate(ways.earlyS, targetM),
        lateS: interpolate(ways.lateS, targetM),
      };
      return { targetM, probability: probabilityUnder(at, durationS) };
    },
  };
}

/** Time by distance, from here over the places ahead and as far again. */
function extended(
  here: { atM: number; departS: number },
  ahead: readonly ForecastAt[],
  bound: keyof TimeForecast,
): Knot[] {
  const knots: Knot[] = [[here.atM, here.departS]];
  for (const { atM, forecast } of ahead) {
    knots.push([atM, Math.max(forecast[bound], knots.at(-1)![1])]);
  }
  const [lastM, lastS] = knots.at(-1)!;
  const fromM = lastM - LAST_PART * (lastM - here.atM);
  const sPerM = Math.max(1e-3, (lastS - interpolate(knots, fromM)) / (lastM - fromM));
  const beyondM = FURTHER * lastM;
  return [...knots, [lastM + beyondM, lastS + beyondM * sPerM]];
}

/** So many times as far as planned is further than anyone gets. */
const FURTHER = 20;
