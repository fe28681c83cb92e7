import { describe, expect, it } from 'vitest';
import { editionsToLearnFrom } from '../../src/engine/backtest/modes.js';
import { followRun, type PairedRun, pairRuns } from '../../src/engine/backtest/runs.js';
import { findQuarters, scoreArrivals, scoreInRace } from '../../src/engine/backtest/scores.js';
import type { Passage } from '../../src/engine/pacing/in-race.js';

const finisher = (arriveS: readonly (number | null)[], finishS: number) => ({
  runner: '1',
  finishS,
  arriveS,
});

/** Two places; forecast at 100 s and 200 s of a finish in 400 s, with windows of 40 s. */
const forecaster = {
  arrivals: () =>
    [100, 200].map((arriveS) => ({
      arriveS,
      window: { earlyS: arriveS - 20, lateS: arriveS + 20 },
    })),
  during: null,
};
const quarters = [0, 1, null];
const paired = (arriveS: readonly (number | null)[], finishS = 400): PairedRun[] =>
  pairRuns([finisher(arriveS, finishS)], [0, 1], forecaster);
const scored = (arriveS: readonly (number | null)[], finishS = 400) =>
  paired(arriveS, finishS).map((run) => ({ ...run, quarters }));

describe('scores of arrivals', () => {
  it('are what one works out by hand', () => {
    // forecast 100, 200, finish 400; actual 90, 240, 400
    const scores = scoreArrivals(scored([90, 240]));
    expect(scores).toEqual({
      runners: 1,
      pairs: 2,
      maeS: (10 + 40) / 2,
      maeRatio: (10 / 400 + 40 / 400) / 2,
      biasS: [10, -40, null],
      // legs actual 90, 150, 160; forecast 100, 100, 200
      legMapeRatio: expect.closeTo((10 / 90 + 50 / 150 + 40 / 160) / 3, 12),
      coverageRatio: 1 / 2,
      windowWidthS: 40,
    });
  });

  it('leave out what was not recorded, and take the leg to the next time that was', () => {
    const scores = scoreArrivals(scored([null, 250]));
    expect(scores.pairs).toBe(1);
    expect(scores.maeS).toBe(50);
    expect(scores.legMapeRatio).toBeCloseTo((50 / 250 + 50 / 150) / 2, 12);
    expect(scores.biasS).toEqual([null, -50, null]);
  });

  it('pool every pair of every runner alike', () => {
    const scores = scoreArrivals([...scored([90, 240]), ...scored([null, 200])]);
    expect(scores.runners).toBe(2);
    expect(scores.maeS).toBeCloseTo((10 + 40 + 0) / 3, 12);
    expect(scores.biasS[1]).toBeCloseTo((-40 + 0) / 2, 12);
  });

  it('are unknown of nothing, and have no coverage without windows', () => {
    expect(scoreArrivals([])).toMatchObject({ pairs: 0, maeS: null, coverageRatio: null });
    const bare = {
      arrivals: () => [{ arriveS: 100, window: null }],
      during: null,
    };
    const runs = pairRuns([finisher([90], 400)], [0], bare).map((run) => ({ ...run, quarters }));
    expect(scoreArrivals(runs)).toMatchObject({
      maeS: 10,
      coverageRatio: null,
      windowWidthS: null,
    });
  });

  it('pair a station with the place it is, wherever it stands in the table', () => {
    const [run] = pairRuns([finisher([250, 110], 400)], [1, 0], forecaster);
    expect(run!.points.map(({ place, actualS, arriveS }) => [place, actualS, arriveS])).toEqual([
      [1, 250, 200],
      [0, 110, 100],
    ]);
    expect(pairRuns([finisher([90], 400)], [null], forecaster)[0]!.points).toEqual([]);
  });
});

describe('the places nearest a quarter, half and three quarters', () => {
  it('are those where at least half of the finishers have a time', () => {
    const runs = [...paired([100, null]), ...paired([100, null]), ...paired([100, 300])];
    expect(findQuarters(runs, [30, 72], 100)).toEqual([0, 0, 0]);
    expect(findQuarters([...runs, ...paired([null, 300])], [30, 72], 100)).toEqual([0, 0, 1]);
    expect(findQuarters([], [], 100)).toEqual([null, null, null]);
  });
});

describe('scores during the race', () => {
  it('follow a runner from place to place', () => {
    // always 100 s to the next place, wherever it is
    const during = (passages: readonly Passage[]) => {
      const { place, arriveS } = passages.at(-1)!;
      const medianS = arriveS + 100;
      const ahead = { medianS, earlyS: medianS - 30, lateS: medianS + 30 };
      return Array.from({ length: 3 - place }, () => ahead);
    };
    const runs = paired([90, 240]).map((run) => followRun(run, quarters, 3, during));
    const { finish, nextStation } = scoreInRace(runs);
    expect(finish.map(({ maeS }) => maeS)).toEqual([400 - 190, 400 - 340, null]);
    // next: 190 for 240, 340 for 400
    expect(nextStation).toEqual({
      forecasts: 2,
      maeS: (50 + 60) / 2,
      coverageRatio: 0,
      windowWidthS: 60,
    });
  });
});

describe('what a forecast may have seen', () => {
  const years = [2017, 2018, 2019];
  it.each([
    ['no-history', 1, []],
    ['leave-one-out', 1, [2017, 2019]],
    ['earlier', 2, [2017, 2018]],
    ['one-prior', 2, [2018]],
    ['earlier', 0, null],
    ['one-prior', 0, null],
  ] as const)('%s, edition %i: %j', (mode, index, learned) => {
    expect(editionsToLearnFrom(years, index, mode)).toEqual(learned);
  });
});
