/** Races of which something is known: past races and editions, cutoffs, goals of which some take more than others. */
import fc from 'fast-check';
import type { Goal } from '../../src/domain/goal.js';
import { parseGoal } from '../../src/domain/goal-grammar.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Edition, FinishStatus, RaceResult } from '../../src/domain/record.js';
import { reviewField } from '../../src/engine/field/field.js';
import { type AnyRace, anyRace } from './any-race.js';
import { resultOf } from './race.js';

export function goalOf(text: string): Goal {
  const target = parseGoal(text, 'metric');
  if (typeof target === 'string') throw new Error(target);
  return { text, priority: 'A', target };
}

export const FINISH = goalOf('finish');
const FIELDS = ['', 'age group ', 'women ', 'men ', 'gender '];
/** Each a goal that the next one takes less than. */
const LADDERS = FIELDS.map((field) =>
  ['win', 'podium', 'top 5', 'top 10', 'top 40'].map((place) => goalOf(`${field}${place}`)),
);

export const EDITION: Edition = {
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

export const anyEdition = fc.record({
  rows: fc.array(anyResult, { maxLength: 25 }),
  listsDropouts: fc.boolean(),
  hasSplits: fc.boolean(),
});
type EditionDrawn = typeof anyEdition extends fc.Arbitrary<infer T> ? T : never;

export function editionOf(
  { rows, listsDropouts, hasSplits }: EditionDrawn,
  race: AnyRace,
  i: number,
) {
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
            waveS: 0,
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
export const anyChances = fc
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
          dayAt: null,
          isYearAlone: false,
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
