/** Finds the base pace whose march meets a target. */
import type { Course } from '../../domain/course.js';
import { paceOf, timeAtPace } from '../../kernel/pace.js';
import { sum } from '../../kernel/stats.js';
import type { RaceDay } from '../course/race-day.js';
import type { GradeModel } from './factors/grade.js';
import { type MarchedLeg, prepareMarch, scaleCell, sumCells, timeLegs } from './march.js';

/** What a pace is solved for: the finish time, or the pace on flat ground in mean freshness. */
export type SolveTarget =
  | { kind: 'time'; targetS: number }
  | { kind: 'effort'; effortSPerKm: number };

export interface SolveInput {
  course: Course;
  day: RaceDay;
  grade: GradeModel;
  /** Whether runners know where it ends; they do when left out. */
  isEndKnown?: boolean;
  /** Fade amplitude for a race of that duration. */
  amplitudeOf: (durationS: number) => number;
  /** Stops at the end of each leg for a race of that duration, seconds; 0 at the finish. */
  stopsOf: (durationS: number) => readonly number[];
}

export interface Solution {
  targetS: number;
  basePaceSPerKm: number;
  amplitude: number;
  stopsS: readonly number[];
  legs: readonly MarchedLeg[];
}

/** Why no pace meets the target: the stops alone take `stopsS` of `targetS`. */
export interface Unsolvable {
  kind: 'stops-too-long';
  targetS: number;
  stopsS: number;
}

/** Enough to settle. */
const MAX_STEPS = 12;
const SETTLED_RATIO = 1e-7;

/** Solves for the target; a time is met exactly. */
export function solvePace(input: SolveInput, target: SolveTarget): Solution | Unsolvable {
  return target.kind === 'time'
    ? solveTime(input, target.targetS)
    : solveEffort(input, target.effortSPerKm);
}

function solveTime(input: SolveInput, targetS: number): Solution | Unsolvable {
  const stopsS = input.stopsOf(targetS);
  const movingS = targetS - sum(stopsS);
  if (movingS <= 0) return { kind: 'stops-too-long', targetS, stopsS: sum(stopsS) };
  const amplitude = input.amplitudeOf(targetS);
  const march = prepareMarch({ ...input, amplitude, stopsS });
  // Moving time is proportional to the base pace but for heat and darkness, which shift with the clock:
  // correcting the pace by the ratio missed converges in a few steps.
  let basePaceSPerKm = paceOf(movingS, input.course.distanceM);
  let ratio = movingS / march.movingAt(basePaceSPerKm);
  for (let step = 0; step < MAX_STEPS && Math.abs(ratio - 1) > SETTLED_RATIO; step += 1) {
    basePaceSPerKm *= ratio;
    ratio = movingS / march.movingAt(basePaceSPerKm);
  }
  // What little is left the pace takes up; heat and darkness stay.
  return {
    targetS,
    basePaceSPerKm: basePaceSPerKm * ratio,
    amplitude,
    stopsS,
    legs: timeLegs(
      march.legsAt(basePaceSPerKm).map(({ cells }) => {
        const scaled = cells.map((cell) => scaleCell(cell, ratio));
        return { cells: scaled, ...sumCells(scaled) };
      }),
      stopsS,
    ),
  };
}

/** The finish follows from the effort, and fade and stops follow from the finish: iterated until it settles. */
function solveEffort(input: SolveInput, basePaceSPerKm: number): Solution | Unsolvable {
  let targetS = timeAtPace(basePaceSPerKm, input.course.distanceM);
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const stopsS = input.stopsOf(targetS);
    const march = prepareMarch({ ...input, amplitude: input.amplitudeOf(targetS), stopsS });
    targetS = march.movingAt(basePaceSPerKm) + sum(stopsS);
  }
  return solveTime(input, targetS);
}
