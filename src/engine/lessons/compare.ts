/** Races, or runners, side by side. */
import { type Intake, mapIntake, sumKnown, UNKNOWN_INTAKE } from '../../domain/nutrition.js';
import { clamp, sum } from '../../kernel/stats.js';
import { perHour } from '../review/intake.js';
import type { RaceReview } from '../review/review.js';
import type { RaceRun } from './race-run.js';
import { computeEffortParts, computeShape, type Shape, sharesTold } from './shape.js';
import { computeStopsTaken, type StopsTaken } from './stops-taken.js';

/** A race, or one runner of it, under the name it is compared by. */
export interface NamedRun {
  name: string;
  run: RaceRun;
}

export interface ComparedRace extends NamedRun {
  /** `null` where too few places, or not all stops, were logged. */
  shape: Shape | null;
  /** `null` where fewer than two stops were logged. */
  stops: StopsTaken | null;
  /** Taken an hour in the first and in the second half of the time raced. */
  halves: readonly [Intake, Intake];
}

export interface Comparison {
  /** By their days; those without one last. */
  races: readonly ComparedRace[];
  /** Into how many equal shares of the effort the pace is told. */
  shares: number;
}

export function compareRaces(runs: readonly NamedRun[]): Comparison {
  const ordered = runs.toSorted((a, b) => startOf(a) - startOf(b));
  const parts = ordered.map(({ run }) => computeEffortParts(run));
  const shares = sharesTold(parts);
  return {
    shares,
    races: ordered.map(({ name, run }, i) => ({
      name,
      run,
      shape: computeShape(parts[i]!, shares),
      stops: computeStopsTaken(run),
      halves: computeHalves(run.review),
    })),
  };
}

/** After every known day. */
const UNDATED = Number.MAX_SAFE_INTEGER;

const startOf = ({ run }: NamedRun): number => run.plan.race.startAt ?? UNDATED;

/** Whether one race was run before another, as far as their days tell. */
export const isEarlier = (a: NamedRun, b: NamedRun): boolean => startOf(a) < startOf(b);

/** What was taken on a stretch is shared evenly over its time. */
function computeHalves({ stretches, intake, ending }: RaceReview): [Intake, Intake] {
  const middleS = ending.elapsedS / 2;
  const firstRatios = stretches.map(({ startS, endS }) =>
    endS > startS ? clamp((middleS - startS) / (endS - startS), 0, 1) : 0,
  );
  const half = (ratios: readonly number[]): Intake => {
    if (stretches.length === 0) return UNKNOWN_INTAKE;
    const mealS = sum(stretches.map((stretch, i) => stretch.mealS * ratios[i]!));
    const taken = mapIntake((nutrient) =>
      sumKnown(
        intake.stretches.map((of, i) => {
          const amount = of[nutrient];
          return ratios[i] === 0 ? 0 : amount === null ? null : amount * ratios[i]!;
        }),
      ),
    );
    return perHour(taken, middleS - mealS);
  };
  return [half(firstRatios), half(firstRatios.map((ratio) => 1 - ratio))];
}
