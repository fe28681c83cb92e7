import { describe, expect, it } from 'vitest';
import { computeTraining, toldUntil } from '../../src/engine/readiness/training.js';
import { parseTraining } from '../../src/input/training/training.js';
import { flatFifty } from '../support/race.js';

const { course } = flatFifty();
/** A Saturday. */
const RACE_DAY = '2018-09-08';

const daysOf = (text: string) => {
  const { value, diagnostics } = parseTraining({ file: 'training.csv', text }, 'metric');
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value;
};
const review = (text: string, asOf = RACE_DAY, raceDay: string | null = RACE_DAY) =>
  computeTraining(daysOf(text), asOf, raceDay, course);

/** Three weeks before a race on Saturday, 8 September 2018: from the 20th and 27th of August, and the 3rd. */
const LOG = `date,planned,done,distance,time,climb,terrain,notes
2018-08-21,10 km,yes,,1:00,50 m,road,
2018-08-22,core 30 min,no,,,,,
2018-08-25,30 km,yes,28 km,3:00,200 m,trail,two gels an hour
2018-08-26,10 km,no,,,,,
2018-08-28,10 km,15 km,,1:30,,trail,
2018-08-29,core 30 min,yes,,,,,
2018-09-01,20 km,10 km,,1:00,,mud,
2018-09-02,10 km,,,,,,
2018-09-04,5 km,yes,,0:30,,,salt
2018-09-08,50 km,yes,,,,,
`;

describe('training', () => {
  it('is completed by week, as counted by hand', () => {
    const { weeks, completed, untold } = review(LOG);
    expect(weeks.map(({ mondayOn, weeksBefore }) => [mondayOn, weeksBefore])).toEqual([
      ['2018-08-20', 2],
      ['2018-08-27', 1],
      ['2018-09-03', 0],
    ]);
    expect(weeks.map(({ completion }) => completion.distance)).toEqual([
      { planned: 50_000, done: 38_000 },
      { planned: 40_000, done: 25_000 },
      { planned: 5000, done: 5000 },
    ]);
    expect(completed.distance?.ratio).toBeCloseTo(68 / 95, 9);
    expect(completed.sessions).toEqual({ planned: 2, done: 1, ratio: 0.5 });
    expect(completed.time).toBeNull();
    expect(untold).toBe(1);
  });

  it('more in one week makes up for nothing in another, a run moved inside a week for the one left out', () => {
    const { completed, weeks } = review(`date,planned,done
2018-08-21,10 km,no
2018-08-22,,10 km
2018-08-28,10 km,20 km
2018-09-04,10 km,no
`);
    expect(weeks.map(({ completion }) => completion.distance?.done)).toEqual([10_000, 20_000, 0]);
    expect(completed.distance?.ratio).toBeCloseTo(2 / 3, 9);
  });

  it('has weeks without training up to the race, and none of a year that nobody tells of', () => {
    const log = 'date,planned,done\n2018-08-14,10 km,yes\n';
    expect(review(log).weeks.map(({ volume }) => volume)).toEqual([10_000, 0, 0, 0]);
    expect(review(log).volume).toMatchObject({ mean: 10_000 / 3, weeks: 3 });
    expect(review(log, '2026-01-01', null).weeks).toHaveLength(1);
  });

  it('has a longest run, and a volume beside the race', () => {
    const { longest, volume, measure } = review(LOG);
    expect(measure).toBe('distance');
    // 25 August is 14 days before; 38 and 25 km are the weeks before that of the race
    expect(longest).toMatchObject({ amount: 28_000, day: '2018-08-25', weeksBefore: 2 });
    expect(longest?.ofRaceRatio).toBeCloseTo(0.56, 9);
    expect(volume).toMatchObject({ mean: 31_500, peak: 38_000, peakOn: '2018-08-20', weeks: 2 });
    expect(volume?.raceInPeaks).toBeCloseTo(50 / 38, 9);
  });

  it('tapers as shares of the biggest week, once the weeks are over', () => {
    expect(review(LOG).taper).toEqual([
      { weeksBefore: 2, ratio: 1 },
      { weeksBefore: 1, ratio: 25 / 38 },
      { weeksBefore: 0, ratio: 5 / 38 },
    ]);
    expect(review(LOG, '2018-09-03').taper.map(({ weeksBefore }) => weeksBefore)).toEqual([2, 1]);
  });

  it('is like the race as far as grounds are told and known', () => {
    const legs = course.legs.map((leg) => ({
      ...leg,
      terrain: { name: 'single track', slowdownRatio: 0.125 },
    }));
    const { grounds } = computeTraining(daysOf(LOG), RACE_DAY, RACE_DAY, { ...course, legs });
    expect(grounds).toEqual({
      ofCourse: ['single track'],
      like: 43_000,
      other: 10_000,
      untold: 15_000,
      unknown: ['mud'],
    });
    expect(review(LOG).grounds.ofCourse).toEqual([]);
  });

  it('climbs as its runs tell, and is fuelled where notes of two hours or more say so', () => {
    const { climb, fuelling } = review(LOG);
    expect(climb).toMatchObject({ trainedRatio: 250 / 38_000, runs: 2 });
    expect(fuelling).toEqual({ long: 1, mentioned: 1, timeless: 0 });
    expect(review('date,done,fuel\n2018-08-21,2:00,no\n2018-08-22,1:59,gel\n').fuelling).toEqual({
      long: 1,
      mentioned: 0,
      timeless: 0,
    });
  });

  it('counts no day that is not over, and says so of what is told of it', () => {
    const { sessions, ahead, completed } = review(LOG, '2018-08-28');
    expect({ sessions, ahead }).toEqual({ sessions: 5, ahead: 3 });
    // of today what is done counts
    expect(completed.distance).toMatchObject({ planned: 60_000, done: 53_000 });
    expect(review(LOG, '2018-08-20')).toMatchObject({ sessions: 0, volume: null, longest: null });
  });

  it('in times is measured in times, and what cannot be compared is counted apart', () => {
    const { completed, measure, incomparable, longest } = review(`date,planned,done
2018-08-21,1 h,50 min
2018-08-22,2 h,2:10
2018-08-23,1 h,10 km
`);
    expect(measure).toBe('time');
    expect(completed.time).toMatchObject({ planned: 10_800, done: 10_800 });
    expect(incomparable).toBe(1);
    expect(longest).toMatchObject({ amount: 7800, ofRaceRatio: null });
  });

  it('is known up to the first session still to be done', () => {
    expect(toldUntil(daysOf(LOG), RACE_DAY)).toBe(RACE_DAY);
    const open = LOG.replace('2018-09-04,5 km,yes,,0:30,,,salt', '2018-09-04,5 km,,,,,,');
    expect(toldUntil(daysOf(open), RACE_DAY)).toBe('2018-09-02');
    expect(toldUntil([], RACE_DAY)).toBe(RACE_DAY);
    expect(toldUntil([], null)).toBeNull();
  });
});
