/** How the pace went with the effort: what is left of it once grade, altitude and ground are taken out. */
import type { Course } from '../../domain/course.js';
import { interpolate, type Knot } from '../../kernel/interpolate.js';
import { sum } from '../../kernel/stats.js';
import { computeLegEfforts } from '../pacing/march.js';
import { gradeModelOf } from '../pacing/solve-input.js';
import type { RaceRun } from './race-run.js';

/** One stretch by what it costs on flat ground. */
export interface EffortPart {
  effortM: number;
  /** Moving time, as it went and as planned. */
  movingS: number;
  plannedS: number;
}

/** Effort up to a distance, m of flat ground; inside a leg it goes with distance, beyond the course as on average. */
function effortUpTo({ legs, distanceM }: Course, legEffortsM: readonly number[], atM: number) {
  const totalM = sum(legEffortsM);
  if (atM > distanceM) return (totalM * atM) / distanceM;
  return sum(
    legs.map(({ from, to }, i) => {
      const ratio = (Math.min(atM, to.atM) - from.atM) / (to.atM - from.atM);
      return Math.max(0, ratio) * legEffortsM[i]!;
    }),
  );
}

/** The stretches of a race by effort; `null` where stops were not logged, so that moving time is not known of all. */
export function computeEffortParts({ plan, course, review }: RaceRun): EffortPart[] | null {
  const legEffortsM = computeLegEfforts(course, gradeModelOf(plan.pacing.gradeModel));
  const upTo = (atM: number) => effortUpTo(course, legEffortsM, atM);
  const parts = review.stretches.flatMap(({ start, end, movingS, planned }) =>
    movingS == null
      ? []
      : [{ effortM: upTo(end.atM) - upTo(start.atM), movingS, plannedS: planned.movingS }],
  );
  const isTold = parts.length === review.stretches.length && parts.length > 0;
  return isTold && parts.every(({ effortM, movingS }) => effortM > 0 && movingS > 0) ? parts : null;
}

/** Effort of the whole course, m of flat ground. */
export const courseEffortM = ({ plan, course }: Pick<RaceRun, 'plan' | 'course'>): number =>
  sum(computeLegEfforts(course, gradeModelOf(plan.pacing.gradeModel)));

/**
 * Time when an effort is done, the pace between logged places even for equal effort; level beyond the last.
 * @param timesS one a part
 */
export function timeAtEffort(
  parts: readonly EffortPart[],
  timesS: readonly number[],
): (effortM: number) => number {
  const knots: Knot[] = [[0, 0]];
  parts.forEach(({ effortM }, i) => {
    const [doneM, doneS] = knots[i]!;
    knots.push([doneM + effortM, doneS + timesS[i]!]);
  });
  return (effortM) => interpolate(knots, effortM);
}

export interface Shape {
  /** Of each equal share of the effort run: how much longer it took than the mean of them, a ratio. */
  shares: readonly number[];
  /** How much longer the last took than the first. */
  slowedRatio: number;
}

/** A stretch over more of the effort than this hides how the pace went in it. */
const LONGEST_RATIO = 0.4;

/** As many shares as every race tells: eighths where no stretch is longer than a quarter, else quarters. */
export const sharesTold = (runs: readonly (readonly EffortPart[] | null)[]): number =>
  runs.every((parts) => parts !== null && longestRatio(parts) <= 0.25 && parts.length >= 8) ? 8 : 4;

const longestRatio = (parts: readonly EffortPart[]): number =>
  Math.max(...parts.map(({ effortM }) => effortM)) / sum(parts.map(({ effortM }) => effortM));

/** The moving time of equal shares of the effort run; `null` where too few places were logged to tell. */
export function computeShape(parts: readonly EffortPart[] | null, shares: number): Shape | null {
  if (parts === null || longestRatio(parts) > LONGEST_RATIO) return null;
  const totalM = sum(parts.map(({ effortM }) => effortM));
  const timeAt = timeAtEffort(
    parts,
    parts.map(({ movingS }) => movingS),
  );
  const endsS = Array.from({ length: shares }, (_, i) => timeAt((totalM * (i + 1)) / shares));
  const taken = endsS.map((endS, i) => endS - (endsS[i - 1] ?? 0));
  const meanS = sum(taken) / shares;
  return {
    shares: taken.map((seconds) => seconds / meanS - 1),
    slowedRatio: taken.at(-1)! / taken[0]! - 1,
  };
}
