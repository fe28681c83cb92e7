import { describe, expect, it } from 'vitest';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { prepareHistory } from '../../src/engine/history/history.js';
import { hundred, STATIONS } from './support.js';

const race = hundred();

/** An edition in which everybody ran the same times. */
const clones = (runners: number): PastEdition => ({
  name: 'Clones',
  year: 2020,
  stations: STATIONS,
  distanceM: 100_000,
  highC: null,
  dropped: 0,
  finishers: Array.from({ length: runners }, (_, i) => ({
    runner: String(i),
    finishS: 43_200,
    arriveS: STATIONS.map(({ atM }) => (43_200 * atM) / 100_000),
  })),
});

describe('a history in which everybody ran alike', () => {
  it.each([[1], [2], [30], [200]])('of %i runners still forecasts with numbers', (runners) => {
    const history = prepareHistory({
      plan: race.plan,
      course: race.course,
      sun: null,
      editions: [clones(runners), { ...clones(runners), year: 2021 }],
    });
    if (!history) return expect(runners).toBeLessThan(30);
    for (const finishS of [30_000, 43_200, 80_000]) {
      for (const deviation of history.deviations(finishS)) {
        expect(Object.values(deviation).every((v) => v == null || Number.isFinite(v))).toBe(true);
      }
    }
    const ahead = history.inRace([
      { place: 1, arriveS: 4320 },
      { place: 2, arriveS: 8640 },
    ]);
    for (const { medianS, earlyS, lateS } of ahead) {
      expect(earlyS).toBeLessThanOrEqual(medianS);
      expect(medianS).toBeLessThanOrEqual(lateS);
    }
    expect(ahead).toHaveLength(8);
  });
});
