import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RaceLog } from '../../src/domain/record.js';
import { compareRaces } from '../../src/engine/lessons/compare.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { sum } from '../../src/kernel/stats.js';
import { type AnyRace, anyLogOf, anyRace } from '../support/any-race.js';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';
import { planFile } from '../support/plan-file.js';

const PINE = 'fixtures/races/pine-creek-100k';
const VERMONT = 'fixtures/races/vermont-100';
const widest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));
const flat = (text: string) => text.replace(/\s+/g, ' ');

describe('Vermont and Pine Creek', () => {
  it.each([
    ['compare.txt', []],
    ['compare.md', ['--format', 'markdown', '--units', 'metric']],
    ['compare.json', ['--format', 'json']],
  ])('side by side: %s', async (golden, more) => {
    const { status, stdout } = await raceplan('compare', VERMONT, PINE, ...more);
    // the goals of Vermont were missed
    expect(status).toBe(1);
    if (golden.endsWith('.txt')) expect(widest(stdout)).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot(`golden/${golden}`);
  });

  it('tell what changed from the one that failed to the one that worked', async () => {
    const { stdout } = await raceplan('compare', PINE, VERMONT);
    const said = flat(stdout);
    expect(said).toContain('Last quarter against the first, for equal effort: +78%, then +4%.');
    expect(said).toContain('Median stop: 10 min 30 s, then 4 min');
    expect(said).toContain('Carbs: 39 g/h, then 49 g/h; in the second half 28 g/h, then 51 g/h.');
    const { races } = await askJson('compare', PINE, VERMONT);
    const status = (begins: string) =>
      races[1].lessons.find(({ lesson }: { lesson: string }) => lesson.startsWith(begins)).status;
    expect(status('carry a spare headlamp')).toBe('acted on');
    expect(status('keep up carbs')).toBe('acted on');
    expect(status('plan 10 min 30 s a stop')).toBe('not acted on');
    expect(status('decide what to do about lower back')).toBe('cannot tell');
    const [evidence] = races[1].lessons.find(({ lesson }: { lesson: string }) =>
      lesson.startsWith('plan 10'),
    ).evidence;
    expect(evidence.text).toContain('37:00 at aid stations, plan 25:00');
  });

  it('are the same in whatever order and by whatever name they are given', async () => {
    const ways = [
      [VERMONT, PINE],
      [PINE, VERMONT],
      [`${PINE}/race.yaml`, `${VERMONT}/splits.csv`],
    ];
    const [first, ...others] = await Promise.all(ways.map((way) => askJson('compare', ...way)));
    for (const other of others) expect(other.races).toEqual(first.races);
  });

  it('say of each race what analyze says of it', async () => {
    const { races, verdicts } = await askJson('compare', VERMONT, PINE);
    const alone = await Promise.all(
      [VERMONT, PINE].map((race) => askJson('analyze', `${race}/splits.csv`)),
    );
    races.forEach((race: Record<string, unknown>, i: number) => {
      expect(race.kpis).toEqual(alone[i].kpis);
      expect(race.race).toEqual(alone[i].race);
      const { probability: _, ...first } = alone[i].verdicts[0];
      expect((race.verdicts as unknown[])[0]).toEqual(first);
    });
    expect(verdicts.map(({ goal }: { goal: string }) => goal)).toContain(
      'Pine Creek Challenge 100K 2018: under 12h',
    );
  });

  it('judges nothing by a race that came later', async () => {
    const { races } = await askJson('compare', VERMONT, PINE);
    expect(races[0].lessons).toEqual([]);
    const froms = races[1].lessons.map(({ from }: { from: string }) => from);
    expect([...new Set(froms)]).toEqual(['Vermont 100', 'Vermont 100 Mile 2017']);
  });

  it('exits 0 where only what was met is judged', async () => {
    expect((await raceplan('compare', PINE, PINE)).status).toBe(0);
    expect((await raceplan('compare', VERMONT, PINE, '--goals', 'C')).status).toBe(1);
  });
});

describe('compare', () => {
  it('puts up to four in 80 columns, two of one name told apart', async () => {
    const { stdout } = await raceplan('compare', PINE, VERMONT, PINE, VERMONT);
    expect(widest(stdout)).toBeLessThanOrEqual(80);
    expect(stdout).toContain('Vermont 100 Mile 2017 (2)');
    expect(stdout).not.toContain('Difference');
  });

  it.each([
    ['one', [PINE], []],
    ['five', [PINE, PINE, PINE, PINE, PINE], []],
    ['one runner', [PINE], ['--bib', '12']],
    ['runners of several files', [PINE, VERMONT], ['--bib', '12,13']],
  ])('refuses %s', async (_, files, more) => {
    const { status, stdout, stderr } = await raceplan('compare', ...files, ...more);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('error COMPARE_COUNT');
  });

  it('says of a plan without its log which file is missing', async () => {
    const alone = planFile(readFileSync('fixtures/review/from-vermont/race.yaml', 'utf8'));
    const { status, stderr } = await raceplan('compare', PINE, alone);
    expect(status).toBe(2);
    expect(stderr).toContain(join(dirname(alone), 'splits.csv'));
  });

  it('does not look elsewhere for the plan of a folder without one', async () => {
    const { status, stderr } = await raceplan('compare', PINE, 'test/review');
    expect(status).toBe(2);
    expect(stderr).toContain('error PLAN_NOT_FOUND');
  });

  it('compares runners of one file, and says what it does not tell', async () => {
    const file = 'fixtures/history/flat-hundred/splits-2023.csv';
    const { stdout } = await raceplan('compare', file, '--bib', '23-01,23-03');
    expect(stdout).toContain('bib 23-01');
    expect(flat(stdout)).toContain(
      'bib 23-01 and bib 23-03: stops, or places enough, are not logged to tell how the pace went.',
    );
    expect(stdout).not.toContain('then');
  });

  it('judges the lessons of a race that the plan names, where it is not compared', async () => {
    const from = readFileSync('fixtures/review/from-vermont/race.yaml', 'utf8').replace(
      /^from: .*$/m,
      `from: ${resolve(VERMONT)}`,
    );
    const next = planFile(from);
    writeFileSync(
      join(dirname(next), 'splits.csv'),
      'station,arrive,depart\nMill,8:12,8:16\nChapel,10:40,10:44\nRidge,13:50,13:54\nFinish,16:40,\n',
    );
    const alone = await askJson('compare', next, PINE);
    const both = await askJson('compare', VERMONT, next);
    expect(alone.races[0].lessons).toEqual(both.races[1].lessons);
    const status = (lesson: RegExp) =>
      both.races[1].lessons.find(({ lesson: said }: { lesson: string }) => lesson.test(said))
        .status;
    expect(status(/^decide before the race/)).toBe('acted on');
    expect(status(/^plan 10 min 30 s a stop/)).toBe('acted on');
    expect(status(/^keep up carbs/)).toBe('cannot tell');
  });
});

describe('the laws of a comparison', () => {
  const anyRun = anyRace.chain((race) => fc.tuple(fc.constant(race), anyLogOf(race)));
  const compared = ({ plan, course, pace }: AnyRace, log: RaceLog) => {
    const review = reviewRace(plan, course, pace, log, null);
    const run = { plan, course, sun: null, log, review };
    return compareRaces([{ name: 'a', run }]);
  };

  it('the shares of the effort differ from their mean by nothing in all', () => {
    let shaped = 0;
    fc.assert(
      fc.property(anyRun, ([race, log]) => {
        const { races, shares } = compared(race, log);
        const shape = races[0]!.shape;
        if (!shape) return;
        shaped += 1;
        expect(shape.shares).toHaveLength(shares);
        expect(Math.abs(sum(shape.shares))).toBeLessThan(1e-9);
        const [first, last] = [shape.shares[0]!, shape.shares.at(-1)!];
        expect(shape.slowedRatio).toBeCloseTo((1 + last) / (1 + first) - 1, 9);
      }),
      { seed: 20180908, numRuns: 400 },
    );
    expect(shaped).toBeGreaterThan(15);
  });

  it('two halves make what was taken an hour in all', async () => {
    const { races } = await askJson('compare', VERMONT, PINE);
    for (const { intake, kpis } of races) {
      const { firstHalfPerHour: first, secondHalfPerHour: second } = intake;
      const carbs = kpis.find(({ id }: { id: string }) => id === 'carbsPerHour').actual;
      expect((first.carbG + second.carbG) / 2).toBeCloseTo(carbs, 2);
    }
  });
});

describe('a race of which little is known', () => {
  it('has its distance with the unit in its row, as the others have', async () => {
    const bare = planFile('race: { name: Bare }\nunits: metric\ncourse: { distance: 50 km }\n', {
      'splits.csv': 'station,arrive\nFinish,5:30:00\n',
    });
    const { stdout } = await raceplan('compare', dirname(bare), PINE, '--units', 'metric');
    expect(stdout).toMatch(/Distance +99\.8 km +50\.0 km/);
  });
});

describe('a race over a time beside one over a distance', () => {
  it('tells how far it went, and no slowing against laps that were not planned', async () => {
    const { stdout } = await raceplan('compare', VERMONT, 'fixtures/races/loop-24h');
    const said = flat(stdout);
    expect(said).toContain('100.0 mi 111.8 mi planned');
    expect(stdout).toMatch(/118\.1 mi in\s/);
    expect(said).not.toContain('-100%');
  });
});
