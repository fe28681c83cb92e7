/** What may happen is written in free words: they do not stop a plan, and are printed as they are. */
import { expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const plan = (contingencies: string) =>
  planFile(`race: { name: Loop, start: 2025-06-14 08:00, timezone: Europe/Zurich }
course: { distance: 50 km, stations: [{ name: Blackwell, at: 30 km }] }
pacing: { target: "5:00" }
contingencies:
${contingencies}
`);

it.each(['sunset', 'km 40', 'halfway', 'Blackwell and tired'])(
  'so late at %s, which is no station, is said to be shown by none',
  async (place) => {
    const { stdout, stderr, status } = await raceplan(
      'build',
      plan(`  - { if: 20 min behind at ${place}, then: walk }`),
    );
    expect(status).toBe(0);
    expect(stderr).toContain(`"${place}" is no station of the course`);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      `20 min behind at ${place}: walk (there is no station to see it at)`,
    );
  },
);

it('a station misspelt is a mistake', async () => {
  const { stderr, status } = await raceplan(
    'build',
    plan('  - { if: 20 min behind at Blackwel, then: walk }'),
  );
  expect(status).toBe(2);
  expect(stderr).toContain('did you mean Blackwell?');
});

it('a visit too many is a mistake', async () => {
  const { stderr, status } = await raceplan(
    'build',
    plan('  - { if: not at Blackwell 2nd visit by 11:00, then: walk }'),
  );
  expect(status).toBe(2);
  expect(stderr).toContain('"Blackwell 2nd visit" is no station of the course');
});

it('the times of a forecast say what they rest on', async () => {
  const { stdout } = await raceplan('build', plan('  - { if: forecast past 6 h, then: walk }'));
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'Times of a forecast are for a runner who slows evenly and stops as planned; in the race, raceplan replan tells.',
  );
});
