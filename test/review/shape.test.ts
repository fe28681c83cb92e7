import { describe, expect, it } from 'vitest';
import type { SplitTable } from '../../src/domain/record.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { computeBesideField } from '../../src/engine/review/beside-field.js';
import { explainRace } from '../../src/engine/review/losses/explained.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { computeShape } from '../../src/engine/review/shape.js';
import { computeStationPlaces } from '../../src/engine/review/station-places.js';
import { flatFifty, logOf, NO_PACING, visit } from '../support/race.js';

const { plan, course, pace } = flatFifty({ pacing: { ...NO_PACING, fadeRatio: 0 }, stopS: 60 });

function runOf(movingS: readonly number[], skipped: readonly number[] = []) {
  let leftS = 0;
  const visits = movingS.map((legS, i) => {
    const arriveS = leftS + legS;
    leftS = arriveS + 60;
    return visit(i + 1, arriveS, i === 4 ? null : leftS);
  });
  const log = logOf(visits.filter(({ place }) => !skipped.includes(place)));
  const { stretches } = reviewRace(plan, course, pace, log, null);
  const day = describeRaceDay(plan, null);
  return { logged: stretches, ...explainRace({ plan, pace, stretches, day, recorded: null }) };
}

describe('the shape of a race', () => {
  it('run evenly has four alike quarters, two alike halves, and legs that do not differ', () => {
    const shape = computeShape(runOf([4000, 4000, 4000, 4000, 4000]).runs)!;
    expect(shape.quarters).toHaveLength(4);
    for (const { runRatio } of shape.quarters) expect(runRatio).toBeCloseTo(0, 9);
    expect(shape.halvesS?.run[0]).toBeCloseTo(10_000, 6);
    expect(shape.halvesS?.run[1]).toBeCloseTo(10_000, 6);
    expect(shape.unsteadiness.run).toBeCloseTo(0, 9);
  });

  it('tells how much slower each quarter was than the mean, and how far legs differ', () => {
    const shape = computeShape(runOf([3600, 3600, 4000, 4400, 4400]).runs)!;
    // the first quarter is the first leg and a quarter of the second
    expect(shape.quarters[0]!.runRatio).toBeCloseTo(-0.1, 9);
    expect(shape.quarters[3]!.runRatio).toBeCloseTo(0.1, 9);
    // two legs each a tenth quicker and slower than the mean, one like it
    expect(shape.unsteadiness.run).toBeCloseTo(0.09, 2);
  });

  it('of a race that ended early is that of what was run', () => {
    const shape = computeShape(runOf([4000, 4000, 4000]).runs)!;
    expect(shape.quarters.map(({ toRatio }) => toRatio)).toEqual([0.25, 0.5, 0.6]);
    expect(shape.halvesS).toBeNull();
  });

  it('is not told where a part of the way is missing', () => {
    expect(computeShape(runOf([4000, 4000, 4000, 4000, 4000], [2]).runs)).toBeNull();
  });
});

/** Finishers of an earlier edition: the second half of each takes so much longer than the first. */
const editionOf = (faded: readonly number[]): PastEdition => ({
  name: 'Earlier',
  year: 2024,
  stations: [
    { name: 'Half', atM: 25_000 },
    { name: 'Late', atM: 40_000 },
  ],
  distanceM: 50_000,
  highC: null,
  finishers: faded.map((ratio, i) => {
    const halfS = 20_000 / (2 + ratio);
    return { runner: String(i), finishS: 20_000, arriveS: [halfS, halfS + (20_000 - halfS) * 0.6] };
  }),
  dropped: 0,
});

const onTheFlat = (atM: number) => atM / 50_000;

describe('beside finishers of earlier editions', () => {
  const { logged: stretches } = runOf([3800, 3900, 4000, 4100, 4200]);

  it('tells the second half by the clock, and theirs', () => {
    const field = editionOf(Array.from({ length: 41 }, (_, i) => i / 100));
    const beside = computeBesideField(stretches, 20_240, [field], 50_000, onTheFlat)!;
    expect(beside).toMatchObject({ finishers: 41, editions: 1 });
    // two stations tell the halves and what follows the half, and leave two legs that both have
    expect(beside.measures.map(({ measure }) => measure)).toEqual([
      'thirdQuarter',
      'lastQuarter',
      'secondHalf',
    ]);
    const half = beside.measures.at(-1);
    expect(half!.medianRatio).toBeCloseTo(0.2, 6);
    expect(half!.lowRatio).toBeCloseTo(0.04, 2);
    expect(half!.highRatio).toBeCloseTo(0.36, 2);
    // half way between the arrivals at 20 and 30 km
    const halfS = (7760 + 11_820) / 2;
    expect(half!.ownRatio).toBeCloseTo((20_240 - halfS) / halfS - 1, 9);
  });

  it('tells quarters and steadiness where there are stations enough', () => {
    const stations = [10, 20, 30, 40].map((km) => ({ name: `Km ${km}`, atM: km * 1000 }));
    const finishers = Array.from({ length: 21 }, (_, i) => {
      // each leg so much slower than the one before
      const slower = 1 + i / 200;
      const legs = [0, 1, 2, 3, 4].map((n) => slower ** n);
      const scale = 20_000 / legs.reduce((total, leg) => total + leg, 0);
      let atS = 0;
      const times = legs.map((leg) => {
        atS += leg * scale;
        return atS;
      });
      return { runner: String(i), finishS: 20_000, arriveS: times.slice(0, 4) };
    });
    const field: PastEdition = { ...editionOf([]), stations, finishers };
    const { measures } = computeBesideField(stretches, 20_240, [field], 50_000, onTheFlat)!;
    const of = (name: string) => measures.find(({ measure }) => measure === name)!;
    expect(measures.map(({ measure }) => measure)).toEqual([
      ...['firstQuarter', 'secondQuarter', 'thirdQuarter', 'lastQuarter'],
      ...['secondHalf', 'unsteadiness'],
    ]);
    // 10 km and a quarter of the way to 20: 3800 s and a quarter of 3960 s, of 20,240
    expect(of('firstQuarter').ownRatio).toBeCloseTo(((3800 + 990) * 4) / 20_240 - 1, 9);
    expect(of('firstQuarter').medianRatio).toBeLessThan(0);
    expect(of('lastQuarter').medianRatio).toBeGreaterThan(0);
    expect(of('unsteadiness').lowRatio).toBeLessThan(0.02);
    // legs that slow by 5 % each: five logs 4.88 % apart
    expect(of('unsteadiness').medianRatio).toBeCloseTo(Math.log(1.05) * Math.sqrt(2), 2);
    expect(of('unsteadiness').ownRatio).toBeCloseTo(0.035, 2);
  });

  it('says nothing with fewer than ten near, or only far slower ones', () => {
    const few = editionOf([0.1, 0.2, 0.3]);
    expect(computeBesideField(stretches, 20_240, [few], 50_000, onTheFlat)).toBeNull();
    const field = editionOf(Array.from({ length: 41 }, () => 0.1));
    expect(computeBesideField(stretches, 30_000, [field], 50_000, onTheFlat)).toBeNull();
  });
});

describe('the place on the way', () => {
  const { logged: stretches } = runOf([3800, 3900, 4000, 4100, 4200]);
  const splits: SplitTable = {
    stations: [
      { name: 'Km 10', atM: 10_000 },
      { name: 'Km 30', atM: 30_010 },
    ],
    runners: [
      ['1', 3700, 11_000, 0, 19_000],
      ['2', 3900, 12_100, 0, 20_500],
      ['3', 3750, null, 0, null],
      // started ten minutes later: all times are from then
      ['4', 3700, 11_700, 600, 20_000],
      ['23', 3800, 11_820, 0, 20_240],
    ].map(([bib, km10, km30, waveS, timeS]) => ({
      runner: String(bib),
      result: {
        place: null,
        timeS: timeS as number | null,
        distanceM: null,
        sex: null,
        ageYears: null,
        ageGroup: null,
        status: timeS === null ? ('dnf' as const) : ('finished' as const),
        bib: String(bib),
        line: 1,
      },
      waveS: waveS as number,
      arriveS: [km10 as number | null, km30 as number | null],
      departS: [null, null],
    })),
  };

  it('counts those who were there before, whether they finished or not', () => {
    const athlete = { ...plan.athlete, bib: '23' };
    const places = computeStationPlaces(stretches, splits, athlete, 20_240);
    expect(places.map(({ at, place, timed }) => [at.name, place, timed])).toEqual([
      ['Km 10', 4, 5],
      ['Km 30', 3, 4],
    ]);
  });

  it('finds the own row by the finish time where there is no bib', () => {
    const places = computeStationPlaces(stretches, splits, plan.athlete, 20_240);
    expect(places.map(({ place, timed }) => [place, timed])).toEqual([
      [4, 5],
      [3, 4],
    ]);
    // a log to the minute
    expect(computeStationPlaces(stretches, splits, plan.athlete, 20_220)).toEqual(places);
  });

  it('is untold where nothing tells the own row, which would count twice', () => {
    for (const finishS of [null, 18_000]) {
      expect(computeStationPlaces(stretches, splits, plan.athlete, finishS)).toEqual([]);
    }
  });
});
