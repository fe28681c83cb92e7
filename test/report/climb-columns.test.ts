import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const HILLY = `race: { name: A race }
course:
  distance: 30 km
  stations:
    - { name: Hut, at: 10 km, gain: 700 m, loss: 100 m, elevation: 1600 m }
    - { name: Mill, at: 22 km, gain: 50 m, loss: 650 m }
    - { name: Finish, at: 30 km, gain: 30 m, loss: 30 m }
pacing: { target: "4:00" }
`;
const FLAT = 'race: { name: A race }\ncourse: { distance: 30 km }\npacing: { target: "3:00" }\n';

const sectionOf = (stdout: string, title: string) =>
  stdout.split('\n\n').find((block) => block.startsWith(title)) ?? '';

it('the pace chart tells climb and descent of each leg, and only of a course that has them', async () => {
  const { stdout } = await raceplan('build', planFile(HILLY));
  const chart = sectionOf(stdout, 'Pace chart');
  expect(chart).toMatch(/Hut +10\.0 +10\.0 +700 +100 /);
  expect(chart).toMatch(/Mill +22\.0 +12\.0 +50 +650 /);
  expect(chart).toContain('Climb (+) and descent (−) of the leg.');
  const flat = await raceplan('build', planFile(FLAT));
  expect(sectionOf(flat.stdout, 'Pace chart')).not.toMatch(/[+−]/);
});

it('tells feet to who thinks in feet, and Markdown the same', async () => {
  const { stdout } = await raceplan('build', planFile(HILLY), '--units', 'imperial');
  expect(sectionOf(stdout, 'Pace chart')).toMatch(/Hut +6\.2 +6\.2 +2,297 +328 /);
  const { stdout: md } = await raceplan('build', planFile(HILLY), '--format', 'markdown');
  expect(md).toContain('| + (m) | − (m) |');
});

it('tells altitude with --explain, where it is given and not assumed', async () => {
  const { stdout } = await raceplan('build', planFile(HILLY), '--explain');
  expect(sectionOf(stdout, 'What each leg')).toMatch(
    /Hut +700 +1,600 .*\n +Mill +50 +1,300 .*\n +Finish +30 +1,000 /,
  );
  const assumed = HILLY.replace(', elevation: 1600 m', '');
  const { stdout: without } = await raceplan('build', planFile(assumed), '--explain');
  expect(without).not.toContain('Above sea');
});

it('says which columns 80 have no room for, the climb last among them', async () => {
  const { stdout } = await raceplan('build', 'fixtures/races/vermont-100');
  const chart = sectionOf(stdout, 'Pace chart');
  expect(chart).toContain('No room here for: Leg, −, Leave.');
  const wide = await raceplan('build', 'fixtures/races/vermont-100', '--width', '110');
  expect(sectionOf(wide.stdout, 'Pace chart')).not.toContain('No room');
});
