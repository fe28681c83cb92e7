import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';
import { planFile } from '../support/plan-file.js';

const PLAN = `race: { name: Loop, start: 2018-09-08 07:00, timezone: Europe/Berlin, location: "52.5, 13.4" }
course: { distance: 50 km }
athlete: { past: [{ race: Spring, date: 2018-04-14, distance: 50 km, time: "6:00" }] }
goals: [under 7h]
pacing: { target: "6:30" }
gear: [{ item: headlamp, when: dark, spare: true }]
`;
const PREP = `prep:
  - { do: buy gels, owner: Sam, by: 2018-09-01 }
  - { do: pack, owner: Alex, by: 2018-09-06, needs: [buy] }
`;
const statusOf = async (file: string, ...argv: string[]) =>
  (await raceplan('check', file, ...argv)).status;

interface Case {
  '@_name': string;
  failure?: unknown;
  skipped?: unknown;
}
async function casesOf(...argv: string[]): Promise<[string, string][]> {
  const { stdout } = await raceplan(...argv, '--format', 'junit');
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' });
  const cases: Case[] = parser.parse(stdout).testsuites.testsuite.testcase ?? [];
  return cases.map(({ '@_name': name, failure, skipped }) => [
    name,
    failure !== undefined ? 'failed' : skipped !== undefined ? 'skipped' : 'passed',
  ]);
}

describe('check --strict', () => {
  it.each([
    ['nothing is due yet', '2018-08-01', 0],
    ['it is due this week', '2018-08-30', 0],
    ['it is due today', '2018-09-01', 0],
    ['it is overdue', '2018-09-02', 1],
    ['the race is past', '2018-10-01', 1],
  ])('when %s', async (_, today, status) => {
    const file = planFile(PLAN + PREP);
    expect(await statusOf(file, '--today', today, '--strict')).toBe(status);
    expect(await statusOf(file, '--today', today)).toBe(0);
  });

  it('passes what is done, whatever the day', async () => {
    const done = PREP.replaceAll(' }', ', done: true }');
    expect(await statusOf(planFile(PLAN + done), '--today', '2020-01-01', '--strict')).toBe(0);
  });

  it('fails on an unsafe plan, and on preparation of a plan without a target', async () => {
    const unsafe = planFile(`${PLAN}nutrition: { per_hour: { fluid: 1000 ml } }\n`);
    expect(await statusOf(unsafe, '--today', '2018-08-01', '--strict')).toBe(1);
    const untargeted = planFile(`race: { name: Loop }\ncourse: { distance: 50 km }\n${PREP}`);
    expect(await statusOf(untargeted, '--today', '2018-08-01', '--strict')).toBe(0);
    expect(await statusOf(untargeted, '--today', '2018-09-02', '--strict')).toBe(1);
  });

  it('is told case by case in JUnit, as the exit status is', async () => {
    const file = planFile(
      `${PLAN}${PREP}nutrition: { per_hour: { fluid: 1000 ml, carbs: 10 g } }\n`,
    );
    const argv = ['check', file, '--today', '2018-09-07'];
    const names = [
      ['drinking beyond sweat', 'skipped'],
      ['outside standard: carbs', 'passed'],
      ['overdue: buy gels', 'skipped'],
      ['overdue: pack', 'skipped'],
    ];
    expect(await casesOf(...argv)).toEqual(names);
    expect(await casesOf(...argv, '--strict')).toEqual(
      names.map(([name, outcome]) => [name, outcome === 'skipped' ? 'failed' : outcome]),
    );
    expect(await casesOf('check', planFile(PLAN), '--today', '2018-08-01')).toContainEqual([
      'safe and realistic',
      'passed',
    ]);
  });
});

describe('the countdown on paper', () => {
  it('says who waits for whom, what is overdue, and how long it is', async () => {
    const { stdout } = await raceplan('check', planFile(PLAN + PREP), '--today', '2018-09-02');
    expect(stdout).toContain('Overdue: buy gels, Sam, by Sat 1 Sep 2018.');
    expect(stdout).toContain('Before the race: 6 days to go, 0 of 2 done');
    expect(stdout).toMatch(/overdue +buy gels +Sam +Sat 1 Sep 2018/);
    expect(stdout).toMatch(/this week +pack \(first: buy gels, Sam\) +Alex +Thu 6 Sep 2018/);
    expect(stdout.indexOf('Warnings')).toBeLessThan(stdout.indexOf('Before the race'));
  });

  it('of a race that is past says so, and calls nothing due', async () => {
    const { stdout } = await raceplan('check', planFile(PLAN + PREP), '--today', '2018-09-09');
    expect(stdout).toContain('Before the race: as of the start, 0 of 2 done');
    expect(stdout).toContain('The race was on Sat 8 Sep 2018: nothing is due any more.');
    expect(stdout).toContain('Not done by the start: buy gels, Sam');
    expect(stdout).not.toMatch(/Overdue|this week/);
  });

  it.each(['soon', '2018-02-30', '30.8.2018', '2018-8-30'])(
    'refuses a day that is none: %s',
    async (today) => {
      const { status, stdout, stderr } = await raceplan('check', planFile(PLAN), '--today', today);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('error BAD_ARGUMENT');
    },
  );

  it('names a day inherited, a day after the race, and what cannot be done yet', async () => {
    const prep = `prep:
  - { do: order, by: 2018-09-05 }
  - { do: pack, by: 2018-09-03, needs: [order] }
  - { do: thank the crew, by: 2018-09-10 }
  - { do: load the car, done: true, needs: [pack] }
`;
    const { stdout } = await raceplan('check', planFile(PLAN + prep), '--today', '2018-08-01');
    const text = stdout.replace(/\s+/g, ' ');
    expect(text).toContain('order: by Mon 3 Sep 2018, not Wed 5 Sep 2018, for pack.');
    expect(text).toContain('thank the crew: its day, Mon 10 Sep 2018, is after the race.');
    expect(text).toContain('load the car: said to be done, and what it needs is not: order; pack.');
  });

  it('in JSON has days and names, on which day it is judged', async () => {
    const { prep, training, swot } = await askJson(
      'check',
      planFile(PLAN + PREP),
      '--today',
      '2018-09-02',
    );
    expect(prep).toMatchObject({
      onDay: '2018-09-02',
      raceDay: '2018-09-08',
      daysToGo: 6,
      isPast: false,
    });
    expect(prep.tasks).toMatchObject([
      { do: 'buy gels', owner: 'Sam', state: 'overdue' },
      { do: 'pack', state: 'this week', blockedBy: [{ do: 'buy gels', owner: 'Sam' }] },
    ]);
    expect(training).toBeNull();
    expect(swot.weaknesses).toEqual([]);
  });

  it('is not there where a plan tells of no preparation and no training', async () => {
    for (const command of ['check', 'build']) {
      const { stdout } = await raceplan(command, planFile(PLAN));
      expect(stdout).not.toMatch(/Before the race|Preparation|Training|Learned|Strengths/);
    }
  });
});

describe('the training log of a plan', () => {
  const TRAINING = 'training: { log: training.csv }\n';

  it('is told by check and build, in SI in JSON', async () => {
    const file = planFile(PLAN + TRAINING, {
      'training.csv': 'date,planned,done\n2018-08-21,10 km,yes\n2018-08-28,20 km,10 km\n',
    });
    const { training } = await askJson('check', file, '--today', '2018-09-02');
    expect(training.completed.distance).toEqual({ plannedM: 30_000, doneM: 20_000, ratio: 0.667 });
    expect(training.weeks).toHaveLength(2);
    const { stdout } = await raceplan('build', file);
    expect(stdout).toContain('67% of the distance planned (20.0 km of 30.0 km)');
    expect(stdout.replace(/\s+/g, ' ')).toContain('before Sat 8 Sep 2018');
  });

  it('build says the same whatever day it is, and has no clock', async () => {
    const file = planFile(PLAN + PREP + TRAINING, {
      'training.csv': 'date,planned,done\n2018-08-21,10 km,yes\n2018-09-04,20 km,\n',
    });
    const { prep, training } = await askJson('build', file);
    expect(prep).toMatchObject({ onDay: null, daysToGo: null });
    expect(training).toMatchObject({ asOf: '2018-09-04', sessions: 1 });
  });

  it.each(['check', 'build'])('that is missing, or another table, stops %s', async (command) => {
    const missing = await raceplan(command, planFile(PLAN + TRAINING));
    expect(missing).toMatchObject({ status: 2, stdout: '' });
    expect(missing.stderr).toMatch(/race\.yaml:\d+:18: error FILE_NOT_FOUND/);
    const other = await raceplan(
      command,
      planFile(PLAN + TRAINING, { 'training.csv': 'place,bib,name,time\n1,12,A,4:10:00\n' }),
    );
    expect(other.status).toBe(2);
    expect(other.stderr).toContain('error WRONG_TABLE');
    expect(other.stderr.replace(/\s+/g, ' ')).toContain('wanted is a training log');
  });
});

describe('what the training log tells of the plan', () => {
  const trained = async (log: string) => {
    const file = planFile(`${PLAN}training: { log: training.csv }\n`, { 'training.csv': log });
    const { stdout } = await raceplan('check', file, '--today', '2018-08-15');
    return stdout.replace(/\s+/g, ' ');
  };

  it('is not called no plan where it only cannot be compared', async () => {
    const told = await trained('date,planned,time\n2018-08-01,10 km,1:05:00\n');
    expect(told).toContain('nothing done can be compared to the plan');
    expect(told).not.toContain('tells no plan');
    expect(await trained('date,done\n2018-08-01,10 km\n')).toContain('the log tells no plan');
  });

  it('says why more than planned is not more than all', async () => {
    // one week of 12 km for 10, one of 5 for 10: 15 of 20 count
    const told = await trained(
      'date,planned,done\n2018-07-30,10 km,12 km\n2018-08-08,10 km,5 km\n',
    );
    expect(told).toContain(
      '75% of the distance planned (17.0 km of 20.0 km; no week counts above its plan)',
    );
  });
});
