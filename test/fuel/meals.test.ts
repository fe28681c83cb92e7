import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const PLAN = `race: { name: Camp, start: 2026-05-02 06:00, timezone: Europe/Berlin }
course:
  distance: 100 km
  stations:
    - { name: Hut, at: 20 km, stop: 1 h }
    - { name: Camp, at: 52 km, stop: 16 h }
nutrition: { per_hour: { carbs: 50 g, calories: 200 kcal, caffeine: 10 mg } }
pacing: { target: "34:00" }
goals: [carbs >= 45 g/h, caffeine <= 200 mg]
`;
const LOG = `station,arrive,depart,carbs_g
Hut,Sat 09:00,Sat 10:00,150
Camp,Sat 15:00,Sun 07:00,300
Finish,Sun 16:00,,450
`;
const file = planFile(PLAN, { 'splits.csv': LOG });
const log = file.replace('race.yaml', 'splits.csv');

const json = async (...argv: string[]) =>
  JSON.parse((await raceplan(...argv, '--format', 'json')).stdout);

it('a night in a camp is fuelled with meals, not as racing: 18 h of 34', async () => {
  const { nutrition } = await json('build', file);
  expect(nutrition.total.energyKcal).toBeCloseTo(18 * 200, 3);
  const { stdout } = await raceplan('build', file);
  expect(stdout).toMatch(/Total +18:00:00 +3,600 /);
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Stops over an hour are for meals, not race fuel, and count in no hour here: Camp (16 h).',
  );
});

it('after the race the same hours count: 900 g in 18 h are 50 g an hour', async () => {
  const { nutrition, verdicts, kpis } = await json('analyze', log);
  expect(nutrition.perHour.carbG).toBeCloseTo(50, 6);
  expect(verdicts[0].status).toBe('met');
  const caffeine = kpis.find(({ id }: { id: string }) => id === 'caffeineTotal');
  expect(caffeine.plan).toBeCloseTo(180, 3);
  const { stdout } = await raceplan('analyze', log);
  expect(stdout).toMatch(/Finish +50\n/);
  expect(stdout.replace(/\s+/g, ' ')).toContain('Camp (16 h)');
});

it('an hour is a stop like any other', async () => {
  const hour = planFile(PLAN.replace('stop: 16 h', 'stop: 1 h'));
  const { nutrition } = await json('build', hour);
  expect(nutrition.total.energyKcal).toBeCloseTo(34 * 200, 3);
});
