/**
 * When the cells of a log were, taken together. Taken one by one, a slip of twelve hours would push the rest of the
 * race into the next day; taken together, the slip stands out, and where two races are as likely, that is known.
 */
import {
  type Candidate,
  costOfStep,
  type Expectation,
  type Step,
  stepBetween,
} from './likelihood.js';

/** What a cell may mean, and how odd it would be that it is written wrongly. */
export interface OpenEvent {
  /** Index of its row. */
  row: number;
  candidates: readonly Candidate[];
  /** Of an event alone; `costOfWrong` of the row's other cell when that is wrong as well. */
  wrong: number;
  wrongAlong: number;
}

export interface Settled {
  /** Negative logarithm of the likelihood of the likeliest race. */
  cost: number;
  /** One an event: its place in `candidates`; `null` of one that is taken to be written wrongly. */
  chosen: readonly (number | null)[];
  /** One an event: by how much the likeliest race in which a candidate is right is less likely than the best. */
  margins: readonly (readonly number[])[];
}

/** When more cells than these in a row are written wrongly, what follows them is no part of the race. */
const MOST_WRONG = 50;

/** Manners of running so much less likely than the best tell nothing of the others. */
const FAR = 8;

/** A candidate of an event; the start is the one of event -1. */
interface Node {
  event: number;
  choice: number;
  candidate: Candidate;
}

const START: Node = {
  event: -1,
  choice: 0,
  candidate: { s: 0, row: -1, place: 0, atM: 0, dueS: 0 },
};

interface CostOfWrong {
  (from: number, to: number): number;
  /** The least it costs that all from `from` on, up to `to`, are wrong, whatever lies before `from`. */
  atLeast: (from: number, to: number) => number;
}
type CostOfStep = (from: Node, to: Node) => number;

/** Finds the likeliest race through the events, and how likely the others are beside it. */
export function settleEvents(events: readonly OpenEvent[], known: Expectation): Settled {
  const byEvent = events.map(({ candidates }, event) =>
    candidates.map((candidate, choice): Node => ({ event, choice, candidate })),
  );
  const wrongBetween = costsOfWrong(events);
  const stepOf = memoizePairs(byEvent, (from, to) => stepBetween(from, to, known));
  const margins = events.map(({ candidates }) => candidates.map(() => Number.POSITIVE_INFINITY));
  const runs = known.manners
    .map((manner) => {
      const costOf = (from: Node, to: Node) => costOfStep(stepOf(from, to), manner);
      const run = settleUpTo(byEvent, wrongBetween, costOf);
      return { ...run, costOf, manner, total: run.cost + manner.cost };
    })
    .sort((a, b) => a.total - b.total);
  const best = runs[0]!;
  for (const { upTo, costOf, manner } of runs.filter(({ total }) => total < best.total + FAR)) {
    settleAfter(byEvent, wrongBetween, costOf).forEach((costs, i) => {
      costs.forEach((after, k) => {
        const through = upTo[i]![k]! + after + manner.cost - best.total;
        margins[i]![k] = Math.min(margins[i]![k]!, through);
      });
    });
  }
  const chosen: (number | null)[] = events.map(() => null);
  for (let at = best.last; at !== START; at = best.before.get(at)!) chosen[at.event] = at.choice;
  return { cost: best.total, chosen, margins };
}

/** What it costs that the events between two are written wrongly; from -1 on, up to their number. */
function costsOfWrong(events: readonly OpenEvent[]): CostOfWrong {
  const alone = events.map(({ wrong }) => wrong);
  const along = events.map(({ row, wrong, wrongAlong }, i) =>
    events[i - 1]?.row === row ? wrongAlong : wrong,
  );
  // sums of `along` and of the lesser up to each event; the first of a stretch is never along with another
  const [sums, least] = [[0], [0]];
  along.forEach((cost, i) => {
    sums.push(sums[i]! + cost);
    least.push(least[i]! + Math.min(cost, alone[i]!));
  });
  const between = (from: number, to: number) =>
    to - 1 <= from ? 0 : alone[from + 1]! + sums[to]! - sums[from + 2]!;
  return Object.assign(between, {
    atLeast: (from: number, to: number) => least[to]! - least[from]!,
  });
}

/** Most steps are never asked for. */
function memoizePairs(
  byEvent: readonly (readonly Node[])[],
  compute: (from: Candidate, to: Candidate) => Step,
): (from: Node, to: Node) => Step {
  let count = 0;
  const offsets = byEvent.map((nodes) => {
    count += nodes.length;
    return count - nodes.length + 1;
  });
  const numberOf = ({ event, choice }: Node) => (event < 0 ? 0 : offsets[event]! + choice);
  const known: (Step | undefined)[][] = Array.from({ length: count + 1 }, () => []);
  return (from, to) => {
    const steps = known[numberOf(to)]!;
    // numbers of those that a step may come from begin behind this
    const behind = offsets[Math.max(0, to.event - 1 - MOST_WRONG)]! - 1;
    const key = numberOf(from) - behind;
    const step = steps[key] ?? compute(from.candidate, to.candidate);
    steps[key] = step;
    return step;
  };
}

/** The cheapest way to each candidate: steps from event to event, some of them passed over as wrong. */
function settleUpTo(
  byEvent: readonly (readonly Node[])[],
  wrongBetween: CostOfWrong,
  costOf: CostOfStep,
) {
  const n = byEvent.length;
  const upTo = byEvent.map((nodes) => nodes.map(() => Number.POSITIVE_INFINITY));
  const before = new Map<Node, Node>();
  let cost = wrongBetween(-1, n);
  let last: Node = START;
  // what it costs at least to come by each event, right or wrong; from the start on
  const past = [0];
  byEvent.forEach((nodes, i) => {
    for (const to of nodes) {
      let least = Number.POSITIVE_INFINITY;
      for (let j = i - 1; j >= Math.max(-1, i - 1 - MOST_WRONG); j -= 1) {
        if (past[j + 1]! + wrongBetween.atLeast(j + 1, i) >= least) break;
        const wrong = wrongBetween(j, i);
        for (const from of j < 0 ? [START] : byEvent[j]!) {
          const soFar = wrong + (j < 0 ? 0 : upTo[j]![from.choice]!);
          if (soFar >= least) continue;
          const total = soFar + costOf(from, to);
          if (total >= least) continue;
          least = total;
          before.set(to, from);
        }
      }
      upTo[i]![to.choice] = least;
      if (least + wrongBetween(i, n) < cost) [cost, last] = [least + wrongBetween(i, n), to];
    }
    past.push(Math.min(...upTo[i]!, past[i]! + wrongBetween.atLeast(i, i + 1)));
  });
  return { upTo, before, cost, last };
}

/** The cheapest way on from each candidate, without its own cost. */
function settleAfter(
  byEvent: readonly (readonly Node[])[],
  wrongBetween: CostOfWrong,
  costOf: CostOfStep,
): number[][] {
  const n = byEvent.length;
  const after = byEvent.map((nodes, i) => nodes.map(() => wrongBetween(i, n)));
  // what it costs at least from each event on, right or wrong
  const ahead = Array.from({ length: n + 1 }, () => 0);
  for (let i = n - 1; i >= 0; i -= 1) {
    for (const from of byEvent[i]!) {
      let least = after[i]![from.choice]!;
      for (let j = i + 1; j < Math.min(n, i + 2 + MOST_WRONG); j += 1) {
        if (wrongBetween.atLeast(i + 1, j) + ahead[j]! >= least) break;
        const wrong = wrongBetween(i, j);
        for (const to of byEvent[j]!) {
          const beyond = wrong + after[j]![to.choice]!;
          if (beyond < least) least = Math.min(least, beyond + costOf(from, to));
        }
      }
      after[i]![from.choice] = least;
    }
    ahead[i] = Math.min(...after[i]!, wrongBetween.atLeast(i, i + 1) + ahead[i + 1]!);
  }
  return after;
}
