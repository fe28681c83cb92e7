import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const FOLDER = 'fixtures/plan/past-file';

const PLAN = `race: { name: Loop }
course: { distance: 100 km }
goals: [finish]
athlete:
  past: my-results.csv
`;

describe('past races in a file beside the plan', () => {
  it('count like those in the plan', async () => {
    const rows = [
      'Spring 50,50 km,1200 m,2018-05-01,6:00:00',
      'Hills,80 km,3000 m,2017-06-01,12:00:00',
    ];
    const file = planFile(PLAN, {
      'my-results.csv': ['race,distance,climb,date,time', ...rows].join('\n'),
    });
    const listed = planFile(
      PLAN.replace(
        'my-results.csv',
        `
    - { race: Spring 50, distance: 50 km, gain: 1200 m, date: 2018-05-01, time: "6:00:00" }
    - { race: Hills, distance: 80 km, gain: 3000 m, date: 2017-06-01, time: "12:00:00" }`,
      ),
    );
    const [inFile, inPlan] = await Promise.all([
      raceplan('build', file),
      raceplan('build', listed),
    ]);
    expect(inFile.status).toBe(0);
    expect(inFile.stdout).toBe(inPlan.stdout);
  });

  it('are read in the units of the plan, and what was taken for granted is said', async () => {
    const { status, stderr } = await raceplan('check', FOLDER);
    expect(status).toBe(0);
    expect(stderr.replaceAll('\n', ' ')).toContain(
      'read 6 results: 5 finished, 1 DNF; distance in miles, climb in ft',
    );
  });

  it('counts what was run before the race, wherever a race is counted', async () => {
    const text = readFileSync(`${FOLDER}/race.yaml`, 'utf8').replace('under 28h, finish', 'finish');
    const longer = 'Later 200,2020-01-05,200,30000,70:00:00,finished\n';
    const csv = readFileSync(`${FOLDER}/my-results.csv`, 'utf8').replace('Rim 100', 'Rim 90');
    const file = planFile(text, {
      'my-results.csv': csv.replace('Rim 90,2018-09-15,100', 'Rim 90,2018-09-15,90') + longer,
    });
    const stdout = (await raceplan('build', file)).stdout.replace(/\s+/g, ' ');
    expect(stdout).toContain('what 4 past races forecast');
    expect(stdout).toContain('Your 4 races say');
    expect(stdout).toContain('the longest race you have finished is 90.0 mi');
  });

  it('that is not there is missed where the plan names it', async () => {
    const { status, stdout, stderr } = await raceplan('build', planFile(PLAN));
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/race\.yaml:5:9: error FILE_NOT_FOUND/);
  });

  it('that is broken stops what rests on it, each mistake at its line and column', async () => {
    const file = planFile(PLAN, {
      'my-results.csv':
        'race,distance,date,time\nA,50 km,1/2/2018,6:00:00\nB,ten,2018-01-05,6:00:00\n',
    });
    const { status, stdout, stderr } = await raceplan('build', file);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/my-results\.csv:2:9: error DATE_UNCLEAR/);
    expect(stderr).toMatch(/my-results\.csv:3:3: error BAD_NUMBER/);
  });

  it('without a finish among them proposes no target', async () => {
    const plan = PLAN.replace('goals: [finish]\n', '');
    const file = planFile(plan, { 'my-results.csv': 'race,distance,time\nA,50 km,DNF\n' });
    const { status, stderr } = await raceplan('build', file);
    expect(status).toBe(2);
    expect(stderr).toContain('NO_TARGET');
  });

  it('must be a list, or a file', async () => {
    const file = planFile(PLAN.replace('my-results.csv', '{ race: A, distance: 50 km }'));
    const { stderr } = await raceplan('check', file);
    expect(stderr).toContain('past must be text, or a list, not a group of keys');
  });
});
