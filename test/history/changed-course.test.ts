import { describe, expect, it } from 'vitest';
import { alignEdition } from '../../src/engine/history/alignment.js';
import { HISTORY } from '../../src/engine/history/constants.js';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { computeEditionVariance } from '../../src/engine/history/edition-variance.js';
import { alignEditions, type PlacesOnModel } from '../../src/engine/history/past-runs.js';
import { findStretches } from '../../src/engine/history/stretches.js';
import {
  DISTANCE_M,
  type Hundred,
  historyOf,
  hundred,
  inventEdition,
  STATIONS,
} from './support.js';

const race = hundred();
const places = race.course.legs.slice(0, -1).map(({ to }) => to);
const effortRatios = places.map(({ atM }) => race.model.effortRatioAt(atM));
const on: PlacesOnModel = {
  places,
  effortRatios,
  timeRatios: effortRatios.map(race.model.timeRatioAt),
  model: race.model,
};
const bog = (ratio: number) => (ratio > 0.55 && ratio < 0.95 ? 0.02 : 0);

/** Last year ran 15 km more before the first station, and the same ground from there on. */
const longerStart = () => {
  const edition = inventEdition(race, () => 0);
  const moved = STATIONS.map(({ name, atM }) => ({ name, atM: atM + 15_000 }));
  return { ...edition, stations: moved, distanceM: DISTANCE_M + 15_000 };
};

describe('a course that has changed', () => {
  it('is told by its stations: from where both meet it is the same ground', () => {
    const { sharedRatio, stationOfPlace } = findStretches(
      longerStart(),
      { stations: places, distanceM: DISTANCE_M },
      HISTORY.alignment,
    );
    expect(stationOfPlace).toEqual(STATIONS.map((_, i) => i));
    expect(sharedRatio).toBeCloseTo(0.9, 9);
  });

  it('has its stations at their own share of the effort of its year', () => {
    const { effortRatios: then } = alignEdition(
      longerStart(),
      places,
      race.model,
      HISTORY.alignment,
    );
    // 25 of 115 km at the first, and from there on as many kilometres to the finish as this year
    expect(then[0]).toBeCloseTo(25 / 115, 2);
    expect(then[8]).toBeCloseTo(105 / 115, 2);
  });

  it('is not seen in names that stand beside the wrong distances', () => {
    const names = STATIONS.map(({ name }) => name);
    const shifted = STATIONS.map(({ atM }, i) => ({ name: names[(i + 1) % 9]!, atM }));
    const edition = { ...inventEdition(race, () => 0), stations: shifted };
    expect(alignEdition(edition, places, race.model, HISTORY.alignment).sharedRatio).toBe(1);
  });

  it('is learned from less than the course itself', () => {
    const learned = (edition: PastEdition) =>
      Math.abs(historyOf(race, [edition]).deviations(50_000)[7]!.ratio);
    const same = inventEdition(race, bog);
    expect(learned(same)).toBeGreaterThan(0.015);
    const long = { ...same, stations: longerStart().stations, distanceM: DISTANCE_M + 15_000 };
    expect(learned(long)).toBeLessThan(learned(same));
  });
});

describe('the spread between editions', () => {
  const spread = (shifts: readonly number[], of: Hundred = race) => {
    const editions = shifts.map((shift, i) =>
      inventEdition(of, (x) => shift * Math.sin(Math.PI * x), { noiseRatio: 0.03, seed: i + 1 }),
    );
    const aligned = alignEditions(editions, on, HISTORY.alignment);
    return computeEditionVariance(aligned, on, null, HISTORY);
  };

  it('is small where years were alike, and large where they were not', () => {
    expect(spread([0, 0, 0])).toBeLessThan(0.05);
    expect(spread([0, 0.02, -0.02])).toBeGreaterThan(0.3);
  });

  it('is the usual one while only one edition is known', () => {
    expect(spread([0])).toBe(HISTORY.editions.variance);
  });

  it('makes windows wider than those of years that were alike', () => {
    const widthOf = (shifts: readonly number[]) => {
      const editions = shifts.map((shift, i) =>
        inventEdition(race, (x) => shift * Math.sin(Math.PI * x), {
          noiseRatio: 0.03,
          seed: i + 1,
        }),
      );
      const { earlyRatio, lateRatio } = historyOf(race, editions).deviations(50_000)[4]!;
      return lateRatio - earlyRatio;
    };
    expect(widthOf([0.02, -0.02])).toBeGreaterThan(1.2 * widthOf([0, 0]));
  });
});
