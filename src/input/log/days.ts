/**
 * Which day each time of day belongs to. Taken one by one, a slip of twelve hours would push the rest of the race
 * into the next day; taken together, the slip stands out.
 */
import { MAX_SPEED_M_PER_S } from '../../domain/limits.js';
import { S_PER_H } from '../../kernel/units.js';
import { oddityOfPace, USUAL_PACE } from '../csv/reading-choice.js';

/** A moment of the race: when it may have been, and where (m from the start, `null` where not known). */
export interface OpenMoment {
  possibleS: readonly number[];
  atM: number | null;
}

/** Negative logarithms of likelihoods: a time written wrongly, and the slowest that anyone moves or rests. */
const WRONG = 10;
const SLOWEST = 8;
/** A stop may take an hour. */
const STOP_S = S_PER_H;

interface Known {
  s: number;
  atM: number | null;
}

interface Path {
  cost: number;
  known: Known;
  /** The moment before that is not written wrongly, and which of its times. */
  from: { index: number; choice: number } | null;
}

/**
 * Chooses a time for each moment, so that most follow each other as in a race.
 * @returns elapsed seconds, one a moment; of a moment that fits nowhere, the time nearest to the one before it
 */
export function settleDays(moments: readonly OpenMoment[]): number[] {
  const paths: Path[][] = [];
  moments.forEach(({ possibleS, atM }, i) => {
    paths.push(
      possibleS.map((s) => {
        const known = { s, atM };
        const start: Path = {
          cost: i * WRONG + costOfStep({ s: 0, atM: 0 }, known),
          known,
          from: null,
        };
        return paths.reduce(
          (best, before, index) =>
            before.reduce((least, path, choice) => {
              const cost = path.cost + (i - index - 1) * WRONG + costOfStep(path.known, known);
              return cost < least.cost ? { cost, known, from: { index, choice } } : least;
            }, best),
          start,
        );
      }),
    );
  });
  return fillWrong(moments, bestPath(paths));
}

/** The times of the cheapest path; `null` where it takes a time for wrong. */
function bestPath(paths: readonly (readonly Path[])[]): (number | null)[] {
  const seconds: (number | null)[] = paths.map(() => null);
  let least = Number.POSITIVE_INFINITY;
  let at: Path['from'] = null;
  paths.forEach((choices, index) => {
    choices.forEach(({ cost }, choice) => {
      const total = cost + (paths.length - 1 - index) * WRONG;
      if (total < least) [least, at] = [total, { index, choice }];
    });
  });
  for (let next: Path['from'] = at; next; ) {
    const path: Path = paths[next.index]![next.choice]!;
    seconds[next.index] = path.known.s;
    next = path.from;
  }
  return seconds;
}

function fillWrong(moments: readonly OpenMoment[], seconds: readonly (number | null)[]): number[] {
  let last = 0;
  return moments.map(({ possibleS }, i) => {
    const nearest = possibleS.reduce((a, b) => (Math.abs(b - last) < Math.abs(a - last) ? b : a));
    const s = seconds[i] ?? nearest;
    last = seconds[i] ?? last;
    return s;
  });
}

function costOfStep(before: Known, after: Known): number {
  const seconds = after.s - before.s;
  if (seconds < 0) return Number.POSITIVE_INFINITY;
  const distanceM = after.atM === null || before.atM === null ? 0 : after.atM - before.atM;
  if (distanceM <= 0) return Math.min(SLOWEST, seconds / STOP_S);
  if (seconds * MAX_SPEED_M_PER_S < distanceM) return Number.POSITIVE_INFINITY;
  return Math.min(SLOWEST, oddityOfPace(seconds / distanceM, USUAL_PACE));
}
