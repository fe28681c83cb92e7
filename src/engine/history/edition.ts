/** One past edition as the split model sees it: its stations, and the finishers whose times can be true. */
import { SAME_PLACE_M } from '../../domain/course.js';
import { maxLegSpeedMPerS } from '../../domain/limits.js';
import type { Edition, RaceResults } from '../../domain/record.js';

export interface PastStation {
  name: string;
  /** Distance from the start in that edition. */
  atM: number;
}

/** A finisher, and the arrivals recorded at the edition's stations. */
export interface Finisher {
  runner: string;
  finishS: number;
  arriveS: readonly (number | null)[];
}

export interface PastEdition {
  name: string;
  year: number | null;
  /** In course order; start and finish are not among them. */
  stations: readonly PastStation[];
  distanceM: number;
  /** High temperature of the day; `null` when unknown. */
  highC: number | null;
  finishers: readonly Finisher[];
  /** Finishers left out: without times at stations, or with times that cannot be true. */
  dropped: number;
}

/**
 * The finishers of an edition, with the stations whose distance is known. Times that do not increase, and legs
 * faster than anyone runs, cannot be true. Where only the time out of a station is known it stands for the arrival.
 * @param courseM distance of the course, where the edition tells no other
 */
export function readPastEdition(
  { name, year, distanceM: ownM, highC, results, splits }: Edition,
  courseM: number,
): PastEdition {
  const distanceM = ownM ?? courseM;
  const columns = (splits?.stations ?? [])
    .flatMap((station, column) =>
      isBetween(station.atM, distanceM) ? [{ name: station.name, atM: station.atM, column }] : [],
    )
    .sort((a, b) => a.atM - b.atM);
  const stations = columns.map((station) => ({ name: station.name, atM: station.atM }));
  const finishers = (splits?.runners ?? []).flatMap(
    ({ runner, result, arriveS, departS }): Finisher[] => {
      if (result.status !== 'finished' || result.timeS == null) return [];
      const arrivals = columns.map(({ column }) => arriveS[column] ?? departS[column] ?? null);
      const finisher = { runner, finishS: result.timeS, arriveS: arrivals };
      const isUseful = arrivals.some((timeS) => timeS !== null);
      return isUseful && canBeTrue(finisher, stations, distanceM) ? [finisher] : [];
    },
  );
  const dropped = countFinished(results) - finishers.length;
  return { name, year, stations, distanceM, highC, finishers, dropped };
}

/** A table may list the finish among its stations. */
const isBetween = (atM: number | null, distanceM: number): atM is number =>
  atM !== null && atM > SAME_PLACE_M && atM < distanceM - SAME_PLACE_M;

function canBeTrue(
  { arriveS, finishS }: Finisher,
  stations: readonly PastStation[],
  distanceM: number,
): boolean {
  const passings = [
    ...stations.map(({ atM }, i) => ({ atM, timeS: arriveS[i] ?? null })),
    { atM: distanceM, timeS: finishS },
  ];
  const maxMPerS = maxLegSpeedMPerS(distanceM);
  let before = { atM: 0, timeS: 0 };
  for (const { atM, timeS } of passings) {
    if (timeS === null) continue;
    const tookS = timeS - before.timeS;
    if (tookS <= 0 || atM - before.atM > maxMPerS * tookS) return false;
    before = { atM, timeS };
  }
  return true;
}

function countFinished(results: RaceResults): number {
  let finished = 0;
  for (const { status, timeS } of results) {
    if (status === 'finished' && timeS != null) finished += 1;
  }
  return finished;
}
