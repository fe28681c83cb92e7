import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edition, RaceResult } from '../../src/domain/record.js';
import { computeDropouts, computeFinishRatioFrom } from '../../src/engine/field/dropouts.js';
import { reviewField } from '../../src/engine/field/field.js';
import { placeOf } from '../../src/engine/field/marks.js';
import { planWithCourse } from '../support/plan.js';
import { NO_PACING, resultOf } from '../support/race.js';

const HOUR = 3600;

const anyone = planWithCourse({});
const plan = { ...anyone, athlete: { ...anyone.athlete, ageYears: 57, sex: 'M' as const } };
const inTwelveHours = {
  ...plan,
  pacing: { ...NO_PACING, target: { kind: 'time' as const, targetS: 12 * HOUR } },
};

const edition = (
  year: number,
  results: readonly RaceResult[],
  rest: Partial<Edition> = {},
): Edition => ({
  name: `Race ${year}`,
  year,
  file: `results-${year}.csv`,
  results,
  splits: null,
  distanceM: null,
  highC: null,
  comparable: null,
  ...rest,
});

/** Ten finishers an hour apart from `winnerS`, two who dropped, one who never came. */
const usual = (year: number, winnerS: number, rest: Partial<Edition> = {}): Edition =>
  edition(
    year,
    [
      ...Array.from({ length: 10 }, (_, i) =>
        resultOf(winnerS + i * HOUR, { ageYears: 30 + 3 * i, sex: i % 3 === 1 ? 'F' : 'M' }),
      ),
      resultOf(null),
      resultOf(null),
      resultOf(null, { status: 'dns' }),
    ],
    rest,
  );

const fiveYears = [0, 600, -600, 1200, 300].map((s, i) => usual(2013 + i, 10 * HOUR + s));

describe('the field', () => {
  it('answers what it took to win, to be in the top 5, the top 10', () => {
    const { averages, places } = reviewField(fiveYears, plan);
    expect(places).toEqual([1, 3, 5, 10]);
    const overall = averages[0]!;
    expect(overall.map(({ place }) => place)).toEqual([1, 3, 5, 10]);
    expect(overall[0]).toEqual({
      place: 1,
      editions: 5,
      meanS: 10 * HOUR + 300,
      fastestS: 10 * HOUR - 600,
      slowestS: 10 * HOUR + 1200,
    });
    expect(overall[3]).toMatchObject({ meanS: 19 * HOUR + 300 });
  });

  it('counts starters without those who never came, and the rate of finishers', () => {
    const [summary] = reviewField(fiveYears, plan).editions;
    expect(summary).toMatchObject({ starters: 12, finishers: 10, finishRatio: 10 / 12 });
  });

  it('cannot tell the finish rate of a list of finishers only', () => {
    const finishers = edition(2013, [resultOf(10 * HOUR), resultOf(11 * HOUR)]);
    expect(reviewField([finishers], plan).editions[0]?.finishRatio).toBeNull();
  });

  it("tells the athlete's sex and ten-year age group beside the overall field", () => {
    const { fields, editions } = reviewField(fiveYears, plan);
    expect(fields.map(({ field }) => field)).toEqual(['overall', 'men', 'ageGroup']);
    expect(fields[2]?.group).toEqual({ minYears: 50, maxYears: 59 });
    // ages 51, 54 and 57 are the last three; the one of 51 is a woman
    expect(editions[0]?.fields[2]?.marks).toEqual([18 * HOUR, 19 * HOUR]);
  });

  it('says where the target would have placed', () => {
    const { editions } = reviewField(fiveYears, inTwelveHours);
    expect(editions.map(({ timePlaces }) => timePlaces[0]?.[0])).toEqual([3, 3, 4, 3, 3]);
  });

  it('leaves a shortened course out of the averages, and says so', () => {
    const short = usual(2018, 6 * HOUR);
    const shortened = {
      ...short,
      results: [...short.results].map((r) => ({ ...r, timeS: r.timeS && r.timeS * 0.6 })),
    };
    const review = reviewField([...fiveYears, shortened], plan);
    expect(review.editions.at(-1)?.comparability).toMatchObject({ counts: false, why: 'far off' });
    expect(review.editions.slice(0, 5).every((e) => e.comparability.counts)).toBe(true);
    expect(review.averages[0]?.[0]?.editions).toBe(5);
    const forced = reviewField([...fiveYears, { ...shortened, comparable: true }], plan);
    expect(forced.averages[0]?.[0]?.editions).toBe(6);
  });

  it('leaves an edition out when the plan says so', () => {
    const [first, ...others] = fiveYears;
    const review = reviewField([{ ...first!, comparable: false }, ...others], plan);
    expect(review.editions[0]?.comparability.why).toBe('forced out');
    expect(review.averages[0]?.[0]?.editions).toBe(4);
  });

  it('adds the places the goals name', () => {
    const goal = {
      text: 'top 7',
      priority: 'A',
      target: { kind: 'place', field: 'overall', top: 7 },
    } as const;
    expect(reviewField([], { ...plan, goals: [goal] }).places).toEqual([1, 3, 5, 7, 10]);
  });

  it('a faster time never places worse', () => {
    const time = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(fc.array(time), time, time, (times, a, b) => {
        const sorted = times.sort((x, y) => x - y);
        const [fast, slow] = a < b ? [a, b] : [b, a];
        expect(placeOf(fast, sorted)).toBeLessThanOrEqual(placeOf(slow, sorted));
      }),
    );
  });
});

describe('the field of a timed event', () => {
  const KM = 1000;
  const reached = (km: number, rest: Partial<RaceResult> = {}) =>
    resultOf(null, { status: 'finished', distanceM: km * KM, ...rest });
  /** Ten runners 10 km apart, one who stopped, one who never came. */
  const timed = (year: number, winnerKm: number, rest: Partial<Edition> = {}): Edition =>
    edition(
      year,
      [
        ...Array.from({ length: 10 }, (_, i) =>
          // not in the order of places
          reached(winnerKm - 10 * ((i + 3) % 10), { sex: i % 2 === 0 ? 'F' : 'M' }),
        ),
        resultOf(null),
        resultOf(null, { status: 'dns' }),
      ],
      rest,
    );
  const threeYears = [220, 214, 229].map((km, i) => timed(2015 + i, km));
  const goal = (text: string, targetKm: number) =>
    ({ text, priority: 'A', target: { kind: 'distance', targetM: targetKm * KM } }) as const;

  it('is placed by distance, the farthest first', () => {
    const { averages, editions, measure } = reviewField(threeYears, anyone);
    expect(measure).toBe('distance');
    expect(averages[0]?.[0]).toEqual({
      place: 1,
      editions: 3,
      meanM: 221 * KM,
      farthestM: 229 * KM,
      shortestM: 214 * KM,
    });
    expect(averages[0]?.[1]).toMatchObject({ place: 3, meanM: 201 * KM });
    expect(editions[0]).toMatchObject({
      measure: 'distance',
      finishers: 10,
      finishRatio: null,
      winnerM: 220 * KM,
      medianM: 175 * KM,
      winnerS: null,
      medianS: null,
    });
  });

  it('says where the distance of a goal would have placed', () => {
    const { distancesM, editions } = reviewField(threeYears, {
      ...plan,
      goals: [goal('at least 100 km', 100), goal('at least 214 km', 214)],
    });
    expect(distancesM).toEqual([214 * KM, 100 * KM]);
    // a distance covered by others as well is no worse than theirs
    expect(editions.map(({ distancePlaces }) => distancePlaces[0]?.[0])).toEqual([2, 1, 3]);
    expect(editions[0]?.distancePlaces[1]?.[0]).toBe(11);
  });

  it('is not averaged with races over a distance: the majority, or the plan, says which counts', () => {
    const mixed = [...threeYears, usual(2013, 10 * HOUR), usual(2014, 10 * HOUR)];
    const kinds = (by: Parameters<typeof reviewField>[1]) =>
      reviewField(mixed, by).editions.map(({ comparability }) => comparability.why);
    const [alike, other] = ['alike', 'other measure'];
    expect(kinds(anyone)).toEqual([alike, alike, alike, other, other]);
    expect(kinds(inTwelveHours)).toEqual([other, other, other, alike, alike]);
    const races = [...mixed, usual(2012, 10 * HOUR), usual(2011, 10 * HOUR)];
    expect(reviewField(races, anyone).measure).toBe('time');
    const timedPlan = { ...anyone, goals: [goal('at least 100 km', 100)] };
    const review = reviewField(races, timedPlan);
    expect(review.measure).toBe('distance');
    expect(review.averages[0]?.[0]).toMatchObject({ editions: 3, meanM: 221 * KM });
    // forced in, it would still be of another unit
    const forced = [...races, usual(2010, 10 * HOUR, { comparable: true })];
    expect(reviewField(forced, timedPlan).editions.at(-1)?.comparability.why).toBe('other measure');
    expect(review.editions[3]).toMatchObject({ winnerS: 10 * HOUR, winnerM: null });
  });

  it('leaves an event of half the time out', () => {
    const half = edition(2018, [reached(130), reached(110), reached(90)]);
    const [own] = reviewField([half, ...threeYears], anyone).editions;
    expect(own?.comparability).toMatchObject({ counts: false, why: 'far off', timeRatio: null });
    expect(own?.comparability.distanceRatio).toBeLessThan(0.7);
  });

  it('never places who went farther behind', () => {
    const km = fc.integer({ min: 1, max: 500 });
    fc.assert(
      fc.property(fc.array(km), km, km, (all, a, b) => {
        const sorted = all.sort((x, y) => y - x);
        const [far, near] = a > b ? [a, b] : [b, a];
        const placed = (mark: number) => placeOf(mark, sorted, 'distance');
        expect(placed(far)).toBeLessThanOrEqual(placed(near));
      }),
    );
  });
});

describe('where races end early', () => {
  it('is the last station each was seen at', () => {
    const stations = [
      { name: 'A', atM: 10_000 },
      { name: 'B', atM: 20_000 },
    ];
    const runner = (arriveS: (number | null)[], status: 'dnf' | 'finished') => ({
      runner: 'x',
      waveS: 0,
      result: resultOf(status === 'dnf' ? null : 9000),
      arriveS,
      departS: [null, null],
    });
    const splits = {
      stations,
      runners: [
        runner([3600, null], 'dnf'),
        runner([3700, 7300], 'dnf'),
        runner([null, 7400], 'dnf'),
        runner([null, null], 'dnf'),
        runner([3000, 6000], 'finished'),
      ],
    };
    expect(computeDropouts([edition(2020, [], { splits })])).toEqual([
      { station: 'B', atM: 20_000, runners: 2, shareRatio: 0.5 },
      { station: 'A', atM: 10_000, runners: 1, shareRatio: 0.25 },
      { station: 'Start', atM: 0, runners: 1, shareRatio: 0.25 },
    ]);
  });
});

describe('the chance to finish from here', () => {
  const stations = [
    { name: 'A', atM: 10_000 },
    { name: 'B', atM: 20_000 },
  ];
  const ended = (arriveS: (number | null)[], timeS: number | null) => ({
    runner: 'x',
    waveS: 0,
    result: resultOf(timeS),
    arriveS,
    departS: [null, null],
  });
  const runners = [
    ended([3600, 7000], 9000),
    ended([3600, 7000], 9100),
    ended([3600, 7000], 9200),
    ended([3600, 7000], null),
    ended([3600, null], null),
    ended([null, null], null),
  ];

  it('grows with every station reached', () => {
    const editions = [edition(2020, [], { splits: { stations, runners } })];
    expect(computeFinishRatioFrom(editions, 0)).toBeCloseTo(3 / 6, 9);
    expect(computeFinishRatioFrom(editions, 10_000)).toBeCloseTo(3 / 5, 9);
    expect(computeFinishRatioFrom(editions, 20_000)).toBeCloseTo(3 / 4, 9);
  });

  it('is unknown from lists of finishers only', () => {
    const finishers = runners.filter(({ result }) => result.timeS != null);
    expect(
      computeFinishRatioFrom([edition(2020, [], { splits: { stations, runners: finishers } })], 0),
    ).toBeNull();
    expect(computeFinishRatioFrom([edition(2020, [])], 0)).toBeNull();
  });
});
