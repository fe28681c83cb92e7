/** A slow drift of something that is measured again and again, and how well it tells what comes. */
import { sum, Z90 } from '../../kernel/stats.js';

/** Ratios, or times: what they come to at a later turn, its middle 80 %. */
export interface Foretold {
  median: number;
  low: number;
  high: number;
}

/**
 * Set, not fitted: turns of one runner scatter by about 4 %, known as well as from four turns; nobody slows or speeds
 * up by much more than half a percent a turn for long.
 */
const PRIOR = { scatter: 0.04, turns: 4, drift: 0.005 };

/**
 * A straight line through the logarithms, its slope drawn towards none the more the fewer turns tell it: Bayesian
 * regression with a normal prior on the slope, the scatter's variance weighed with the prior one.
 * @param turns numbers and values above 0, one at least
 * @returns the forecast of a turn
 */
export function prepareTrend(
  turns: readonly (readonly [turn: number, value: number])[],
): (turn: number) => Foretold {
  const n = turns.length;
  const logs = turns.map(([, value]) => Math.log(value));
  const midTurn = sum(turns.map(([turn]) => turn)) / n;
  const midLog = sum(logs) / n;
  const across = sum(turns.map(([turn], i) => (turn - midTurn) * (logs[i]! - midLog)));
  const along = sum(turns.map(([turn]) => (turn - midTurn) ** 2));
  const told = (variance: number) => along + variance / PRIOR.drift ** 2;
  const slopeAt = (variance: number) => across / told(variance);
  const first = slopeAt(PRIOR.scatter ** 2);
  const errors = turns.map(([turn], i) => logs[i]! - midLog - first * (turn - midTurn));
  const variance =
    (PRIOR.turns * PRIOR.scatter ** 2 + sum(errors.map((e) => e ** 2))) / (PRIOR.turns + n);
  const slope = slopeAt(variance);
  return (turn) => {
    const median = midLog + slope * (turn - midTurn);
    const spread = Math.sqrt(
      variance * (1 + 1 / n) + ((turn - midTurn) ** 2 * variance) / told(variance),
    );
    return {
      median: Math.exp(median),
      low: Math.exp(median - Z90 * spread),
      high: Math.exp(median + Z90 * spread),
    };
  };
}
