/** Two ways through the mixes of a table: from one to a better one, and through all that could be better. */
import { isBetter, type Judged, type MixTable, TINY } from './mix-table.js';
import { isFuel } from './offers.js';

/** Counts, one an offer, and how well they do. */
export interface Found {
  counts: readonly number[];
  judged: Judged;
}

/** So many more of one for so many fewer of another. */
const EXCHANGES = [
  [1, 1],
  [2, 1],
  [1, 2],
] as const;

/** Goes to the best mix one unit, or one exchange, away for as long as it is better. */
export function climb({ offers, most, judge }: MixTable, from: Found): Found {
  const capsules = offers.flatMap((offer, i) => (isFuel(offer) ? [] : [i]));
  let here = from;
  for (;;) {
    const { counts } = here;
    let best = here;
    const ask = (changed: readonly number[]) => {
      if (changed.some((n, i) => n < 0 || n > most[i]!)) return;
      const judged = judge(changed);
      if (judged && isBetter(judged, best.judged)) best = { counts: changed, judged };
    };
    for (let i = 0; i < counts.length; i += 1) {
      for (const by of [1, -1]) ask(counts.with(i, counts[i]! + by));
      for (let j = 0; j < counts.length; j += 1) {
        if (i === j || counts[j] === 0) continue;
        for (const [up, down] of EXCHANGES) {
          ask(counts.with(i, counts[i]! + up).with(j, counts[j]! - down));
        }
        // for salty food food without salt, and a capsule; or the other way round
        for (const m of capsules) {
          if (m === i || m === j) continue;
          const exchanged = counts.with(i, counts[i]! + 1).with(j, counts[j]! - 1);
          for (const by of [1, 2, -1, -2]) ask(exchanged.with(m, counts[m]! + by));
        }
      }
    }
    if (best === here) return here;
    here = best;
  }
}

/** Mixes looked through; beyond it the best so far stands. */
const MOST_LOOKED_AT = 30_000;

/** The best of all mixes, branch by branch; a branch that cannot miss less than the best so far is left out. */
export function lookThrough(table: MixTable, from: Found): Found {
  const { offers, weights, units, amounts, within, most, fluid, drinkMostMl, judge } = table;
  const columns = weights.map((_, k) => k);
  // what all further products can still add; to what is drunk, those not from bottles
  const adds = offers.map(({ isBottled }, i) =>
    columns.map((k) => (k === fluid && isBottled ? 0 : amounts[i]![k]! * most[i]!)),
  );
  const ahead = offers.map((_, i) =>
    columns.map((k) => adds.slice(i).reduce((total, row) => total + row[k]!, 0)),
  );
  let best = from;
  let looked = 0;
  const tried = offers.map(() => 0);
  const soFar = columns.map(() => 0);
  /** Fluid of the first offers, and all that can come from bottles. */
  const wet = (upTo: number) => {
    let ml = drinkMostMl;
    for (let i = 0; i < upTo; i += 1) {
      if (!offers[i]!.isBottled) ml += tried[i]! * amounts[i]![fluid]!;
    }
    return ml;
  };
  /** The least that is missed whatever comes after the first `i` offers. */
  const leastMissed = (i: number): number => {
    let least = 0;
    for (let k = 0; k < columns.length; k += 1) {
      const over = soFar[k]! - within[k]!.max;
      const had = k === fluid ? wet(i) : soFar[k]!;
      const under = within[k]!.min - had - (ahead[i]?.[k] ?? 0);
      const off = Math.max(over, under);
      if (off > 0) least += (weights[k]! * off) / units[k]!;
    }
    return least;
  };
  const add = (i: number, by: number) => {
    for (let k = 0; k < columns.length; k += 1) soFar[k]! += by * amounts[i]![k]!;
  };
  const look = (i: number): void => {
    looked += 1;
    if (looked > MOST_LOOKED_AT || leastMissed(i) >= best.judged.missed - TINY) return;
    if (i === offers.length) {
      const judged = judge(tried);
      if (judged && isBetter(judged, best.judged)) best = { counts: [...tried], judged };
      return;
    }
    for (let n = 0; n <= most[i]!; n += 1) {
      tried[i] = n;
      if (n > 0) add(i, 1);
      look(i + 1);
    }
    add(i, -most[i]!);
    tried[i] = 0;
  };
  look(0);
  return best;
}
