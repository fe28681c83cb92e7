import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson } from '../support/folder.js';
import { planFile } from '../support/plan-file.js';

const VERMONT = resolve('fixtures/races/vermont-100/race.yaml');
const FOLDER = 'fixtures/review/from-vermont';
const TEXT = readFileSync(`${FOLDER}/race.yaml`, 'utf8').replace(
  'from: ../../races/vermont-100/race.yaml',
  `from: ${VERMONT}`,
);
const without = (text: string) => text.replace(/^from: .*$/m, '');

const build = async (text: string) => (await raceplan('build', planFile(text))).stdout;
const flat = (text: string) => text.replace(/\s+/g, ' ');

/** A finished 50K of made-up splits, on its own day. */
const SPRING = `race: { name: Spring 50K, start: 2018-03-10 08:00, timezone: America/New_York }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km }, { name: Ford, at: 25 km }, { name: Oak, at: 40 km }] }
goals: [under 6h]
stops: { default: 2 min }
`;
const SPRING_LOG =
  'station,arrive,depart\nMill,9:00,9:03\nFord,10:33,10:40\nOak,12:28,12:32\nFinish,13:50,\n';

function springPlan(): string {
  const file = planFile(SPRING);
  writeFileSync(join(dirname(file), 'splits.csv'), SPRING_LOG);
  return file;
}

describe('a plan that names Vermont', () => {
  it('is built with its lessons, and what was taken over, in 80 columns', async () => {
    const { status, stdout } = await raceplan('build', FOLDER);
    expect(status).toBe(0);
    expect(Math.max(...stdout.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(80);
    await expect(stdout).toMatchFileSnapshot('golden/from-vermont-build.txt');
  });

  it('differs from the same plan without it by the stops it names, and by nothing it does not name', async () => {
    const [learned, alone] = [
      await askJson('build', planFile(TEXT)),
      await askJson('build', planFile(without(TEXT))),
    ];
    const stops = ({ legs }: typeof learned) =>
      legs.map(({ plan }: { plan: { stopS: number } }) => plan.stopS);
    // the median of 6, 7, 14 and 15 min; the ridge has its own stop
    expect(stops(learned)).toEqual([630, 630, 240, 0]);
    expect(stops(alone)[0]).not.toBe(630);
    expect(learned.target.finishS).toBe(alone.target.finishS);
    expect(learned.target.tiringRatio).toBeCloseTo(alone.target.tiringRatio, 6);
    expect(learned.earlier.applied).toMatchObject([
      { kind: 'stops', isApplied: true, valueS: 630, from: 'Vermont 100 Mile 2017' },
      { kind: 'fade untold', isApplied: false },
      { kind: 'sweat untold', isApplied: false },
      { kind: 'past', isApplied: true },
    ]);
    // planned as Vermont stopped, the plan without it is the same to the second
    const spelled = await askJson(
      'build',
      planFile(`${without(TEXT)}stops: { default: 10 min 30 s }\n`),
    );
    expect(spelled.legs).toEqual(learned.legs);
    expect(spelled.verdicts).toEqual(learned.verdicts);
    expect(alone.earlier).toBeNull();
  });

  it('says who stops so long on the line of the stops', async () => {
    expect(flat(await build(TEXT))).toContain(
      '25 min in 3 stops (where the plan gives none: your Vermont 100 Mile 2017)',
    );
  });

  it('says of each value whose it is', async () => {
    const said = flat(await build(TEXT));
    expect(said).toContain(
      'Stops 10 min 30 s where the plan names none: your Vermont 100 Mile 2017, the median of 4 stops',
    );
    expect(said).toContain('none from Vermont 100 Mile 2017: a race that ended early');
    expect(said).toContain('DNF at 69.4 mi after 18:34:00: it tells no finish time');
  });

  it('keeps what it says itself, and tells both', async () => {
    const said = flat(await build(`${TEXT}stops: { default: 3 min }\n`));
    expect(said).toContain(
      'your plan says 3 min; in Vermont 100 Mile 2017 it was 10 min 30 s, the median of 4 stops',
    );
    const ridge = TEXT.replaceAll('crew: true }', 'crew: true, stop: 2 min }');
    expect(flat(await build(ridge))).toContain('your plan says one at each station');
  });

  it.each([
    ['the same day', 'race: Vermont, date: 2017-07-15'],
    ['its name', 'race: Vermont 100'],
    ['its name and year', 'race: Vermont 100, year: 2017'],
  ])('does not count it twice where it is among the past races by %s', async (_, named) => {
    const listed = TEXT.replace('past: [', `past: [{ ${named}, distance: 100 mi, result: DNF }, `);
    expect(flat(await build(listed))).toContain('is among yours already');
  });

  it('gives a race listed without its climb that of its own plan', async () => {
    const hilly = planFile(SPRING.replace('{ distance: 50 km,', '{ distance: 50 km, gain: 900 m,'));
    writeFileSync(join(dirname(hilly), 'splits.csv'), SPRING_LOG);
    const listed = TEXT.replace(VERMONT, hilly).replace(
      'past: [',
      'past: [{ race: Spring 50K, date: 2018-03-10, distance: 50 km, time: "5:50" }, ',
    );
    const unlisted = await askJson('build', planFile(TEXT.replace(VERMONT, hilly)));
    const said = await build(listed);
    expect(flat(said)).toContain('as the plan has it, and its climb, 2,953 ft, from there');
    const { verdicts } = await askJson('build', planFile(listed));
    expect(verdicts).toEqual(unlisted.verdicts);
  });

  it('counts it where only another year of it is listed', async () => {
    const listed = TEXT.replace(
      'past: [',
      'past: [{ race: Vermont 100, year: 2015, distance: 100 mi, result: DNF }, ',
    );
    expect(flat(await build(listed))).toContain('Vermont 100 Mile 2017 added');
  });

  it('tells a lesson that was pasted once', async () => {
    const lesson =
      'lessons: [{ from: Vermont 100 Mile 2017, lesson: eat, goal: carbs >= 45 g/h }, { from: Vermont 100 Mile 2017, lesson: plan to slow more (a lot) }]\n';
    const said = flat(await build(`${TEXT}${lesson}`));
    expect(said).toContain('eat (carbs >= 45 g/h)');
    expect(said).not.toContain('keep up carbs');
    expect(said.split('plan to slow more')).toHaveLength(2);
    expect(said).toContain('keep up sodium');
  });
});

describe('several earlier races', () => {
  const both = (first: string, second: string) =>
    TEXT.replace(/^from: .*$/m, `from: [${first}, ${second}]`);

  it('are told apart: the latest that tells wins, in whatever order they are named', async () => {
    const spring = springPlan();
    const [one, other] = [await build(both(VERMONT, spring)), await build(both(spring, VERMONT))];
    expect(other).toBe(one);
    const said = flat(one);
    expect(said).toContain('Stops 4 min where the plan names none: your Spring 50K 2018');
    expect(said).toMatch(/Fade second half [\d.]+% slower by tiring .*: your Spring 50K 2018/);
    expect(said).toContain('Lessons of Vermont 100 Mile 2017');
    expect(said).toContain('Spring 50K 2018 added: 31.1 mi, finished in 5:50:00');
  });

  it('give the fade that was run, without the heat and the dark of their day', async () => {
    const spring = springPlan();
    const learned = await askJson('build', planFile(TEXT.replace(VERMONT, spring)));
    const { kpis } = await askJson('analyze', join(dirname(spring), 'splits.csv'));
    const fade = kpis.find(({ id }: { id: string }) => id === 'fade').actual;
    const carried = learned.earlier.applied.find(({ kind }: { kind: string }) => kind === 'fade');
    // a cool day of even light: what was run is what tiring made of it
    expect(carried.valueRatio).toBeCloseTo(fade, 3);
    expect(learned.target.tiringRatio).toBeCloseTo(carried.valueRatio, 3);
    const stated = await askJson(
      'build',
      planFile(
        TEXT.replace(VERMONT, spring).replace('target: "10:45"', 'target: "10:45", fade: 9%'),
      ),
    );
    expect(stated.target.tiringRatio).toBeCloseTo(0.09, 6);
    expect(stated.earlier.applied).toContainEqual(
      expect.objectContaining({ kind: 'fade', isApplied: false }),
    );
  });

  it('name the fade and the stops where build first says them', async () => {
    const said = flat(await build(TEXT.replace(VERMONT, springPlan())));
    expect(said).toMatch(/Fade second half [\d.]+% slower .*\(your Spring 50K 2018\)/);
    expect(said).toContain('(where the plan gives none: your Spring 50K 2018)');
  });

  it('that passed a cutoff tell no finish', async () => {
    const spring = springPlan();
    writeFileSync(spring, SPRING.replace('at: 40 km }', 'at: 40 km, cutoff: 4 h }'));
    const said = flat(await build(TEXT.replace(VERMONT, spring)));
    expect(said).toContain('past a cutoff at 31.1 mi after 5:50:00: it tells no finish time');
  });

  it('whose stops are too long for the target are named with the error', async () => {
    const spring = springPlan();
    writeFileSync(
      join(dirname(spring), 'splits.csv'),
      SPRING_LOG.replace('9:03', '9:33').replace('10:40', '10:59').replace('12:32', '12:58'),
    );
    const many = Array.from({ length: 24 }, (_, i) => `{ name: S${i}, at: ${2 * i + 2} mi }`).join(
      ', ',
    );
    const text = `race: { name: Next, start: 2018-05-12 06:00, timezone: America/New_York }
course: { distance: 50 mi, stations: [${many}] }
goals: [under 11h]
from: ${spring}
`;
    const { status, stderr } = await raceplan('build', planFile(text));
    expect(status).toBe(2);
    expect(stderr).toContain('error STOPS_TOO_LONG');
    expect(flat(stderr)).toContain(
      'where the plan names none, the median of 3: your Spring 50K 2018',
    );
  });

  it('are not followed further: an earlier plan stands as it is written', async () => {
    const spring = springPlan();
    writeFileSync(spring, `${SPRING}from: no-such-plan.yaml\n`);
    expect((await raceplan('build', planFile(TEXT.replace(VERMONT, spring)))).status).toBe(0);
  });
});

describe('a race of another kind', () => {
  const from = (race: string) =>
    build(
      TEXT.replace(/start: \S+/, 'start: 2027-05-01').replace(
        VERMONT,
        resolve(`fixtures/races/${race}`),
      ),
    );

  it('at bells tells no time and no stop, but its lessons', async () => {
    const said = flat(await from('backyard'));
    expect(said).toContain('no time or stop is taken over from Quarry Backyard 2026');
    expect(said).not.toContain('your Quarry Backyard');
    expect(said).toContain('Your 1 race says 10:56 h');
  });

  it('on short laps tells no stop for stations far apart, and why it has no fade', async () => {
    const said = flat(await from('loop-24h'));
    expect(said).toContain('Stops none from Reservoir 24 Hours 2026: stops came every');
    expect(said).toContain('it ended at another distance than planned');
    expect(said).toContain('Reservoir 24 Hours 2026 added: 118.1 mi');
  });
});

describe('the other commands', () => {
  it.each([
    ['crew', (file: string) => ['crew', file]],
    ['replan', (file: string) => ['replan', join(dirname(file), 'splits.csv')]],
    ['analyze', (file: string) => ['analyze', join(dirname(file), 'splits.csv')]],
  ])('%s plans with the same stops, and says so', async (_, argv) => {
    const file = planFile(TEXT, { 'splits.csv': 'station,arrive,depart\nMill,8:12,8:20\n' });
    const { stderr } = await raceplan(...argv(file));
    expect(flat(stderr)).toContain(
      'stops of 10 min 30 s where the plan names none, the median of 4: your Vermont 100 Mile 2017',
    );
    expect(flat(stderr)).toContain('among the past races: your Vermont 100 Mile 2017');
    expect(stderr).not.toContain('error');
  });

  it('check shows the same as build', async () => {
    const { stdout } = await raceplan('check', planFile(TEXT), '--today', '2018-05-01');
    expect(flat(stdout)).toContain('Stops 10 min 30 s where the plan names none');
    expect(stdout).toContain('Lessons of Vermont 100 Mile 2017');
  });

  it('analyze names a fade that was taken over', async () => {
    const file = planFile(TEXT.replace(VERMONT, springPlan()), {
      'splits.csv': 'station,arrive,depart\nMill,8:12,8:20\n',
    });
    const { stderr } = await raceplan('analyze', join(dirname(file), 'splits.csv'));
    expect(flat(stderr)).toMatch(
      /a fade of [\d.]+% by tiring, as the plan names none: your Spring/,
    );
  });
});

describe('what is wrong with an earlier race is told where the plan names it', () => {
  it.each([
    ['a plan that is not there', 'from: [no-such.yaml]', 'there is no file'],
    ['a log that is not there', `from: { plan: ${VERMONT}, log: other.csv }`, 'other.csv'],
  ])('%s', async (_, from, said) => {
    const file = planFile(TEXT.replace(/^from: .*$/m, from));
    const { status, stdout, stderr } = await raceplan('build', file);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/race\.yaml:\d+:\d+: error FILE_NOT_FOUND/);
    expect(stderr).toContain(said);
  });

  it.each([
    [
      'run on a later day',
      (file: string) => writeFileSync(file, SPRING.replace('2018-03', '2019-03')),
    ],
    ['the plan itself', null],
  ])('one that was not before it: %s', async (_, change) => {
    const spring = springPlan();
    change?.(spring);
    const file = change
      ? planFile(TEXT.replace(VERMONT, spring))
      : planFile(TEXT.replace(VERMONT, 'race.yaml'), {
          'splits.csv': 'station,arrive\nMill,8:12\n',
        });
    const { status, stderr } = await raceplan('build', file);
    expect(status).toBe(2);
    expect(stderr).toMatch(/race\.yaml:\d+:\d+: error FROM_NOT_EARLIER/);
  });

  it('its own mistakes are told in its own files', async () => {
    const spring = springPlan();
    writeFileSync(join(dirname(spring), 'splits.csv'), SPRING_LOG.replace('10:33', '7:33'));
    const { status, stderr } = await raceplan('build', planFile(TEXT.replace(VERMONT, spring)));
    expect(status).toBe(2);
    expect(stderr).toContain(`${join(dirname(spring), 'splits.csv')}:3`);
  });
});
