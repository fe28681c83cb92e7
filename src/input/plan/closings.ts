/** When the race and its stations close, in the order in which runners pass them. */
import type { WrittenPlan } from '../plan-schema.js';
import type { Path } from '../yaml-source.js';
import type { WrittenCutoff } from './cutoff-leaf.js';
import { type CutoffClock, type ResolvedCutoff, resolveCutoff, resolveCutoffs } from './cutoffs.js';

/** A cutoff of the plan, resolved. */
export interface PlanClosing extends ResolvedCutoff {
  /** The station's name; `null` is the race. */
  station: string | null;
  /** Number of the station in the list as written; -1 is the race. */
  index: number;
  /** Of a station passed every lap: which, from 0; else `null`. */
  lap: number | null;
  atM: number | null;
  written: WrittenCutoff;
  /** Where it is written. */
  path: Path;
}

/** @param distanceM of the course: no race closes before it can be run */
export function closingOfRace(
  written: WrittenPlan['race'] = {},
  distanceM: number | null,
  clock: Omit<CutoffClock, 'raceCutoffS'>,
): PlanClosing | null {
  const { cutoff } = written;
  if (!cutoff) return null;
  return {
    ...resolveCutoff(cutoff, distanceM, { ...clock, raceCutoffS: null }),
    station: null,
    index: -1,
    lap: null,
    atM: distanceM,
    written: cutoff,
    path: ['race', 'cutoff'],
  };
}

/** Of all stations; of one that is passed every lap with a `cutoffs:` list, each lap's. */
export function closingsOfStations(
  written: WrittenPlan['course'] = {},
  { distanceM, laps }: { distanceM: number | null; laps: number },
  clock: CutoffClock,
): PlanClosing[] {
  const lapM = distanceM == null ? null : distanceM / laps;
  const listed = (written.stations ?? []).flatMap((station, index) => {
    if (!station) return [];
    const { name, cutoff, cutoffs = [] } = station;
    const atM = station.at ?? null;
    const path: Path = ['course', 'stations', index];
    const base = { station: name, index };
    const single = cutoff
      ? [{ ...base, lap: null, atM, written: cutoff, path: [...path, 'cutoff'] }]
      : [];
    const ofLaps = cutoffs.flatMap((lapCutoff, lap) => {
      if (!lapCutoff || lapCutoff.kind === 'none') return [];
      // a station where a lap begins is passed where it ends
      const before = atM === 0 ? lap + 1 : lap;
      const passedM = atM == null || lapM == null ? null : atM + before * lapM;
      return [{ ...base, lap, atM: passedM, written: lapCutoff, path: [...path, 'cutoffs', lap] }];
    });
    return [...single, ...ofLaps];
  });
  const inOrder = listed
    .map((closing, order) => ({ closing, order }))
    .sort(
      (a, b) =>
        (a.closing.lap ?? 0) - (b.closing.lap ?? 0) ||
        byPlace(a.closing, b.closing) ||
        a.order - b.order,
    )
    .map(({ closing }) => closing);
  const resolved = resolveCutoffs(
    inOrder.map(({ written: cutoff, atM }) => ({ cutoff, atM })),
    clock,
  );
  return inOrder.map((closing, i) => ({ ...closing, ...resolved[i]! }));
}

/** By where they are passed, among those of a lap. */
const byPlace = (a: { lap: number | null; atM: number | null }, b: typeof a): number =>
  a.lap == null || b.lap == null || a.atM == null || b.atM == null ? 0 : a.atM - b.atM;
