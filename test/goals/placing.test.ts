import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Athlete, Sex } from '../../src/domain/athlete.js';
import type { Field, Goal } from '../../src/domain/goal.js';
import type { AgeGroup, RaceResult } from '../../src/domain/record.js';
import { reviewField } from '../../src/engine/field/field.js';
import { computePlacing, type Placing } from '../../src/engine/field/placing.js';
import { computeChances } from '../../src/engine/goals/probability.js';
import { judgeGoals } from '../../src/engine/goals/verdicts.js';
import { renderText } from '../../src/render/values.js';
import { verdictOf } from '../../src/report/verdicts.js';
import { outlookOf } from '../support/outlook.js';
import { planWithCourse } from '../support/plan.js';
import { flatFifty, resultOf } from '../support/race.js';

const HOUR = 3600;
const her: Athlete = {
  name: null,
  bib: null,
  ageYears: 47,
  sex: 'F',
  weightKg: null,
  sweatRateMlPerH: null,
  past: [
    {
      race: 'Spring 50K',
      distanceM: 50_000,
      gainM: null,
      timeS: 6 * HOUR,
      outcome: { kind: 'finished' },
      dayAt: null,
      isYearAlone: false,
    },
  ],
};

const goalFor = (field: Field, top: number): Goal => ({
  text: `${field} top ${top}`,
  priority: 'A',
  target: { kind: 'place', field, top },
});

/** The verdict on a place, of a finish after `finishS`. */
function judge(
  field: Field,
  top: number,
  results: readonly RaceResult[],
  finishS = 6 * HOUR,
  athlete = her,
) {
  const { course } = flatFifty();
  const ending = { kind: 'finished' as const, place: 5, at: course.finish, elapsedS: finishS };
  const [judgement] = judgeGoals([goalFor(field, top)], {
    athlete,
    ending,
    kpis: [],
    isTimed: false,
    isIntakePartlyUntold: false,
    results,
    cutoffsBroken: [],
  });
  return judgement!;
}

const textOf = (judgement: ReturnType<typeof judge>) =>
  renderText(verdictOf(planWithCourse({}), judgement).text, { units: 'metric' });

/** Third of three women, fourth of all. */
const times = [4, 5, 5.5, 6, 7].map((h) => h * HOUR);
const rowsWith = (of: (i: number) => Partial<RaceResult>) =>
  times.map((timeS, i) => resultOf(timeS, { sex: null, ageYears: null, line: i + 2, ...of(i) }));
const sexes: Sex[] = ['M', 'F', 'F', 'F', 'M'];

describe('a place in a field that the results do not tell', () => {
  const fields: Field[] = ['ageGroup', 'women', 'gender'];

  it.each(fields)('results without sex or age leave %s unknown, and say so', (field) => {
    const judgement = judge(
      field,
      3,
      rowsWith(() => ({})),
    );
    expect(judgement).toMatchObject({
      status: 'unknown',
      evidence: { kind: 'missing', what: 'sex not in results' },
    });
  });

  it('results with sex only leave the age group unknown, and tell the women', () => {
    const rows = rowsWith((i) => ({ sex: sexes[i]! }));
    expect(judge('ageGroup', 1, rows)).toMatchObject({
      status: 'unknown',
      evidence: { kind: 'missing', what: 'age not in results' },
    });
    expect(judge('women', 3, rows).status).toBe('met');
    expect(judge('women', 2, rows).status).toBe('missed');
  });

  it('is no group win for the third of three women where men have other groups', () => {
    const women: AgeGroup = { minYears: 45, maxYears: 49 };
    const men: AgeGroup = { minYears: 40, maxYears: 49 };
    const rows = rowsWith((i) => ({ sex: sexes[i]!, ageGroup: sexes[i] === 'F' ? women : men }));
    const judgement = judge('ageGroup', 1, rows);
    expect(judgement).toMatchObject({
      status: 'missed',
      evidence: { placing: { place: 3, starters: 3, group: women } },
    });
  });

  it('is unknown where her own sex has two groups for her age', () => {
    const groups = [
      { minYears: 40, maxYears: 49 },
      { minYears: 45, maxYears: 49 },
    ];
    const rows = rowsWith((i) => ({ sex: sexes[i]!, ageGroup: groups[i % 2]! }));
    expect(judge('ageGroup', 3, rows)).toMatchObject({
      status: 'unknown',
      evidence: { what: 'age groups unclear' },
    });
  });

  it('is decided where the runners in doubt cannot change it, and else says between what', () => {
    const rows = rowsWith((i) => ({ sex: sexes[i]!, ageYears: i === 1 ? null : 47 }));
    expect(judge('ageGroup', 3, rows)).toMatchObject({ status: 'met' });
    expect(judge('ageGroup', 1, rows)).toMatchObject({ status: 'missed' });
    const between = judge('ageGroup', 2, rows);
    expect(between).toMatchObject({
      status: 'unknown',
      evidence: { placing: { place: 2, worstPlace: 3, starters: null, doubt: 'members' } },
    });
    expect(verdictOf(planWithCourse({}), between).actual).toMatchObject({
      place: null,
      bestPlace: 2,
      worstPlace: 3,
    });
  });

  it('is none of the other sex', () => {
    const rows = rowsWith((i) => ({ sex: sexes[i]! }));
    expect(judge('men', 1, rows)).toMatchObject({
      status: 'unknown',
      evidence: { what: 'other sex' },
    });
  });

  it.each(fields)('history without sex or age tells no chance of %s', (field) => {
    const { plan, course } = flatFifty({ athlete: her, goals: [goalFor(field, 3)] });
    const edition = {
      name: 'Before',
      year: 2020,
      file: 'results-2020.csv',
      distanceM: null,
      highC: null,
      results: rowsWith(() => ({})),
      splits: null,
      comparable: null,
    };
    const review = reviewField([edition], plan);
    expect(computeChances(plan.goals, her, review, outlookOf(plan, course, review))).toMatchObject([
      { likelihood: 'unknown', probability: null },
    ]);
    const f = review.fields.findIndex((entry) => entry.field !== 'overall');
    expect(review.averages[f]).toEqual([]);
  });
});

describe("the runner's own row", () => {
  const official = (rest: Partial<RaceResult> = {}) =>
    rowsWith((i) => ({
      sex: sexes[i]!,
      ageYears: 47,
      ...(i === 3 ? { timeS: 6 * HOUR - 20, ...rest } : {}),
    }));

  it('without a bib is found by its time, sex and age; nobody is placed behind themselves', () => {
    const judgement = judge('overall', 4, official());
    expect(judgement).toMatchObject({
      status: 'met',
      evidence: { placing: { place: 4, starters: 5, ownRow: { line: 5, timeS: 6 * HOUR - 20 } } },
    });
    expect(textOf(judgement)).toContain('4th of 5; yours is line 5 of the results, 5:59:40');
  });

  it('is nobody else: not of the other sex, another age or another bib', () => {
    for (const rest of [{ sex: 'M' as const }, { ageYears: 30 }, { bib: '7' }]) {
      const placing = computePlacing(official(rest), 'overall', { ...her, bib: '5' }, 6 * HOUR);
      expect(placing).toMatchObject({ place: 5, starters: 6, ownRow: null });
    }
  });

  it('may be one of several: the place is told between them', () => {
    const rows = [...official(), resultOf(6 * HOUR - 40, { sex: 'F', ageYears: 47 })];
    expect(computePlacing(rows, 'overall', her, 6 * HOUR)).toMatchObject({
      place: 4,
      worstPlace: 5,
      doubt: 'own row',
    });
    expect(judge('overall', 4, rows).status).toBe('unknown');
    expect(judge('overall', 5, rows).status).toBe('met');
    expect(judge('overall', 3, rows).status).toBe('missed');
  });

  it('found by its bib counts with its official time, and is no finish when disqualified', () => {
    const bib = { bib: '5' };
    const placing = computePlacing(
      official({ ...bib, timeS: 5 * HOUR + 60 }),
      'overall',
      { ...her, ...bib },
      6 * HOUR,
    );
    expect(placing).toMatchObject({ place: 3, ownRow: { timeS: 5 * HOUR + 60 } });
    const out = computePlacing(
      official({ ...bib, status: 'dq' }),
      'overall',
      { ...her, ...bib },
      6 * HOUR,
    );
    expect(out).toBe('not a finisher in results');
  });
});

describe('a place', () => {
  const sex = fc.constantFrom<Sex>('M', 'F', 'X');
  const age = fc.integer({ min: 18, max: 79 });
  const status = fc.constantFrom<RaceResult['status']>(
    'finished',
    'finished',
    'finished',
    'dnf',
    'dns',
    'dq',
  );
  const row = fc
    .record({ timeS: fc.integer({ min: 18_000, max: 24_000 }), sex, ageYears: age, status })
    .map(({ timeS, ...rest }) => resultOf(rest.status === 'finished' ? timeS : null, rest));
  const athlete = fc
    .record({ sex, ageYears: age })
    .map((known): Athlete => ({ ...her, ...known, bib: 'own' }));
  const field = fc.constantFrom<Field>('overall', 'women', 'men', 'gender', 'ageGroup');
  const race = fc.record({
    others: fc.array(row, { minLength: 1, maxLength: 30 }),
    athlete,
    field,
    finishS: fc.integer({ min: 18_000, max: 24_000 }),
  });

  /** Counted by hand. */
  function countPlace(others: readonly RaceResult[], who: Athlete, field: Field, finishS: number) {
    const decade = (years: number) => Math.max(1, Math.floor(years / 10));
    const isIn = (r: RaceResult) =>
      field === 'overall' ||
      (field === 'women' && r.sex === 'F') ||
      (field === 'men' && r.sex === 'M') ||
      (field === 'gender' && r.sex === who.sex) ||
      (field === 'ageGroup' && r.sex === who.sex && decade(r.ageYears!) === decade(who.ageYears!));
    let place = 1;
    for (const r of others) if (isIn(r) && r.timeS != null && r.timeS < finishS) place += 1;
    return place;
  }
  const isOther = (field: Field, who: Athlete) =>
    (field === 'women' && who.sex === 'M') || (field === 'men' && who.sex === 'F');

  it('with complete results is what a count by hand gives, with the own row among them or not', () => {
    fc.assert(
      fc.property(race, fc.boolean(), ({ others, athlete: who, field, finishS }, isListed) => {
        fc.pre(!isOther(field, who));
        const own = resultOf(finishS, { sex: who.sex, ageYears: who.ageYears, bib: 'own' });
        const rows = others.map((r) => ({ ...r, bib: 'other' }));
        const placing = computePlacing(
          isListed ? [own, ...rows] : rows,
          field,
          who,
          finishS,
        ) as Placing;
        const place = countPlace(others, who, field, finishS);
        expect(placing).toMatchObject({ place, worstPlace: place, doubt: null });
      }),
      { seed: 8, numRuns: 1000 },
    );
  });

  it('with anything left out is met or missed only where the whole results would say the same', () => {
    const gaps = fc.infiniteStream(fc.constantFrom('sex', 'ageYears', 'timeS', null, null, null));
    fc.assert(
      fc.property(
        race,
        gaps,
        fc.integer({ min: 1, max: 8 }),
        ({ others, athlete: who, field, finishS }, gap, top) => {
          fc.pre(!isOther(field, who));
          const rows = others.map((r) => {
            const key = gap.next().value;
            return { ...r, bib: 'other', ...(key == null ? {} : { [key]: null }) };
          });
          const { status: verdict } = judge(field, top, rows, finishS, who);
          const isMet = countPlace(others, who, field, finishS) <= top;
          expect(['unknown', isMet ? 'met' : 'missed']).toContain(verdict);
        },
      ),
      { seed: 8, numRuns: 1000 },
    );
  });
});
