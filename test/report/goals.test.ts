import { expect, it } from 'vitest';
import type { Athlete } from '../../src/domain/athlete.js';
import type { Goal } from '../../src/domain/goal.js';
import { reviewField } from '../../src/engine/field/field.js';
import { renderText } from '../../src/render/values.js';
import { verdictsBefore } from '../../src/report/goals.js';
import { NOTHING_KNOWN } from '../support/outlook.js';
import { planWithCourse } from '../support/plan.js';
import { resultOf } from '../support/race.js';

const PODIUM: Goal = {
  text: 'age group podium',
  priority: 'A',
  target: { kind: 'place', field: 'ageGroup', top: 3 },
};
const EDITION = {
  name: 'A race',
  year: 2020,
  file: 'results-2020.csv',
  distanceM: null,
  highC: null,
  results: [resultOf(30_000), resultOf(40_000)],
  splits: null,
  comparable: null,
};

function told(rest: Partial<Athlete>, editions = [EDITION]): string {
  const plan = planWithCourse({}, { goals: [PODIUM] });
  const field = reviewField(editions, { ...plan, athlete: { ...plan.athlete, ...rest } });
  const requirements = [{ goal: PODIUM, pace: null, planned: null }];
  const [verdict] = verdictsBefore({ requirements, chances: [], field, outlook: NOTHING_KNOWN });
  return renderText(verdict?.text ?? [], { units: 'metric' });
}

it.each([
  [{ sex: 'M', ageYears: 40 }, 'no past edition had so many finishers there'],
  [{ sex: 'M' }, 'no age in the plan'],
  [{ ageYears: 40 }, 'no sex in the plan'],
] as const)('a place for which nothing tells what it takes says why: %j', (athlete, why) => {
  expect(told(athlete)).toBe(why);
});

it('a place without past editions says so', () => {
  expect(told({ sex: 'M', ageYears: 40 }, [])).toBe('no past editions to tell what it takes');
});

it('of one edition there is no best and worst', () => {
  const results = [resultOf(30_000), resultOf(33_000), resultOf(36_000)];
  const edition = { ...EDITION, results };
  expect(told({ sex: 'M', ageYears: 40 }, [edition])).toBe(
    'took 10:00:00 in the one edition that tells',
  );
});
