/** Moves a solved plan to where past finishers of the same time were. */
import { sum } from '../../kernel/stats.js';
import type { PastDeviations } from './deviations.js';
import {
  type FactorSeconds,
  type MarchedCell,
  type MarchedLeg,
  scaleCell,
  scaleLight,
  sumCells,
  timeLegs,
} from './march.js';
import type { Solution } from './solve.js';
import { computeWindow, type Window } from './windows.js';

/** With the seconds that past runners took beyond the model. */
type FollowedSeconds = FactorSeconds & Readonly<{ history: number }>;

export interface FollowedCell extends MarchedCell {
  factorS: FollowedSeconds;
}

export interface FollowedLeg extends MarchedLeg {
  factorS: FollowedSeconds;
  cells: readonly FollowedCell[];
  /** `null` at the finish: it is the target. */
  window: Window | null;
}

/** However history puts it, no leg is run in less than this share of the time the model gives it. */
const LEAST_RATIO = 0.25;

/**
 * Legs with the deviations of past finishers added; stops stay as planned and the finish as it was.
 * Without history the legs are as solved, with the windows of the model.
 */
export function followHistory(
  { legs, stopsS, targetS }: Solution,
  history: PastDeviations | null,
): FollowedLeg[] {
  const deviations = history?.deviations(targetS) ?? [];
  const shiftS = (place: number) => targetS * (deviations[place]?.ratio ?? 0);
  const wantedS = legs.map(({ movingS }, i) =>
    Math.max(LEAST_RATIO * movingS, movingS + shiftS(i) - shiftS(i - 1)),
  );
  const ratio = sum(legs.map(({ movingS }) => movingS)) / sum(wantedS);
  const timed = timeLegs(
    legs.map((leg, i) => ({ ...leg, movingS: wantedS[i]! * ratio })),
    stopsS,
  );
  return timed.map((leg, i): FollowedLeg => {
    const solved = legs[i]!;
    const { arriveS, movingS } = leg;
    const deviation = deviations[i];
    const seen = deviation && {
      earlyS: Math.max(0, arriveS + targetS * (deviation.earlyRatio - deviation.ratio)),
      lateS: Math.min(targetS, arriveS + targetS * (deviation.lateRatio - deviation.ratio)),
    };
    const longer = movingS / solved.movingS;
    const cells = solved.cells.map(
      (cell): FollowedCell => ({
        ...cell,
        movingS: cell.movingS * longer,
        firstHalfS: cell.firstHalfS * longer,
        lightS: scaleLight(cell.lightS, longer),
        factorS: { ...cell.factorS, history: cell.movingS * (longer - 1) },
      }),
    );
    return {
      ...leg,
      cells,
      factorS: { ...leg.factorS, history: movingS - solved.movingS },
      lightS: scaleLight(leg.lightS, longer),
      window: i === legs.length - 1 ? null : (seen ?? computeWindow(arriveS, targetS)),
    };
  });
}

/** What cells take together. */
export function sumFollowed(cells: readonly FollowedCell[]) {
  const marched = sumCells(cells);
  const history = sum(cells.map(({ factorS }) => factorS.history));
  return { ...marched, factorS: { ...marched.factorS, history } };
}

/** A part of a cell that takes `by` times as long. */
export function scaleFollowed(cell: FollowedCell, by: number): FollowedCell {
  const scaled = scaleCell(cell, by);
  return { ...scaled, factorS: { ...scaled.factorS, history: cell.factorS.history * by } };
}
