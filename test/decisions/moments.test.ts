import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../src/domain/contingency.js';
import type { Course } from '../../src/domain/course.js';
import type { Plan } from '../../src/domain/plan.js';
import { computeDecisions, type DecisionMoment } from '../../src/engine/advice/decisions.js';
import { prepareForecaster } from '../../src/engine/forecast/forecaster.js';
import type { PacePlan } from '../../src/engine/pacing/pace-plan.js';
import { addSeconds, timeOfDay } from '../../src/kernel/clock.js';
import { type AnyRace, anyRace } from '../support/any-race.js';
import { flatFifty } from '../support/race.js';
import { contingency } from './support.js';

const MIN = 60;
const H = 3600;

const forecasterOf = (
  { plan, course }: { plan: Plan; course: Course },
  sun: AnyRace['sun'] = null,
) => prepareForecaster({ plan, course, sun, editions: [], outcomes: [] });

function decide(
  race: { plan: Plan; course: Course; pace: PacePlan },
  trigger: Trigger | null,
  sun: AnyRace['sun'] = null,
) {
  const plan = { ...race.plan, contingencies: [contingency(trigger)] };
  return computeDecisions({ ...race, plan, forecaster: forecasterOf(race, sun) })[0]!;
}

/** 10 km an hour and ten minutes and some, two minutes at each of four stations: all by hand. */
const FIFTY = flatFifty();
const legs = FIFTY.pace.legs;
const startsAt = (startAt: number) => ({
  ...FIFTY,
  plan: { ...FIFTY.plan, race: { ...FIFTY.plan.race, startAt } },
});

describe('so much behind', () => {
  it('at a place is leaving it so much after the plan', () => {
    const { moments } = decide(FIFTY, { kind: 'behind', byS: 20 * MIN, place: 'Km 20' });
    const plannedS = legs[1]!.arriveS + 120;
    expect(moments).toEqual([
      { place: 2, what: 'leave', afterS: plannedS + 20 * MIN, plannedS: expect.closeTo(plannedS) },
    ]);
  });

  it('at the finish is reaching it so late', () => {
    const { moments } = decide(FIFTY, { kind: 'behind', byS: 20 * MIN, place: 'finish' });
    expect(moments).toEqual([
      {
        place: 5,
        what: 'arrive',
        afterS: expect.closeTo(6 * H + 20 * MIN, 6),
        plannedS: expect.closeTo(6 * H, 6),
      },
    ]);
  });

  it('anywhere is at every station', () => {
    const { moments } = decide(FIFTY, { kind: 'behind', byS: MIN, place: null });
    expect(moments.map(({ place }) => place)).toEqual([1, 2, 3, 4]);
  });
});

describe('not there at a time of day', () => {
  const notThere = (tod: number): Trigger => ({ kind: 'not there', place: 'Km 20', tod });

  it('is the time nearest to the plan: 1:00 of a race from 22:00 is past midnight', () => {
    const race = startsAt(Date.UTC(2025, 5, 1, 22));
    expect(decide(race, notThere(1 * H)).moments).toMatchObject([
      { place: 2, what: 'arrive', afterS: 3 * H },
    ]);
  });

  it('is the nearer of two where clocks go back and show it twice', () => {
    // from 00:50 in summer; 02:30 is 1 h 40 min later, and an hour after that again; planned there after 2 h 15 min
    const race = startsAt(Date.UTC(2025, 9, 25, 22, 50));
    race.plan.race.zone = 'Europe/Berlin';
    const { afterS, plannedS } = decide(race, notThere(2.5 * H)).moments[0]!;
    expect(plannedS / MIN).toBeCloseTo(134.6, 1);
    expect(afterS).toBe(2 * H + 40 * MIN);
  });

  it('is not before the start: 7:00 of a race from 8:00 is that of the next day', () => {
    const race = startsAt(Date.UTC(2025, 5, 1, 8));
    expect(decide(race, notThere(7 * H)).moments[0]!.afterS).toBe(23 * H);
  });

  it('of several visits is the one planned nearest to it', () => {
    const race = startsAt(Date.UTC(2025, 5, 1, 8));
    const renamed = race.course.legs.map((leg) => ({
      ...leg,
      to: leg.index < 4 ? { ...leg.to, name: 'Camp' } : leg.to,
    }));
    const camp = { ...race, course: { ...race.course, legs: renamed } };
    // 8:00 and three stations, each about 70 min from the last: the third at about 11:33
    const trigger: Trigger = { kind: 'not there', place: 'Camp', tod: 11.5 * H };
    expect(decide(camp, trigger).moments).toMatchObject([{ place: 3, afterS: 3.5 * H }]);
  });

  it('is nothing without a start to count from', () => {
    expect(decide(FIFTY, notThere(H)).moments).toEqual([]);
  });
});

it('stops over are told by all stops up to each station, and by how much they may be over', () => {
  const { moments, stops } = decide(FIFTY, { kind: 'stops over', byS: 5 * MIN });
  expect(moments).toEqual([]);
  expect(stops).toEqual([1, 2, 3, 4].map((place) => ({ place, overS: place * 120 + 5 * MIN })));
});

it('words that are not understood have no moment', () => {
  expect(decide(FIFTY, null)).toMatchObject({ moments: [], stops: [] });
});

const increases = (moments: readonly DecisionMoment[]) =>
  moments.slice(1).every(({ afterS }, i) => afterS > moments[i]!.afterS);

describe('of any race', () => {
  it('to be behind comes later from station to station', () => {
    fc.assert(
      fc.property(anyRace, fc.integer({ min: 1, max: 7200 }), (race, byS) => {
        expect(increases(decide(race, { kind: 'behind', byS, place: null }).moments)).toBe(true);
      }),
      { seed: 21, numRuns: 100 },
    );
  });

  it('not there is what a clock shows, within half a day of the plan or on the first day', () => {
    fc.assert(
      fc.property(anyRace, fc.integer({ min: 0, max: 86_399 }), (race, tod) => {
        const { startAt, zone } = race.plan.race;
        const place = race.course.legs[0]!.to.name;
        const { moments } = decide(race, { kind: 'not there', place, tod });
        expect(moments).toHaveLength(startAt === null ? 0 : 1);
        for (const { afterS, plannedS } of moments) {
          expect(timeOfDay(addSeconds(startAt!, afterS), zone)).toBe(tod);
          expect(afterS).toBeGreaterThanOrEqual(0);
          if (plannedS >= 12 * H) expect(Math.abs(afterS - plannedS)).toBeLessThanOrEqual(12 * H);
          else expect(afterS).toBeLessThan(24 * H);
        }
      }),
      { seed: 22, numRuns: 200 },
    );
  });

  it('who comes at the moment is still forecast in time, and a little later no more', () => {
    let told = 0;
    fc.assert(
      fc.property(anyRace, fc.double({ min: 0.95, max: 1.4, noNaN: true }), (race, ratio) => {
        const finishS = ratio * race.pace.targetS;
        const { during } = forecasterOf(race, race.sun);
        const { moments } = decide(race, { kind: 'forecast past', finishS }, race.sun);
        expect(moments).toHaveLength(race.course.legs.length - 1);
        for (const { place, afterS } of moments) {
          const forecastOf = (arriveS: number) =>
            during(
              race.pace.legs.slice(0, place).map((leg, i) => ({
                place: i + 1,
                arriveS: (leg.arriveS * arriveS) / race.pace.legs[place - 1]!.arriveS,
              })),
            ).at(-1)!.medianS;
          if (afterS === 0) continue;
          told += 1;
          expect(forecastOf(afterS)).toBeLessThanOrEqual(finishS);
          expect(forecastOf(afterS + 1.01)).toBeGreaterThan(finishS);
        }
      }),
      { seed: 23, numRuns: 25 },
    );
    expect(told).toBeGreaterThan(50);
  });
});
