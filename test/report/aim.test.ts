import { expect, it } from 'vitest';
import { aimInside } from '../../src/engine/pacing/aim.js';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const H = 3600;

const json = async (...argv: string[]) =>
  JSON.parse((await raceplan(...argv, '--format', 'json')).stdout);

const goal = (hours: number) => ({
  text: `under ${hours}h`,
  priority: 'A' as const,
  target: { kind: 'time' as const, targetS: hours * H },
});

it('a goal is planned to be met: a minute inside its time', () => {
  expect(aimInside([goal(12)], 12 * H)).toBe(12 * H - 60);
  expect(aimInside([goal(12)], 11.75 * H)).toBe(11.75 * H);
  expect(aimInside([goal(12), goal(12 - 1 / 60)], 12 * H)).toBe(12 * H - 120);
});

const RACE = 'race: { name: A race }\ncourse: { distance: 100 km }\ngoals: [under 12h]\n';

it.each([
  ['the goal', '', []],
  ['the plan', 'pacing: { target: "12:00" }', []],
  ['--target', 'pacing: { target: "11:00" }', ['--target', '12:00']],
])('a target of 12:00 from %s meets the goal under 12h, and says how', async (_, rest, argv) => {
  const file = planFile(`${RACE}${rest}\n`);
  const { stdout, status } = await raceplan('build', file, '--strict', '--goals', 'B', ...argv);
  expect(stdout).toContain('11:59:00, a minute inside under 12h');
  expect(stdout).toContain('1 min in hand');
  expect(stdout).not.toContain('does not meet');
  expect(status).toBe(0);
  const { target, legs } = await json('build', file, ...argv);
  expect(target.finishS).toBe(12 * H - 60);
  expect(legs.at(-1).plan.arriveS).toBeCloseTo(12 * H - 60, 3);
});

it('several targets and check say it too', async () => {
  const file = planFile(RACE);
  const { stdout } = await raceplan('build', file, '--target', '11:00,12:00');
  expect(stdout).toContain('B  11:59:00, a minute inside under 12h');
  expect((await raceplan('check', file)).stdout).toContain('11:59:00, a minute inside under 12h');
});

it('after the race 12:00:00 has missed it, 11:59:59 met', async () => {
  const finish = async (time: string) => {
    const file = planFile(RACE, { 'splits.csv': `station,arrive\nFinish,${time}\n` });
    const { verdicts } = await json('analyze', file.replace('race.yaml', 'splits.csv'));
    return verdicts[0].status;
  };
  expect(await finish('12:00:00')).toBe('missed');
  expect(await finish('11:59:59')).toBe('met');
});

it('without a start a time is said once', async () => {
  const file = planFile(
    'race: { name: A race }\ncourse: { distance: 50 km }\ngoals: [under 6h]\n',
    {
      'splits.csv': 'station,arrive\nFinish,5:40:00\n',
    },
  );
  const log = file.replace('race.yaml', 'splits.csv');
  const analyzed = await raceplan('analyze', log);
  expect(analyzed.stdout).toMatch(/Finish +5:40:00\n/);
  const replanned = await raceplan('replan', log);
  expect(replanned.stdout).toMatch(/Finish +Finish, 50\.0 km, 5:40:00\n/);
  const built = await raceplan('build', file);
  expect(built.stdout).not.toMatch(/\b0 min/);
});
