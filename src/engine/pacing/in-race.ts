/**
 * Forecast during the race from the runner's own passages alone.
 *
 * The plan that passes the last place at the same time says how the rest would go; the pace of the last fifth
 * of the race, relative to that plan, goes on; and who is ahead of a typical finisher loses a little, who is
 * behind wins a little.
 */
import type { TimeForecast } from '../../domain/forecast.js';
import { clamp } from '../../kernel/stats.js';
import { IN_RACE, IN_RACE_AFTER_PAST, type InRaceCoefficients } from './coefficients.js';
import type { PastDeviations } from './deviations.js';
import { computeHillRatio } from './hills.js';
import type { SolveInput } from './solve.js';
import { type Passage, prepareStandings, type Standing } from './standing.js';

export type { Passage } from './standing.js';

/** Arrivals at every place after the last passed, the finish last; none when nothing, or the finish, is passed. */
export type InRaceForecast = (passages: readonly Passage[]) => readonly TimeForecast[];

/**
 * Prepares forecasts on a course; what one has computed serves the next.
 * @param past how past runners deviate from plans; `null`: not known
 */
export function prepareInRace(
  input: SolveInput,
  past: PastDeviations | null = null,
  coefficients: InRaceCoefficients = past ? IN_RACE_AFTER_PAST : IN_RACE,
): InRaceForecast {
  const standingOf = prepareStandings(input, coefficients, past);
  const roughRatio = computeRoughRatio(input) * (1 - (past?.settledRatio ?? 0));
  return (passages) => {
    const standing = standingOf(passages);
    if (!standing) return [];
    const { here, planS, effortRatio } = standing;
    const { early, late } = coefficients;
    const ratio = computePaceRatio(standing, coefficients);
    const arriveS = (plannedS: number) => here.arriveS + ratio * (plannedS - planS[here.place]!);
    const finishS = arriveS(planS.at(-1)!);
    return planS.slice(here.place + 1).map((plannedS) => {
      const medianS = arriveS(plannedS);
      const aheadRatio = (medianS - here.arriveS) / finishS;
      const spreadS =
        finishS * computeInRaceSpread(aheadRatio, effortRatio, roughRatio, coefficients);
      return {
        medianS,
        earlyS: Math.max(here.arriveS, medianS - early * spreadS),
        lateS: medianS + late * spreadS,
      };
    });
  };
}

/** `prepareInRace` for one forecast. */
export const forecastInRace = (
  input: SolveInput,
  passages: readonly Passage[],
): readonly TimeForecast[] => prepareInRace(input)(passages);

/** Further than this from a typical finisher, in the logarithm, nothing more is lost or won. */
const FURTHEST = 0.25;

/** How long what is ahead takes beside the plan. */
export function computePaceRatio(
  { planS, recent, sizeRatio }: Standing,
  { trend, regression, typicalS }: Pick<InRaceCoefficients, 'trend' | 'regression' | 'typicalS'>,
): number {
  const slower = Math.log(planS.at(-1)! / (typicalS * sizeRatio));
  return Math.exp(trend * recent - regression * clamp(slower, -FURTHEST, FURTHEST));
}

/** So much of what a rough table leaves open is open from the start on; the rest grows with the race. Set. */
const ROUGH_FROM_START = 0.3;

/** Hills as far as only a station table tells them, each leg's climb as if even: see `computeHillRatio`. */
export const computeRoughRatio = (input: SolveInput): number =>
  input.course.elevationSource === 'stations' ? computeHillRatio(input) : 0;

/**
 * Scale of the error of a forecast, as a share of the finish time: a pace can be wrong, the more so while little
 * is known; legs vary, the more the later in the race, and the more where the climb of a table is roughly known.
 * @param aheadRatio how far ahead the forecast is, as a share of the finish time
 * @param effortRatio share of the effort done
 * @param roughRatio see `computeRoughRatio`
 */
export const computeInRaceSpread = (
  aheadRatio: number,
  effortRatio: number,
  roughRatio: number,
  { unsettled, wander, table }: Pick<InRaceCoefficients, 'unsettled' | 'wander' | 'table'>,
): number =>
  Math.hypot(
    aheadRatio * (1 + unsettled / effortRatio),
    wander * effortRatio * Math.sqrt(aheadRatio),
    table * roughRatio * (ROUGH_FROM_START + effortRatio) * Math.sqrt(aheadRatio),
  );
