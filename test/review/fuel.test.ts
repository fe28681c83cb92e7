import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Intake, UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import { STANDARDS, sideOfStandard } from '../../src/engine/fuel/standards.js';
import { computeFuelReview, GAP_S } from '../../src/engine/review/fuel-review.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const CANAL = 'fixtures/review/fuel/splits.csv';

describe('forty kilometres with one long gap', () => {
  it('the gap is 62 minutes long, and lies between two places', async () => {
    const { nutrition } = await askJson('analyze', CANAL);
    expect(nutrition.gaps).toEqual([
      {
        fromS: 7200,
        toS: 10_920,
        after: 'Lock',
        afterM: 20_000,
        before: 'Finish',
        beforeM: 40_000,
      },
    ]);
  });

  it('carbs fall behind for good where the plan asks for the 130 g eaten by then: after 2:10', async () => {
    const { nutrition } = await askJson('analyze', CANAL);
    const carbs = nutrition.againstPlan.find((b: { nutrient: string }) => b.nutrient === 'carbG');
    expect(carbs).toMatchObject({ behindSinceS: 7800, behindOnLegTo: 'Finish', timed: true });
    expect(carbs.shortBy).toBeCloseTo(240 - 190, 6);
  });

  it('is told in words', async () => {
    const { stdout } = await raceplan('analyze', CANAL);
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('Carbs: behind plan for good after 2 h 10 min at 10:10');
    expect(text).toContain('1 h 2 min from 10:00 to 11:02 (Lock to Finish)');
    expect(text).toContain('low: fluid');
  });
});

const nutrition = (perHour: Partial<Intake>) => {
  const { plan } = flatFifty();
  return { ...plan.nutrition, perHour: { ...UNKNOWN_INTAKE, ...perHour } };
};
const HOURLY = flatFifty({ nutrition: nutrition({ carbG: 60 }) });
const carbs = (atS: number, carbG: number) => ({
  atS,
  place: null,
  item: 'gel',
  intake: { ...UNKNOWN_INTAKE, carbG },
  untold: [],
  line: 1,
});
const review = (
  visits: readonly (readonly [number, number])[],
  entries: ReturnType<typeof carbs>[],
) => {
  const { plan, course, pace } = HOURLY;
  const rows = visits.map(([arriveS, departS], i) =>
    visit(i + 1, arriveS, i === visits.length - 1 ? null : departS),
  );
  const log = logOf(rows, {
    finishS: visits.length === 5 ? visits[4]![0] : null,
    status: visits.length === 5 ? 'finished' : 'dnf',
    intakeEntries: entries,
  });
  return computeFuelReview(log, reviewRace(plan, course, pace, log, null));
};
const EVEN = [1, 2, 3, 4, 5].map((h) => [h * 4320, h * 4320] as const);

describe('against the plan', () => {
  it('who eats as planned keeps up, who eats less does not, and the shortfall is the difference', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 10, max: 40 }),
        fc.double({ min: 0.2, max: 1.5, noNaN: true }),
        (everyMin, share) => {
          const n = Math.floor(21_600 / (everyMin * 60));
          const entries = Array.from({ length: n }, (_, i) =>
            carbs((i + 1) * everyMin * 60, everyMin * share),
          );
          const [balance] = review(EVEN, entries).balances;
          expect(balance!.shortBy).toBeCloseTo(360 - n * everyMin * share, 6);
          expect(balance!.behindSinceS !== null).toBe(balance!.shortBy > 45);
        },
      ),
    );
  });

  it('gaps and eating fill the race: no gap holds an entry, none is short', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 21_600 }), { minLength: 1 }), (times) => {
        const { gaps } = review(
          EVEN,
          times.map((atS) => carbs(atS, 25)),
        );
        for (const { fromS, toS } of gaps!) {
          expect(toS - fromS).toBeGreaterThan(GAP_S);
          expect(times.some((atS) => atS > fromS && atS < toS)).toBe(false);
        }
      }),
    );
  });

  it('a stop of hours is a meal: nothing is missed in it', () => {
    const visits = [
      [4000, 4000],
      [8000, 16_000],
      [20_000, 20_000],
    ] as const;
    const every = (fromS: number, toS: number) =>
      Array.from({ length: Math.floor((toS - fromS) / 1800) }, (_, i) =>
        carbs(fromS + (i + 1) * 1800, 30),
      );
    const { gaps, balances } = review(visits, [...every(0, 8000), ...every(16_000, 20_000)]);
    expect(gaps).toEqual([]);
    expect(balances[0]!.behindSinceS).toBeNull();
  });

  it('without times there are no gaps to tell, and the total counts by station', () => {
    const { plan, course, pace } = HOURLY;
    const rows = EVEN.map(([atS], i) =>
      visit(i + 1, atS, i === 4 ? null : atS, {
        intake: { ...UNKNOWN_INTAKE, carbG: i < 2 ? 75 : 20 },
      }),
    );
    const log = logOf(rows, { finishS: 21_600, status: 'finished' });
    const { gaps, balances } = computeFuelReview(log, reviewRace(plan, course, pace, log, null));
    expect(gaps).toBeNull();
    expect(balances[0]).toMatchObject({ isTimed: false, behindSinceS: 2 * 4320 });
    expect(balances[0]!.behindOn!.name).toBe('Km 30');
  });
});

describe('slowing after little was eaten', () => {
  const early = [carbs(1800, 60), carbs(3600, 60)];
  const slow = [...EVEN.slice(0, 4), [4 * 4320 + 6000, 0] as const];

  it('is a coincidence worth a look', () => {
    const [found] = review(slow, early).coincidences;
    expect(found).toMatchObject({
      from: { name: 'Km 40' },
      since: { name: 'Km 20' },
      sinceS: 8640,
      carbG: 0,
    });
    expect(found!.plannedCarbG).toBeCloseTo(144, 6);
  });

  it('is none where enough was eaten, where nothing slowed, or where nobody logged', () => {
    const enough = Array.from({ length: 12 }, (_, i) => carbs((i + 1) * 1800, 30));
    expect(review(slow, enough).coincidences).toEqual([]);
    expect(review(EVEN, early).coincidences).toEqual([]);
    const { plan, course, pace } = HOURLY;
    const log = logOf(slow.map(([atS], i) => visit(i + 1, atS, i === 4 ? null : atS)));
    const told = computeFuelReview(log, reviewRace(plan, course, pace, log, null));
    expect(told).toEqual({ gaps: null, balances: [], coincidences: [] });
  });

  it('never claims to know why', async () => {
    const { stdout } = await raceplan('analyze', 'fixtures/races/vermont-100/splits.csv');
    expect(stdout).toContain('A coincidence worth a look, no proof');
  });
});

describe('the range of a standard', () => {
  const issn = STANDARDS['ISSN 2019'];
  const taken = (amounts: Partial<Intake>): Intake => ({ ...UNKNOWN_INTAKE, ...amounts });

  it.each([
    ['carbG', { carbG: 29 }, 'low'],
    ['carbG', { carbG: 30 }, null],
    ['carbG', { carbG: 51 }, 'high'],
    ['carbG', {}, null],
    ['caffeineMg', { caffeineMg: 900 }, null],
    ['sodiumMg', { sodiumMg: 287, fluidMl: 500 }, 'low'],
    ['sodiumMg', { sodiumMg: 288, fluidMl: 500 }, null],
    ['sodiumMg', { sodiumMg: 300, fluidMl: 0 }, null],
    ['sodiumMg', { sodiumMg: 300 }, null],
  ] as const)('%s of %j is %s', (nutrient, amounts, side) => {
    expect(sideOfStandard(issn, nutrient, taken(amounts))).toBe(side);
  });

  it('of sodium has an upper end where the standard has one', () => {
    const salty = taken({ sodiumMg: 1600, fluidMl: 1000 });
    expect(sideOfStandard(STANDARDS['high-carb'], 'sodiumMg', salty)).toBe('high');
    expect(sideOfStandard(issn, 'sodiumMg', salty)).toBeNull();
  });
});
