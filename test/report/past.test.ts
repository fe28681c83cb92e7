import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelihoodOf } from '../../src/engine/goals/probability.js';
import { formatChance } from '../../src/render/values.js';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const PAST_FILE = 'fixtures/plan/past-file';

interface Past {
  races?: readonly string[];
  results?: string;
  goals?: string;
  start?: string;
}

/** A plan of 100 km with these past races, and an edition of which these are the results. */
function plan({ races = [], results, goals = 'under 12h, finish', start }: Past): string {
  const text = [
    `race: { name: Loop${start ? `, start: ${start}, timezone: Europe/Paris` : ''} }`,
    'course: { distance: 100 km, gain: 2000 m }',
    `goals: [${goals}]`,
    'pacing: { target: "11:30" }',
    ...(results ? ['history: [results-2017.csv]'] : []),
    ...(races.length > 0
      ? ['athlete:', '  past:', ...races.map((race) => `    - { ${race} }`)]
      : []),
  ].join('\n');
  return planFile(text, results ? { 'results-2017.csv': results } : {});
}

const ALIKE = [
  'race: Hill 100, distance: 100 km, gain: 2000 m, date: 2018-04-01, time: "11:50:00"',
  'race: Dale 100, distance: 100 km, gain: 2000 m, date: 2018-04-01, time: "12:10:00"',
  'race: Moor 100, distance: 100 km, gain: 2000 m, date: 2018-04-01, time: "12:00:00"',
];
const START = '2018-09-08 07:00';
const RESULTS = `place,time,status\n${[11, 12, 13, 14]
  .map((h, i) => `${i + 1},${h}:00:00,finished`)
  .join('\n')}\n,,DNF\n`;

const built = async (past: Past, ...argv: string[]) =>
  (await raceplan('build', plan(past), ...argv)).stdout;
const goalsOf = (text: string) => /^Goals\n([\s\S]*?)\n\n/m.exec(text)?.[1]?.replace(/\n +/g, ' ');

describe('a chance', () => {
  it('is told in percents when several races tell it', async () => {
    expect(await built({ races: ALIKE, start: START })).toMatch(/possible \(\d\d%\) +A +under 12h/);
  });

  it('of one race is about so many in ten, wherever it is printed; data keep the number', async () => {
    const past = { races: ALIKE.slice(0, 1), start: START };
    for (const format of ['terminal', 'markdown', 'junit']) {
      const text = (await built(past, '--format', format)).replaceAll('\\', '');
      expect(text).toMatch(/possible \(about \d in \d\)/);
      expect(text).not.toMatch(/(?:possible|likely) \(\d+%\)/);
    }
    const { verdicts } = JSON.parse(await built(past, '--format', 'json'));
    expect(verdicts[0].probability).toBeGreaterThan(0.3);
    expect(verdicts[0].probability).toBeLessThan(0.6);
  });

  it('of several races of which only one is like this counts as of one', async () => {
    const races = [ALIKE[0]!, 'race: Ten, distance: 10 km, date: 2012-04-01, time: "1:00:00"'];
    expect(await built({ races, start: START })).toMatch(/possible \(about \d in \d\) +A +under/);
  });

  it('to finish is told by past editions to the percent, that of a time is not', async () => {
    const text = await built({ races: ALIKE.slice(0, 1), results: RESULTS, start: START });
    expect(text).toMatch(/under 12h/);
    expect(text).toMatch(/(?:possible|unlikely) \((?:about|under) \d+ in \d+\) +A +under 12h/);
    expect(text).toMatch(/\(\d\d%\) +A +finish/);
  });

  it('said in words is never likelier than its verdict, or less likely', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        const [, part = 0, of = 1] = /(\d+) in (\d+)/.exec(formatChance(chance, true)) ?? [];
        const said = Number(part) / Number(of);
        expect(Math.abs(said - chance)).toBeLessThanOrEqual(0.15);
        expect(likelihoodOf(said)).toBe(likelihoodOf(chance));
      }),
    );
  });
});

describe('under the goals', () => {
  it('stands what the chances rest on', async () => {
    const text = await built({ races: ALIKE, results: RESULTS, start: START });
    expect(goalsOf(text)).toMatch(
      / Your 3 races say \d+:\d\d h to \d+:\d\d h \(8 times in 10\), middle \d+:\d\d h\. To finish: \d\d%; in 1 past edition 80% did\. Every chance of a time or a place counts it\.$/,
    );
  });

  it('stands nothing that the goals do not ask', async () => {
    const text = await built({ races: ALIKE, goals: 'carbs >= 40 g/h', start: START });
    expect(text).not.toContain('Your 3 races');
  });

  it('stands what was taken for granted', async () => {
    const races = [
      'race: Hill 100, distance: 100 km, date: 2018-04-01, time: "11:50:00"',
      'race: Dale 100, distance: 100 km, gain: 2000 m, time: "12:10:00"',
      'race: Moor 100, distance: 100 km, gain: 2000 m, year: 2017, time: "12:10:00"',
    ];
    const text = await built({ races, start: START });
    expect(goalsOf(text)).toContain(
      'Assumed, where the plan does not say: Hill 100 flat; Dale 100 18 months ago; Moor 100 in July.',
    );
    expect(await built({ races: ALIKE })).toContain('every race 18 months ago');
  });

  it('stands nothing of the race itself, though it starts in the evening', async () => {
    const races = [
      'race: This one, distance: 100 km, gain: 2000 m, date: 2018-09-08, time: "9:00:00"',
    ];
    const text = await built({ races: [...ALIKE, ...races], start: '2018-09-08 18:00' });
    expect(text).toContain('Your 3 races say');
  });

  it('stands why nothing is known', async () => {
    expect(await built({})).toContain('No past races are given (`athlete: { past: … }`)');
    const dnf = ['race: Hill 100, distance: 100 km, result: DNF at 60 km'];
    expect(await built({ races: dnf })).toContain('No past race was finished before this one');
  });
});

describe('--explain', () => {
  it('shows what each race says by itself, and how much it counts', async () => {
    const { stdout } = await raceplan('build', PAST_FILE, '--explain');
    const table = /What your past races say\n([\s\S]*?)\n\n/.exec(stdout)?.[1] ?? '';
    const weights = [...table.matchAll(/ (\d+)% /g)].map(([, weight]) => Number(weight));
    const [total, ...parts] = weights.toReversed();
    expect(parts).toHaveLength(4);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(100);
    expect(total).toBe(100);
    // the hundred miles of a year ago tell more than 50 km of the same year, the flat 50 too
    expect(table.indexOf('Rim 100')).toBeLessThan(table.indexOf('Mesa 50K'));
    expect(table).toMatch(/Foothills 50 .* 18 \* /);
    expect(table.replace(/\s+/g, ' ')).toContain(
      'Not counted: Bear 100 (not finished) and Desert 60K (not before this race).',
    );
  });

  it('says the same in JSON', async () => {
    const { stdout } = await raceplan('build', PAST_FILE, '--format', 'json');
    const { finish } = JSON.parse(stdout);
    expect(finish.races).toHaveLength(4);
    expect(
      finish.races.map(({ race, date }: { race: string; date: string }) => [race, date]),
    ).toEqual([
      ['Mesa 50K', '2018-03-10'],
      ['Rim 100', '2018-09-15'],
      ['Foothills 50', null],
      ['River 50', '2019-05-18'],
    ]);
    expect(finish.earlyS).toBeLessThan(finish.medianS);
    expect(finish.lateS).toBeGreaterThan(finish.medianS);
    expect(finish.finishRatio).toBeLessThan(1);
  });
});
