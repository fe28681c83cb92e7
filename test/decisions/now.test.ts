import { describe, expect, it } from 'vitest';
import type { Trigger } from '../../src/domain/contingency.js';
import type { RaceLog, Visit } from '../../src/domain/record.js';
import { computeDecisions } from '../../src/engine/advice/decisions.js';
import { judgeDecisions } from '../../src/engine/advice/decisions-now.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { flatFifty, logOf, visit } from '../support/race.js';
import { contingency } from './support.js';

const MIN = 60;
const H = 3600;
const { plan: bare, course, pace } = flatFifty();
/** From noon: a time of day is noon and the elapsed time. */
const plan = { ...bare, race: { ...bare.race, startAt: Date.UTC(2025, 5, 1, 12) } };
const planned = (place: number) => pace.legs[place - 1]!;

/** At a place so late, leaving it so late; not left without `leftLateS`. */
const at = (place: number, lateS: number, leftLateS: number | null = null): Visit => {
  const { arriveS, departS } = planned(place);
  return visit(place, arriveS + lateS, leftLateS === null ? null : departS + leftLateS);
};

/** What becomes of a trigger with that log; all that is ahead comes so much later than planned. */
function judge(
  trigger: Trigger | null,
  visits: readonly Visit[],
  aheadS = 0,
  rest: Partial<RaceLog> = {},
) {
  const log = logOf(visits, rest);
  const from = visits.at(-1)?.place ?? 0;
  const forecastAhead = pace.legs.slice(from).map(({ arriveS }) => ({
    medianS: arriveS + aheadS,
    earlyS: arriveS + aheadS - 60,
    lateS: arriveS + aheadS + 60,
  }));
  const decided = { ...plan, contingencies: [contingency(trigger)] };
  const input = { plan: decided, course, pace, log, field: null, results: null, forecastAhead };
  const forecaster = { during: () => forecastAhead };
  const points = computeDecisions({ plan: decided, course, pace, forecaster });
  const [{ status, byS, moment }] = judgeDecisions(points, log, replanRace(input)) as [
    ReturnType<typeof judgeDecisions>[number],
  ];
  return { status, byS: byS === null ? null : Math.round(byS), place: moment?.place ?? null };
}

describe('20 min behind at the third station', () => {
  const trigger: Trigger = { kind: 'behind', byS: 20 * MIN, place: 'Km 30' };

  it.each<[string, readonly Visit[], number, ReturnType<typeof judge>]>([
    ['left 21 min late', [at(3, 0, 21 * MIN)], 0, { status: 'come true', byS: MIN, place: 3 }],
    ['left 20 min late', [at(3, 0, 20 * MIN)], 0, { status: 'no', byS: 0, place: 3 }],
    ['left 15 min late', [at(3, 0, 15 * MIN)], 0, { status: 'no', byS: -5 * MIN, place: 3 }],
    // two minutes of stop planned: 18 min late there is to leave 18 min late, near; 23 min is past the moment by itself
    ['there 18 min late', [at(3, 18 * MIN)], 0, { status: 'near', byS: -2 * MIN, place: 3 }],
    ['there 23 min late', [at(3, 23 * MIN)], 0, { status: 'come true', byS: MIN, place: 3 }],
    ['there on time', [at(3, 0)], 0, { status: 'no', byS: -20 * MIN, place: 3 }],
    ['forecast 11 min late', [at(2, 0, 0)], 11 * MIN, { status: 'near', byS: -9 * MIN, place: 3 }],
    ['forecast 10 min late', [at(2, 0, 0)], 10 * MIN, { status: 'no', byS: -10 * MIN, place: 3 }],
    ['forecast 30 min late', [at(2, 0, 0)], 30 * MIN, { status: 'near', byS: 10 * MIN, place: 3 }],
    [
      'past it, 30 min late there by its arrival alone',
      [at(3, 30 * MIN), at(4, 0, 0)],
      0,
      // left after arriving, 28 min behind a departure planned two minutes later
      { status: 'come true', byS: 8 * MIN, place: 3 },
    ],
    [
      'past it, not logged',
      [at(2, 0, 0), at(4, 0, 0)],
      0,
      { status: 'unknown', byS: null, place: null },
    ],
    ['at the start', [], 0, { status: 'no', byS: -20 * MIN, place: 3 }],
  ])('%s', (_, visits, aheadS, told) => {
    expect(judge(trigger, visits, aheadS)).toEqual(told);
  });
});

it('behind anywhere counts where the runner is: what was made good is no more', () => {
  const trigger: Trigger = { kind: 'behind', byS: 10 * MIN, place: null };
  const late = [at(1, 0, 12 * MIN)];
  expect(judge(trigger, late)).toMatchObject({ status: 'come true', place: 1 });
  expect(judge(trigger, [...late, at(2, 0, 0)])).toMatchObject({ status: 'no', place: 3 });
});

describe('not at the third station by 3:45 PM', () => {
  const limitS = 3.75 * H;
  const trigger: Trigger = { kind: 'not there', place: 'Km 30', tod: 15.75 * H };
  const reached = (place: number, arriveS: number) => visit(place, arriveS, arriveS + 60);

  it('has come true for who came later, and not for who came in time', () => {
    expect(judge(trigger, [reached(3, limitS + 120)])).toMatchObject({
      status: 'come true',
      byS: 120,
    });
    expect(judge(trigger, [reached(3, limitS)])).toMatchObject({ status: 'no', byS: 0 });
  });

  it('has come true for who left the place before it later than that', () => {
    expect(judge(trigger, [reached(2, limitS)])).toMatchObject({ status: 'come true', byS: 60 });
  });

  it('is near for whom the forecast brings there within ten minutes of it', () => {
    const shortS = limitS - planned(3).arriveS;
    const before = [at(2, 0, 0)];
    expect(judge(trigger, before, shortS - 9 * MIN)).toMatchObject({
      status: 'near',
      byS: -9 * MIN,
    });
    expect(judge(trigger, before, shortS - 11 * MIN)).toMatchObject({ status: 'no' });
  });
});

describe('stops over by 5 min', () => {
  const trigger: Trigger = { kind: 'stops over', byS: 5 * MIN };

  it.each([
    [6 * MIN, 'come true', MIN],
    [5 * MIN, 'near', 0],
    [3 * MIN, 'near', -2 * MIN],
    [2 * MIN, 'no', -3 * MIN],
  ])('after %i s too many', (overS, status, byS) => {
    expect(judge(trigger, [at(1, 0, overS)])).toEqual({ status, byS, place: null });
  });

  it('is unknown when stops were not logged', () => {
    expect(judge(trigger, [at(1, 0), at(2, 0, 0)]).status).toBe('unknown');
  });
});

describe('forecast past 6:30', () => {
  const trigger: Trigger = { kind: 'forecast past', finishS: 6.5 * H };

  it.each([
    [31 * MIN, 'come true', MIN],
    [25 * MIN, 'near', -5 * MIN],
    [10 * MIN, 'no', -20 * MIN],
  ])('with %i s more than the six hours planned', (aheadS, status, byS) => {
    expect(judge(trigger, [at(2, 0, 0)], aheadS)).toEqual({ status, byS, place: null });
  });

  it('is the finish itself once the race is over, and nothing for who did not finish', () => {
    expect(judge(trigger, [at(5, 40 * MIN)], 0, { status: 'finished' })).toMatchObject({
      status: 'come true',
      byS: 10 * MIN,
    });
    expect(judge(trigger, [at(3, 0)], 0, { status: 'dnf' }).status).toBe('unknown');
  });
});

it('what is not understood is unknown', () => {
  expect(judge(null, [at(2, 0, 0)])).toEqual({ status: 'unknown', byS: null, place: null });
});
