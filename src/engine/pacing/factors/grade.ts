/** Cost of running on a grade, relative to the flat: the models available by name. */
import type { Cell } from '../../../domain/course.js';
import type { GradeModelName } from '../../../domain/plan.js';
import { clamp } from '../../../kernel/stats.js';
import { GRADE, type GradeCoefficients } from '../coefficients.js';

/** Climb and descent of a stretch, each per metre covered (0.1 = 10 % grade). */
export interface Grade {
  climbRatio: number;
  descentRatio: number;
}

export type GradeModel = (grade: Grade) => number;

/** Cost of a cell by its grade alone. */
export const gradeFactor = ({ distanceM, gainM, lossM }: Cell, model: GradeModel): number =>
  model({ climbRatio: gainM / distanceM, descentRatio: lossM / distanceM });

/** Linear, so that a leg's climb and descent are all it needs. */
export const linearGrade =
  ({ climb, descent }: GradeCoefficients): GradeModel =>
  ({ climbRatio, descentRatio }) =>
    1 + climb * climbRatio + descent * descentRatio;

/** J/kg/m at gradient `i`; beyond ±0.45, where nothing was measured, as at ±0.45. */
function minettiCost(i: number): number {
  const g = clamp(i, -0.45, 0.45);
  return ((((155.4 * g - 30.4) * g - 43.3) * g + 46.3) * g + 19.5) * g + 3.6;
}

/**
 * Energy cost of running, Minetti et al. 2002 (J Appl Physiol 93:1039), relative to the flat.
 * A laboratory curve: too kind to real descents, kept for comparison. A stretch that climbs and descends counts
 * as one slope up and one down, equally steep.
 */
export const minettiGrade: GradeModel = ({ climbRatio, descentRatio }) => {
  const slope = climbRatio + descentRatio;
  if (slope === 0) return 1;
  const cost = climbRatio * minettiCost(slope) + descentRatio * minettiCost(-slope);
  return cost / slope / minettiCost(0);
};

export const GRADE_MODELS: Readonly<Record<GradeModelName, GradeModel>> = {
  /** Fitted to real splits, see `coefficients.ts`: 100 m of climb cost 1.2 km, 100 m of descent 0.43 km. */
  raceplan: linearGrade(GRADE),
  'minetti-2002': minettiGrade,
  /** 100 m of climb = 1 km: the effort kilometre of mountain races. */
  'effort-km': linearGrade({ climb: 10, descent: 0 }),
  /** Naismith's rule as an equivalence of climb and distance: Scarf 2007 (J Sports Sci 25:719). */
  'scarf-2007': linearGrade({ climb: 7.92, descent: 0 }),
  flat: () => 1,
};
