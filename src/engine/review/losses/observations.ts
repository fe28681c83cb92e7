/** What a log, or a watch, tells of how a part of the course was run. */
import { sum } from '../../../kernel/stats.js';
import type { GradeModel } from '../../pacing/factors/grade.js';
import type { PlannedCell } from '../../pacing/planned-cells.js';
import type { RunCell } from './as-run.js';

/** One observation: cells of which no more is known than their time together. */
export interface Observation {
  plannedS: number;
  ownLog: number;
  fromRatio: number;
  toRatio: number;
  /** Share of the effort that climbing, and descending, makes up. */
  climbRatio: number;
  descentRatio: number;
}

/** Cells together: means by their planned time. */
export function observe(cells: readonly RunCell[], grade: GradeModel): Observation {
  const plannedS = sum(cells.map((cell) => cell.plannedS));
  const mean = (read: (cell: RunCell) => number): number =>
    sum(cells.map((cell) => cell.plannedS * read(cell))) / plannedS;
  return {
    plannedS,
    ownLog: mean(({ ownLog }) => ownLog),
    fromRatio: cells[0]!.planned.fromRatio,
    toRatio: cells.at(-1)!.planned.toRatio,
    climbRatio: mean(({ planned }) => slopeRatio(planned, grade, 'gainM')),
    descentRatio: mean(({ planned }) => slopeRatio(planned, grade, 'lossM')),
  };
}

/** The share of a cell's effort that its climb, or its descent, adds. */
function slopeRatio(
  { distanceM, gainM, lossM, logFactors }: PlannedCell,
  grade: GradeModel,
  slope: 'gainM' | 'lossM',
): number {
  const climbRatio = slope === 'gainM' ? gainM / distanceM : 0;
  const descentRatio = slope === 'lossM' ? lossM / distanceM : 0;
  return (grade({ climbRatio, descentRatio }) - 1) / Math.exp(logFactors.grade);
}

/** A watch tells about two kilometres well: of less the ground and the satellites make too much. */
const BLOCK_CELLS = 5;

export const observeBlocks = (cells: readonly RunCell[], grade: GradeModel): Observation[] =>
  Array.from({ length: Math.ceil(cells.length / BLOCK_CELLS) }, (_, i) =>
    observe(cells.slice(i * BLOCK_CELLS, (i + 1) * BLOCK_CELLS), grade),
  );
