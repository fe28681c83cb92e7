import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { planFile } from '../support/plan-file.js';

const PINE = 'fixtures/races/pine-creek-100k';
const VERMONT = 'fixtures/races/vermont-100';

const json = async (...argv: string[]) => {
  const { stdout, stderr } = await raceplan('crew', ...argv, '--format', 'json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
};

/**
 * Flat and even: 50 km in 5:50:00 moving and five stops of 2 min, so 7 min a km: at Mill after 1:10:00 and
 * 3:34:00, at Ford after 2:22:00 and 4:46:00, at the finish after 6:00:00.
 */
const plan = (crew: string, more = '') =>
  planFile(`race: { name: Loop, start: 2025-06-14 08:00, timezone: Europe/Zurich }
course:
  distance: 50 km
  stations:
    - { name: Mill, at: 10 km, crew: true }
    - { name: Ford, at: 20 km, crew: true }
    - { name: Mill, at: 30 km, crew: true, pacer: true }
    - { name: Ford, at: 40 km, crew: true${more} }
pacing: { target: "5:58", fade: 0% }
stops: { default: 2 min }
crew:
  people:
${crew}
`);

describe('a drive that takes too long', () => {
  const crew = `    - { name: Alex, at: [Mill 1st visit, Ford] }
    - { name: Kim, at: [] }
  drives: [{ from: Mill, to: Ford, takes: 90 min }]`;

  it('is told with the times, and who else could go', async () => {
    const { stdout, status } = await raceplan('crew', plan(crew));
    expect(status).toBe(0);
    // leaves Mill 72 min into the race, is there 90 min later; the runner 142 min into it
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'Alex cannot be at Ford (1st): the runner leaves Mill (1st) at 09:12, then 1 h 30 min by car: there at 10:42, 20 min after the runner. Kim could go instead.',
    );
  });

  it('keeps them off that place, and on the next they can reach', async () => {
    const { people, cannotBeThere, visits } = await json(plan(crew));
    expect(people[0].stays).toMatchObject([
      { station: 'Mill', visit: 1 },
      { station: 'Ford', visit: 2 },
      { station: 'Finish' },
    ]);
    expect(cannotBeThere[0]).toMatchObject({
      who: 'Alex',
      station: 'Ford',
      visit: 1,
      substitutes: ['Kim'],
      trip: { driveS: 5400, lateWhen: 'planned' },
    });
    expect(cannotBeThere[0].trip.departS).toBeCloseTo(72 * 60, 3);
    expect(cannotBeThere[0].trip.thereS).toBeCloseTo(162 * 60, 3);
    expect(cannotBeThere[0].trip.lateByS).toBeCloseTo(20 * 60, 3);
    expect(visits[1]).toMatchObject({ station: 'Ford', visit: 1, who: [] });
  });

  it('names who is there anyway, and nobody when nobody could', async () => {
    const two = crew.replace('Kim, at: []', 'Kim, at: [Ford 1st visit]');
    const { stdout } = await raceplan('crew', plan(two));
    expect(stdout.replace(/\s+/g, ' ')).toContain('20 min after the runner. Kim is there.');
    // Kim would have to be back at Mill 74 min later
    const busy = crew.replace('Kim, at: []', 'Kim, at: [Mill]');
    expect((await raceplan('crew', plan(busy))).stdout.replace(/\s+/g, ' ')).toContain(
      'Nobody else could go, by the drives listed.',
    );
  });

  it('counts who has been elsewhere before, and would like to be at the finish', async () => {
    // Kim leaves the start when the runner does; an early one is at Ford after 135 min
    const early = crew
      .replace('Kim, at: []', 'Kim, at: [Start]')
      .replace('drives: [', 'drives: [{ from: Start, to: Ford, takes: 140 min }, ');
    const { cannotBeThere } = await json(plan(early));
    expect(cannotBeThere[0].substitutes).toEqual([]);
    const sooner = await json(plan(early.replace('140 min', '120 min')));
    expect(sooner.cannotBeThere[0].substitutes).toEqual(['Kim']);
  });

  it('is warned about by build and check', async () => {
    for (const command of ['build', 'check']) {
      const { stdout } = await raceplan(command, plan(crew));
      expect(stdout.replace(/\s+/g, ' ')).toContain('Alex cannot be at Ford (1st)');
    }
  });

  it('nothing is assumed where none is listed, and that is said', async () => {
    const { stdout } = await raceplan(
      'crew',
      plan('    - { name: Alex, at: [Mill 1st visit, Ford 1st visit] }'),
    );
    expect(stdout).not.toContain('Cannot be there');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'No drive is listed: Mill (1st) to Ford (1st) (Alex); Ford (1st) to Finish (Alex).',
    );
  });

  it('goes back as it goes there, unless the way back is listed', async () => {
    const there = `    - { name: Alex, at: [Ford 1st visit, Mill 2nd visit] }
  drives: [{ from: Mill, to: Ford, takes: 90 min }]`;
    expect((await json(plan(there))).cannotBeThere).toHaveLength(1);
    const back = there.replace('drives: [', 'drives: [{ from: Ford, to: Mill, takes: 40 min }, ');
    expect((await json(plan(back))).cannotBeThere).toEqual([]);
  });
});

describe('a pacer', () => {
  it('joins where pacers may, runs to the finish when no end is named, and does not drive', async () => {
    const robin = '    - { name: Robin, role: pacer, at: [Mill] }';
    const { people, visits } = await json(plan(robin));
    expect(people[0].stays).toMatchObject([
      { station: 'Mill', visit: 1, as: 'crew' },
      { station: 'Mill', visit: 2, as: 'joins' },
      { station: 'Finish', as: 'ends', trip: null },
    ]);
    expect(people[0].pacing).toMatchObject({ isEndAssumed: true });
    expect(visits[3]).toMatchObject({ station: 'Ford', who: [], running: ['Robin'] });
    const { stdout } = await raceplan('crew', plan(robin));
    expect(stdout.replace(/\s+/g, ' ')).toContain('taken to be the finish: the plan names no end');
  });

  it('who stops before the finish is told that no car is there', async () => {
    const robin = '    - { name: Robin, role: pacer, at: [Mill 2nd visit, Ford 2nd visit] }';
    const { stdout } = await raceplan('crew', plan(robin), '--for', 'Robin');
    expect(stdout).toContain('After Ford (2nd): no car there');
    expect(stdout).not.toContain('Finish');
  });
});

describe('--for', () => {
  it("prints that person's page alone, with all there is to do", async () => {
    const { stdout, status } = await raceplan('crew', VERMONT, '--for', 'alex');
    expect(status).toBe(0);
    expect(stdout).toContain('Alex: crew');
    expect(stdout).toContain('Stage Road, 30.3 mi');
    expect(stdout).not.toContain('Pretty House, 21.3 mi');
    expect(stdout).toMatch(/Stop if +confused or not drinking/);
    expect(stdout).not.toContain('Drop bags');
  });

  it.each([
    ['Alx', 'did you mean Alex?'],
    ['Zoe', 'there is Sam, Alex, Robin'],
  ])('%s is refused: %s', async (name, said) => {
    const { status, stdout, stderr } = await raceplan('crew', VERMONT, '--for', name);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('error UNKNOWN_PERSON');
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
  });

  it('a chief who waits nowhere has the first page', async () => {
    const file = plan('    - { name: Alex, at: [Mill] }\n  chief: Sam');
    const { stdout, status } = await raceplan('crew', file, '--for', 'sam');
    expect(status).toBe(0);
    expect(stdout).toContain('Who is where');
    expect(stdout).not.toContain('Stations');
  });
});

describe('what stands on every page', () => {
  it.each([
    [PINE, 'Run your own race', 'confused or not drinking', 'the race line'],
    [VERMONT, 'The pain unfolds slowly', 'no longer steady on his feet', 'then Sam'],
  ])('%s', async (race, ...always) => {
    const { stdout } = await raceplan('crew', race);
    for (const page of stdout.split(/^─{80}$/m)) {
      for (const words of always) expect(page).toContain(words);
    }
  });

  it('is said to be missing once, where a plan has none of it', async () => {
    const { stdout } = await raceplan('crew', plan('    - { name: Alex, at: [Mill] }'));
    const said = stdout.replace(/\s+/g, ' ').split('The plan does not say');
    expect(said).toHaveLength(2);
    expect(said[1]).toContain(
      "the runner's own words, when to stop and whom to call in an emergency",
    );
  });
});

describe('Tiadaghton, closed to crew', () => {
  it('is a place to go on no page', async () => {
    const { visits, people, dropBags } = await json(PINE);
    const stations = [...visits, ...dropBags, ...people[0].stays].map(({ station }) => station);
    expect(stations).not.toContain('Tiadaghton');
    expect((await raceplan('crew', PINE)).stdout).not.toContain('Tiadaghton');
  });

  it('is an error to send crew to', async () => {
    const text = readFileSync(`${PINE}/race.yaml`, 'utf8').replace(
      'at: [Asaph, Darling Run]',
      'at: [Asaph, Tiadaghton]',
    );
    const { status, stderr } = await raceplan('crew', planFile(text));
    expect(status).toBe(2);
    expect(stderr).toContain('NO_CREW_ACCESS');
    expect(stderr).toContain('closed to crew');
  });
});

it('without people is for whoever comes, and says so', async () => {
  const { stdout } = await raceplan('crew', plan('').replace('', ''));
  expect(stdout).toContain('The plan names no crew: these pages are for whoever comes.');
  expect(stdout).toContain('Mill (1st), 10.0 km');
});

it('sends nobody on a way who stays where they are, however wide the windows', async () => {
  const loops = join(import.meta.dirname, '../../fixtures/races/loop-24h/race.yaml');
  const { stdout } = await raceplan('crew', loops, '--for', 'Sam', '--all-laps');
  expect(stdout).toContain('stay from Camp (3rd) on');
  expect(stdout).not.toContain('straight from');
});

it('without a start tells elapsed times', async () => {
  const file = planFile(`race: { name: Loop }
course: { distance: 50 km, stations: [{ name: Mill, at: 25 km, crew: true }] }
pacing: { target: "6:00", fade: 0% }
stops: { default: 0 min }
`);
  const { stdout } = await raceplan('crew', file);
  expect(stdout).toContain('plan 3:00:00');
  expect(stdout).toContain('Nothing tells when it is dark');
});

describe('with the log of the race so far', () => {
  /** The first rows of the Vermont log. */
  const cut = (rows: number) => {
    const lines = readFileSync(`${VERMONT}/splits.csv`, 'utf8').split('\n');
    const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'splits.csv');
    writeFileSync(file, `${lines.slice(0, rows + 1).join('\n')}\n`);
    return file;
  };

  it('is of what lies ahead of Stage Road, from the forecast of replan', async () => {
    const log = cut(2);
    const { now, visits, people } = await json(VERMONT, '--log', log);
    // left Stage Road at 10:15, 6:15:00 into the race; planned at 9:47
    expect(now).toMatchObject({ at: 'Stage Road', departS: 22_500 });
    expect(now.behindPlanS / 60).toBeGreaterThan(27);
    expect(now.behindPlanS / 60).toBeLessThan(29);
    expect(visits[0]).toMatchObject({ station: 'Camp Ten Bear', visit: 1, visits: 2 });
    const replan = JSON.parse(
      (await raceplan('replan', log, '--plan', VERMONT, '--format', 'json')).stdout,
    );
    const forecast = replan.legs.map(({ forecast: f }: { forecast: object }) => f);
    expect(visits.map(({ arriveS }: { arriveS: number }) => arriveS)).toEqual(
      forecast.map(({ arriveS }: { arriveS: number }) => arriveS),
    );
    expect(people[1].stays[0].trip).toMatchObject({ from: { station: 'Stage Road' } });
  });

  it('says since when it is, and how far behind plan', async () => {
    const { stdout } = await raceplan('crew', VERMONT, '--log', cut(2));
    expect(stdout).toMatch(/As of +Stage Road, 30\.3 mi, left 10:15 AM: 2[78] min behind plan/);
    expect(stdout).not.toContain('Pretty House, 21.3 mi');
    await expect(stdout).toMatchFileSnapshot('golden/vermont-after-stage-road.txt');
  });

  it('before the first row is the plan', async () => {
    const planned = await json(VERMONT);
    const { visits, people } = await json(VERMONT, '--log', cut(0));
    expect(visits).toEqual(planned.visits);
    expect(people).toEqual(planned.people);
  });

  it('after the race has nobody to send anywhere', async () => {
    const { stdout, status } = await raceplan('crew', VERMONT, '--log', `${VERMONT}/splits.csv`);
    expect(status).toBe(0);
    expect(stdout).toContain('the race is over: ended at Camp Ten Bear');
    expect(stdout).not.toContain('Be there');
  });

  it('is never written over that log', async () => {
    const log = cut(2);
    const before = readFileSync(log, 'utf8');
    const over = ['-o', log, '--format', 'json', '--force'];
    const { status, stderr } = await raceplan('crew', VERMONT, '--log', log, ...over);
    expect(status).toBe(2);
    expect(stderr).toContain('OUTPUT_IS_INPUT');
    expect(readFileSync(log, 'utf8')).toBe(before);
  });

  it('finds the plan beside the log', async () => {
    const { now } = await json('--log', `${VERMONT}/splits.csv`);
    expect(now).toMatchObject({ status: 'dnf' });
  });
});

it('nobody is told to worry at the very minute of a plan that nothing else tells of', async () => {
  const { stdout } = await raceplan(
    'crew',
    planFile('race: { name: Loop }\ncourse: { distance: 50 km }\ngoals: [under 6h]\n'),
    '--format',
    'json',
  );
  expect(JSON.parse(stdout).visits.map((v: { worryS: number }) => v.worryS)).toEqual([null]);
});
