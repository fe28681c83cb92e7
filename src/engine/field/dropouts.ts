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
