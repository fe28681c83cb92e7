/** From one place to a later one: a local regression over the past runners, by what is known of them so far. */
import { between } from '../../kernel/interpolate.js';
import { memoize } from '../../kernel/memo.js';
import { clamp, sum, weightedQuantiles } from '../../kernel/stats.js';
import type { OutlookConstants } from './constants.js';
import type { LookBack } from './look-back.js';
import { findNeighbours } from './neighbourhood.js';
import { fitRidge, type RidgeFit } from './ridge.js';

/** Fits over the range of times at the last place; between them is interpolated. */
const NODES = 12;
/** A later place this soon is the same. */
const LEAST_S = 20;

/** Logarithms of the time to come over the time so far. */
export interface LogForecast {
  early: number;
  middle: number;
  late: number;
}

export interface Outlook {
  /** How many past runners it rests on. */
  runs: number;
  /** How much they tell beside runners of this very course, 0..1. */
  likeness: number;
  /** How far a time at the last place lies beyond all of theirs, in the logarithm. */
  outside: (hereS: number) => number;
  forecast: (arrivalsS: readonly number[]) => LogForecast;
}

/** How much wider windows are than the spread of the past runners. */
export interface Widening {
  /** For a year not seen. */
  factor: number;
  /** Half width, in the logarithm, of what changes in recording add. */
  recording: number;
}

/**
 * Prepares the way from place `from` to place `to`.
 * @param arrivalsS of past runners, at every place; @param countOf what each counts, 0..1
 * @returns `null` when too few of them tell
 */
export function prepareOutlook(
  arrivalsS: readonly (readonly number[])[],
  countOf: readonly number[],
  from: number,
  to: number,
  { featuresOf, isPlausible }: LookBack,
  widening: Widening,
  constants: OutlookConstants,
): Outlook | null {
  const examples = arrivalsS.flatMap((run, i): Example[] =>
    run[to]! - run[from]! > LEAST_S && isPlausible(run)
      ? [
          {
            features: featuresOf(run),
            value: Math.log((run[to]! - run[from]!) / run[from]!),
            count: countOf[i]!,
          },
        ]
      : [],
  );
  if (examples.length < constants.fewestRuns) return null;
  const { beyondLog } = constants;
  const counts = examples.map(({ count }) => count);
  const total = sum(counts);
  const positions = examples.map(({ features }) => features[0]!);
  const [first, last] = [Math.min(...positions), Math.max(...positions)];
  const fitAt = memoize((node: number) =>
    fitLocally(
      examples,
      positions,
      first + ((last - first) * node) / (NODES - 1),
      widening,
      constants,
    ),
  );

  return {
    runs: total,
    likeness: sum(counts.map((count) => count ** 2)) / total,
    outside: (hereS) => Math.max(0, first - Math.log(hereS), Math.log(hereS) - last),
    forecast: (run) => {
      const [here = first, ...behind] = featuresOf(run);
      const features = [clamp(here, first - beyondLog, last + beyondLog), ...behind];
      const position = (NODES - 1) * clamp((here - first) / (last - first || 1), 0, 1);
      const below = Math.min(NODES - 2, Math.floor(position));
      const [low, high] = [
        forecastBy(fitAt(below), features),
        forecastBy(fitAt(below + 1), features),
      ];
      const mix = (bound: keyof LogForecast) => between(low[bound], high[bound], position - below);
      return { early: mix('early'), middle: mix('middle'), late: mix('late') };
    },
  };
}

/** A past runner on the way: what was known, and the logarithm of the time to come over the time so far. */
interface Example {
  features: readonly number[];
  value: number;
  count: number;
}

interface LocalFit {
  ridge: RidgeFit;
  /** Around the regression. */
  offsets: LogForecast;
}

function fitLocally(
  examples: readonly Example[],
  positions: readonly number[],
  centre: number,
  { factor, recording }: Widening,
  { reach, ...shrinking }: OutlookConstants,
): LocalFit {
  const counts = examples.map(({ count }) => count);
  const { members, weights } = findNeighbours(positions, centre, reach, counts);
  const neighbours = members.map((i) => examples[i]!);
  const ridge = fitRidge(neighbours, weights, centre, shrinking);
  const [low, middle, high] = weightedQuantiles(ridge.residuals, weights, [0.1, 0.5, 0.9]);
  const widen = (offset: number) => Math.hypot(factor * offset, recording);
  return {
    ridge,
    offsets: {
      early: middle! - widen(middle! - low!),
      middle: middle!,
      late: middle! + widen(high! - middle!),
    },
  };
}

function forecastBy({ ridge, offsets }: LocalFit, features: readonly number[]): LogForecast {
  const value = ridge.predict(features);
  return {
    early: value + offsets.early,
    middle: value + offsets.middle,
    late: value + offsets.late,
  };
}
