import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const nutritionOf = async (...argv: string[]) =>
  JSON.parse((await raceplan('build', ...argv, '--format', 'json')).stdout).nutrition;

const OZ = 29.5735295625;

describe('Pine Creek, by hand', () => {
  // 54:05 and 56:53 at 45 g, 220 kcal, 20 oz and 500 mg an hour
  it('starts with a gel and a bottle of mix, for 40.6 g, 198 kcal, 18.0 oz and 451 mg', async () => {
    const { refills, cues } = await nutritionOf('fixtures/races/pine-creek-100k');
    const [start, junction] = refills;
    expect(start).toMatchObject({
      station: 'Start',
      until: 'Wellsboro Junction',
      // the mix of the next leg as well: at Wellsboro Junction nobody of the crew waits
      taken: [
        { product: 'gel', units: 1, source: 'start' },
        { product: 'drink mix', units: 2, source: 'start' },
      ],
      eaten: [
        { product: 'gel', units: 1 },
        { product: 'drink mix', units: 1 },
      ],
    });
    const planned = Object.fromEntries(
      start.balances.map(({ nutrient, planned: amount }: { nutrient: string; planned: number }) => [
        nutrient,
        amount,
      ]),
    );
    expect(planned).toMatchObject({ carbG: 25 + 20, energyKcal: 100 + 80, sodiumMg: 60 + 300 });
    expect(planned.fluidMl).toBeCloseTo((20 * OZ * 3245) / 3600, -1);
    expect(start.waterDrunkMl).toBeCloseTo(planned.fluidMl - 16 * OZ, 2);
    expect(start.bottles).toMatchObject([{ product: 'drink mix' }, { product: null }]);
    expect(start.bottles[0].filledMl).toBeCloseTo(16 * OZ, 2);
    expect(start.bottles[1].filledMl).toBeCloseTo(20 * OZ, 2);

    // 42.7 g: the 4.4 g too many before are taken off, 38.3 g are nearest to the mix and pretzels
    expect(junction.taken).toEqual([{ product: 'pretzels', units: 1, source: 'aid station' }]);
    expect(junction.eaten).toContainEqual({ product: 'drink mix', units: 1 });
    expect(junction.carried).toEqual([{ product: 'drink mix', units: 1 }]);

    expect(cues[0]).toMatchObject({ elapsedS: 1800, when: 'way' });
    expect(cues[0].portions).toEqual([{ product: 'gel', units: 1 }]);
    expect(cues[0].drinkMl).toBeCloseTo(10 * OZ, 0);
  });

  it('takes nothing from the crew where it does not wait', async () => {
    const { refills } = await nutritionOf('fixtures/races/pine-creek-100k');
    for (const { station, taken } of refills) {
      for (const { source } of taken) {
        if (source === 'crew') expect(['Asaph', 'Darling Run']).toContain(station);
        if (source === 'drop bag') expect(['Asaph', 'Blackwell']).toContain(station);
      }
    }
  });
});

const plan = (products: string, rest = '') =>
  planFile(`race: { name: Ten legs }
course:
  distance: 100 km
  stations:
${[10, 20, 30, 40, 50, 60, 70, 80, 90].map((km) => `    - { name: Km ${km}, at: ${km} km, crew: true, stop: 0 min${rest} }`).join('\n')}
pacing: { target: "10:00", fade: 0% }
nutrition:
  per_hour: { calories: 200 kcal, carbs: 50 g, fluid: 600 ml, sodium: 400 mg }
  carry: { bottles: [500 ml, 1 l bladder] }
  products: [${products}]
`);

interface Refill {
  station: string;
  eaten: { product: string; units: number }[];
  bottles: { kind: string; product: string | null; filledMl: number }[];
}

const eatenOf = (refills: Refill[], name: string) =>
  refills.map(({ eaten }) => eaten.find(({ product }) => product === name)?.units ?? 0);

describe('a mix', () => {
  const GEL = '{ name: gel, carbs: 25 g, calories: 100 kcal, sodium: 200 mg }';

  it('is two gels an hour where these are all that is needed', async () => {
    const { refills, shopping, shortfalls } = await nutritionOf(plan(GEL));
    expect(eatenOf(refills, 'gel')).toEqual(Array(10).fill(2));
    // 20 and one in ten
    expect(shopping).toEqual([{ product: 'gel', start: 2, crew: 18, dropBag: 0, spare: 2 }]);
    expect(shortfalls).toEqual([]);
  });

  it('spreads the few there are over the race', async () => {
    const few = '{ name: bar, carbs: 25 g, calories: 100 kcal, sodium: 200 mg, at_most: 5 }';
    const { refills } = await nutritionOf(plan(`${few}, ${GEL}`));
    const bars = eatenOf(refills, 'bar');
    const [first, second] = [bars.slice(0, 5), bars.slice(5)].map((half) =>
      half.reduce((a, b) => a + b, 0),
    );
    expect(first! + second!).toBe(5);
    expect(Math.abs(first! - second!)).toBe(1);
  });

  it('waits for what comes later, and says what nothing holds', async () => {
    const late = '{ name: cola gel, carbs: 25 g, calories: 100 kcal, after: 5 h }';
    const { refills } = await nutritionOf(plan(late));
    expect(eatenOf(refills, 'cola gel').slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(Math.min(...eatenOf(refills, 'cola gel').slice(5))).toBeGreaterThan(0);
    const { stdout } = await raceplan('build', plan(late));
    expect(stdout).toContain('Sodium: no product holds any; 4,000 mg needed.');
  });

  it('goes into the bottle that it fills best', async () => {
    const mix = '{ name: mix, per: 500 ml, carbs: 50 g, calories: 200 kcal, sodium: 400 mg }';
    const { refills } = await nutritionOf(plan(mix));
    for (const { bottles } of refills as Refill[]) {
      const filled = bottles.filter(({ product }) => product === 'mix');
      expect(filled.map(({ kind }) => kind)).toEqual(['bottle']);
    }
  });
});

it('what rounding leaves over does not add up from table to table', async () => {
  // 20 min apart, 14 g each: a gel at every second one, though salt is short
  const stations = Array.from({ length: 60 }, (_, i) => `{ name: T${i}, at: ${(i + 1) * 2.6} km }`);
  const { planned } = await nutritionOf(
    planFile(`race: { name: Sixty tables }
course: { distance: 160 km, stations: [${stations.join()}] }
pacing: { target: "22:00" }
nutrition: { products: [{ name: gel, carbs: 25 g, sodium: 60 mg }] }
`),
  );
  // 22 h at 40 g
  const carbs = planned.find(({ nutrient }: { nutrient: string }) => nutrient === 'carbG');
  expect(Math.abs(carbs.planned - 880)).toBeLessThanOrEqual(25);
});

it('what tables serve is theirs alone, and that is said', async () => {
  const { stdout } = await raceplan(
    'build',
    planFile(`race: { name: Wald }
course: { distance: 40 km, stations: [{ name: Hütte, at: 20 km, fare: [Gele, Wasser] }] }
pacing: { target: "4:00" }
nutrition: { products: [{ name: Gel, carbs: 25 g }, { name: bar, carbs: 30 g }] }
`),
  );
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
    'Assumed: from the tables alone, which serve them: Gel (`from` would say otherwise); ',
  );
});

it('a crew that stands just beyond a table is not passed by', async () => {
  const { refills } = await nutritionOf(
    planFile(`race: { name: Two places }
course:
  distance: 40 km
  stations:
    - { name: Table, at: 10 km, fare: [gels] }
    - { name: Crew, at: 11 km, crew: true }
    - { name: Tap, at: 25 km }
pacing: { target: "4:00" }
nutrition: { products: [{ name: gel, carbs: 25 g, calories: 100 kcal, from: [crew, aid station] }] }
`),
  );
  const taken = refills.flatMap((refill: { station: string; taken: { source: string }[] }) =>
    refill.taken.map(({ source }) => [refill.station, source]),
  );
  expect(taken).toContainEqual(['Crew', 'crew']);
  const units = (key: 'taken' | 'eaten') =>
    refills
      .flatMap((refill: Record<'taken' | 'eaten', { units: number }[]>) => refill[key])
      .reduce((sum: number, one: { units: number }) => sum + one.units, 0);
  expect(units('taken')).toBe(units('eaten'));
});

const FIFTY = `race: { name: Fifty }
course:
  distance: 50 km
  stations: [{ name: Mill, at: 12 km }, { name: Bridge, at: 25 km }, { name: School, at: 38 km }]
pacing: { target: "6:00" }
`;

describe('a drink', () => {
  it('that fits in no bottle is not waited for, and said so', async () => {
    const litre = planFile(`${FIFTY}nutrition:
  carry: { bottles: [500 ml, 500 ml] }
  products: [{ name: mix, per: 1 l, carbs: 80 g, sodium: 700 mg }, { name: gel, carbs: 25 g }]
`);
    const { planned } = await nutritionOf(litre);
    const carbs = planned.find(({ nutrient }: { nutrient: string }) => nutrient === 'carbG');
    // 6 h at 40 g
    expect(Math.abs(carbs.planned - 240)).toBeLessThanOrEqual(25);
    const { stdout } = await raceplan('build', litre);
    expect(stdout).toContain('Not used: mix (a serving of 1,000 ml fits in no bottle).');
  });

  it('is filled up before water is short, also where the next place has none', async () => {
    const { shortfalls, refills } = await nutritionOf(
      planFile(`race: { name: Dry }
course:
  distance: 30 km
  stations: [{ name: Hut, at: 10 km, crew: true, water: false }, { name: Tap, at: 20 km }]
pacing: { target: "3:00", fade: 0% }
stops: { default: 0 min }
nutrition:
  per_hour: { carbs: 40 g, fluid: 800 ml, sodium: 0 mg }
  carry: { bottles: [800 ml, 800 ml] }
  products:
    - { name: mix, per: 500 ml, carbs: 40 g, from: [start] }
    - { name: gel, carbs: 40 g, from: [crew] }
`),
    );
    // 800 ml to the hut, 800 ml on to the tap: 300 ml of water on the powder, the other bottle of water untouched
    const [start] = refills;
    expect(start.bottles.map((b: { filledMl: number }) => Math.round(b.filledMl))).toEqual([
      800, 800,
    ]);
    expect(start.waterLeftMl).toBeCloseTo(800, 0);
    expect(shortfalls.filter((s: { nutrient: string }) => s.nutrient === 'fluidMl')).toEqual([]);
  });

  it('is carried in what it needs where nobody tells bottles, and that is said', async () => {
    const { stdout } = await raceplan(
      'build',
      planFile(`${FIFTY}nutrition:
  products: [{ name: mix, per: 500 ml, carbs: 40 g, sodium: 300 mg }]
`),
    );
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(said).toContain('Assumed: as much is carried as is drunk: no `carry` is told;');
    expect(said).not.toContain('water 0 ml');
  });
});

describe('the pages', () => {
  const wide = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));
  const LAPS = `race: { name: Track, start: 2025-06-14 07:00, timezone: Europe/Zurich }
course:
  distance: 160 km
  laps: 100
  stations: [{ name: Tent, at: 1.6 km, crew: true, fare: [cola, soup], stop: 30 s }]
pacing: { target: "22:00" }
nutrition:
  carry: { bottles: [500 ml] }
  products:
    - { name: gel, carbs: 25 g, calories: 100 kcal, sodium: 60 mg }
    - { name: drink mix, per: 500 ml, carbs: 30 g, calories: 120 kcal, sodium: 300 mg }
    - { name: bar, carbs: 28 g, calories: 180 kcal }
    - { name: salt cap, sodium: 215 mg }
    - { name: cola, per: 200 ml, carbs: 22 g, calories: 90 kcal, after: 4 h }
    - { name: soup, per: 200 ml, carbs: 8 g, calories: 50 kcal, sodium: 400 mg }
`;

  it('of a hundred laps are no longer than those of twenty legs', async () => {
    const { stdout } = await raceplan('build', planFile(LAPS));
    const [, take = ''] = stdout.split('What to take\n');
    expect(take.split('\n\n')[0]!.split('\n').length).toBeLessThan(40);
    expect(stdout).not.toContain('When to eat');
    expect(wide(stdout)).toBeLessThanOrEqual(80);
    const all = (await raceplan('build', planFile(LAPS), '--all-laps')).stdout;
    expect(all).toContain('When to eat');
    expect(wide(all)).toBeLessThanOrEqual(80);
  });

  it('tell places apart that are passed again, and which of them the water does not reach', async () => {
    const { stdout } = await raceplan(
      'build',
      planFile(`race: { name: Ten laps }
course:
  distance: 100 km
  laps: 10
  stations: [{ name: Tent, at: 10 km, crew: true }]
pacing: { target: "11:00", fade: 0% }
nutrition: { carry: { bottles: [500 ml] }, products: [{ name: gel, carbs: 25 g, from: [start] }] }
`),
    );
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(said).toMatch(/short on the way to Tent at \d0\.0 km, and less on 9 other legs/);
    expect(said).toMatch(
      /ml from Tent \(\d+(?:st|nd|rd|th)\) to Tent \(\d+(?:nd|rd|th)\), less on 9 other stretches/,
    );
  });

  it('of one stretch say what is short once, and what the calories come to', async () => {
    const { stdout } = await raceplan(
      'build',
      planFile(`race: { name: Alone }
course: { distance: 50 km }
pacing: { target: "6:00" }
nutrition:
  carry: { bottles: [1.5 l bladder] }
  products: [{ name: gel, carbs: 25 g, calories: 90 kcal }]
`),
    );
    const said = stdout.replaceAll(/\s+/g, ' ');
    expect(said).toContain('Fluid: 2,100 ml short of 3,600 ml in all. ');
    // 9 or 10 gels for 240 g
    expect(said).toMatch(
      /Calories come to (810|900) kcal; without a target of your own none is aimed at\./,
    );
    expect(said).toContain('water 1,500 ml (bladder)');
  });

  it('of legs shorter than a cue say what is drunk in all, and when to eat on the way', async () => {
    const { stdout } = await raceplan(
      'build',
      planFile(`race: { name: Short legs }
course: { distance: 20 km, stations: [{ name: Mill, at: 10 km }] }
pacing: { target: "1:40", fade: 0% }
stops: { default: 0 min }
nutrition: { every: 1 h, products: [{ name: gel, carbs: 40 g }] }
`),
    );
    const [, cues = ''] = stdout.split('When to eat and drink');
    expect(cues).toMatch(/Mill +0:00:00 +500 ml, 17 swallows in all +0:25 h gel/);
    expect(cues).toMatch(/Finish +0:50:00 +500 ml, 17 swallows in all +1:00 h gel/);
  });

  it('count as many swallows as ounces', async () => {
    const { stdout } = await raceplan('build', 'fixtures/races/vermont-100');
    const drinks = [...stdout.matchAll(/(\d+) oz, (\d+) swallows/g)];
    expect(drinks.length).toBeGreaterThan(5);
    for (const [, ounces, swallows] of drinks) expect(swallows).toBe(ounces);
  });

  it('of a hundred laps take no time', async () => {
    const file = planFile(LAPS);
    const bare = planFile(LAPS.replace(/ {2}products:[\s\S]*$/, ''));
    const timeOf = async (plan: string) => {
      const fromMs = performance.now();
      await raceplan('build', plan);
      return performance.now() - fromMs;
    };
    await timeOf(file);
    await timeOf(bare);
    // 0.1 s on an idle machine
    expect((await timeOf(file)) - (await timeOf(bare))).toBeLessThan(1000);
  });
});
