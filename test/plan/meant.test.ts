import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

const folder = () => mkdtempSync(join(tmpdir(), 'raceplan-'));

/** What is said of a plan of these lines, on one line. */
async function saidOf(text: string): Promise<string> {
  const file = join(folder(), 'race.yaml');
  writeFileSync(file, text);
  const { status, stderr } = await raceplan('check', file);
  expect(status).toBe(2);
  return stderr.replace(/[\s|]+/g, ' ');
}

const plan = (race: string, station: string) =>
  `race: { name: Loop, ${race} }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km, ${station} }] }
goals: [under 6h]
`;

describe('an error of the plan says what is meant, and where', () => {
  it.each([
    ['a day without a time', 'start: 2024-08-23', '"2024-08-23" has no time of day'],
    ['a day that is none', 'start: 2024-02-30 07:00', '"2024-02-30 07:00" is no real date'],
    ['a day that may be two', 'start: 08/09/2024 07:00', '"08/09/2024 07:00" may be 2024-08-09 or'],
    ['another order', 'start: 2024-23-08 07:00', 'is no real date'],
  ])('%s', async (_, race, said) => {
    expect(await saidOf(plan(race, 'stop: 5 min'))).toContain(said);
  });

  it.each([
    ['5:00', '5 min or 5 h'],
    ['2:30', '2 min 30 s or 2 h 30 min'],
  ])('a stop of %s may be %s', async (stop, choices) => {
    const said = await saidOf(plan('start: 2024-08-23 07:00', `stop: "${stop}"`));
    expect(said).toMatch(/race\.yaml:2:\d+: error DURATION_UNCLEAR/);
    expect(said).toContain(`"${stop}" may be minutes or hours`);
    expect(said).toContain(`write ${choices}`);
  });

  it('a goal of 45:00 in aid stations is told to be unclear', async () => {
    const goals = plan('start: 2024-08-23 07:00', 'stop: 5 min').replace(
      'under 6h',
      'under 6h, aid station time <= 45:00',
    );
    expect(await saidOf(goals)).toContain('its time may be minutes or hours');
  });
});

it.each([
  ['cutoff: 5pm', 'cutoff: "17:00"'],
  ['cutoff: 5 PM', 'cutoff: "17:00"'],
  ['cutoff: Fri 5pm', 'cutoff: "17:00"'],
])('%s is %s', async (written, meant) => {
  const race = 'start: 2024-08-23 07:00, timezone: Europe/Berlin';
  const build = async (station: string) => {
    const file = join(folder(), 'race.yaml');
    writeFileSync(file, plan(race, station));
    const { status, stdout } = await raceplan('build', file, '--format', 'json');
    expect(status).toBe(0);
    return JSON.parse(stdout).legs;
  };
  const legs = await build(written);
  expect(legs[0].cutoffS).toBe(10 * 3600);
  expect(legs).toEqual(await build(meant));
});

it('a start at 7am is 07:00', async () => {
  const file = join(folder(), 'race.yaml');
  writeFileSync(file, plan('start: 2024-08-23 7am, timezone: Europe/Berlin', 'stop: 5 min'));
  const { stdout } = await raceplan('build', file, '--format', 'json');
  expect(JSON.parse(stdout).race.startAt).toBe('2024-08-23T07:00:00+02:00');
});

describe('--target', () => {
  const target = (times: string) =>
    raceplan('build', 'fixtures/races/pine-creek-100k', '--target', times);

  it.each([
    ['36,50', '--target 36h,50h'],
    ['36', '--target 36h'],
    ['11:30,12', '--target 11:30,12h'],
  ])('%s is asked about, not taken for minutes: %s', async (times, meant) => {
    const { status, stdout, stderr } = await target(times);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('may be minutes or hours');
    expect(stderr).toContain(`write ${meant}`);
  });

  it.each([
    ['millions of hours', '9999999999h'],
    ['a second', '1 s'],
    ['more digits than a number holds', `${'9'.repeat(400)}h`],
    ['a word of many letters', 'a'.repeat(9000)],
  ])('%s is beyond sense', async (_, times) => {
    const { status, stdout, stderr } = await target(times);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('BAD_ARGUMENT');
  });
});

describe('a file that is not there', () => {
  it.each([
    ['analyze', 'a log, whatever is wrong with the plan beside it', 'race: 3\n'],
    ['replan', 'a log, where there is no plan either', null],
    ['analyze', 'a log, where there is no plan either', null],
    ['backtest', 'splits', null],
    ['field', 'results', null],
  ])('%s names it first: %s', async (command, _, text) => {
    const home = folder();
    if (text) writeFileSync(join(home, 'race.yaml'), text);
    const { status, stderr } = await raceplan(command, join(home, 'splits.csv'));
    expect(status).toBe(2);
    expect(stderr).toContain('error FILE_NOT_FOUND');
    expect(stderr).toContain('1 error. Nothing was computed.');
  });
});
