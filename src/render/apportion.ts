/**
 * Rounds numbers that add up so that they still do: largest remainders, for tables that add up both ways too.
 *
 * Every number goes to the nearest integer first. Where an equation then misses, numbers are rounded the other
 * way, those nearest to a half first. One that stands in two equations, such as a cell with a row and a column,
 * hands the miss on from one to the other: a flow, so that the cheapest way is a shortest path. A solution always
 * exists, since the numbers themselves solve the equations and a network of flows has integral corners
 * (Cox 1987, JASA 82:520, controlled rounding).
 */

/** `values[total]` is the sum of `values` at `parts`. */
export interface Equation {
  total: number;
  parts: readonly number[];
}

/** As near to an integer as this, a number is one. */
const INTEGER = 1e-6;
/** Values that miss their own sum by more are no sum. */
const ADDS_UP = 1e-3;
/** What a reader looks at first stays nearest to the truth: totals before subtotals, these before parts. */
const WEIGHT = { total: 10_000, subtotal: 100, part: 1 };

/** A number and the two integers it may become; it leads from the equation it lowers to the one it raises. */
interface Edge {
  low: number;
  high: number;
  at: number;
  /** Of `high` instead of `low`; negative when `high` is nearer. */
  cost: number;
  from: number;
  to: number;
}

/**
 * Rounds each value up or down, never by one or more, so that every equation holds exactly. An integer stays, so
 * zero stays zero and no sign flips.
 * @param values finite, in steps of what is printed
 * @param weights how dear it is to round each the other way; 1 where not given
 * @param equations a value may stand in two of them; one that would put it in a third, or that the values do not
 * fulfil themselves, is left out
 */
export function apportion(
  values: readonly number[],
  equations: readonly Equation[],
  weights: readonly number[] = [],
): number[] {
  const edges = values.map((value, i): Edge => {
    const isInteger = Math.abs(value - nearest(value)) < INTEGER;
    const low = isInteger ? nearest(value) : Math.floor(value);
    const high = isInteger ? low : low + 1;
    const at = nearest(value);
    const cost = (low + high - 2 * value) * (weights[i] ?? 1);
    return { low, high, at, cost, from: GROUND, to: GROUND };
  });
  const counted = connect(values, edges, equations);
  weigh(edges, counted);
  const excess = new Array<number>(counted.length + 1).fill(0);
  for (const { at, from, to } of edges) {
    excess[to]! += at;
    excess[from]! -= at;
  }
  for (let node = excess.findIndex((e) => e > 0); node >= 0; ) {
    if (!relieve(node, edges, excess)) break;
    node = excess.findIndex((e) => e > 0);
  }
  // adding 0 turns -0 into 0
  return edges.map(({ at }) => at + 0);
}

/** Halves away from zero. */
const nearest = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** The node of all that stands in one equation only. */
const GROUND = 0;

/**
 * Makes equations nodes, numbered from 1, and each value an edge between those it stands in: what raises one side
 * lowers the other, so that of two equations in which a value has the same sign one is turned round.
 * @returns the equations that count
 */
function connect(
  values: readonly number[],
  edges: Edge[],
  equations: readonly Equation[],
): readonly Equation[] {
  const standsIn = new Map<number, { node: number; sign: number }[]>();
  const counted: Equation[] = [];
  for (const equation of equations) {
    const { total, parts } = equation;
    const all = [total, ...parts];
    const isFree = all.every((i) => (standsIn.get(i)?.length ?? 0) < 2);
    const missing = values[total]! - parts.reduce((sum, i) => sum + values[i]!, 0);
    if (!isFree || new Set(all).size < all.length || Math.abs(missing) > ADDS_UP) continue;
    counted.push(equation);
    for (const i of all) {
      const entry = { node: counted.length, sign: i === total ? -1 : 1 };
      standsIn.set(i, [...(standsIn.get(i) ?? []), entry]);
    }
  }
  const turn = turnEquations([...standsIn.values()], counted.length);
  for (const [i, entries] of standsIn) {
    for (const { node, sign } of entries) {
      if (sign * turn[node]! > 0) edges[i]!.to = node;
      else edges[i]!.from = node;
    }
  }
  return counted;
}

/** 1 or -1 for each node, so that no value has the same sign in both its equations. */
function turnEquations(
  entries: readonly { node: number; sign: number }[][],
  nodes: number,
): readonly number[] {
  const turn = new Array<number>(nodes + 1).fill(0);
  const neighbours = Array.from({ length: nodes + 1 }, (): [node: number, turn: number][] => []);
  for (const [a, b] of entries) {
    if (!a || !b) continue;
    const same = -a.sign * b.sign;
    neighbours[a.node]!.push([b.node, same]);
    neighbours[b.node]!.push([a.node, same]);
  }
  for (let first = 1; first <= nodes; first += 1) {
    if (turn[first] !== 0) continue;
    turn[first] = 1;
    const open = [first];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const [next, same] of neighbours[node]!) {
        if (turn[next] !== 0) continue;
        turn[next] = turn[node]! * same;
        open.push(next);
      }
    }
  }
  return turn;
}

function weigh(edges: Edge[], equations: readonly Equation[]): void {
  const parts = new Set(equations.flatMap((equation) => equation.parts));
  for (const { total } of equations) {
    edges[total]!.cost *= parts.has(total) ? WEIGHT.subtotal : WEIGHT.total;
  }
}

/** Hands one of what a node has too much to one that lacks it, the cheapest way; `false` when there is none. */
function relieve(source: number, edges: readonly Edge[], excess: number[]): boolean {
  const costs = new Array<number>(excess.length).fill(Number.POSITIVE_INFINITY);
  const by: (Edge | undefined)[] = [];
  costs[source] = 0;
  // Bellman and Ford: a step back on an earlier choice has a negative cost
  for (let changed = true; changed; ) {
    changed = false;
    for (const edge of edges) {
      const { at, low, high, from, to, cost } = edge;
      if (low === high || from === to) continue;
      const [here, there, flip] = at === high ? [to, from, -cost] : [from, to, cost];
      if (costs[here]! + flip < costs[there]! - 1e-9) {
        costs[there] = costs[here]! + flip;
        by[there] = edge;
        changed = true;
      }
    }
  }
  const sinks = excess.flatMap((e, node) => (e < 0 && costs[node]! < Infinity ? [node] : []));
  if (sinks.length === 0) return false;
  const sink = sinks.reduce((a, b) => (costs[b]! < costs[a]! ? b : a));
  for (let node = sink; node !== source; ) {
    const edge = by[node]!;
    node = node === edge.from ? edge.to : edge.from;
    edge.at = edge.at === edge.high ? edge.low : edge.high;
  }
  excess[source]! -= 1;
  excess[sink]! += 1;
  return true;
}
