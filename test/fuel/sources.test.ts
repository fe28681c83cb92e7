import { describe, expect, it } from 'vitest';
import type { CrewMember } from '../../src/domain/crew.js';
import type { Product } from '../../src/domain/nutrition.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { isServedAs } from '../../src/engine/fuel/fare.js';
import { computeSources } from '../../src/engine/fuel/sources.js';
import { NO_CREW, NO_NUTRITION, planWithCourse, product, station } from '../support/plan.js';

describe('what a table serves', () => {
  it.each([
    ['boiled potato', 'boiled potatoes with salt'],
    ['banana', 'bananas'],
    ['sandwich quarter', 'sandwiches'],
    ['soup', 'hot soup'],
    ['Cola', 'cola'],
    ['cup of broth', 'broth'],
    ['cookie', 'oatmeal cookies'],
    ['berry', 'berries'],
    ['half banana', 'bananas'],
    ['orange', 'oranges'],
    ['Banane', 'Bananen'],
    ['Kartoffel', 'Kartoffeln'],
    ['Brot', 'Brote'],
    ['Gel', 'Gele'],
    ['Apfel', 'Äpfel'],
    ['Melone', 'Melonen'],
  ])('is %s, where it is called %s', (name, fare) => {
    expect(isServedAs(name, fare)).toBe(true);
  });

  it.each([
    ['drink mix', 'sports drink'],
    ['potato', 'potato chips'],
    ['salt cap', 'boiled potatoes with salt'],
    ['caffeine gel', 'gels'],
    ['orange juice', 'oranges'],
    ['gel', 'bagel'],
    ['bar', 'barley soup'],
    ['ham', 'hamburger'],
  ])('is not %s, where there is %s', (name, fare) => {
    expect(isServedAs(name, fare)).toBe(false);
  });
});

/** Start, Ford (crew, bags), Mill (crew), Hill (bags), Ford again (crew, bags), Finish. */
function sourcesOf(some: Product, people: readonly CrewMember[] = []) {
  const there = { crew: true, dropBag: true };
  const stations = [
    station('Ford', 10_000, { ...there, fare: ['cola'] }),
    station('Mill', 20_000, { crew: true, fare: ['bananas'] }),
    station('Hill', 30_000, { dropBag: true, fare: ['cola'] }),
    station('Ford', 40_000, there),
    station('End', 50_000, there),
  ];
  const plan = planWithCourse(
    { distanceM: 50_000, stations },
    {
      crew: { ...NO_CREW, people },
      nutrition: { ...NO_NUTRITION, products: [some] },
    },
  );
  const { value: course } = buildCourse(plan, null);
  return computeSources(plan, course!).get(some);
}

const gel = product('gel', { carbG: 25 });
const at = (...places: string[]): CrewMember[] => [{ name: 'Alex', role: 'crew', at: places }];

describe('a product can be had', () => {
  it('of the own: at the start, from the crew, else out of the bag; never at the finish', () => {
    expect(sourcesOf(gel)).toEqual(['start', 'crew', 'crew', 'drop bag', 'crew', null]);
  });

  it('from the crew only where somebody waits', () => {
    const bag = 'drop bag';
    expect(sourcesOf(gel, at('Mill'))).toEqual(['start', bag, 'crew', bag, bag, null]);
    expect(sourcesOf(gel, at('Ford 2nd visit'))).toEqual(['start', bag, null, bag, 'crew', null]);
    // nobody hands anything over where no crew may come, whatever the plan says of people
    expect(sourcesOf(gel, at('Hill'))).toEqual(['start', bag, null, bag, bag, null]);
  });

  it('where its plan says', () => {
    const from = (...sources: NonNullable<Product['from']>) => ({ ...gel, from: sources });
    expect(sourcesOf(from('drop bag'))).toEqual([
      null,
      'drop bag',
      null,
      'drop bag',
      'drop bag',
      null,
    ]);
    expect(sourcesOf(from('start'))).toEqual(['start', null, null, null, null, null]);
    // no table names gels: those of which nothing is told
    expect(sourcesOf(from('aid station'))).toEqual([null, null, null, null, 'aid station', null]);
  });

  it('of what a table serves: there', () => {
    const table = 'aid station';
    const cola = product('cola', { carbG: 26 }, { servingMl: 240 });
    expect(sourcesOf(cola)).toEqual([null, table, null, table, null, null]);
    expect(sourcesOf({ ...cola, from: ['aid station', 'crew'] })).toEqual([
      null,
      'crew',
      'crew',
      table,
      'crew',
      null,
    ]);
  });
});
