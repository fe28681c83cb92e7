/** What is decided for when it goes wrong is on the pages of those who are there. */
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

/** Flat and even: 5 h for 50 km, so 6 min a km; at Mill after 1 h, at Ford after 3 h. */
const RACE = planFile(
  `race: { name: Loop, start: 2025-06-14 08:00, timezone: Europe/Zurich }
course:
  distance: 50 km
  stations: [{ name: Mill, at: 10 km, crew: true }, { name: Ford, at: 30 km, crew: true }]
stops: { default: 0 min }
pacing: { target: "5:00", fade: 0% }
crew: { chief: Sam, people: [{ name: Kim, at: [Ford] }] }
contingencies:
  - { if: 10 min behind at Mill, then: eat }
  - { if: 20 min behind at Ford, then: walk }
  - { if: not at Ford by 10:30, then: hurry }
  - { if: stomach turns, then: "water, then soup" }
`,
  { 'splits.csv': 'station,arrive\nMill,09:05\n' },
);
const told = async (...argv: string[]) =>
  (await raceplan(argv[0]!, RACE, ...argv.slice(1))).stdout.replace(/\s+/g, ' ');

describe('the page of the chief', () => {
  it('holds all of it, with clock times, and what no clock shows', async () => {
    const [chief = ''] = (await told('crew')).split('Stations Loop');
    expect(chief).toContain('leave Ford after 11:20 (20 min behind at Ford): walk');
    expect(chief).toContain('stomach turns: water, then soup');
    expect(chief).toContain('No clock time could be made of "stomach turns"');
  });

  it('leaves out what lies behind during the race', async () => {
    const log = RACE.replace('race.yaml', 'splits.csv');
    const [chief = ''] = (await told('crew', '--log', log)).split('Stations Loop');
    expect(chief).not.toContain('leave Mill');
    expect(chief).toContain('leave Ford after 11:20');
    expect(chief).toContain('stomach turns: water, then soup');
  });
});

it('the page of one person has what no clock shows, which may happen anywhere', async () => {
  expect(await told('crew', '--for', 'Kim')).toContain(
    'If it goes wrong - stomach turns: water, then soup',
  );
});

it('programs get the same as from build', async () => {
  const [crew, build] = await Promise.all(
    ['crew', 'build'].map(async (command) =>
      JSON.parse((await raceplan(command, RACE, '--format', 'json')).stdout),
    ),
  );
  expect(crew.contingencies).toEqual(build.contingencies);
  expect(crew.contingencies).toHaveLength(4);
});

it('a time before the planned one is said to be so once', async () => {
  expect(await told('build')).toContain(
    'reach Ford after 10:30, though the plan itself comes 30 min later than that (not at Ford by 10:30): hurry',
  );
});
