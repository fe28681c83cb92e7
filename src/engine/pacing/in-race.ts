/**
 * Forecast during the race from the runner's own passages alone.
 *
 * The plan that passes the last place at the same time says how the rest would go; the pace of the last tenth
 * of the race, relative to that plan, goes on; and who is ahead of a typical finisher loses a little, who is
 * behind wins a little.
 */
import type { TimeForecast } from '../../domain/forecast.js';
import { sum } from '../../kernel/stats.js';
import { IN_RACE, type InRaceCoefficients } from './coefficients.js';
import { computeLegEfforts } from './march.js';
import { type SolveInput, solvePace } from './solve.js';

/** The arrival at a place: its index among the course's places (0 is the start), elapsed seconds. */
export interface Passage {
  place: number;
  arriveS: number;
}

/**
 * Arrivals at every place after the last passed, the finish last; none when nothing, or the finish, is passed.
 * Takes passages in race order, later ones later in time; places may be missing.
 */
export type InRaceForecast = (passages: readonly Passage[]) => readonly TimeForecast[];

/** Plans are solved for finish times this far apart in the logarithm; between them arrivals are interpolated. */
const NODE_STEP = 0.02;

/** Prepares forecasts on a course; what one has computed serves the next. */
export function prepareInRace(
  input: SolveInput,
  coefficients: InRaceCoefficients = IN_RACE,
): InRaceForecast {
  const plans = preparePlans(input);
  const effortRatios = effortRatiosOf(input);
  const typicalS = typicalFinish(input, coefficients);
  return (passages) => {
    const passed = passages.filter(({ place, arriveS }) => place > 0 && arriveS > 0);
    const last = passed.at(-1);
    if (!last) return [];
    const here = last.place;
    const planS = plans.through(last);
    const recent = recentTrend(passed, planS, effortRatios, coefficients);
    const ahead = Math.log(planS.at(-1)! / typicalS);
    const { trend, regression } = coefficients;
    const ratio = Math.exp(
      trend * recent - regression * Math.max(-FURTHEST, Math.min(FURTHEST, ahead)),
    );
    const arrivalsS = planS
      .slice(here + 1)
      .map((arriveS) => last.arriveS + ratio * (arriveS - planS[here]!));
    const finishS = arrivalsS.at(-1) ?? last.arriveS;
    return arrivalsS.map((medianS) =>
      spread(medianS, last.arriveS, finishS, effortRatios[here]!, coefficients),
    );
  };
}

/** `prepareInRace` for one forecast. */
export const forecastInRace = (
  input: SolveInput,
  passages: readonly Passage[],
): readonly TimeForecast[] => prepareInRace(input)(passages);

/** Beyond this distance to a typical finisher, in the logarithm, nothing more is lost or won. */
const FURTHEST = 0.25;

/**
 * A typical finish: Riegel's exponent (1981, American Scientist 69:285) on the distance, 100 m of climb
 * counting as 500 m.
 */
function typicalFinish({ course }: SolveInput, { typicalS }: InRaceCoefficients): number {
  const gainM = sum(course.legs.flatMap((leg) => leg.cells.map((cell) => cell.gainM)));
  return typicalS * ((course.distanceM + 5 * gainM) / 161_000) ** 1.06;
}

/** Share of the effort done at each place. */
function effortRatiosOf({ course, grade }: SolveInput): number[] {
  const effortsM = computeLegEfforts(course, grade);
  const totalM = sum(effortsM);
  return [0, ...effortsM.map((_, i) => sum(effortsM.slice(0, i + 1)) / totalM)];
}

/** Mean logarithm of the time between passages over the plan's; the latest weigh most, and the longest. */
function recentTrend(
  passages: readonly Passage[],
  planS: readonly number[],
  effortRatios: readonly number[],
  { memoryRatio }: InRaceCoefficients,
): number {
  const hereRatio = effortRatios[passages.at(-1)!.place]!;
  const legs = passages.map((to, i) => {
    const from = passages[i - 1] ?? { place: 0, arriveS: 0 };
    const plannedS = planS[to.place]! - planS[from.place]!;
    const middleRatio = (effortRatios[from.place]! + effortRatios[to.place]!) / 2;
    return {
      log: Math.log((to.arriveS - from.arriveS) / plannedS),
      weight: plannedS * Math.exp((middleRatio - hereRatio) / memoryRatio),
    };
  });
  return sum(legs.map(({ log, weight }) => log * weight)) / sum(legs.map(({ weight }) => weight));
}

/** The window grows with the share of the race ahead, at first as its root: legs vary, and a pace can be wrong. */
function spread(
  medianS: number,
  hereS: number,
  finishS: number,
  effortRatio: number,
  { early, late, unsettled, wander }: InRaceCoefficients,
): TimeForecast {
  const ahead = (medianS - hereS) / finishS;
  const spreadS =
    finishS *
    Math.hypot(ahead * (1 + unsettled / effortRatio), wander * effortRatio * Math.sqrt(ahead));
  return {
    medianS,
    earlyS: Math.max(hereS, medianS - early * spreadS),
    lateS: medianS + late * spreadS,
  };
}

/** Planned arrivals at all places, start and finish among them, by finish time. */
function preparePlans(input: SolveInput) {
  const nodes = new Map<number, readonly number[] | null>();
  const targetOf = (node: number) => Math.exp(node * NODE_STEP);

  /** `null` when the stops alone take longer. */
  const planAt = (node: number): readonly number[] | null => {
    let plan = nodes.get(node);
    if (plan === undefined) {
      const solution = solvePace(input, { kind: 'time', targetS: targetOf(node) });
      plan = 'kind' in solution ? null : [0, ...solution.legs.map((leg) => leg.arriveS)];
      nodes.set(node, plan);
    }
    return plan;
  };

  /** The plan that passes a place at a time; the fastest there is when that is too late. */
  const through = ({ place, arriveS }: Passage): readonly number[] => {
    const isSooner = (node: number) => (planAt(node)?.[place] ?? 0) <= arriveS;
    let below = Math.floor(Math.log(arriveS) / NODE_STEP);
    let above = below + 1;
    for (let step = 1; isSooner(above); step *= 2) {
      below = above;
      above += step;
    }
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2);
      if (isSooner(middle)) below = middle;
      else above = middle;
    }
    const [slower, faster] = [planAt(above)!, planAt(below)];
    if (!faster) return slower;
    const share = (arriveS - faster[place]!) / (slower[place]! - faster[place]!);
    return slower.map((s, i) => faster[i]! + share * (s - faster[i]!));
  };

  return { through };
}
