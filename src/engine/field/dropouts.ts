/** Where races end early, from the splits of those who did not finish. */
import type { Edition, SplitTable } from '../../domain/record.js';

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
 * Of the runners who got as far as `atM`, the share who finished, over editions with splits; `null` when none
 * tells. Who was last seen before `atM` dropped out before it.
 */
export function computeFinishRatioFrom(editions: readonly Edition[], atM: number): number | null {
  let finished = 0;
  let dropped = 0;
  for (const { splits } of editions) {
    if (!splits) continue;
    finished += splits.runners.filter(({ result }) => result.status === 'finished').length;
    dropped += dropoutsOf(splits).filter((place) => place.atM != null && place.atM >= atM).length;
  }
  // a list of finishers only tells nothing of those who dropped out
  const tells = editions.some(({ splits }) => splits && dropoutsOf(splits).length > 0);
  return tells && finished > 0 ? finished / (finished + dropped) : null;
}
