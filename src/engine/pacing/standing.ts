/** Where a runner stands during the race: the plan that is as far at the same time, and the pace beside it. */
import { between } from '../../kernel/interpolate.js';
import { cumulativeRatios, sum, weightedMean } from '../../kernel/stats.js';
import type { MemoryCoefficients } from './coefficients.js';
import type { PastDeviations } from './deviations.js';
import { followHistory } from './follow-history.js';
import { computeLegEfforts } from './march.js';
import { type SolveInput, solvePace } from './solve.js';

/** The arrival at a place: its index among the course's places (0 is the start), elapsed seconds. */
export interface Passage {
  place: number;
  arriveS: number;
}

export interface Standing {
  /** The last place passed. */
  here: Passage;
  /** Share of the effort done there. */
  effortRatio: number;
  /** Arrivals at all places, start and finish among them, of the plan that passes here at the same time. */
  planS: readonly number[];
  /** Mean logarithm of the time between passages over that plan's, see `recentOf`. */
  recent: number;
  /** How long the race is, beside a flat 161 km, as finish times go. */
  sizeRatio: number;
}

/** `null` when nothing is passed. Takes passages in race order, later ones later in time; places may be missing. */
export type ReadStanding = (passages: readonly Passage[]) => Standing | null;

/**
 * Prepares to tell where runners stand; plans solved for one serve the next.
 * @param past how past runners deviate from plans; `null`: not known
 */
export function prepareStandings(
  input: SolveInput,
  memory: MemoryCoefficients,
  past: PastDeviations | null = null,
): ReadStanding {
  const planThrough = preparePlans(input, past);
  const effortRatios = [0, ...cumulativeRatios(computeLegEfforts(input.course, input.grade))];
  const sizeRatio = sizeOf(input);
  return (passages) => {
    const passed = passages.filter(({ place, arriveS }) => place > 0 && arriveS > 0);
    const here = passed.at(-1);
    if (!here) return null;
    const planS = planThrough(here);
    const effortRatio = effortRatios[here.place]!;
    const legs = passed.map((to, i) => {
      const from = passed[i - 1] ?? { place: 0, arriveS: 0 };
      const plannedS = planS[to.place]! - planS[from.place]!;
      const middleRatio = (effortRatios[from.place]! + effortRatios[to.place]!) / 2;
      const log = Math.log((to.arriveS - from.arriveS) / plannedS);
      return { log, plannedS, agoRatio: effortRatio - middleRatio };
    });
    return { here, effortRatio, planS, recent: recentOf(legs, memory), sizeRatio };
  };
}

/** The time between two passages beside the plan's. */
interface PassedLeg {
  log: number;
  plannedS: number;
  /** Share of the effort since the middle of the leg. */
  agoRatio: number;
}

/**
 * Mean logarithm; the latest legs weigh most, and the longest. How far one leg may pull is bounded: one run in twice
 * its time tells of a climb that stands in the wrong row, or of a long rest, rather than of the legs to come.
 */
function recentOf(legs: readonly PassedLeg[], { memoryRatio, strangeLog }: MemoryCoefficients) {
  return weightedMean(
    legs.map(({ log }) => strangeLog * Math.tanh(log / strangeLog)),
    legs.map(({ plannedS, agoRatio }) => plannedS * Math.exp(-agoRatio / memoryRatio)),
  );
}

/**
 * Riegel's exponent (1981, American Scientist 69:285) on the distance, 100 m of climb counting as 500 m: good
 * enough to tell fast from slow.
 */
function sizeOf({ course }: SolveInput): number {
  const gainM = sum(course.legs.flatMap((leg) => leg.cells.map((cell) => cell.gainM)));
  return ((course.distanceM + 5 * gainM) / 161_000) ** 1.06;
}

/** Plans are solved for finish times this far apart in the logarithm; between them arrivals are interpolated. */
const NODE_STEP = 0.02;

/** Tells the plan that passes a place at a time; the fastest there is when stops alone take longer. */
function preparePlans(
  input: SolveInput,
  past: PastDeviations | null,
): (passage: Passage) => readonly number[] {
  const nodes = new Map<number, readonly number[] | null>();

  const planAt = (node: number): readonly number[] | null => {
    let plan = nodes.get(node);
    if (plan === undefined) {
      const targetS = Math.exp(node * NODE_STEP);
      const solution = solvePace(input, { kind: 'time', targetS });
      plan =
        'kind' in solution ? null : [0, ...followHistory(solution, past).map((leg) => leg.arriveS)];
      nodes.set(node, plan);
    }
    return plan;
  };

  /** A finish that is surely too soon, and one that is about right, if the place lies at the same share of both. */
  const nodesNear = (place: number, arriveS: number) => {
    const soon = Math.floor(Math.log(arriveS) / NODE_STEP);
    const plan = planAt(soon);
    const ratio = plan && plan[place]! / plan.at(-1)!;
    const guess = ratio ? Math.floor(Math.log(arriveS / ratio) / NODE_STEP) : soon;
    return { soon, guess: Math.max(soon, guess) };
  };

  return ({ place, arriveS }) => {
    const isSooner = (node: number) => (planAt(node)?.[place] ?? 0) <= arriveS;
    let { below, above } = bracketOf(isSooner, nodesNear(place, arriveS));
    while (above - below > 1) {
      const middle = Math.floor((below + above) / 2);
      if (isSooner(middle)) below = middle;
      else above = middle;
    }
    const [slower, faster] = [planAt(above)!, planAt(below)];
    if (!faster) return slower;
    const share = (arriveS - faster[place]!) / (slower[place]! - faster[place]!);
    return slower.map((slowerS, i) => between(faster[i]!, slowerS, share));
  };
}

/** Two nodes, the lower of them sooner and the upper not, found by longer and longer steps from a guess. */
function bracketOf(
  isSooner: (node: number) => boolean,
  { soon, guess }: { soon: number; guess: number },
): { below: number; above: number } {
  let step = 1;
  if (guess === soon || isSooner(guess)) {
    let below = guess;
    while (isSooner(below + step)) {
      below += step;
      step *= 2;
    }
    return { below, above: below + step };
  }
  let above = guess;
  while (above - step > soon && !isSooner(above - step)) {
    above -= step;
    step *= 2;
  }
  return { below: Math.max(soon, above - step), above };
}
