import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChartOptions,
  computeChartRows,
  marksEvery,
} from '../../src/engine/pacing/chart-rows.js';
import { sum } from '../../src/kernel/stats.js';
import { anyRace } from '../support/any-race.js';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const BARE = 'race: { name: A race }\ncourse: { distance: 52 km }\npacing: { target: "6:00" }\n';
const LAPS = `race: { name: Laps, start: 2026-05-02 10:00, timezone: Europe/Berlin, cutoff: 24 h }
course: { distance: 133 km, laps: 133 }
stops: { default: 1 min }
pacing: { target: "23:00" }
`;

/** Time of day, that long after 10:00. */
const clockOf = (elapsedS: number) => {
  const minutes = 600 + elapsedS / 60;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

const sectionOf = (stdout: string, title: string) =>
  stdout.split('\n\n').find((block) => block.startsWith(title)) ?? '';
/** First cells of the rows of a table. */
const namesOf = (stdout: string, title: string) =>
  sectionOf(stdout, title)
    .split('\n')
    .flatMap((line) => /^ {2}(\S+(?: \S+)*?) {2,}\d/.exec(line)?.[1] ?? [])
    .filter((name) => name !== 'Total');

describe('a course without stations', () => {
  it('has a row every 5 km, and says so', async () => {
    const { stdout } = await raceplan('build', planFile(BARE));
    const km = [5, 10, 15, 20, 25, 30, 35, 40, 45, 50].map((n) => `${n} km`);
    expect(namesOf(stdout, 'Pace chart')).toEqual([...km, 'Finish']);
    expect(stdout).toContain('No stations: a row every 5 km');
    expect(sectionOf(stdout, 'Pace chart')).not.toMatch(/Stop|Leave/);
  });

  it('has a row every 5 mi for who thinks in miles, or as far apart as asked', async () => {
    const file = planFile(BARE);
    const miles = await raceplan('build', file, '--units', 'imperial');
    expect(namesOf(miles.stdout, 'Pace chart').slice(0, 2)).toEqual(['5 mi', '10 mi']);
    const asked = await raceplan('build', file, '--every', '10mi');
    expect(namesOf(asked.stdout, 'Pace chart')).toEqual(['10 mi', '20 mi', '30 mi', 'Finish']);
    expect(asked.stdout).toMatch(/10 mi +16\.1 /);
  });

  it('marks are no stations: JSON, logs and warnings know only the finish', async () => {
    const file = planFile(BARE, { 'splits.csv': 'station,arrive\n10 km,1:10\nFinish,6:10\n' });
    const { stdout } = await raceplan('build', file, '--every', '5km', '--format', 'json');
    expect(JSON.parse(stdout).legs.map(({ to }: { to: string }) => to)).toEqual(['Finish']);
  });

  it.each(['soon', '0km', '1 m', '-5km', '5 kg'])('--every %s is bad usage', async (every) => {
    const { status, stderr, stdout } = await raceplan('build', planFile(BARE), `--every=${every}`);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('--every takes a distance');
  });
});

describe('a race of many laps', () => {
  it('shows every tenth, sums the laps between, and says so in every table', async () => {
    const { stdout } = await raceplan('build', planFile(LAPS), '--explain');
    const tens = Array.from({ length: 13 }, (_, i) => `Lap ${10 * (i + 1)}`);
    for (const title of ['Pace chart', 'What each leg', 'Fuel']) {
      expect(namesOf(stdout, title)).toEqual([...tens, 'Finish']);
      expect(sectionOf(stdout, title)).toContain('Every 10th lap of 133');
    }
    expect(sectionOf(stdout, 'Pace chart')).toMatch(/Lap 10 +10\.0 +10\.0 .* 10:00 /);
    expect(sectionOf(stdout, 'When to expect')).toContain('Every 10th lap of 133');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('replan shows the next lap and every tenth after it, analyze sums the laps run', async () => {
    const laps = Array.from({ length: 60 }, (_, i) => {
      const [arriveS, departS] = [600 * (i + 1), 600 * (i + 1) + 60];
      return `Lap ${i + 1},${clockOf(arriveS)},${clockOf(departS)},30`;
    });
    const log = `station,arrive,depart,carbs_g\n${laps.join('\n')}\n`;
    const plan = planFile(LAPS, { 'splits.csv': log });
    const splits = join(dirname(plan), 'splits.csv');

    const now = await raceplan('replan', splits);
    const tens = ['Lap 70', 'Lap 80', 'Lap 90', 'Lap 100', 'Lap 110', 'Lap 120', 'Lap 130'];
    expect(namesOf(now.stdout, 'Ahead')).toEqual(['Lap 61', ...tens, 'Finish']);
    expect(sectionOf(now.stdout, 'Ahead')).toContain('Every 10th lap of 133');
    expect(
      JSON.parse((await raceplan('replan', splits, '--format', 'json')).stdout).legs,
    ).toHaveLength(73);
    const each = await raceplan('replan', splits, '--all-laps');
    expect(namesOf(each.stdout, 'Ahead')).toHaveLength(73);

    const then = await raceplan('analyze', splits);
    const run = ['Lap 10', 'Lap 20', 'Lap 30', 'Lap 40', 'Lap 50', 'Lap 60'];
    expect(namesOf(then.stdout, 'Legs, actual')).toEqual(run);
    // ten stops of a minute each; 300 g in 100 minutes
    expect(sectionOf(then.stdout, 'Legs, actual')).toMatch(/Lap 10 .* 0:10 +0:00\n/);
    expect(sectionOf(then.stdout, 'Intake')).toMatch(/Lap 10 +180 /);
    expect(sectionOf(then.stdout, 'Intake')).toContain('--all-laps');
    expect(namesOf((await raceplan('analyze', splits, '--all-laps')).stdout, 'Legs')).toHaveLength(
      60,
    );
  });

  it('shows all of them with --all-laps, and a few as they are', async () => {
    const all = await raceplan('build', planFile(LAPS), '--all-laps');
    expect(namesOf(all.stdout, 'Pace chart')).toHaveLength(133);
    expect(all.stdout).not.toContain('--all-laps');
    const few = planFile(LAPS.replace('laps: 133', 'laps: 12'));
    expect(namesOf((await raceplan('build', few)).stdout, 'Pace chart')).toHaveLength(12);
  });

  it('tells which lap it is where every lap ends at a station', async () => {
    const { stdout } = await raceplan(
      'build',
      planFile(
        LAPS.replace('laps: 133', 'laps: 50, stations: [{ name: Camp, at: 2.66 km, crew: true }]'),
      ),
      '--target',
      '20:00,22:00',
    );
    expect(namesOf(stdout, 'Arrive').slice(0, 2)).toEqual(['Camp, lap 5', 'Camp, lap 10']);
  });
});

it('rows sum to the plan, wherever marks and laps cut it', () => {
  const options = fc.record({
    marks: fc.option(fc.integer({ min: 1, max: 30 }).map((km) => marksEvery(km * 1000, 'metric'))),
    units: fc.constant('metric' as const),
    allLaps: fc.boolean(),
  });
  fc.assert(
    fc.property(anyRace, options, fc.constantFrom(1, 5, 40), (race, asked: ChartOptions, laps) => {
      const { pace } = race;
      for (const list of Object.values(computeChartRows(pace, laps, asked))) {
        if (!Array.isArray(list)) continue;
        const rows = list as typeof pace.legs;
        expect(sum(rows.map(({ leg }) => leg.distanceM))).toBeCloseTo(race.course.distanceM, 4);
        expect(sum(rows.map(({ movingS }) => movingS))).toBeCloseTo(pace.movingS, 4);
        expect(sum(rows.map(({ stopS }) => stopS))).toBeCloseTo(pace.stoppedS, 4);
        expect(rows.at(-1)!.arriveS).toBeCloseTo(pace.targetS, 4);
        for (const [i, row] of rows.entries()) {
          const fromS = rows[i - 1]?.arriveS ?? 0;
          expect(row.arriveS).toBeGreaterThan(fromS);
          expect(sum(row.cells.map(({ movingS }) => movingS))).toBeCloseTo(row.movingS, 4);
        }
      }
    }),
    { seed: 8, numRuns: 150 },
  );
}, 60_000);
