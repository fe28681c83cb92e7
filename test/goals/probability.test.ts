import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Athlete, PastRace } from '../../src/domain/athlete.js';
import { probabilityUnder } from '../../src/domain/forecast.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
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

describe('the chance of a goal', () => {
  it('without evidence is unknown, not a made-up number', () => {
    const goals = [goal('under 5h'), goal('top 10'), goal('finish')];
    const nothing = outlookOf({ ...plan, athlete: athlete([]) }, course);
    const chances = computeChances(goals, athlete([]), null, nothing);
    expect(chances.map(({ probability }) => probability)).toEqual([null, null, null]);
    expect(chances.every(({ likelihood }) => likelihood === 'unknown')).toBe(true);
  });

  it('is an even one at the median, and grows with the time allowed', () => {
    const runner = athlete([past(50, 18_000)]);
    const forecast = outlookOf({ ...plan, athlete: runner }, course).time!;
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
