/** The engine's model with coefficients of one's own, scored as the backtest does. */
import {
  backtestEdition,
  type EditionBacktest,
  type TestEdition,
} from '../../../src/engine/backtest/backtest.js';
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
import { between } from '../../../src/kernel/interpolate.js';
import { memoize } from '../../../src/kernel/memo.js';

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
  pace: PaceCoefficients,
): SolveInput => {
  const grade = linearGrade(pace.grade);
  const hillRatio = computeHillRatio({ course, grade });
  return {
    ...describeSolve(plan, course, sun),
    grade,
    amplitudeOf: (durationS) => computeFadeAmplitude(durationS, hillRatio, pace.fade),
  };
};

/**
 * While fitting, plans are solved this far apart in the logarithm of the finish time, and the shares of it at which
 * places are reached are interpolated; the mean error moves by a second or two.
 */
const NODE_STEP = 0.15;

/** Arrivals at every place, the finish last. */
export function prepareArrivals(input: SolveInput): (finishS: number) => readonly number[] {
  const sharesAt = memoize((node: number): readonly number[] => {
    const targetS = Math.exp(node * NODE_STEP);
    const solution = solvePace(input, { kind: 'time', targetS });
    return 'kind' in solution ? [] : solution.legs.map((leg) => leg.arriveS / targetS);
  });
  return (finishS) => {
    const position = Math.log(finishS) / NODE_STEP;
    const below = Math.floor(position);
    const [low, high] = [sharesAt(below), sharesAt(below + 1)];
    return low.map((share, i) => finishS * between(share, high[i]!, position - below));
  };
}

/** Every finisher's times beside the model's. */
export function backtest(edition: TestEdition, coefficients: PaceCoefficients): EditionBacktest {
  const arrivalsOf = prepareArrivals(solveInput(edition, coefficients));
  const arrivals = (finishS: number) =>
    arrivalsOf(finishS).map((arriveS) => ({ arriveS, window: null }));
  return backtestEdition(edition, { arrivals, during: null });
}

/** With windows and during the race. */
export const scoreEditions = (
  editions: readonly TestEdition[],
  model: Coefficients,
): EditionBacktest[] =>
  editions.map((edition) => {
    const input = solveInput(edition, model);
    const arrivalsOf = prepareArrivals(input);
    return backtestEdition(edition, {
      arrivals: (finishS) =>
        arrivalsOf(finishS).map((arriveS) => ({
          arriveS,
          window: computeWindow(arriveS, finishS, model.window),
        })),
      during: prepareInRace(input, null, model.inRace),
    });
  });
