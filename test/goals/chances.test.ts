import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/domain/goal.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Edition, FinishStatus, RaceResult } from '../../src/domain/record.js';
import { reviewField } from '../../src/engine/field/field.js';
import { computeChances } from '../../src/engine/goals/probability.js';
import { computeLatestFinish } from '../../src/engine/goals/requirements.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { type AnyRace, anyLogOf, anyRace } from '../support/any-race.js';
import { flatFifty, resultOf } from '../support/race.js';

const RUNS = { numRuns: 1000, seed: 8 };

function goalOf(text: string): Goal {
  const target = parseGoal(text, 'metric');
  if (typeof target === 'string') throw new Error(target);
  return { text, priority: 'A', target };
}

const FINISH = goalOf('finish');
const FIELDS = ['', 'age group ', 'women ', 'men ', 'gender '];
/** Each a goal that the next one takes less than. */
const LADDERS = FIELDS.map((field) =>
  ['win', 'podium', 'top 5', 'top 10', 'top 40'].map((place) => goalOf(`${field}${place}`)),
);

const EDITION: Edition = {
  name: 'A race',
  year: null,
  file: 'results.csv',
  distanceM: null,
  highC: null,
  results: [],
  splits: null,
  comparable: null,
};

const anyResult = fc.record({
  slower: fc.double({ min: 0.6, max: 1.8, noNaN: true }),
  sex: fc.option(fc.constantFrom('F', 'M'), { nil: null, freq: 15 }),
  ageYears: fc.option(fc.integer({ min: 30, max: 49 }), { nil: null, freq: 15 }),
  status: fc.constantFrom<FinishStatus>('finished', 'finished', 'finished', 'dnf', 'dns', 'dq'),
  reached: fc.nat(20),
});

const anyEdition = fc.record({
  rows: fc.array(anyResult, { maxLength: 25 }),
  listsDropouts: fc.boolean(),
  hasSplits: fc.boolean(),
});
type EditionDrawn = typeof anyEdition extends fc.Arbitrary<infer T> ? T : never;

function editionOf({ rows, listsDropouts, hasSplits }: EditionDrawn, race: AnyRace, i: number) {
  const { legs, targetS } = race.pace;
  const kept = rows.filter(({ status }) => listsDropouts || status === 'finished');
  const results = kept.map(
    ({ slower, sex, ageYears, status }): RaceResult =>
      resultOf(status === 'finished' ? slower * targetS : null, { sex, ageYears, status }),
  );
  const edition: Edition = {
    ...EDITION,
    year: 2010 + i,
    results,
    splits: !hasSplits
      ? null
      : {
          stations: legs.map(({ leg }) => ({ name: leg.to.name, atM: leg.to.atM })),
          runners: kept.map(({ slower, status, reached }, r) => ({
            runner: String(r),
            result: results[r]!,
            departS: legs.map(() => null),
            arriveS: legs.map(({ arriveS }, leg) =>
              status === 'finished' || leg < reached ? slower * arriveS : null,
            ),
          })),
        },
  };
  return edition;
}

/** Past races, past editions with and without dropouts or splits, cutoffs, and what the athlete says of themselves. */
const anyChances = fc
  .record({
    race: anyRace,
    past: fc.array(
      fc.record({
        share: fc.double({ min: 0.3, max: 1.5, noNaN: true }),
        slower: fc.double({ min: 0.7, max: 1.4, noNaN: true }),
        isDnf: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    editions: fc.array(anyEdition, { maxLength: 4 }),
    cutoffs: fc.option(fc.double({ min: 0.8, max: 1.6, noNaN: true }), { nil: null }),
    sex: fc.constantFrom('F' as const, 'M' as const, null),
    ageYears: fc.option(fc.integer({ min: 30, max: 49 }), { nil: null }),
    times: fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: 2, maxLength: 5 }),
  })
  .map(({ race, past, editions, cutoffs, sex, ageYears, times }) => {
    const { course: bare, pace: open } = race;
    const closesS = (arriveS: number) => (cutoffs == null ? null : cutoffs * arriveS);
    const legs = bare.legs.map((leg, i) => ({
      ...leg,
      to: { ...leg.to, cutoffS: closesS(open.legs[i]!.departS) },
    }));
    const course = { ...bare, legs, finish: legs.at(-1)!.to };
    const pace = {
      ...open,
      legs: open.legs.map((planned, i) => {
        const { cutoffS } = legs[i]!.to;
        const cutoffMarginS = cutoffS == null ? null : cutoffS - planned.departS;
        return { ...planned, leg: legs[i]!, cutoffMarginS };
      }),
    };
    const timeGoals = [...times]
      .sort((a, b) => a - b)
      .map((share) => ({
        text: 'under',
        priority: 'A' as const,
        target: { kind: 'time' as const, targetS: share * open.targetS },
      }));
    const ladders = [timeGoals, ...LADDERS];
    const plan: Plan = {
      ...race.plan,
      goals: [FINISH, ...ladders.flat()],
      athlete: {
        ...race.plan.athlete,
        sex,
        ageYears,
        past: past.map(({ share, slower, isDnf }) => ({
          race: 'Spring',
          distanceM: share * course.distanceM,
          gainM: null,
          timeS: share * slower * open.targetS,
          outcome: isDnf ? { kind: 'dnf', atM: null } : { kind: 'finished' },
          year: null,
        })),
      },
    };
    const given = { ...race, plan, course, pace };
    const field = reviewField(
      editions.map((edition, i) => editionOf(edition, given, i)),
      plan,
    );
    return { ...given, ladders, field };
  });

/** Chances of the goals in order: the finish first, then ladder by ladder. */
function expectLaws(chances: readonly (number | null)[], ladders: readonly (readonly Goal[])[]) {
  const [finish, ...others] = chances;
  for (const chance of chances) {
    if (chance == null) continue;
    expect(chance).toBeGreaterThanOrEqual(0);
    expect(chance).toBeLessThanOrEqual(1);
  }
  if (finish != null) {
    for (const chance of others) expect(chance ?? 0).toBeLessThanOrEqual(finish + 1e-12);
  }
  let from = 0;
  for (const ladder of ladders) {
    const steps = others.slice(from, from + ladder.length);
    from += ladder.length;
    const known = steps.flatMap((chance) => chance ?? []);
    // what makes one place of a field known makes every lesser one known
    expect(steps.slice(0, steps.length - known.length).every((chance) => chance == null)).toBe(
      true,
    );
    for (const [i, chance] of known.entries()) {
      expect(chance).toBeGreaterThanOrEqual((known[i - 1] ?? 0) - 1e-12);
    }
  }
  return finish != null && others.some((chance) => chance != null);
}

describe('nothing is likelier than to finish, and what takes more is no likelier', () => {
  it('before the race', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyChances, ({ plan, course, pace, field, ladders }) => {
        const latestS = computeLatestFinish(pace);
        const chances = computeChances(plan.goals, course, plan.athlete, field, latestS);
        if (
          expectLaws(
            chances.map(({ probability }) => probability),
            ladders,
          )
        )
          seen += 1;
        // a chance of finishers is said to be one wherever the share of finishers is not known
        const isShareKnown = field.editions.some(
          ({ comparability, finishRatio }) => comparability.counts && finishRatio != null,
        );
        for (const { isIfFinishing } of chances) expect(isIfFinishing).toBe(!isShareKnown);
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(200);
  }, 120_000);

  it('during the race, wherever the log ends', () => {
    const raced = anyChances.chain((race) =>
      anyLogOf(race).chain((log) =>
        fc.double({ min: 0, max: 0.3, noNaN: true }).map((spread) => ({ race, log, spread })),
      ),
    );
    let seen = 0;
    fc.assert(
      fc.property(raced, ({ race, log, spread }) => {
        const { plan, course, pace, field, ladders } = race;
        const last = log.visits.at(-1)!;
        const here = pace.legs[last.place - 1]!;
        const slower = last.arriveS! / here.arriveS;
        const forecastAhead = pace.legs.slice(last.place).map(({ arriveS }) => {
          const medianS = last.arriveS! + slower * (arriveS - here.arriveS);
          return { medianS, earlyS: medianS * (1 - spread), lateS: medianS * (1 + spread) };
        });
        const { goals } = replanRace({
          plan,
          course,
          pace,
          log,
          field,
          results: null,
          forecastAhead,
        });
        if (
          expectLaws(
            goals.map(({ probability }) => probability),
            ladders,
          )
        )
          seen += 1;
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(200);
  }, 120_000);

  it('after the race: who has met a time or a place has finished', () => {
    const raced = anyChances.chain((race) =>
      anyLogOf(race).chain((log) => anyEdition.map((results) => ({ race, log, results }))),
    );
    let seen = 0;
    fc.assert(
      fc.property(raced, ({ race, log, results: drawn }) => {
        const { plan, course, pace, ladders } = race;
        const { results } = editionOf(drawn, race, 0);
        const { judgements } = reviewRace(plan, course, pace, log, results);
        const [finish, ...others] = judgements.map(({ status }) => status);
        if (others.includes('met')) {
          seen += 1;
          expect(finish).toBe('met');
        }
        const times = others.slice(0, ladders[0]!.length);
        expect(times.lastIndexOf('missed')).toBeLessThan(
          times.includes('met') ? times.indexOf('met') : times.length,
        );
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(100);
  }, 120_000);
});

it('the share of finishers is one, before the race, in the field and in it', () => {
  fc.assert(
    fc.property(anyChances, ({ plan, course, field }) => {
      const [finish] = computeChances([FINISH], course, plan.athlete, field, null);
      const shares = field.editions.flatMap(({ comparability, finishRatio }) =>
        comparability.counts && finishRatio != null ? [finishRatio] : [],
      );
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      if (shares.length > 0) expect(finish?.probability).toBeCloseTo(mean, 12);
      else expect(finish?.probability).toBeNull();
    }),
    { numRuns: 200, seed: 8 },
  );
}, 60_000);

it('top 5 is no likelier than top 10 where one edition tells only who the first five were', () => {
  const { plan, course } = flatFifty();
  const hours = (h: number, sex: 'F' | null = 'F') => resultOf(h * 3600, { sex });
  const edition = (year: number, results: RaceResult[]): Edition => ({
    ...EDITION,
    year,
    results,
    comparable: true,
  });
  const quick = edition(
    2020,
    [4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6, 4.7, 4.8, 4.9].map((h) => hours(h)),
  );
  const slow = edition(2021, [
    ...[7, 7.1, 7.2, 7.3, 7.4].map((h) => hours(h)),
    hours(7.5, null),
    ...[7.6, 7.7, 7.8, 7.9, 8, 8.1].map((h) => hours(h)),
  ]);
  const athlete = {
    ...plan.athlete,
    past: [
      {
        race: 'Spring',
        distanceM: 50_000,
        gainM: null,
        timeS: 6 * 3600,
        outcome: { kind: 'finished' as const },
        year: null,
      },
    ],
  };
  const goals = [goalOf('women top 5'), goalOf('women top 10')];
  const field = reviewField([quick, slow], { ...plan, goals, athlete });
  const [five, ten] = computeChances(goals, course, athlete, field);
  expect(five!.probability).toBeGreaterThan(0.4);
  expect(ten!.probability).toBeGreaterThanOrEqual(five!.probability!);
});
