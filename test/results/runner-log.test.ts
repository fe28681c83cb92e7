import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findRunners } from '../../src/input/results/runner-log.js';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

const PLAN = `race: { name: Loop, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course: { distance: 30 km, stations: [{ name: Mill, at: 10 km }, { name: Weir, at: 20 km }] }
goals: [under 5h]
`;
const SPLITS = `Place,Bib,Name,Time,Mill,Weir
1,011,A,4:10:00,1:20:00,2:41:00
2,25,B,4:40:30,1:25:10,2:55:20
3,130,C,5:10:00,1:35:00,3:15:00
,140,D,,1:45:00,
`;

function folderWith(splits: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  writeFileSync(join(folder, 'race.yaml'), PLAN);
  writeFileSync(join(folder, 'splits.csv'), splits);
  return join(folder, 'splits.csv');
}

const json = async (command: string, bib: string) => {
  const { stdout, status } = await raceplan(
    ...[command, folderWith(SPLITS), '--bib', bib, '--format', 'json'],
  );
  expect(status).toBeLessThan(2);
  return JSON.parse(stdout);
};

describe('a file of many runners given as a log', () => {
  it.each(['analyze', 'replan'])(
    '%s says how many it holds, and how to name one',
    async (command) => {
      const many = Array.from(
        { length: 2554 },
        (_, i) => `${i + 1},${i + 25},R,4:10:00,1:20:00,2:41:00`,
      );
      const file = folderWith(`Place,Bib,Name,Time,Mill,Weir\n${many.join('\n')}\n`);
      const { status, stdout, stderr } = await raceplan(command, file);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('this holds 2,554 runners');
      expect(stderr).toContain('--bib 25');
      expect(stderr).toContain('1 error. Nothing was computed.');
    },
  );

  it('is read for the runner named, to the second', async () => {
    const { outcome, legs } = await json('analyze', '25');
    expect(outcome).toMatchObject({ status: 'finished', elapsedS: 16_830 });
    expect(legs.map(({ actual }: { actual: { arriveS: number } }) => actual.arriveS)).toEqual([
      5110, 10_520, 16_830,
    ]);
  });

  it.each(['11', '011', '#11'])('knows bib 011 as %s', async (bib) => {
    expect((await json('analyze', bib)).outcome.elapsedS).toBe(15_000);
  });

  it('replans for one who is on the way', async () => {
    const { now } = await json('replan', '140');
    expect(now).toMatchObject({ at: 'Mill', status: 'open' });
  });

  it('what is wrong with a file that is history as well is told once', async () => {
    const { stderr } = await raceplan(
      ...['analyze', 'fixtures/history/flat-hundred/splits-2022.csv', '--bib', '22-16'],
    );
    expect(stderr.match(/SPLITS_IMPOSSIBLE/g)).toHaveLength(1);
  });

  it('offers the nearest bib for one that nobody has', async () => {
    const { status, stderr } = await raceplan('analyze', folderWith(SPLITS), '--bib', '131');
    expect(status).toBe(2);
    expect(stderr).toContain('no runner has the bib 131');
    expect(stderr).toContain('did you mean 130?');
  });

  it('is not what a log of one runner is taken for', async () => {
    const log = folderWith('place,arrive\nMill,7:20\nWeir,8:41\nFinish,10:10\n');
    expect((await raceplan('analyze', log)).stderr).not.toContain('runners');
  });
});

it('laps that have names are no runners', () => {
  const text = 'lap_index,name,elapsed_time,distance\n1,Lap 1,1500,5000\n2,Lap 2,1540,5000\n';
  expect(findRunners({ file: 'strava.csv', text })).toBeNull();
});

describe('results of a timed event given as a log', () => {
  const DISTANCES = `rank,bib,performance,sex
1,7,120.25 km,M
2,012,101.3 km,F
,9,DNF,M
`;
  const planOf = (rest: string) =>
    `race: { name: Day, cutoff: 24 h }\nunits: metric\nresults: results.csv\n${rest}`;
  const TIMED = planOf(
    'course: { distance: 120 km, laps: 120 }\ngoals: [at least 100 km, top 2]\n',
  );
  const ask = (bib: string, plan = TIMED) => {
    const files = raceFolder({ 'race.yaml': plan, 'results.csv': DISTANCES });
    return raceplan('analyze', files['results.csv'], '--bib', bib, '--format', 'json');
  };

  it.each([
    ['12', 101_300, 2],
    // farther than planned
    ['7', 120_250, 1],
  ])('tells of bib %s how far it was, and the place', async (bib, atM, place) => {
    const { outcome, verdicts } = JSON.parse((await ask(bib)).stdout);
    expect(outcome).toMatchObject({ status: 'finished', atM, elapsedS: 86_400 });
    expect(verdicts).toMatchObject([
      { status: 'met', actual: { valueM: atM } },
      { status: 'met', actual: { place } },
    ]);
  });
  it('is held against the plan up to there, not to the first lap', async () => {
    const { kpis } = JSON.parse((await ask('12')).stdout);
    const time = kpis.find(({ id }: { id: string }) => id === 'timeOnCourse');
    // 24 h for 120 km, at a pace that fades
    expect(time.plan).toBeGreaterThan((86_400 * 101.3) / 120 - 4 * 3600);
    expect(time.plan).toBeLessThan((86_400 * 101.3) / 120);
  });
  it.each([
    ['9', TIMED, 'the runner with the bib 9 has no distance in these results'],
    [
      '12',
      planOf('course: { distance: 120 km }\ngoals: [under 20h]\n'),
      'these are distances of a timed event, and the plan is of a race over a distance',
    ],
  ])('is refused where that is no log: bib %s', async (bib, plan, said) => {
    const { status, stdout, stderr } = await ask(bib, plan);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error NO_LOG_OF_DISTANCE');
    expect(stderr.replace(/[\s|]+/g, ' ')).toContain(said);
  });
});
