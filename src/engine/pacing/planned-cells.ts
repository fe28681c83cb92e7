/** The cells of a pace plan with their factors, for whoever compares another run of them. */
import { timeAtPace } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import type { FollowedCell } from './follow-history.js';
import { FACTORS, type FactorName, logarithmicMean } from './march.js';
import type { PacePlan } from './pace-plan.js';

/** A cell, or a part of one, as it is planned. */
export interface PlannedCell {
  startM: number;
  distanceM: number;
  movingS: number;
  /** Metres of flat, paved sea-level ground that cost as much. */
  effortM: number;
  /** Share of the race's effort done before it, and after it, 0..1. */
  fromRatio: number;
  toRatio: number;
  /** Logarithm of what each factor multiplies its time by. */
  logFactors: Readonly<Record<FactorName, number>>;
  gainM: number;
  lossM: number;
}

/** Every cell of the plan in order, its share of the effort told. */
export function listPlannedCells({ legs, basePaceSPerKm }: PacePlan): PlannedCell[] {
  const cells = legs.flatMap(({ leg, cells: followed }) =>
    leg.cells.map((ground, i) => {
      const { startM, distanceM, gainM, lossM } = ground;
      const { movingS } = followed[i]!;
      const logFactors = logFactorsOf(followed[i]!, distanceM, basePaceSPerKm);
      const { grade, altitude, terrain } = logFactors;
      const effortM = distanceM * Math.exp(grade + altitude + terrain);
      return { startM, distanceM, gainM, lossM, movingS, effortM, logFactors };
    }),
  );
  const totalM = sum(cells.map(({ effortM }) => effortM));
  let doneM = 0;
  return cells.map((cell) => {
    const fromRatio = doneM / totalM;
    doneM += cell.effortM;
    return { ...cell, fromRatio, toRatio: doneM / totalM };
  });
}

/**
 * The seconds that a factor adds are its logarithm times one weight for all factors of the cell: the logarithmic
 * mean of the time the model gives it and of that at base pace on neutral ground.
 */
function logFactorsOf(
  { movingS, factorS }: FollowedCell,
  distanceM: number,
  basePaceSPerKm: number,
): Record<FactorName, number> {
  const modelS = movingS - factorS.history;
  const weightS = logarithmicMean(modelS, timeAtPace(basePaceSPerKm, distanceM));
  const logs = FACTORS.map((name) => [name, factorS[name] / weightS]);
  return Object.fromEntries(logs) as Record<FactorName, number>;
}

/** The cells between two distances, the first and the last cut there. */
export const cellsBetween = (
  cells: readonly PlannedCell[],
  fromM: number,
  toM: number,
): PlannedCell[] =>
  cells.flatMap((cell) => {
    const startM = Math.max(fromM, cell.startM);
    const endM = Math.min(toM, cell.startM + cell.distanceM);
    const share = (endM - startM) / cell.distanceM;
    return share <= LEAST_SHARE ? [] : [share >= 1 - LEAST_SHARE ? cell : cut(cell, startM, share)];
  });

/** Less of a cell is a last digit. */
const LEAST_SHARE = 1e-6;

function cut(cell: PlannedCell, startM: number, share: number): PlannedCell {
  const effortRatio = cell.toRatio - cell.fromRatio;
  const fromRatio = cell.fromRatio + (effortRatio * (startM - cell.startM)) / cell.distanceM;
  return {
    ...cell,
    startM,
    distanceM: cell.distanceM * share,
    movingS: cell.movingS * share,
    effortM: cell.effortM * share,
    gainM: cell.gainM * share,
    lossM: cell.lossM * share,
    fromRatio,
    toRatio: fromRatio + effortRatio * share,
  };
}
