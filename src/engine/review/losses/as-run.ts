/** The cells of the course as they were run: the plan's, on the clock of the log and in the weather of the day. */
import { sum } from '../../../kernel/stats.js';
import type { RaceDay } from '../../course/race-day.js';
import { airOver } from '../../pacing/march.js';
import { cellsBetween, type PlannedCell } from '../../pacing/planned-cells.js';
import type { Stretch } from '../stretches.js';
import type { Recorded } from './recorded.js';

/** A cell as planned and as run. Its parts of the logarithm of actual over planned time sum to it. */
export interface RunCell {
  planned: PlannedCell;
  plannedS: number;
  actualS: number;
  /** Warmer or colder, and darker or lighter, than planned. */
  heatLog: number;
  darkLog: number;
  /** Everything else: how the runner ran. */
  ownLog: number;
}

/** A stretch whose moving time is known, cut into cells. */
export interface RunStretch {
  stretch: Stretch;
  cells: readonly RunCell[];
}

/**
 * Cuts each stretch into its cells. A log tells no more than the whole of a stretch: inside it the runner is taken to
 * have run as planned, but for the air at that hour; a watch tells every cell.
 * @param day as it was
 * @returns nothing for a stretch whose moving time is unknown, or where nothing was planned
 */
export function computeRunStretches(
  stretches: readonly Stretch[],
  planned: readonly PlannedCell[],
  day: RaceDay,
  recorded: Recorded | null,
): RunStretch[] {
  return stretches.flatMap((stretch) => {
    const { start, end, movingS } = stretch;
    const cells = cellsBetween(planned, start.atM, end.atM);
    if (movingS === null || movingS <= 0 || cells.length === 0) return [];
    return [{ stretch, cells: runCells(stretch, cells, movingS, day, recorded) }];
  });
}

function runCells(
  { startS, stopBeforeS, planned }: Stretch,
  cells: readonly PlannedCell[],
  movingS: number,
  day: RaceDay,
  recorded: Recorded | null,
): RunCell[] {
  // of a leg cut short the plan is shared by distance: its cells are scaled to that
  const scale = planned.movingS / sum(cells.map((cell) => cell.movingS));
  const plannedS = cells.map((cell) => cell.movingS * scale);
  const coolS = cells.map(
    ({ logFactors: { heat, dark } }, i) => plannedS[i]! / Math.exp(heat + dark),
  );
  const departS = startS + (stopBeforeS ?? 0);
  const recordedS = recorded && sharesOf(cells, movingS, recorded);
  const { actualS, airs } = recordedS
    ? inRecordedTime(recordedS, departS, day)
    : inAir(coolS, departS, movingS, day);
  return cells.map((cell, i) => {
    const heatLog = Math.log(airs[i]!.heat) - cell.logFactors.heat;
    const darkLog = Math.log(airs[i]!.dark) - cell.logFactors.dark;
    return {
      planned: cell,
      plannedS: plannedS[i]!,
      actualS: actualS[i]!,
      heatLog,
      darkLog,
      ownLog: Math.log(actualS[i]! / plannedS[i]!) - heatLog - darkLog,
    };
  });
}

/** Nobody runs a cell in no time: what a watch puts there is shared with its neighbours. */
const LEAST_OF_MEAN = 0.1;

/** Moving time of each cell as recorded, together that of the log; `null` where a cell is not recorded. */
function sharesOf(
  cells: readonly PlannedCell[],
  movingS: number,
  { movedBetween }: Recorded,
): number[] | null {
  const told = cells.map(({ startM, distanceM }) => movedBetween(startM, startM + distanceM));
  if (told.some((s) => s === null)) return null;
  const totalM = sum(cells.map(({ distanceM }) => distanceM));
  const least = cells.map(({ distanceM }) => (LEAST_OF_MEAN * movingS * distanceM) / totalM);
  const moved = told.map((s, i) => Math.max(least[i]!, s!));
  const scale = movingS / sum(moved);
  return moved.map((s) => s * scale);
}

const SETTLED_RATIO = 1e-10;
const MAX_STEPS = 20;

/** The cells run at one share of the planned speed, which takes `movingS` in the air of those hours. */
function inAir(coolS: readonly number[], departS: number, movingS: number, day: RaceDay) {
  let by = movingS / sum(coolS);
  for (let step = 0; ; step += 1) {
    let atS = departS;
    const airs = coolS.map((s) => {
      const air = airOver(day, atS, s * by);
      atS += s * by * air.heat * air.dark;
      return air;
    });
    const ratio = movingS / (atS - departS);
    if (step === MAX_STEPS || Math.abs(ratio - 1) < SETTLED_RATIO) {
      const actualS = coolS.map((s, i) => s * by * airs[i]!.heat * airs[i]!.dark * ratio);
      return { actualS, airs };
    }
    by *= ratio;
  }
}

/** The air in which each cell was run, its time known: the time in neutral air follows in a few steps. */
function inRecordedTime(actualS: readonly number[], departS: number, day: RaceDay) {
  let atS = departS;
  const airs = actualS.map((cellS) => {
    let air = airOver(day, atS, cellS);
    for (let step = 0; step < 4; step += 1) air = airOver(day, atS, cellS / (air.heat * air.dark));
    atS += cellS;
    return air;
  });
  return { actualS, airs };
}
