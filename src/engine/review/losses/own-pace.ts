/**
 * How the runner ran against the plan, the air apart: the pace of the opening, the fade from then on, climbs and
 * descents, and what is left. Each is a factor of the pace model with another number in it; each number is fitted to
 * the stretches of the log, in the logarithm of actual over planned time.
 */
import { sum, weightedMean } from '../../../kernel/stats.js';
import { fadeFactor } from '../../pacing/factors/fade.js';
import type { GradeModel } from '../../pacing/factors/grade.js';
import type { RunCell, RunStretch } from './as-run.js';
import { fitHills, type Hills, NO_HILLS } from './hills.js';
import { type Observation, observe, observeBlocks } from './observations.js';

/** The opening is the first quarter of the effort. */
const OPENING_RATIO = 0.25;
/** A first stretch that leads farther than this into the effort tells no opening: whatever came later is in it too. */
const LONGEST_OPENING_RATIO = 0.4;

export interface OwnPace {
  /** Place at the end of the last stretch of the opening, by its index in the stretches. */
  openingEnd: number;
  /** Logarithm of the opening's time over the planned, what climbs explain apart. */
  openingLog: number;
  /** Amplitudes of the fade, see `factors/fade.ts`; `null` when nothing was logged after the opening. */
  fade: { planned: number; run: number } | null;
  hills: Hills;
  /** The parts of a cell's `ownLog`. */
  partsOf: (cell: RunCell) => OwnParts;
}

/** Of the logarithm of a cell's time over the planned; `null`: the log does not tell. */
export interface OwnParts {
  opening: number;
  fade: number | null;
  climbs: number | null;
  descents: number | null;
  unexplained: number;
}

/**
 * Fits the runner's own pace; `null` when the log does not tell an opening.
 * @param amplitude of the plan's fade
 * @param isRecorded whether a watch tells every cell: then parts of a stretch count each by itself
 */
export function fitOwnPace(
  runs: readonly RunStretch[],
  amplitude: number,
  grade: GradeModel,
  isRecorded: boolean,
): OwnPace | null {
  const whole = runs.map(({ cells }) => observe(cells, grade));
  const first = whole[0];
  if (!first || runs[0]!.stretch.from !== 0 || first.toRatio > LONGEST_OPENING_RATIO) return null;
  const isOpening = whole.map(
    ({ fromRatio, toRatio }, i) => i === 0 || (fromRatio + toRatio) / 2 < OPENING_RATIO,
  );
  const opening = whole.filter((_, i) => isOpening[i]);
  const openingEnd = opening.length - 1;
  const fitted = fitOpeningAndFade(whole, opening, amplitude);
  const parts = isRecorded ? runs.flatMap(({ cells }) => observeBlocks(cells, grade)) : whole;
  const hills = fitHills(
    parts,
    parts.map((part) => part.ownLog - fitted.logOf(part)),
  );
  const unhilled = (observation: Observation): Observation => ({
    ...observation,
    ownLog: observation.ownLog - hillsLog(hills, observation),
  });
  const { openingLog, fade, logOf } =
    hills === NO_HILLS
      ? fitted
      : fitOpeningAndFade(whole.map(unhilled), opening.map(unhilled), amplitude);
  return {
    openingEnd,
    openingLog,
    fade: fade === null ? null : { planned: amplitude, run: fade },
    hills,
    partsOf: (cell) => {
      const observation = observe([cell], grade);
      const explained = logOf(observation) + hillsLog(hills, observation);
      return {
        opening: openingLog,
        fade: fade === null ? null : logOf(observation) - openingLog,
        climbs: hills.climbs && hills.climbs * observation.climbRatio,
        descents: hills.descents && hills.descents * observation.descentRatio,
        unexplained: cell.ownLog - explained,
      };
    },
  };
}

const hillsLog = ({ climbs, descents }: Hills, { climbRatio, descentRatio }: Observation): number =>
  (climbs ?? 0) * climbRatio + (descents ?? 0) * descentRatio;

interface OpeningAndFade {
  openingLog: number;
  fade: number | null;
  logOf: (observation: Observation) => number;
}

/** The opening as it was; from then on the amplitude that leaves least unexplained, by least squares. */
function fitOpeningAndFade(
  all: readonly Observation[],
  opening: readonly Observation[],
  amplitude: number,
): OpeningAndFade {
  const weights = opening.map(({ plannedS }) => plannedS);
  const openingLog = weightedMean(
    opening.map(({ ownLog }) => ownLog),
    weights,
  );
  if (all.length === opening.length) return { openingLog, fade: null, logOf: () => openingLog };
  const logAt = (fade: number) => {
    const change = ({ fromRatio, toRatio }: Observation) =>
      Math.log(fadeFactor(fromRatio, toRatio, fade) / fadeFactor(fromRatio, toRatio, amplitude));
    const atOpening = weightedMean(opening.map(change), weights);
    return (observation: Observation) => openingLog + change(observation) - atOpening;
  };
  const missAt = (fade: number) => {
    const logOf = logAt(fade);
    return sum(all.map((part) => part.plannedS * (part.ownLog - logOf(part)) ** 2));
  };
  const fade = findLeast(missAt, STRONGEST_PICK_UP, STRONGEST_FADE);
  return { openingLog, fade, logOf: logAt(fade) };
}

/** Amplitudes that a runner may have: from twice as fast at the end to walking home. */
const STRONGEST_PICK_UP = -1;
const STRONGEST_FADE = 1.8;

const GOLDEN = (Math.sqrt(5) - 1) / 2;
const FOUND = 1e-7;

/** Where a function with one valley is least, by golden sections. */
function findLeast(of: (x: number) => number, min: number, max: number): number {
  let [low, high] = [min, max];
  let [a, b] = [high - GOLDEN * (high - low), low + GOLDEN * (high - low)];
  let [atA, atB] = [of(a), of(b)];
  while (high - low > FOUND) {
    if (atA < atB) {
      [high, b, atB] = [b, a, atA];
      a = high - GOLDEN * (high - low);
      atA = of(a);
    } else {
      [low, a, atA] = [a, b, atB];
      b = low + GOLDEN * (high - low);
      atB = of(b);
    }
  }
  return (low + high) / 2;
}
