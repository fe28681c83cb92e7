/** The past runners nearest to one, each weighing less the further off. */
import { ascending } from '../../kernel/stats.js';
import type { Reach } from './constants.js';

export interface Neighbourhood {
  /** Indices into the positions given. */
  members: readonly number[];
  /** Epanechnikov: 1 at the centre, 0 at the edge, times what each counts. */
  weights: readonly number[];
  halfWidth: number;
  /** How many equally weighted runners would say as much. */
  effectiveCount: number;
}

/** Where the neighbours wanted are everybody, or all equally far off, those furthest off still count. */
const EDGE_WIDENING = 1.5;

/**
 * @param positions of all runners, at least two
 * @param counts what each counts; `null`: all alike
 */
export function findNeighbours(
  positions: readonly number[],
  centre: number,
  { shareOfAll, most, fewest, minHalfWidth }: Reach,
  counts: readonly number[] | null = null,
): Neighbourhood {
  const others = positions.length - 1;
  const wanted = Math.min(
    others,
    Math.max(fewest, Math.min(most, Math.floor(positions.length * shareOfAll))),
  );
  const distances = ascending(positions.map((position) => Math.abs(position - centre)));
  const [nearest, furthest] = [distances[0]!, distances[wanted]!];
  const edgeCounts = wanted === others || nearest === furthest;
  const reach = furthest * (edgeCounts ? EDGE_WIDENING : 1);
  const halfWidth = Math.max(minHalfWidth, reach);
  const members: number[] = [];
  const weights: number[] = [];
  let [total, squares] = [0, 0];
  positions.forEach((position, i) => {
    const weight = (1 - ((position - centre) / halfWidth) ** 2) * (counts?.[i] ?? 1);
    if (weight <= 0) return;
    members.push(i);
    weights.push(weight);
    total += weight;
    squares += weight * weight;
  });
  return { members, weights, halfWidth, effectiveCount: total ** 2 / squares };
}
