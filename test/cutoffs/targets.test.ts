import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { fileOf, json, SIXTY, VERMONT } from './support.js';

const SEED = 20240615;
const clock = (seconds: number) =>
  `${Math.floor(seconds / 3600)}:${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;

/** Of one target of several, what the report of that target alone says, and nothing else. */
async function expectAlone(plan: string, targets: readonly string[]) {
  const together = await raceplan(
    ...['build', plan, '--target', targets.join(','), '--strict', '--format', 'json'],
  );
  const { targets: said } = JSON.parse(together.stdout);
  const statuses: number[] = [];
  for (const [i, target] of targets.entries()) {
    const argv = ['build', plan, '--target', target, '--strict', '--format', 'json'];
    const alone = await raceplan(...argv);
    statuses.push(alone.status);
    const {
      schemaVersion: _,
      command: __,
      race: ___,
      diagnostics: ____,
      ...rest
    } = JSON.parse(alone.stdout);
    expect(said[i]).toMatchObject(rest);
    expect(Object.keys(said[i]).sort()).toEqual(
      [...Object.keys(rest), 'label', 'finishS', 'movingS', 'stoppedS'].sort(),
    );
  }
  expect(together.status).toBe(Math.max(...statuses));
}

describe('build of several targets', () => {
  it('judges each as it would be alone: warnings, cutoffs, goals, exit status', async () => {
    await expectAlone(SIXTY, ['8:00', '9:00', '11:00']);
    await expectAlone(VERMONT, ['24:00', '29:30']);
    expect((await raceplan('build', SIXTY, '--target', '8h,8h30', '--strict')).status).toBe(
      (await raceplan('build', SIXTY, '--target', '8h', '--strict')).status,
    );
  });

  it('shows what each leaves in hand at the cutoffs, and which is warned of what', async () => {
    const { stdout } = await raceplan('build', SIXTY, '--target', '8h,11h');
    expect(stdout).toMatch(/In hand at the cutoffs/);
    expect(stdout).toMatch(/Finish +60\.0 +2 h +missed by 1 h/);
    expect(stdout).toMatch(/- B: Finish closes 1 h before you would reach it\./);
  });

  it('names the goals of each target for a CI', async () => {
    const { stdout } = await raceplan('build', SIXTY, '--target', '8h,11h', '--format', 'junit');
    expect(stdout).toContain('name="A: under 9h"');
    expect(stdout).toContain('name="B: under 9h"');
  });

  it('says of each of them, on generated races, what it says of it alone', async () => {
    const race = fc.record({
      km: fc.integer({ min: 30, max: 160 }),
      share: fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      paces: fc.array(fc.integer({ min: 330, max: 900 }), { minLength: 2, maxLength: 3 }),
      closesPace: fc.integer({ min: 400, max: 800 }),
      limitPace: fc.integer({ min: 500, max: 900 }),
      goalPace: fc.integer({ min: 330, max: 900 }),
      past: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        race,
        async ({ km, share, paces, closesPace, limitPace, goalPace, past }) => {
          const limitS = Math.max(limitPace, closesPace) * km;
          const plan = fileOf(
            'race.yaml',
            `race: { name: Loop, start: 2024-06-15 06:00, timezone: UTC, cutoff: "${clock(limitS)} h" }
course:
  distance: ${km} km
  stations:
    - { name: Mid, at: ${(km * share).toFixed(1)} km, cutoff: "${clock(closesPace * km * share)} h" }
athlete: { past: [${past ? '{ race: Spring, distance: 50 km, time: "6:00" }' : ''}] }
goals: [finish, "under ${clock(goalPace * km)}"]
`,
          );
          await expectAlone(
            plan,
            paces.map((pace) => clock(pace * km)),
          );
        },
      ),
      { seed: SEED, numRuns: 60 },
    );
  }, 120_000);
});

it('JSON of several targets keeps what it had of each: its finish, its legs', async () => {
  const { targets } = await json('build', SIXTY, '--target', '8h,8h30');
  expect(targets).toMatchObject([
    { label: 'A', finishS: 28_800, legs: [{ to: 'Hut' }, { to: 'Mill' }, { to: 'Finish' }] },
    { label: 'B', finishS: 30_600 },
  ]);
});
