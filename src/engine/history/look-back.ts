/** What is known of a runner at a place: the time there, and how the way there was run. */
import type { OutlookConstants } from './constants.js';
import type { AlignedEdition, PlacesOnModel } from './past-runs.js';

/** Two times closer than this tell nothing of the pace between. */
const LEAST_S = 20;
const SHORTEST_S = 60;

export interface LookBack {
  /** Logarithms: of the time here, and of the share of it since each place looked back to. */
  featuresOf: (arrivalsS: readonly number[]) => number[];
  /** Whether a past runner's times there can be told apart. */
  isPlausible: (arrivalsS: readonly number[]) => boolean;
}

/**
 * Looks back from a place to the one before, three before, and to half and three quarters of the effort so far.
 * @param isSupported for every place from the start to the finish
 */
export function lookBackFrom(
  from: number,
  effortRatios: readonly number[],
  isSupported: readonly boolean[],
): LookBack {
  const effortHere = effortRatios[from]!;
  const nearest = (effortRatio: number): number => {
    const distances = effortRatios.slice(0, from).map((ratio) => Math.abs(ratio - effortRatio));
    return distances.indexOf(Math.min(...distances));
  };
  const candidates = [from - 1, from - 3, nearest(effortHere / 2), nearest(effortHere * 0.75)];
  const places = [...new Set(candidates)].filter((place) => place > 0 && isSupported[place]);
  return {
    featuresOf: (arrivalsS) => {
      const hereS = arrivalsS[from]!;
      const since = (place: number) => Math.max(SHORTEST_S, hereS - arrivalsS[place]!);
      return [Math.log(hereS), ...places.map((place) => Math.log(since(place) / hereS))];
    },
    isPlausible: (arrivalsS) =>
      [0, ...places].every((place) => arrivalsS[from]! - arrivalsS[place]! > LEAST_S),
  };
}

/**
 * Which places past finishers have times near. Without this a station new this year is a copy of its neighbours,
 * and no regression can tell them apart.
 */
export function findSupported(
  aligned: readonly AlignedEdition[],
  { places, model }: PlacesOnModel,
  { supportRatio, supportDistanceRatio }: OutlookConstants,
): boolean[] {
  const between = places.map(({ atM }) => {
    let [finishers, timed] = [0, 0];
    for (const { edition } of aligned) {
      const isNear = edition.stations.map(
        (station) =>
          Math.abs(station.atM / edition.distanceM - atM / model.distanceM) <= supportDistanceRatio,
      );
      finishers += edition.finishers.length;
      timed += edition.finishers.filter(({ arriveS }) =>
        arriveS.some((timeS, station) => timeS !== null && isNear[station]),
      ).length;
    }
    return timed >= supportRatio * finishers;
  });
  return [true, ...between, true];
}
