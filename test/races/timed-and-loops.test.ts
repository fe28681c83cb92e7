import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const LOOP = 'fixtures/races/loop-24h';
const YARD = 'fixtures/races/backyard';
const STAGES = 'fixtures/races/three-stages';

describe('a race over a time, a backyard and a stage race, as a runner reads them', () => {
  it.each([
    ['loop-24h-build.txt', 0, ['build', LOOP]],
    ['loop-24h-replan.txt', 0, ['replan', `${LOOP}/splits-night.csv`]],
    ['loop-24h-analyze.txt', 1, ['analyze', `${LOOP}/splits.csv`]],
    ['loop-24h-check.txt', 0, ['check', LOOP, '--today', '2026-06-01']],
    ['backyard-build.txt', 0, ['build', YARD]],
    ['backyard-replan.txt', 0, ['replan', `${YARD}/splits-night.csv`]],
    ['backyard-analyze.txt', 1, ['analyze', `${YARD}/splits.csv`]],
    ['backyard-crew.txt', 0, ['crew', YARD]],
    ['backyard-check.txt', 0, ['check', YARD, '--today', '2026-09-01']],
    ['three-stages-build.txt', 0, ['build', STAGES]],
    ['three-stages-analyze.txt', 0, ['analyze', STAGES]],
  ])('%s', async (golden, status, argv) => {
    const ran = await raceplan(...argv);
    expect(ran.status).toBe(status);
    await expect(ran.stdout).toMatchFileSnapshot(`golden/${golden}`);
    const widest = Math.max(...ran.stdout.split('\n').map((line) => [...line].length));
    expect(widest).toBeLessThanOrEqual(80);
  });
});

describe('24 hours on a loop', () => {
  it('are planned hour by hour, to the distance asked for', async () => {
    const { hours, race } = await askJson('build', LOOP);
    expect(hours).toHaveLength(24);
    expect(hours.at(-1)).toMatchObject({ atM: 180_000, lapsSoFar: 90, untilS: 86_400 });
    expect(race.distanceM).toBe(180_000);
  });

  it('are judged by laps that were ended in time, however they were counted', async () => {
    const told = await askJson('analyze', `${LOOP}/splits.csv`);
    const counted = await askJson('analyze', `${LOOP}/counts.csv`);
    expect(told.laps).toMatchObject({ laps: 95, longestStop: { lap: 71, stopS: 1860 } });
    expect(counted.laps).toMatchObject({ laps: 95, slowest: null, longestStop: null });
    const statuses = ({ verdicts }: typeof told) =>
      verdicts.slice(0, 3).map(({ status }: { status: string }) => status);
    expect(statuses(told)).toEqual(['met', 'met', 'missed']);
    expect(statuses(counted)).toEqual(statuses(told));
  });

  it('add up: stops of the hours are the time at aid stations, hours the laps', async () => {
    const { hours, kpis, laps } = await askJson('analyze', `${LOOP}/splits.csv`);
    const sum = (of: (hour: { stoppedS: number; laps: number }) => number) =>
      hours.map(of).reduce((a: number, b: number) => a + b, 0);
    const stops = kpis.find(({ id }: { id: string }) => id === 'aidStationTime').actual;
    expect(sum(({ stoppedS }) => stoppedS)).toBeCloseTo(stops, 3);
    expect(sum((hour) => hour.laps)).toBe(laps.laps);
  });

  it('forecast a distance with its range, and what the goals take from here', async () => {
    const { now, overTime, verdicts, goals } = await askJson('replan', `${LOOP}/splits-night.csv`);
    const { distanceM, nearM, farM, leftS } = now.overTime ?? overTime;
    expect(now.atM).toBeLessThan(nearM);
    expect(nearM).toBeLessThan(distanceM);
    expect(distanceM).toBeLessThan(farM);
    expect(leftS).toBeCloseTo(86_400 - now.arriveS - 45, 0);
    const chances = goals.map(({ probability }: { probability: number | null }) => probability);
    expect(chances[0]).toBeGreaterThan(chances[2]);
    expect(verdicts[0].text).toMatch(/^needs [\d.]+ km an hour, [\d.]+ laps from here$/);
  });
});

describe('a backyard', () => {
  it('says of each loop how long it rests, and where the fade meets the bell', async () => {
    const { backyard } = await askJson('build', YARD);
    expect(backyard.loops).toHaveLength(24);
    expect(backyard.meetsBellLoop).toBeGreaterThan(24);
    for (const { loop, startS, tookS, restS } of backyard.loops) {
      expect(startS).toBe((loop - 1) * 3600);
      expect(tookS).toBeLessThanOrEqual(3600);
      if (restS !== null) expect(tookS + restS).toBeCloseTo(3600, 3);
    }
  });

  it('ends with the loop before the one that was late', async () => {
    const { laps, verdicts, diagnostics } = await askJson('analyze', `${YARD}/splits.csv`);
    expect(laps.laps).toBe(26);
    expect(verdicts[0].text).toBe('26 loops, 108.3 mi, 2 loops to spare');
    expect(verdicts[1]).toMatchObject({ status: 'missed', text: '3rd of 14' });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'LOOP_TIMED_OUT', line: 28 }),
    );
  });

  it('in mid-race does not pretend to know who goes on', async () => {
    const { backyard, goals } = await askJson('replan', `${YARD}/splits-night.csv`);
    expect(backyard).toMatchObject({ loops: 14 });
    const { early, median, late } = backyard.lastLoop;
    expect(early).toBeLessThanOrEqual(median);
    expect(median).toBeLessThanOrEqual(late);
    expect(goals.map(({ probability }: { probability: null }) => probability)).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('a stage race', () => {
  const logs = (...days: number[]) => days.map((day) => `${STAGES}/day-${day}/splits.csv`);
  const plan = ['--plan', `${STAGES}/race.yaml`];

  it('is judged by the sum of its stages', async () => {
    const whole = await askJson('analyze', STAGES);
    expect(whole.outcome.elapsedS).toBe(
      whole.stages
        .map((s: { elapsedS: number }) => s.elapsedS)
        .reduce((a: number, b: number) => a + b),
    );
    const named = await askJson('analyze', ...logs(1, 2, 3), ...plan);
    expect(named.verdicts).toEqual(whole.verdicts);
  });

  it('is not over before its last stage', async () => {
    const { verdicts } = await askJson('analyze', ...logs(1, 2), ...plan);
    expect(verdicts).toMatchObject([
      { status: 'unknown', text: '2 of 3 stages run' },
      { status: 'unknown' },
    ]);
  });

  it('leaves a stage to its own plan', async () => {
    const { race } = await askJson('analyze', logs(2)[0]!);
    expect(race.name).toBe('Day 2, the pass');
  });

  /** The three stages, with a log of each that has one. */
  const copied = (logs: readonly (string | null)[]): string => {
    const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
    cpSync(STAGES, folder, { recursive: true });
    logs.forEach((log, i) => {
      const file = join(folder, `day-${i + 1}`, 'splits.csv');
      if (log === null) rmSync(file);
      else writeFileSync(file, log);
    });
    return folder;
  };

  it('not finished on one day tells the day and when, whatever was run after it', async () => {
    const folder = copied([]);
    writeFileSync(join(folder, 'day-2', 'splits.csv'), 'station,arrive\nHut,11:36\n,DNF\n');
    const { verdicts } = await askJson('analyze', folder);
    expect(verdicts[0]).toMatchObject({ status: 'missed', actual: { endedAtS: 12_960 } });
    expect(verdicts[0].text).toBe('stage 2: DNF at 27.0 km, Hut, after 3:36:00');
  });

  it('of which no log is there is not analyzed', async () => {
    const { status, stdout, stderr } = await raceplan('analyze', copied([null, null, null]));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('no splits.csv beside the plan of any stage');
  });

  it('has no target for all its stages', async () => {
    const { status, stderr } = await raceplan('build', STAGES, '--target', '12:00');
    expect(status).toBe(2);
    expect(stderr).toContain('--target does not go with a stage race');
  });

  it('writes down the lessons of all its stages', async () => {
    const folder = copied([]);
    const none = await raceplan('analyze', folder, '--write-lessons', join(folder, 'none.yaml'));
    expect(none.stderr).toContain('the race taught no lesson to add');
    writeFileSync(join(folder, 'day-2', 'splits.csv'), 'station,arrive\nHut,11:36\n,DNF\n');
    const next = join(folder, 'next.yaml');
    await raceplan('analyze', folder, '--write-lessons', next);
    expect(readFileSync(next, 'utf8')).toContain('from: Day 2, the pass 2026');
  });

  it('names the stages where one is wanted, and refuses logs that fit no stage', async () => {
    const one = await raceplan('crew', STAGES);
    expect(one.status).toBe(2);
    expect(one.stderr).toContain('error STAGES_ONE_BY_ONE');
    expect(one.stderr).toContain('day-1/race.yaml');
    const many = await raceplan('analyze', ...logs(1, 2, 3, 3), ...plan);
    expect(many.status).toBe(2);
    expect(many.stderr).toContain('4 logs for 3 stages');
    // without its plan each is a race of its own
    const apart = await raceplan('analyze', ...logs(1, 2));
    expect(apart.stdout).toContain('Day 2, the pass');
    expect(apart.stderr).not.toContain('LOGS_NOT_STAGES');
  });
});

describe('the camp at the end of each loop', () => {
  it('has a page for the crew that can be read, and one of every lap for who asks', async () => {
    const linesOf = (text: string) => text.split('\n').length;
    const { stdout } = await raceplan('crew', LOOP);
    expect(linesOf(stdout)).toBeLessThan(600);
    expect(stdout).toContain('Every 5th lap of 90; what is brought to each is in');
    // what is handed over is told of each
    expect(stdout).toMatch(/Camp \(5th\) +Sam +1 × gel/);
    expect(stdout).not.toMatch(/^Camp \(5th\), 8\.0 km/m);
    const all = (await raceplan('crew', LOOP, '--all-laps')).stdout;
    expect(all).toMatch(/^Camp \(5th\), 8\.0 km/m);
    expect(linesOf(all)).toBeGreaterThan(1500);
  });

  it('is where the crew stays, also for the finish', async () => {
    const { stdout } = await raceplan('crew', YARD);
    expect(stdout).not.toContain('No drive is listed');
    expect(stdout).toContain('stay from Camp (24th) on');
  });
});

describe('who is quicker than planned at bells', () => {
  it('is not told to stand less', async () => {
    const loops = [38, 39, 40, 41, 42].map((m, i) => `${i + 1},${i}:${m}:00`);
    const { 'race.yaml': plan, 'splits.csv': splits } = raceFolder({
      'race.yaml': `race: { name: Yard }
units: imperial
backyard: { loop: 4.167 mi, every: 1 h, lap: 50 min }
goals: [at least 24 loops]
pacing: { fade: 8% }
`,
      'splits.csv': ['loop,in', ...loops].join('\n'),
    });
    const { stdout } = await raceplan('replan', splits, '--plan', plan);
    expect(stdout).toMatch(/stops \d+ min over/);
    expect(stdout).not.toContain('Stops ran');
  });
});

describe('the last one standing', () => {
  const PLAN = `race: { name: Yard }
units: imperial
backyard: { loop: 4.167 mi, every: 1 h, lap: 50 min }
goals: [last one standing, at least 2 loops]
`;
  const files = raceFolder({
    'race.yaml': PLAN,
    'open.csv': 'loop,in\n1,0:45:00\n2,1:46:00\n',
    'over.csv': 'loop,in,status\n1,0:45:00,\n2,1:46:00,finished\n',
  });

  it('is asked to say that it is over, and may', async () => {
    const open = await askJson('analyze', files['open.csv']);
    expect(open.verdicts[0].text).toContain('`finished`');
    expect(open.verdicts[1].status).toBe('met');
    const over = await askJson('analyze', files['over.csv']);
    expect(over.outcome.status).toBe('finished');
    expect(over.verdicts[0].text).toContain('results:');
    expect(over.outcome.finishWithPlannedStopsS).toBeNull();
  });
});
