/**
 * Follows a runner along a course. A place alone does not tell how far someone has come where a course passes it
 * several times; the way there does. Of all ways along the course the likeliest is taken: near the places recorded,
 * and getting on as far as the runner moved (a hidden Markov model solved by Viterbi's algorithm, as Newson and Krumm
 * match cars to roads, 2009; here with costs in place of probabilities, and fixes that may be left out).
 */
import type { Knot } from '../../kernel/interpolate.js';
import { type Candidate, OFF_COURSE_M } from './course-grid.js';
import type { Moved } from './moves.js';
import type { Standing } from './standings.js';

/** So far apart are the fixes that are looked at, and those where the runner stands. */
const STEP_M = 20;
/** What a watch errs across the course. */
const ERROR_M = 30;
/** What tracks and recordings of a way differ by in length: so much, and this share of it. */
const LENGTH_ERROR_M = 20;
const LENGTH_ERROR_RATIO = 0.1;
/** A fix left out costs as much as one that is about 75 m off. */
const LEFT_OUT = 3;
/** Nobody gets on along the course so much farther than moved, plus a slip. */
const MOST_AHEAD_RATIO = 1.5;
const SLIP_M = 200;
/** A step back along the course this long is an error of the watch. */
const BACK_M = 60;
/** Where nothing was recorded for so long, someone may have run so fast. */
const GAP_S = 60;
const GAP_M_PER_S = 4;
/** A way that begins farther along the course is less likely: as if a fix were left out each so far. */
const LATE_M = 100;
/** Ways so much worse than the best are given up. */
const MOST_WORSE = 150;
/** Two ways nearer to each other than this go on as the better one. */
const SAME_WAY_M = 25;

interface State {
  fix: Moved;
  m: number;
  /** Across, from the fix to the course. */
  offM: number;
  cost: number;
  before: State | null;
}

export interface Followed {
  /** `[elapsed s, m along the track]` of the fixes on the course, both rising. */
  knots: readonly Knot[];
  /** Of all that was moved, the share on the course. */
  onCourseRatio: number;
}

/**
 * @param fixes from the start of the race on
 * @param candidatesOf where on the course a place lies
 * @returns `null` when no fix lies on the course
 */
export function followCourse(
  fixes: readonly Moved[],
  standings: readonly Standing[],
  candidatesOf: (fix: Moved) => readonly Candidate[],
): Followed | null {
  const looked = fixesToLookAt(fixes, standings);
  const reachM = reachesOf(looked);
  let states: State[] = [];
  looked.forEach((fix, i) => {
    const reached = candidatesOf(fix).map(({ m, offM }): State => {
      const start = i * LEFT_OUT + Math.max(0, m - SLIP_M) / LATE_M;
      return { fix, m, cost: start + acrossOf(offM), before: null, offM };
    });
    for (const state of states) {
      const mostM = state.m + reachM.get(fix)! - reachM.get(state.fix)! + SLIP_M;
      for (let c = firstFrom(reached, state.m - BACK_M); c < reached.length; c += 1) {
        const { m, offM, cost } = reached[c]!;
        if (m > mostM) break;
        const reachedCost = state.cost + acrossOf(offM) + costOfStep(state, m, fix);
        if (reachedCost < cost) reached[c] = { fix, m, cost: reachedCost, before: state, offM };
      }
    }
    const leftOut = states.map((state) => ({ ...state, cost: state.cost + LEFT_OUT }));
    states = prune([...leftOut, ...reached]);
  });
  if (states.length === 0) return null;
  const way: State[] = [];
  const end = states.reduce((a, b) => (b.cost < a.cost ? b : a));
  for (let state: State | null = end; state; state = state.before) way.unshift(state);
  return { knots: rising(way), onCourseRatio: onCourseRatioOf(way, looked) };
}

/** Where the runner stands, and every few steps between. */
function fixesToLookAt(fixes: readonly Moved[], standings: readonly Standing[]): Moved[] {
  const edges = standings.flatMap(({ fromS, toS }) => [fromS, toS]);
  let edge = 0;
  let lastM = Number.NEGATIVE_INFINITY;
  return fixes.filter(({ atS, movedM }, i) => {
    let isEdge = i === fixes.length - 1;
    while (edge < edges.length && edges[edge]! <= atS) {
      isEdge = true;
      edge += 1;
    }
    if (!isEdge && movedM - lastM < STEP_M) return false;
    lastM = movedM;
    return true;
  });
}

/** How far along the course someone may have come by each fix. */
function reachesOf(fixes: readonly Moved[]): ReadonlyMap<Moved, number> {
  let reachM = 0;
  return new Map(
    fixes.map((fix, i) => {
      const before = fixes[i - 1];
      if (before) {
        const tookS = fix.atS - before.atS;
        const stepM = MOST_AHEAD_RATIO * (fix.movedM - before.movedM);
        // standing long is no gap: then hardly anything is moved either
        const isGap = tookS > GAP_S && fix.movedM - before.movedM > SLIP_M;
        reachM += isGap ? Math.max(stepM, GAP_M_PER_S * tookS) : stepM;
      }
      return [fix, reachM];
    }),
  );
}

const acrossOf = (offM: number): number => (offM / ERROR_M) ** 2 / 2;

/** The first of `states`, in order along the course, that lies at `m` or beyond. */
function firstFrom(states: readonly State[], m: number): number {
  let [low, high] = [0, states.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (states[middle]!.m < m) low = middle + 1;
    else high = middle;
  }
  return low;
}

function costOfStep({ fix: from, m: fromM }: State, m: number, fix: Moved): number {
  const movedM = fix.movedM - from.movedM;
  return Math.abs(m - fromM - movedM) / (LENGTH_ERROR_M + LENGTH_ERROR_RATIO * movedM);
}

/** Of ways at one point of the course the best, and none that is beyond hope. */
function prune(states: readonly State[]): State[] {
  const least = states.reduce((least, { cost }) => Math.min(least, cost), Infinity);
  const best = new Map<number, State>();
  for (const state of states) {
    if (state.cost > least + MOST_WORSE) continue;
    const key = Math.round(state.m / SAME_WAY_M);
    const rival = best.get(key);
    if (!rival || state.cost < rival.cost) best.set(key, state);
  }
  return [...best.values()];
}

/** Nobody runs back: a small step back is held. */
function rising(way: readonly State[]): Knot[] {
  let farthestM = 0;
  return way.map(({ fix, m }) => {
    farthestM = Math.max(farthestM, m);
    return [fix.atS, farthestM];
  });
}

/** A stretch between two fixes on the course is on it where it is not longer than a few steps. */
function onCourseRatioOf(way: readonly State[], looked: readonly Moved[]): number {
  const movedM = looked.at(-1)!.movedM - looked[0]!.movedM;
  let onM = 0;
  way.slice(1).forEach(({ fix }, i) => {
    const stepM = fix.movedM - way[i]!.fix.movedM;
    if (stepM <= OFF_COURSE_M) onM += stepM;
  });
  return movedM > 0 ? onM / movedM : 0;
}
