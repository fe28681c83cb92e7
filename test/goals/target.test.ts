import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { proposePacing } from '../../src/engine/goals/target.js';
import { raceplan } from '../support/cli.js';
import { planWithCourse } from '../support/plan.js';
import { flatFifty } from '../support/race.js';

const PAST =
  'athlete: { past: [{ race: A, distance: 50 km, time: "6:10" }, { race: B, distance: 80 km, time: "11:00" }] }\n';

function planFile(goals: string, rest = '', race = ''): string {
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'race.yaml');
  writeFileSync(
    file,
    `race: { name: Loop${race} }\ncourse: { distance: 50 km }\ngoals: [${goals}]\n${rest}`,
  );
  return file;
}

const target = async (file: string, ...argv: string[]) => {
  const { stdout, status, stderr } = await raceplan('build', file, '--format', 'json', ...argv);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout).target.finishS;
};

describe('a plan without a target is paced', () => {
  it.each(['finish', 'top 10', 'carbs >= 40 g/h'])(
    'for what past races forecast, and says so: %s',
    async (goals) => {
      const file = planFile(goals, PAST);
      const finishS = await target(file);
      expect(finishS % 300).toBe(0);
      expect(Math.abs(finishS - 6.25 * 3600)).toBeLessThan(1800);
      for (const command of ['build', 'check']) {
        const { stdout } = await raceplan(command, file);
        expect(stdout.replace(/\s+/g, ' ')).toContain(
          'what 2 past races forecast; `pacing: { target: … }` sets another',
        );
      }
    },
  );

  it('for the limit of the race where nothing else is known, or where it is sooner', async () => {
    const alone = planFile('finish', '', ', cutoff: 8 h');
    expect(await target(alone)).toBe(8 * 3600);
    expect((await raceplan('build', alone)).stdout).toContain('the limit of the race');
    expect(await target(planFile('finish', PAST, ', cutoff: 5 h'))).toBe(5 * 3600);
    expect(await target(planFile('finish', PAST, ', cutoff: 20 h'))).toBeLessThan(7 * 3600);
  });

  it('over the whole time there is, in a timed event', async () => {
    const file = planFile('at least 50 km', PAST, ', cutoff: 24 h');
    expect(await target(file)).toBe(24 * 3600);
    expect((await raceplan('build', file)).stdout).toContain('the limit of the race');
  });

  it('for the target asked for, without a word of another', async () => {
    const file = planFile('finish', PAST);
    expect(await target(file, '--target', '7:00')).toBe(7 * 3600);
    expect((await raceplan('build', file, '--target', '7:00')).stdout).not.toContain('forecast;');
  });

  it('and its log is judged by the same, which is said', async () => {
    const file = planFile('finish', PAST);
    const log = join(file, '../splits.csv');
    writeFileSync(log, 'station,elapsed\nFinish,6:30:00\n');
    for (const command of ['analyze', 'replan']) {
      const { status, stderr } = await raceplan(command, log);
      expect(status).toBe(0);
      expect(stderr.replace(/\s+/g, ' ')).toMatch(/note: target 6:\d\d:00, what 2 past races/);
    }
  });

  it('and where nothing tells a target, its log is held against the time run, which is said', async () => {
    const file = planFile('finish');
    const log = join(file, '../splits.csv');
    writeFileSync(log, 'station,elapsed\nFinish,6:30:00\n');
    const { status, stderr, stdout } = await raceplan('analyze', log, '--format', 'json');
    expect(status).toBe(0);
    expect(stderr.replace(/\s+/g, ' ')).toContain('note: target 6:30:00, what was run;');
    const { kpis } = JSON.parse(stdout);
    const time = kpis.find(({ id }: { id: string }) => id === 'timeOnCourse');
    expect(time).toMatchObject({ plan: 23_400, actual: 23_400 });
  });

  it('or, of a race that ended early, against its pace', async () => {
    const file = planFile('finish', '', '').replace('race.yaml', '');
    const log = join(file, 'splits.csv');
    writeFileSync(log, 'km,elapsed,notes\n20,2:40,\n25,3:20,DNF\n');
    const { status, stderr } = await raceplan('analyze', log);
    expect(status).toBe(1);
    expect(stderr.replace(/\s+/g, ' ')).toContain('note: target 6:40:00, what was run;');
  });

  it('and is checked, and its field read, without one', async () => {
    const file = planFile('finish');
    const results = join(file, '../results.csv');
    writeFileSync(results, 'place,time\n1,4:30:00\n');
    const check = await raceplan('check', file);
    expect([check.status, check.stdout]).toEqual([0, expect.stringContaining('nothing to pace')]);
    expect((await raceplan('field', results)).status).toBe(0);
  });

  it.each([
    ['nothing is known', ''],
    [
      'the only past race was not finished',
      PAST.replace(/\[.*\]/, '[{ race: A, distance: 50 km, result: DNF, time: "6:00" }]'),
    ],
  ])('not at all where %s: what would help is said', async (_, rest) => {
    const { status, stderr } = await raceplan('build', planFile('finish', rest));
    expect(status).toBe(2);
    expect(stderr).toContain('error NO_TARGET');
    expect(stderr.replace(/\s+/g, ' ')).toContain('past races of the athlete');
  });
});

it('the target proposed is the middle of the forecast, to five minutes', () => {
  const plan = planWithCourse({ distanceM: 70_000 });
  const { course } = flatFifty();
  const forecast = { medianS: 30_140, earlyS: 27_000, lateS: 34_000 };
  const { target: found } = proposePacing(
    { ...plan, pacing: { ...plan.pacing, target: null } },
    course,
    forecast,
  );
  expect(found).toEqual({ kind: 'time', targetS: 30_000 });
});
