/** Where races end early, from the splits of those who did not finish. */
import type { Edition, RaceResult, RunnerSplits, SplitTable } from '../../domain/record.js';
import { mean } from '../../kernel/stats.js';
import { measureOf } from './marks.js';

export interface DropoutPlace {
  station: string;
  atM: number | null;
  runners: number;
  /** Of all who did not finish. */
  shareRatio: number;
}

const START = 'Start';

const lastSeen = (arrivals: readonly (number | null)[]): number =>
  arrivals.findLastIndex((s) => s != null);

/** The last station of every DNF of every edition with splits, most frequent places first. */
export function computeDropouts(editions: readonly Edition[]): DropoutPlace[] {
  const places = new Map<string, { station: string; atM: number | null; runners: number }>();
  let total = 0;
  for (const { splits } of editions) {
    for (const place of splits ? dropoutsOf(splits) : []) {
      total += 1;
      const known = places.get(place.name);
      if (known) known.runners += 1;
      else places.set(place.name, { station: place.name, atM: place.atM, runners: 1 });
    }
  }
  return [...places.values()]
    .map((place) => ({ ...place, shareRatio: place.runners / total }))
    .sort((a, b) => b.runners - a.runners);
}

const dropoutsOf = ({ stations, runners }: SplitTable) =>
  runners
    .filter(({ result }) => result.status === 'dnf')
    .map(({ arriveS }) => stations[lastSeen(arriveS)] ?? { name: START, atM: 0 });

/**
 * Of the runners of an edition who got as far as `fromM`, the share who finished: from the start by the results,
 * further on by the splits; `null` when they list finishers only, or nobody, and in a timed event. Who was last seen before `fromM`
 * dropped out before it.
 */
export function finishRatioOf({ results, splits }: Edition, fromM: number): number | null {
  if (measureOf(results) === 'distance') return null;
  const listed = fromM <= 0 ? shareFinished(results) : null;
  if (listed != null || !splits) return listed;
  const seenAtM = ({ arriveS }: RunnerSplits) => splits.stations[lastSeen(arriveS)]?.atM ?? 0;
  const isThere = (runner: RunnerSplits) =>
    runner.result.status === 'finished' || seenAtM(runner) >= fromM;
  const all = splits.runners.map(({ result }) => result);
  const there = splits.runners.filter(isThere).map(({ result }) => result);
  return shareFinished(all) == null ? null : shareOf(countEnds(there));
}

/** The one share of finishers that every command counts on: each edition that tells counts alike; `null`: none tells. */
export const computeFinishRatioFrom = (
  editions: readonly Edition[],
  fromM: number,
): number | null => mean(editions.flatMap((edition) => finishRatioOf(edition, fromM) ?? []));

function countEnds(results: Iterable<RaceResult>): { finished: number; dropped: number } {
  let [finished, dropped] = [0, 0];
  for (const { status } of results) {
    if (status === 'finished') finished += 1;
    else if (status !== 'dns') dropped += 1;
  }
  return { finished, dropped };
}

const shareOf = ({ finished, dropped }: ReturnType<typeof countEnds>): number | null =>
  finished > 0 ? finished / (finished + dropped) : null;

/** A list without dropouts tells nothing of those who dropped out. */
function shareFinished(results: Iterable<RaceResult>): number | null {
  const ends = countEnds(results);
  return ends.dropped > 0 ? shareOf(ends) : null;
}
