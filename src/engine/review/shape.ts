/** The shape of a race: pace at equal effort by quarter, and how steady it was from leg to leg. */
import { sum } from '../../kernel/stats.js';
import type { RunCell, RunStretch } from './losses/as-run.js';

/** A quarter of the race's effort, or as much of it as was run. */
export interface Quarter {
  fromRatio: number;
  toRatio: number;
  /** Pace on ground of equal effort beside the mean of all that was run, 0.05: 5 % slower; planned and run. */
  planRatio: number;
  runRatio: number;
}

export interface Shape {
  quarters: readonly Quarter[];
  /** Moving time of the halves of the effort; `null` unless the whole race was run. */
  halvesS: { plan: readonly [number, number]; run: readonly [number, number] } | null;
  /** How far legs lie from the mean pace at equal effort, as a share: their standard deviation, each by its time. */
  unsteadiness: { plan: number; run: number };
}

const QUARTERS = 4;
/** Of a quarter of which less was run nothing is told, as a share of the race's effort. */
const LEAST_RATIO = 0.05;
/** Fewer legs have no steadiness. */
const FEWEST_LEGS = 3;
const LAST_DIGIT = 1e-6;

/** @returns `null` where a part of the way is missing, or the legs are too few to have a shape */
export function computeShape(runs: readonly RunStretch[]): Shape | null {
  const cells = runs.flatMap((run) => run.cells);
  if (runs.length < FEWEST_LEGS || !isGapless(cells)) return null;
  const total = together(cells, 0, 1);
  const quarters = Array.from({ length: QUARTERS }, (_, i): Quarter | null => {
    const [fromRatio, toRatio] = [i / QUARTERS, Math.min((i + 1) / QUARTERS, endOf(cells))];
    if (toRatio - fromRatio < LEAST_RATIO) return null;
    const part = together(cells, fromRatio, toRatio);
    const beside = (seconds: 'planS' | 'runS') =>
      part[seconds] / part.effortM / (total[seconds] / total.effortM) - 1;
    return { fromRatio, toRatio, planRatio: beside('planS'), runRatio: beside('runS') };
  }).filter((quarter) => quarter !== null);
  const [first, second] = [together(cells, 0, 0.5), together(cells, 0.5, 1)];
  return {
    quarters,
    halvesS:
      endOf(cells) < 1 - LAST_DIGIT
        ? null
        : { plan: [first.planS, second.planS], run: [first.runS, second.runS] },
    unsteadiness: {
      plan: deviationOf(runs, ({ plannedS }) => plannedS),
      run: deviationOf(runs, ({ actualS }) => actualS),
    },
  };
}

const endOf = (cells: readonly RunCell[]): number => cells.at(-1)?.planned.toRatio ?? 0;

const isGapless = (cells: readonly RunCell[]): boolean =>
  cells.every(
    ({ planned }, i) =>
      Math.abs(planned.fromRatio - (cells[i - 1]?.planned.toRatio ?? 0)) < LAST_DIGIT,
  );

/** Effort and time between two shares of the effort. */
function together(cells: readonly RunCell[], fromRatio: number, toRatio: number) {
  const shares = cells.map(({ planned }) => {
    const inside = Math.min(toRatio, planned.toRatio) - Math.max(fromRatio, planned.fromRatio);
    return Math.max(0, inside) / (planned.toRatio - planned.fromRatio);
  });
  const of = (read: (cell: RunCell) => number) =>
    sum(cells.map((cell, i) => shares[i]! * read(cell)));
  return {
    effortM: of(({ planned }) => planned.effortM),
    planS: of(({ plannedS }) => plannedS),
    runS: of(({ actualS }) => actualS),
  };
}

function deviationOf(runs: readonly RunStretch[], read: (cell: RunCell) => number): number {
  const legs = runs.map(({ cells }) => {
    const seconds = sum(cells.map(read));
    return { seconds, log: Math.log(seconds / sum(cells.map(({ planned }) => planned.effortM))) };
  });
  const totalS = sum(legs.map(({ seconds }) => seconds));
  const mean = sum(legs.map(({ seconds, log }) => seconds * log)) / totalS;
  return Math.sqrt(sum(legs.map(({ seconds, log }) => seconds * (log - mean) ** 2)) / totalS);
}
