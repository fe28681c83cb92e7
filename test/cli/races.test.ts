import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

const PINE = 'fixtures/races/pine-creek-100k';
const VERMONT = 'fixtures/races/vermont-100';

describe('the two races, as a runner reads them', () => {
  it.each([
    ['pine-creek-build.txt', 0, ['build', PINE]],
    ['pine-creek-build.md', 0, ['build', PINE, '--format', 'markdown', '--units', 'metric']],
    ['pine-creek-explain.txt', 0, ['build', PINE, '--explain']],
    ['pine-creek-targets.txt', 0, ['build', PINE, '--target', '11:30,12:00,12:30']],
    ['pine-creek-analyze.txt', 0, ['analyze', `${PINE}/splits.csv`]],
    ['pine-creek-analyze.json', 0, ['analyze', `${PINE}/splits.csv`, '--format', 'json']],
    ['pine-creek-analyze.xml', 0, ['analyze', `${PINE}/splits.csv`, '--format', 'junit']],
    ['pine-creek-field.txt', 0, ['field', PINE]],
    ['pine-creek-crew.txt', 0, ['crew', PINE]],
    ['pine-creek-crew.md', 0, ['crew', PINE, '--format', 'markdown', '--units', 'metric']],
    ['vermont-crew.txt', 0, ['crew', VERMONT]],
    ['vermont-crew.md', 0, ['crew', VERMONT, '--format', 'markdown']],
    ['vermont-build.txt', 0, ['build', VERMONT]],
    ['vermont-check.txt', 0, ['check', VERMONT, '--today', '2017-07-08']],
    ['vermont-check.md', 0, ['check', VERMONT, '--today', '2017-07-12', '--format', 'markdown']],
    [
      'vermont-check.xml',
      1,
      ['check', VERMONT, '--today', '2017-07-12', '--strict', '--format', 'junit'],
    ],
    ['vermont-build.xml', 0, ['build', VERMONT, '--format', 'junit']],
    ['vermont-analyze.txt', 1, ['analyze', `${VERMONT}/splits.csv`]],
    ['vermont-analyze.md', 1, ['analyze', `${VERMONT}/splits.csv`, '--format', 'markdown']],
  ])('%s', async (golden, status, argv) => {
    const ran = await raceplan(...argv);
    expect(ran.status).toBe(status);
    await expect(ran.stdout).toMatchFileSnapshot(`golden/${golden}`);
    if (golden.endsWith('.txt')) {
      expect(
        Math.max(...ran.stdout.split('\n').map((line) => [...line].length)),
      ).toBeLessThanOrEqual(80);
    }
  });
});

const json = async (...argv: string[]) =>
  JSON.parse((await raceplan(...argv, '--format', 'json')).stdout);

describe('the JSON a coach reads', () => {
  it('carries the verdicts of Pine Creek: 41:00 to spare, 4th of 32, first by 4:33:00', async () => {
    const { verdicts } = await json('analyze', `${PINE}/splits.csv`);
    expect(verdicts.slice(0, 3)).toMatchObject([
      { goal: 'under 12h', status: 'met', actual: { valueS: 40_740 }, margin: { valueS: 2460 } },
      { goal: 'top 10', status: 'met', actual: { place: 4, starters: 32 } },
      { goal: 'age group win', status: 'met', actual: { place: 1 }, margin: { valueS: 16_380 } },
    ]);
  });

  it.each([PINE, VERMONT])(
    'adds losses up to actual minus plan, to the second: %s',
    async (race) => {
      const { losses, kpis } = await json('analyze', `${race}/splits.csv`);
      const time = kpis.find(({ id }: { id: string }) => id === 'timeOnCourse');
      const lost = losses.reduce((sum: number, loss: { seconds: number }) => sum + loss.seconds, 0);
      expect(lost).toBeCloseTo(time.actual - time.plan, 1);
    },
  );

  it('says the same of a race whichever way it is asked', async () => {
    const built = await json('build', PINE);
    const analyzed = await json('analyze', `${PINE}/splits.csv`);
    const planned = ({ plan }: { plan: unknown }) => plan;
    expect(analyzed.legs.map(planned)).toEqual(built.legs.map(planned));
    expect(analyzed.race).toEqual(built.race);
  });

  it('does not pretend the unknown is known of a race that ended early', async () => {
    const { verdicts, outcome } = await json('analyze', `${VERMONT}/splits.csv`);
    expect(outcome).toMatchObject({ status: 'dnf', at: 'Camp Ten Bear', elapsedS: 66_840 });
    expect(outcome.atM / 1609.344).toBeCloseTo(69.4, 6);
    expect(verdicts.every(({ status }: { status: string }) => status !== 'met')).toBe(true);
  });
});

describe('darkness', () => {
  it('Vermont starts in the dark and Pine Creek sees none before 7:30 PM', async () => {
    const vermont = await json('build', VERMONT);
    const firstHourS = vermont.legs[0].lightS.dark + vermont.legs[0].lightS.twilight;
    expect(firstHourS).toBeGreaterThan(3600);
    expect(vermont.lamp[0]).toMatchObject({ fromS: 0 });
    expect(vermont.lamp[0].toS).toBeGreaterThan(3600);
    const pine = await json('build', PINE);
    expect(pine.lamp).toEqual([]);
    for (const { plan, lightS } of pine.legs) {
      if (plan.arriveS < 12.5 * 3600) expect(lightS.dark).toBe(0);
    }
  });
});

describe('exit status', () => {
  it.each([
    [0, ['analyze', `${PINE}/splits.csv`, '--strict']],
    [1, ['analyze', `${VERMONT}/splits.csv`, '--goals', 'A']],
    [2, ['analyze', 'no-such-log.csv', '--plan', PINE]],
    [2, ['analyze', `${PINE}/splits.csv`, '--times', 'sundial']],
    [2, ['build', PINE, '--target', 'soon']],
    [2, ['build', 'fixtures/plan/ten-mistakes']],
    [2, ['field', VERMONT]],
    [0, ['check', PINE]],
  ])('is %i for %j', async (status, argv) => {
    const ran = await raceplan(...argv);
    expect(ran.status).toBe(status);
    expect(ran.stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    if (status === 2) expect(ran.stdout).toBe('');
  });
});

/** The first rows of a log, as the crew has it at that station. */
function cutLog(race: string, rows: number): string {
  const lines = readFileSync(`${race}/splits.csv`, 'utf8').split('\n');
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'splits.csv');
  writeFileSync(file, `${lines.slice(0, rows + 1).join('\n')}\n`);
  return file;
}

describe('replan on the Pine Creek log', () => {
  it('at Blackwell, mile 41.7, says that stops ran over and how the second half changes', async () => {
    const ran = await raceplan('replan', cutLog(PINE, 7), '--plan', PINE);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/stops \d+ min over/);
    expect(ran.stdout).toMatch(/Keep the 2 ahead to 5 min in all/);
    await expect(ran.stdout).toMatchFileSnapshot('golden/pine-creek-replan.txt');
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('cut at row %i stays consistent', async (rows) => {
    const log = cutLog(PINE, rows);
    const { now, legs, goals } = await json('replan', log, '--plan', PINE);
    expect(legs).toHaveLength(10 - rows);
    let beforeS = now.departS;
    for (const { forecast } of legs) {
      expect(forecast.arriveS).toBeGreaterThan(beforeS);
      expect(forecast.earlyS).toBeLessThanOrEqual(forecast.arriveS);
      expect(forecast.lateS).toBeGreaterThanOrEqual(forecast.arriveS);
      beforeS = forecast.arriveS;
    }
    expect(now.finishS).toBe(legs.at(-1).forecast.arriveS);
    const [under12] = goals;
    expect(under12.demand.slackS).toBeCloseTo(12 * 3600 - now.finishS, 2);
  });

  it('with the whole log finishes when the analysis does', async () => {
    const { now, goals } = await json('replan', `${PINE}/splits.csv`);
    expect(now).toMatchObject({ status: 'finished', finishS: 40_740 });
    expect(goals[0]).toMatchObject({ status: 'met' });
  });

  it('with a gap in the log still forecasts', async () => {
    const lines = readFileSync(cutLog(PINE, 7), 'utf8').split('\n');
    const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'splits.csv');
    writeFileSync(file, [lines[0], lines[2], lines[7]].join('\n'));
    const { now, legs } = await json('replan', file, '--plan', PINE);
    expect(now.at).toBe('Blackwell');
    expect(legs).toHaveLength(3);
  });

  it('in brief names no goal of unknown chance', async () => {
    const { stdout } = await raceplan('replan', cutLog(VERMONT, 3), '--plan', VERMONT, '--brief');
    expect(stdout).not.toContain('unknown');
    expect(stdout).toMatch(/finish likely\./);
  });

  it('in brief is three lines, and what was decided for stops that run over', async () => {
    const { stdout } = await raceplan('replan', cutLog(PINE, 7), '--plan', PINE, '--brief');
    const lines = stdout.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe(
      'Decided: run the next leg a little faster than planned and halve the next stop.',
    );
  });

  it('before the first split is the plan', async () => {
    const { now } = await json('replan', cutLog(PINE, 0), '--plan', PINE);
    expect(now.finishS).toBe(42_300);
  });
});

/** A plan in a folder of its own. */
function planFile(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'race.yaml');
  writeFileSync(file, text);
  return file;
}

describe('a timed event', () => {
  const DAY = `race: { name: Day Run, cutoff: 24 h }
goals: [at least 160 km]
`;

  it('is planned for the distance asked for, over the time there is', async () => {
    const { race, target, warnings } = await json('build', planFile(DAY));
    expect(race.distanceM).toBe(160_000);
    expect(target.finishS).toBe(86_400);
    expect(warnings).toEqual([]);
  });
});

it('build says that the altitude is assumed where it slows the plan and only climbs are given', async () => {
  const mountain = (rest: string) =>
    planFile(`race: { name: Pass }
course:
  distance: 50 km
  stations:
    - { name: Pass, at: 20 km, gain: 1500 m, loss: 200 m${rest} }
    - { name: End, at: 50 km, gain: 100 m, loss: 1400 m }
pacing: { target: "8:00" }
`);
  expect((await raceplan('build', mountain(''))).stdout).toContain('lowest place at the sea');
  expect((await raceplan('build', mountain(', elevation: 1400 m'))).stdout).not.toContain(
    'at the sea',
  );
  expect((await raceplan('build', PINE)).stdout).not.toContain('at the sea');
});

describe('build --strict', () => {
  const plan = (goals: string, rest = '') =>
    planFile(`race: { name: Short }
course: { distance: 50 km }
athlete: { past: [{ race: Spring, distance: 50 km, time: "6:00" }] }
pacing: { target: "6:00" }
goals: [${goals}]
${rest}`);

  it.each([
    ['a likely A goal', 0, 'under 8h'],
    ['an unlikely A goal', 1, 'under 4h50'],
    ['an A goal of which nothing is known', 1, 'top 10'],
    ['an unlikely B goal', 0, '{ goal: under 4h50, priority: B }'],
    ['a measure, which only the race can tell', 0, 'carbs >= 40 g/h'],
  ])('of %s exits %i', async (_, status, goals) => {
    expect((await raceplan('build', plan(goals), '--strict')).status).toBe(status);
    expect((await raceplan('build', plan(goals))).status).toBe(0);
  });

  it('refuses a target nobody has run', async () => {
    const { status, stdout } = await raceplan(
      'build',
      plan('finish'),
      '--target',
      '2:37',
      '--strict',
    );
    expect(status).toBe(1);
    expect(stdout).toContain('the fastest known over this distance');
  });

  it('computes nothing for one that nobody can run, strict or not', async () => {
    const { status, stderr } = await raceplan('build', plan('finish'), '--target', '2:00');
    expect(status).toBe(2);
    expect(stderr).toContain('error LEG_TOO_FAST');
  });
});

it('replan says why the forecast is later than the plan while all goes to plan', async () => {
  const { stdout } = await raceplan('replan', cutLog(PINE, 1), '--plan', PINE);
  expect(stdout).toMatch(/on plan/);
  expect(stdout).toMatch(/usually slows down more than your plan/);
});
