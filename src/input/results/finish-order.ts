/** Finish times that start again at 24:00:00, told by the order of the places where no station tells it. */
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import { passMidnight } from '../times/reading.js';
import type { ResultsShape } from './shape.js';

/** Times by the chip are not in the order of places, but by minutes. */
const OUT_OF_ORDER_S = S_PER_H;

/**
 * Reads on through the finishers of a file in the order of its rows: given a time, a place and the time before
 * midnights were counted, all of one row, comes back the time, by days later where it is earlier than those of two
 * finishers placed before. Once places do not rise from row to row no order is taken from them.
 */
export function finishOrder({ finish }: ResultsShape) {
  const mayRestart =
    finish.kind === 'own' && finish.reading.kind === 'elapsed' && finish.reading.restarts === true;
  let isOrdered = mayRestart;
  let hasRestarted = false;
  let lastPlace = 0;
  /** The latest two: one alone may be a slip of the pen. */
  let latest: readonly [number, number] = [0, 0];
  return (timeS: number, place: number | null, writtenS: number): number => {
    hasRestarted ||= mayRestart && timeS !== writtenS;
    if (!isOrdered || place === null) return timeS;
    isOrdered = place >= lastPlace;
    lastPlace = place;
    if (!isOrdered) return timeS;
    const [beforeS] = latest;
    const isEarly = hasRestarted && timeS < S_PER_DAY && beforeS - timeS > OUT_OF_ORDER_S;
    const laterS = isEarly
      ? timeS + Math.ceil((beforeS - timeS) / S_PER_DAY) * S_PER_DAY
      : passMidnight(timeS, beforeS);
    hasRestarted ||= laterS !== timeS;
    const [, second, first] = [...latest, laterS].sort((a, b) => a - b);
    latest = [second!, first!];
    return laterS;
  };
}
