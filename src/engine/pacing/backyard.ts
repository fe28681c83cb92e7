/** A backyard ultra paced: a loop at every bell, and the rest of the time until the next. */
import type { Course } from '../../domain/course.js';
import { sum } from '../../kernel/stats.js';
import { lapEndingAt } from './lap-rows.js';
import { type Solution, type SolveInput, solvePace, type Unsolvable } from './solve.js';

/** A loop of the plan is not back by the next bell. */
export interface AfterBell {
  kind: 'after-bell';
  /** Its number, from 1. */
  loop: number;
  tookS: number;
  everyS: number;
}

export interface Bells {
  loopM: number;
  everyS: number;
}

/** Heat and darkness shift with the rest between loops, and hardly at all. */
const STEPS = 4;

/** Which legs make each loop: the last of each ends where the loop does. */
export function loopsOf({ legs }: Pick<Course, 'legs'>, loopM: number): number[][] {
  const loops: number[][] = [];
  let open: number[] = [];
  legs.forEach(({ to }, i) => {
    open.push(i);
    if (lapEndingAt(to.atM, loopM) === null) return;
    loops.push(open);
    open = [];
  });
  return loops;
}

/**
 * Solves for loops that take so long on average, each begun at its bell: their moving time is that of any race of the
 * same effort, which fades, and what is left until the next bell is the rest.
 * @param targetS all bells but the last, and an average loop
 * @param inLoopStopsS stops inside the loops, at the end of each leg
 */
export function solveBackyard(
  input: SolveInput,
  targetS: number,
  inLoopStopsS: readonly number[],
  { loopM, everyS }: Bells,
): Solution | Unsolvable | AfterBell {
  const loops = loopsOf(input.course, loopM);
  const allLoopsS = loops.length * (targetS - (loops.length - 1) * everyS);
  let tookS: readonly number[] = loops.map(() => allLoopsS / loops.length);
  let solution: Solution | null = null;
  for (let step = 0; step < STEPS; step += 1) {
    const stopsS = withRests(loops, tookS, everyS, inLoopStopsS);
    const raceS = allLoopsS - sum(inLoopStopsS) + sum(stopsS);
    const solved = solvePace({ ...input, stopsOf: () => stopsS }, { kind: 'time', targetS: raceS });
    if ('kind' in solved) return solved;
    solution = solved;
    const { legs } = solved;
    tookS = loops.map((loop) =>
      sum(loop.map((i) => legs[i]!.movingS + (i === loop.at(-1) ? 0 : inLoopStopsS[i]!))),
    );
  }
  const late = tookS.findIndex((s) => s > everyS);
  if (late >= 0) return { kind: 'after-bell', loop: late + 1, tookS: tookS[late]!, everyS };
  return onBells(solution!, loops, withRests(loops, tookS, everyS, inLoopStopsS), everyS);
}

/** Stops at the end of each leg: after a loop until the next bell, after the last none. */
const withRests = (
  loops: readonly (readonly number[])[],
  tookS: readonly number[],
  everyS: number,
  inLoopStopsS: readonly number[],
): number[] =>
  loops.flatMap((loop, n) =>
    loop.map((leg, i) => {
      if (i < loop.length - 1) return inLoopStopsS[leg]!;
      return n === loops.length - 1 ? 0 : everyS - tookS[n]!;
    }),
  );

/** The same with every start on its bell to the last digit. */
function onBells(
  solution: Solution,
  loops: readonly (readonly number[])[],
  stopsS: readonly number[],
  everyS: number,
): Solution {
  const legs = loops.flatMap((loop, n) => {
    let departS = n * everyS;
    return loop.map((i, part) => {
      const leg = solution.legs[i]!;
      const arriveS = departS + leg.movingS;
      const isRest = part === loop.length - 1 && n < loops.length - 1;
      departS = isRest ? (n + 1) * everyS : arriveS + stopsS[i]!;
      return { ...leg, arriveS, departS };
    });
  });
  return { ...solution, targetS: legs.at(-1)!.arriveS, stopsS, legs };
}
