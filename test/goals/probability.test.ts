import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Athlete, PastRace } from '../../src/domain/athlete.js';
import { probabilityUnder } from '../../src/domain/forecast.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
import { computeFinishForecast } from '../../src/engine/forecast/past-races.js';
import { computeChances, likelihoodOf } from '../../src/engine/goals/probability.js';
import { normalCdf } from '../../src/kernel/stats.js';
import { outlookOf } from '../support/outlook.js';
import { flatFifty } from '../support/race.js';

const { plan, course } = flatFifty();

const past = (
  distanceKm: number,
  timeS: number | null,
  rest: Partial<PastRace> = {},
): PastRace => ({
  race: 'Spring',
  distanceM: distanceKm * 1000,
  gainM: null,
  timeS,
  outcome: { kind: 'finished' },
  dayAt: null,
  isYearAlone: false,
  ...rest,
});

const athlete = (races: readonly PastRace[]): Athlete => ({
  name: null,
  bib: null,
  ageYears: 40,
  sex: 'F',
  weightKg: null,
  sweatRateMlPerH: null,
  past: races,
});

const goal = (text: string) => ({
  text,
  priority: 'A' as const,
  target: parseGoal(text, 'metric') as Exclude<ReturnType<typeof parseGoal>, string>,
});

describe('the forecast from past races', () => {
  it('of the same distance is the time itself, with the spread of a race day', () => {
    const forecast = computeFinishForecast(athlete([past(50, 18_000)]), course)!;
    expect(forecast.medianS).toBeCloseTo(18_000, 6);
    expect(forecast.earlyS).toBeLessThan(17_000);
    expect(forecast.lateS).toBeGreaterThan(19_000);
  });

  it('is wider the further it reaches', () => {
    const width = (km: number) => {
      const { earlyS, lateS } = computeFinishForecast(athlete([past(km, km * 360)]), course)!;
      return Math.log(lateS / earlyS);
    };
    expect(width(10)).toBeGreaterThan(width(25));
    expect(width(25)).toBeGreaterThan(width(45));
  });

  it('slows down with distance as Riegel says, or more', () => {
    const { medianS } = computeFinishForecast(athlete([past(25, 9000)]), course)!;
    expect(medianS).toBeGreaterThan(9000 * 2 ** 1.06);
    expect(medianS).toBeLessThan(9000 * 2 ** 1.2);
  });

  it('a race not finished is no evidence of a time', () => {
    const dnf = past(100, 40_000, { outcome: { kind: 'dnf', atM: 68_000 } });
    expect(computeFinishForecast(athlete([dnf]), course)).toBeNull();
  });
});

describe('the chance of a goal', () => {
  it('without evidence is unknown, not a made-up number', () => {
    const goals = [goal('under 5h'), goal('top 10'), goal('finish')];
    const nothing = outlookOf({ ...plan, athlete: athlete([]) }, course);
    const chances = computeChances(goals, athlete([]), null, nothing);
    expect(chances.map(({ probability }) => probability)).toEqual([null, null, null]);
    expect(chances.every(({ likelihood }) => likelihood === 'unknown')).toBe(true);
  });

  it('is an even one at the median, and grows with the time allowed', () => {
    const forecast = computeFinishForecast(athlete([past(50, 18_000)]), course)!;
    expect(probabilityUnder(forecast, forecast.medianS)).toBeCloseTo(0.5, 6);
    expect(probabilityUnder(forecast, forecast.lateS)).toBeCloseTo(0.9, 3);
    expect(probabilityUnder(forecast, forecast.earlyS)).toBeCloseTo(0.1, 3);
    const time = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(time, time, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(probabilityUnder(forecast, low)).toBeLessThanOrEqual(
          probabilityUnder(forecast, high),
        );
      }),
    );
  });

  it.each([
    [0.9, 'likely'],
    [0.5, 'possible'],
    [0.1, 'unlikely'],
    [null, 'unknown'],
  ] as const)('of %s is %s', (probability, likelihood) => {
    expect(likelihoodOf(probability)).toBe(likelihood);
  });
});

describe('the normal distribution', () => {
  it.each([
    [0, 0.5],
    [1, 0.8413447],
    [-1.959964, 0.025],
    [3, 0.9986501],
  ])('at %f is %f, as tables say', (z, p) => {
    expect(normalCdf(z)).toBeCloseTo(p, 6);
  });
});
