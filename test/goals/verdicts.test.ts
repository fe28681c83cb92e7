import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/domain/goal.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
import type { RaceLog, RaceResult } from '../../src/domain/record.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { flatFifty, logOf, resultOf, visit } from '../support/race.js';

const goal = (text: string): Goal => {
  const target = parseGoal(text, 'metric');
  if (typeof target === 'string') throw new Error(target);
  return { text, priority: 'A', target };
};

const athlete = {
  name: null,
  bib: null,
  ageYears: 57,
  sex: 'M' as const,
  weightKg: null,
  sweatRateMlPerH: null,
  past: [],
};

function judge(text: string, log: RaceLog, results: RaceResult[] | null = null, who = athlete) {
  const { plan, course, pace } = flatFifty({ goals: [goal(text)], athlete: who });
  const [judgement] = reviewRace(plan, course, pace, log, results).judgements;
  return judgement!;
}

/** Finished in 6:00:00, with two-minute stops. */
const finished = logOf(
  [1, 2, 3, 4, 5].map((i) => visit(i, i * 4320, i < 5 ? i * 4320 + 120 : null)),
);
const dnf = logOf(finished.visits.slice(0, 3), { status: 'dnf' });
const open = logOf(finished.visits.slice(0, 3));

const results = [
  resultOf(5 * 3600, { sex: 'F', ageYears: 31 }),
  resultOf(5.5 * 3600, { ageYears: 44 }),
  resultOf(6 * 3600, { ageYears: 57 }),
  resultOf(9 * 3600, { ageYears: 52 }),
  resultOf(10 * 3600, { sex: 'F', ageYears: 58 }),
  resultOf(null),
  resultOf(null, { status: 'dns' }),
];

describe('verdicts', () => {
  it.each([
    ['under 6:00:01', 'met'],
    ['under 6h', 'missed'],
    ['sub-7', 'met'],
    ['finish', 'met'],
    ['at least 50 km', 'met'],
    ['at least 51 km', 'missed'],
    ['aid station time <= 8 min', 'met'],
    ['aid station time <= 7 min', 'missed'],
    ['moving time <= 5:53', 'met'],
    ['average pace <= 7:12 /km', 'met'],
    ['average pace <= 7:11 /km', 'missed'],
    ['fade between -5% and 5%', 'met'],
    ['carbs >= 40 g/h', 'unknown'],
  ])('of a finish in 6:00:00, %s is %s', (text, status) => {
    expect(judge(text, finished).status).toBe(status);
  });

  it('a finish on the very second of the goal has missed it, a second before has met it', () => {
    const finishIn = (s: number) => logOf([visit(5, s)], { status: 'finished', finishS: s });
    expect(judge('under 12h', finishIn(12 * 3600)).status).toBe('missed');
    expect(judge('under 12h', finishIn(12 * 3600 - 1)).status).toBe('met');
    expect(judge('time on course <= 12h', finishIn(12 * 3600)).status).toBe('met');
  });

  it.each([
    ['top 3', 'met'],
    ['podium', 'met'],
    ['top 2', 'missed'],
    ['win', 'missed'],
    ['men win', 'missed'],
    ['men top 2', 'met'],
    ['gender podium', 'met'],
    ['age group win', 'met'],
  ])('third of six starters: %s is %s', (text, status) => {
    expect(judge(text, finished, results).status).toBe(status);
  });

  it('tells the place, the starters and the lead over the next of the age group', () => {
    const { evidence } = judge('age group win', finished, results);
    expect(evidence).toMatchObject({
      kind: 'place',
      placing: {
        place: 1,
        starters: 2,
        aheadOfNextS: 3 * 3600,
        group: { minYears: 50, maxYears: 59 },
      },
    });
    expect(judge('top 10', finished, results).evidence).toMatchObject({
      placing: { place: 3, starters: 6, finishers: 5 },
    });
  });

  it('counts a runner missing from the results once', () => {
    const without = results.filter((r) => r.ageYears !== 57);
    expect(judge('top 10', finished, without).evidence).toMatchObject({
      placing: { place: 3, starters: 6 },
    });
  });

  it.each(['under 7h', 'top 10', 'finish', 'age group win', 'at least 50 km'])(
    'a race that ended early missed %s',
    (text) => {
      expect(judge(text, dnf, results).status).toBe('missed');
    },
  );

  it.each([
    'moving pace <= 8:00 /km',
    'fade <= 10%',
    'aid station time <= 45 min',
    'moving time <= 9 h',
  ])('a race that ended early leaves %s unknown', (text) => {
    expect(judge(text, dnf).status).toBe('unknown');
  });

  it('an upper bound passed before the end is missed all the same', () => {
    expect(judge('aid station time <= 3 min', dnf).status).toBe('missed');
  });

  it.each(['under 7h', 'top 10', 'finish', 'age group win'])(
    'a log that merely stops leaves %s unknown',
    (text) => {
      expect(judge(text, open, results).status).toBe('unknown');
    },
  );

  it('a log that merely stops lacks a finish; it says nothing of an early end', () => {
    expect(judge('aid station time <= 45 min', open)).toMatchObject({
      evidence: { kind: 'missing', what: 'finish not logged' },
    });
  });

  it('a time already past is missed even when the finish is not logged', () => {
    expect(judge('under 3h', open).status).toBe('missed');
  });

  const distances = [resultOf(null, { status: 'finished', distanceM: 90_000 })];
  it.each([
    ['top 10', null, athlete, 'no results'],
    ['age group win', results, { ...athlete, ageYears: null }, 'age unknown'],
    ['gender win', results, { ...athlete, sex: null }, 'sex unknown'],
    ['top 10', distances, athlete, 'results by distance'],
  ] as const)(
    '%s without evidence is unknown, and says what is missing',
    (text, rows, who, what) => {
      const judgement = judge(text, finished, rows as RaceResult[] | null, who as typeof athlete);
      expect(judgement).toMatchObject({ status: 'unknown', evidence: { kind: 'missing', what } });
    },
  );
});
