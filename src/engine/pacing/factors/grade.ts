/** Cost of running on a grade, relative to the flat: the models available by name. */
import type { GradeModelName } from '../../../domain/plan.js';

/** Climb and descent of a stretch, each per metre covered (0.1 = 10 % grade). */
export interface Grade {
  climbRatio: number;
  descentRatio: number;
}

export type GradeModel = (grade: Grade) => number;

/** One per unit of grade: 100 m of climb cost about as much as 0.9 km, 100 m of descent 0.3 km. */
const CLIMB_COST = 9;
const DESCENT_COST = 3;

/** Fitted to real splits; linear, so that a leg's climb and descent are all it needs. */
export const fittedGrade: GradeModel = ({ climbRatio, descentRatio }) =>
  1 + CLIMB_COST * climbRatio + DESCENT_COST * descentRatio;

/** J/kg/m at gradient `i`, −0.45..0.45. */
const minettiCost = (i: number): number =>
  ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6;

/**
 * Energy cost of running, Minetti et al. 2002 (J Appl Physiol 93:1039), relative to the flat.
 * A laboratory curve: too kind to real descents, kept for comparison. Grades beyond ±0.45 count as ±0.45.
 */
export const minettiGrade: GradeModel = ({ climbRatio, descentRatio }) => {
  const clamp = (i: number) => Math.max(-0.45, Math.min(0.45, i));
  return minettiCost(clamp(climbRatio - descentRatio)) / minettiCost(0);
};

export const flatGrade: GradeModel = () => 1;

export const GRADE_MODELS = {
  raceplan: fittedGrade,
  'minetti-2002': minettiGrade,
  flat: flatGrade,
} as const satisfies Record<GradeModelName, GradeModel>;
