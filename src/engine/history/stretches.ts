/**
 * The stretches that a past edition and this year's course have in common, told by the stations of the same name:
 * a course that got a new beginning is still the old one from where they meet.
 */
import { stationKey } from '../../kernel/station-name.js';
import type { AlignmentConstants } from './constants.js';

/** A name and its distance from the start. */
interface Station {
  name: string;
  atM: number;
}

/** Where both courses pass the same place. */
interface Anchor {
  /** Index of the past station and of this year's place; those of start and finish are never asked. */
  station: number;
  place: number;
  pastM: number;
  nowM: number;
}

export interface Stretch {
  pastFromM: number;
  pastToM: number;
  nowFromM: number;
  nowToM: number;
  /** As long then as now. */
  isShared: boolean;
}

export interface Stretches {
  stretches: readonly Stretch[];
  /** For each place of this year the past station of that name. */
  stationOfPlace: readonly (number | null)[];
  /** Share of this year's distance that was run then. */
  sharedRatio: number;
}

export function findStretches(
  past: { stations: readonly Station[]; distanceM: number },
  now: { stations: readonly Station[]; distanceM: number },
  constants: AlignmentConstants,
): Stretches {
  const anchors = longestOrdered(sameNames(past.stations, now.stations));
  const ends = [...anchors, { pastM: past.distanceM, nowM: now.distanceM }];
  const stretches = ends.map(({ pastM, nowM }, i): Stretch => {
    const from = anchors[i - 1] ?? { pastM: 0, nowM: 0 };
    const lengthM = nowM - from.nowM;
    const apartM = Math.abs(lengthM - (pastM - from.pastM));
    const isShared =
      apartM <= Math.max(constants.sameStretchM, constants.sameStretchRatio * lengthM);
    return { pastFromM: from.pastM, pastToM: pastM, nowFromM: from.nowM, nowToM: nowM, isShared };
  });
  const sharedM = stretches.reduce(
    (total, { nowFromM, nowToM, isShared }) => total + (isShared ? nowToM - nowFromM : 0),
    0,
  );
  return {
    stretches,
    stationOfPlace: now.stations.map(
      (_, place) => anchors.find((anchor) => anchor.place === place)?.station ?? null,
    ),
    sharedRatio: sharedM / now.distanceM,
  };
}

/** Stations with a name that both have once. */
function sameNames(past: readonly Station[], now: readonly Station[]): Anchor[] {
  const once = (stations: readonly Station[], key: string) =>
    stations.filter(({ name }) => stationKey(name) === key).length === 1;
  return now.flatMap(({ name, atM }, place): Anchor[] => {
    const key = stationKey(name);
    const station = past.findIndex((other) => stationKey(other.name) === key);
    return station >= 0 && once(past, key) && once(now, key)
      ? [{ station, place, pastM: past[station]!.atM, nowM: atM }]
      : [];
  });
}

/** The most anchors that both courses pass in the same order, each further on than the one before. */
function longestOrdered(anchors: readonly Anchor[]): Anchor[] {
  const chains: Anchor[][] = [];
  for (const anchor of anchors) {
    const before = chains
      .filter((chain) => chain.at(-1)!.pastM < anchor.pastM && chain.at(-1)!.nowM < anchor.nowM)
      .reduce<Anchor[]>((best, chain) => (chain.length > best.length ? chain : best), []);
    chains.push([...before, anchor]);
  }
  return chains.reduce<Anchor[]>((best, chain) => (chain.length > best.length ? chain : best), []);
}

/** Whether a past distance lies on ground that both courses run, or at the end of such ground. */
export const liesOnShared = ({ stretches }: Stretches, pastM: number): boolean =>
  stretches.some(
    ({ pastFromM, pastToM, isShared }) => isShared && pastFromM <= pastM && pastM <= pastToM,
  );

/** For a past distance the share of the effort done, counting changed stretches by their length. */
export function pastEffort(
  { stretches }: Stretches,
  effortRatioAt: (nowM: number) => number,
): (pastM: number) => number {
  const parts = stretches.map((stretch) => {
    const { nowFromM, nowToM, pastFromM, pastToM } = stretch;
    const longer = (pastToM - pastFromM) / (nowToM - nowFromM);
    const of = (pastM: number) => {
      const nowM = nowFromM + (pastM - pastFromM) / longer;
      return longerOnlyIfChanged(stretch, longer) * (effortRatioAt(nowM) - effortRatioAt(nowFromM));
    };
    return { pastFromM, pastToM, of, whole: of(pastToM) };
  });
  const total = parts.reduce((effort, { whole }) => effort + whole, 0);
  return (pastM) => {
    let done = 0;
    for (const { pastToM, of, whole } of parts) {
      if (pastM < pastToM) return (done + of(pastM)) / total;
      done += whole;
    }
    return 1;
  };
}

/** The ground of a shared stretch is the same however long the tables say it is. */
const longerOnlyIfChanged = ({ isShared }: Stretch, longer: number): number =>
  isShared ? 1 : longer;
