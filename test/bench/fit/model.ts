/** The engine's model with coefficients of one's own, scored as the backtest does. */
import {
  backtestEdition,
  type EditionBacktest,
  type TestEdition,
} from '../../../src/engine/backtest/backtest.js';
import {
  type ArrivalScores,
  type InRaceScores,
  scoreArrivals,
  scoreInRace,
} from '../../../src/engine/backtest/scores.js';
import type {
  FadeCoefficients,
  GradeCoefficients,
  InRaceCoefficients,
  WindowCoefficients,
} from '../../../src/engine/pacing/coefficients.js';
import { computeFadeAmplitude } from '../../../src/engine/pacing/factors/fade.js';
import { linearGrade } from '../../../src/engine/pacing/factors/grade.js';
import { computeHillRatio } from '../../../src/engine/pacing/hills.js';
import { prepareInRace } from '../../../src/engine/pacing/in-race.js';
import { type SolveInput, solvePace } from '../../../src/engine/pacing/solve.js';
import { describeSolve } from '../../../src/engine/pacing/solve-input.js';
import { computeWindow } from '../../../src/engine/pacing/windows.js';

export interface PaceCoefficients {
  grade: GradeCoefficients;
  fade: FadeCoefficients;
}

export interface Coefficients extends PaceCoefficients {
  window: WindowCoefficients;
  inRace: InRaceCoefficients;
}

export const solveInput = (
  { plan, course, sun }: TestEdition,
  { grade, fade }: PaceCoefficients,
): SolveInput => ({
  ...describeSolve(plan, course, sun),
  grade: linearGrade(grade),
  amplitudeOf: (durationS) => computeFadeAmplitude(durationS, fade),
});

/** While fitting, plans are solved this far apart in finish time and interpolated; the mean error moves by less than a second. */
const COARSE_S = 3600;

/** Arrivals at every place, the finish last. */
export function prepareArrivals(input: SolveInput): (finishS: number) => readonly number[] {
  const plans = new Map<number, readonly number[]>();
  const planAt = (node: number): readonly number[] => {
    const known = plans.get(node);
    if (known) return known;
    const solution = solvePace(input, { kind: 'time', targetS: node * COARSE_S });
    const plan = 'kind' in solution ? [] : solution.legs.map((leg) => leg.arriveS);
    plans.set(node, plan);
    return plan;
  };
  return (finishS) => {
    const below = Math.floor(finishS / COARSE_S);
    const [low, high] = [planAt(below), planAt(below + 1)];
    const share = finishS / COARSE_S - below;
    return low.map((s, i) => s + share * (high[i]! - s));
  };
}

/** Every finisher's times beside the model's. */
export function backtest(edition: TestEdition, coefficients: PaceCoefficients): EditionBacktest {
  const arrivalsOf = prepareArrivals(solveInput(edition, coefficients));
  const arrivals = (finishS: number) =>
    arrivalsOf(finishS).map((arriveS) => ({ arriveS, window: null }));
  return backtestEdition(edition, { arrivals, during: null });
}

export interface Scores {
  arrivals: ArrivalScores;
  inRace: InRaceScores;
}

/** Scores with windows and during the race, pooled over editions. */
export function scoreEditions(editions: readonly TestEdition[], model: Coefficients): Scores {
  const backtests = editions.map((edition) => {
    const input = solveInput(edition, model);
    const arrivalsOf = prepareArrivals(input);
    const hillRatio = computeHillRatio(input);
    return backtestEdition(edition, {
      arrivals: (finishS) =>
        arrivalsOf(finishS).map((arriveS) => ({
          arriveS,
          window: computeWindow(arriveS, finishS, hillRatio, model.window),
        })),
      during: prepareInRace(input, model.inRace),
    });
  });
  return {
    arrivals: scoreArrivals(backtests.flatMap(({ runs }) => runs)),
    inRace: scoreInRace(backtests.flatMap(({ inRace }) => inRace ?? [])),
  };
}
