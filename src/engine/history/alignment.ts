/** How the stations of a past edition lie against the places of this year's course. */
import { nameLikeness, stationKey } from '../../kernel/station-name.js';
import { mean, sum } from '../../kernel/stats.js';
import type { AlignmentConstants } from './constants.js';
import type { CourseModel } from './course-model.js';
import type { PastEdition, PastStation } from './edition.js';
import { findStretches, liesOnShared, pastEffort } from './stretches.js';

export interface Alignment {
  /** Run the same way round as this year. */
  sameDirection: boolean;
  /** Share of this year's effort done at each of the edition's stations, in its order of running. */
  effortRatios: readonly number[];
  /** For each place the edition's station that stood there; `null` where none did. */
  stationOfPlace: readonly (number | null)[];
  /** Share of this year's course that was run then. */
  sharedRatio: number;
  /** Whether each of the edition's stations lies on ground that both courses run, in its order of running. */
  isShared: readonly boolean[];
}

/** A name and a share of the whole distance. */
interface Mark {
  name: string;
  positionRatio: number;
}

/** @param places between start and finish */
export function alignEdition(
  edition: PastEdition,
  places: readonly PastStation[],
  model: CourseModel,
  constants: AlignmentConstants,
): Alignment {
  const past = edition.stations.map(({ name, atM }) => ({
    name,
    positionRatio: atM / edition.distanceM,
  }));
  const now = places.map(({ name, atM }) => ({ name, positionRatio: atM / model.distanceM }));
  const sameDirection = isSameDirection(past, now, constants);
  const effortAt = (ratio: number) => model.effortRatioAt(ratio * model.distanceM);
  const byDistance = now.map((place) =>
    sameDirection ? matchPlace(place, past, constants) : null,
  );
  const byName = findStretches(
    edition,
    { stations: places, distanceM: model.distanceM },
    constants,
  );
  const named = count(byName.stationOfPlace);
  const isChanged = named >= FEWEST_NAMES && named > constants.changedFactor * count(byDistance);
  if (sameDirection && isChanged) {
    const effortOf = pastEffort(byName, model.effortRatioAt);
    const { stationOfPlace, sharedRatio } = byName;
    const effortRatios = edition.stations.map(({ atM }) => effortOf(atM));
    const isShared = edition.stations.map(({ atM }) => liesOnShared(byName, atM));
    return { sameDirection, effortRatios, stationOfPlace, sharedRatio, isShared };
  }
  return {
    sameDirection,
    effortRatios: past.map(({ positionRatio }) =>
      sameDirection ? effortAt(positionRatio) : 1 - effortAt(1 - positionRatio),
    ),
    stationOfPlace: byDistance,
    sharedRatio: 1,
    isShared: past.map(() => true),
  };
}

/** Fewer names than this are no course. */
const FEWEST_NAMES = 3;

const count = (stations: readonly (number | null)[]): number =>
  stations.filter((station) => station !== null).length;

/**
 * Whether places that both name once come in the same order: the sign of the covariance of their positions.
 * Fewer than three such places say nothing; the direction is then taken to be the same.
 */
function isSameDirection(
  past: readonly Mark[],
  now: readonly Mark[],
  { sameNameLikeness }: AlignmentConstants,
): boolean {
  const pairs = now.flatMap((place) => {
    const [station, ...others] = past.filter(
      (p) => nameLikeness(p.name, place.name) >= sameNameLikeness,
    );
    const isUnique = now.filter((p) => stationKey(p.name) === stationKey(place.name)).length === 1;
    return station && others.length === 0 && isUnique
      ? [{ past: station.positionRatio, now: place.positionRatio }]
      : [];
  });
  if (pairs.length < FEWEST_NAMES) return true;
  const pastMean = mean(pairs.map((pair) => pair.past))!;
  const nowMean = mean(pairs.map((pair) => pair.now))!;
  return sum(pairs.map((pair) => (pair.past - pastMean) * (pair.now - nowMean))) >= 0;
}

/**
 * The station of the same name close by, else the nearest that stood practically there. A name alone is not
 * enough: tables of some years carry names shifted against their distances.
 */
function matchPlace(
  place: Mark,
  past: readonly Mark[],
  { namedToleranceRatio, namelessToleranceRatio }: AlignmentConstants,
): number | null {
  const apart = (station: Mark) => Math.abs(station.positionRatio - place.positionRatio);
  const key = stationKey(place.name);
  const named = past.findIndex(
    (station) => stationKey(station.name) === key && apart(station) <= namedToleranceRatio,
  );
  if (named >= 0) return named;
  const nearest = past.reduce<number | null>(
    (best, station, i) => (best === null || apart(station) < apart(past[best]!) ? i : best),
    null,
  );
  return nearest !== null && apart(past[nearest]!) < namelessToleranceRatio ? nearest : null;
}
