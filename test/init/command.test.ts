import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const RIDGE = resolve('fixtures/init/ridge');
const COLUMNS = 'station,arrive,depart,carbs_g,fluid_ml,sodium_mg,notes';

/** A folder that is not there yet, in one that is. */
const newFolder = () => join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'Long-day');

const textIn = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

async function begin(...argv: string[]) {
  const folder = newFolder();
  const ran = await raceplan('init', folder, ...argv);
  return { folder, ...ran };
}

/** Nothing is wrong with it, and nothing in it is warned of. */
async function expectUsable(folder: string) {
  for (const command of ['check', 'build', 'crew']) {
    const { status, stderr, stdout } = await raceplan(command, folder);
    expect({ command, status, stderr }).toEqual({ command, status: 0, stderr: '' });
    expect(stdout).not.toContain('Warnings');
  }
}

describe('init', () => {
  it('from nothing writes a plan that works at once, and a log of its stations', async () => {
    const { folder, status, stdout, stderr } = await begin();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual(['race.yaml', 'splits.csv']);
    expect(textIn(folder, 'race.yaml')).toContain('name: Long day\n');
    expect(textIn(folder, 'splits.csv')).toBe(
      `${[COLUMNS, 'Start,,,,,,', 'Halfway,,,,,,', 'Finish,,,,,,'].join('\n')}\n`,
    );
    expect(stdout).toContain(join(folder, 'splits.csv'));
    for (const next of ['check', 'build', 'crew']) expect(stdout).toContain(`raceplan ${next} `);
    expect(stdout.replace(/\s+/g, ' ')).toContain('only stand for yours');
    await expectUsable(folder);
  });

  it('says why build --strict is not content yet', async () => {
    const { folder, stdout } = await begin();
    expect((await raceplan('build', folder, '--strict')).status).toBe(1);
    expect(stdout.replace(/\s+/g, ' ')).toContain('--strict ends with status 1');
    expect(textIn(folder, 'race.yaml')).toContain('--strict');
  });

  it('takes the stations from the waypoints of a course, and the zone from where it lies', async () => {
    const { folder, status, stderr } = await begin(
      ...['--from', join(RIDGE, 'course.gpx'), '--target', '4h', '--start', '2030-06-29 06:00'],
    );
    expect(status).toBe(0);
    expect(stderr).toContain('Town square');
    expect(stderr).toContain('warning WAYPOINTS_LEFT_OUT');
    expect(stderr).toContain('Hospital');
    expect(stderr).toContain('Car park');
    const { race, legs } = await askJson('build', folder);
    expect(race.startAt).toBe('2030-06-29T06:00:00+02:00');
    expect(race.distanceM).toBe(30_000);
    expect(legs.map(({ to }: { to: string }) => to)).toEqual([
      'Hut: "Upper" #1',
      "St. Anne's <script> chapel",
      'Mill, lower',
      'Finish',
    ]);
    expect(legs[0].atM).toBe(5000);
    expect(legs[0].gainM).toBeGreaterThan(200);
    // the course stays where it is, and is found from wherever the plan is read
    expect(textIn(folder, 'race.yaml')).toMatch(/gpx: \.\.\/.*course\.gpx\n/);
    await expectUsable(folder);
  });

  it('writes a log that can be filled in on the day', async () => {
    const { folder } = await begin('--from', join(RIDGE, 'course.gpx'), '--target', '4h');
    const log = join(folder, 'splits.csv');
    const filled = textIn(folder, 'splits.csv')
      .replace(/^("Hut.*?"),,,,,,$/m, '$1,0:44,0:46,30,400,200,cold')
      .replace(/^(St\. Anne.*?),,,,,,$/m, '$1,2:10,2:12,,,,');
    writeFileSync(log, filled);
    const during = await raceplan('replan', log);
    expect(during).toMatchObject({ status: 0 });
    expect(during.stdout).toContain("St. Anne's <script> chapel, 15.0 km, 2:10");
    writeFileSync(
      log,
      filled.replace('"Mill, lower",,', '"Mill, lower",3:20,').replace('Finish,,', 'Finish,3:58,'),
    );
    expect((await askJson('analyze', log)).verdicts[0].status).toBe('met');
  });

  it('takes the stations from past splits as far as their header tells where they are, and learns from them', async () => {
    const { folder, stdout } = await begin(
      '--from',
      join(RIDGE, 'splits.csv'),
      '--distance',
      '30k',
    );
    expect(stdout).toContain('middle finisher');
    expect(textIn(folder, 'race.yaml')).toContain('# - { name: "Chapel, old", at: }');
    const { legs, target } = await askJson('build', folder);
    expect(legs.map(({ atM }: { atM: number }) => atM)).toEqual([10_000, 20_000, 30_000]);
    expect(target?.targetS ?? 3 * 3600 + 34 * 60).toBe(3 * 3600 + 34 * 60);
    expect((await raceplan('build', folder)).stdout).toContain('4 past finishers');
    await expectUsable(folder);
  });

  it('does not make up how long a race is', async () => {
    const { folder, status, stderr } = await begin('--from', join(RIDGE, 'splits.csv'));
    expect(status).toBe(2);
    expect(stderr).toContain('error STARTER_NO_DISTANCE');
    expect(stderr).toContain('--distance');
    expect(existsSync(folder)).toBe(false);
  });

  it('keeps a station just before the finish, where the table has it', async () => {
    const { 'stations.csv': table } = raceFolder({
      'stations.csv': 'station,km\nHut,10.04\nBridge,49.97\nFinish,50.02\n',
    });
    const { folder } = await begin('--from', table);
    const { legs } = await askJson('build', folder);
    expect(legs.map(({ to, atM }: { to: string; atM: number }) => [to, Math.round(atM)])).toEqual([
      ['Hut', 10_040],
      ['Bridge', 49_970],
      ['Finish', 50_020],
    ]);
  });

  it('closes a station no later than the table does, and does not plan to finish after the limit', async () => {
    const { 'stations.csv': table } = raceFolder({
      'stations.csv': 'station,km,cutoff\nHut,10,2:10:30\nFinish,30,3:10:30\n',
    });
    const { folder } = await begin('--from', table);
    const plan = textIn(folder, 'race.yaml');
    expect(plan).toContain('cutoff: 2 h 10 min 30 s');
    expect(plan).toContain('- under 3 h 10 min 30 s\n');
    expect(await raceplan('build', folder)).toMatchObject({ status: 0 });
  });

  it('takes a table of stations with all it says', async () => {
    const { folder } = await begin('--from', join(RIDGE, 'stations.csv'));
    const { legs, race } = await askJson('build', folder);
    expect(race.distanceM).toBe(30_000);
    expect(legs.map(({ to, gainM }: { to: string; gainM: number }) => [to, gainM])).toEqual([
      ['Hut', 300],
      ['Chapel', 400],
      ['Finish', 0],
    ]);
    const plan = textIn(folder, 'race.yaml');
    expect(plan).toContain('cutoff: 6 h\n');
    expect(plan).toContain('cutoff: 3 h 30 min }');
    await expectUsable(folder);
  });

  it.each([
    ['100k', 'metric', 100_000],
    ['100 mi', 'imperial', 160_934.4],
  ])('thinks in the unit of --distance %s', async (distance, units, distanceM) => {
    const { folder } = await begin('--distance', distance, '--target', '30h', '--name', 'A: #1');
    expect(textIn(folder, 'race.yaml')).toContain(`units: ${units}\n`);
    const { race } = await askJson('build', folder);
    expect(race.distanceM).toBeCloseTo(distanceM);
    expect(race.name).toBe('A: #1');
    await expectUsable(folder);
  });

  it('runs a track several times when the distance is as many laps', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const corner = (lat: number, lon: number) =>
      `<trkpt lat="${lat}" lon="${lon}"><ele>50</ele></trkpt>`;
    const lap = [
      corner(52, 13),
      corner(52.03, 13),
      corner(52.03, 13.04),
      corner(52, 13.04),
      corner(52, 13),
    ];
    writeFileSync(
      join(folder, 'lap.gpx'),
      `<gpx><trk><trkseg>${lap.join('')}</trkseg></trk></gpx>`,
    );
    const ran = await raceplan(
      'init',
      folder,
      '--from',
      join(folder, 'lap.gpx'),
      '--distance',
      '60.5 km',
    );
    expect(ran.status).toBe(0);
    expect(textIn(folder, 'race.yaml')).toContain('laps: 5\n');
    expect(textIn(folder, 'race.yaml')).toContain('gpx: lap.gpx\n');
    expect(textIn(folder, 'splits.csv').trim().split('\n')).toHaveLength(1 + 6);
  });

  it('says that a waypoint at a turn is no station', async () => {
    const folder = newFolder();
    mkdirSync(folder);
    const points = Array.from(
      { length: 31 },
      (_, i) => `<trkpt lat="${52 + i * 0.009}" lon="13"/>`,
    );
    const turn = '<wpt lat="52.09" lon="13"><name>Turn left onto Mill Road</name></wpt>';
    const course = join(folder, 'course.gpx');
    writeFileSync(course, `<gpx>${turn}<trk><trkseg>${points.join('')}</trkseg></trk></gpx>`);
    const ran = await raceplan('init', folder, '--from', course, '--name', 'Mill\n 30');
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain('1 waypoint only tells where to turn');
    expect(textIn(folder, 'race.yaml')).toContain('name: Mill 30\n');
    // nor is the climb of a track that tells none
    expect(textIn(folder, 'race.yaml')).toContain('the track tells no climb');
    expect((await raceplan('build', folder)).status).toBe(0);
  });

  it('refuses a distance that the track denies', async () => {
    const { status, stderr, folder } = await begin(
      ...['--from', join(RIDGE, 'course.gpx'), '--distance', '100k'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('COURSE_LENGTH_DIFFERS');
    expect(existsSync(folder)).toBe(false);
  });

  it.each([
    ['--distance', 'far', '"far" is not a distance'],
    ['--target', '1:00', 'a finish time that somebody has run'],
    ['--target', '11:00,12:00', 'one finish time'],
    ['--target', '24', 'write --target 24h'],
    ['--start', '2030-06-29', 'no time of day'],
    ['--timezone', 'Europe/Viena', 'Europe/Vienna'],
    ['--from', 'no-such.gpx', 'there is no file no-such.gpx'],
    ['--from', '-', 'a file that stays where it is'],
    ['--from', 'LICENSE', 'text without a table'],
    ['--from', 'fixtures/races/vermont-100/race.yaml', 'this is a race plan'],
    ['--from', 'fixtures/races/vermont-100/splits.csv', 'the log of one runner'],
  ])('refuses %s %s, and writes nothing', async (option, value, said) => {
    const { status, stderr, stdout, folder } = await begin(option, value);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
    expect(existsSync(folder)).toBe(false);
  });

  it('says all that is wrong at once', async () => {
    const { stderr } = await begin(
      ...['--distance', 'far', '--start', 'soon', '--timezone', 'here', '--target', 'fast'],
    );
    for (const word of ['"far"', '"soon"', '"here"', '"fast"']) expect(stderr).toContain(word);
    expect(stderr).toContain('4 errors');
  });

  it('prints what it wrote and what comes next as JSON too', async () => {
    const folder = newFolder();
    const json = await askJson('init', folder);
    expect(json).toMatchObject({
      planFile: join(folder, 'race.yaml'),
      logFile: join(folder, 'splits.csv'),
    });
    expect(json.next).toHaveLength(3);
  });
});

describe('what is there is not written over', () => {
  const filled = (names: readonly string[]) => {
    const folder = newFolder();
    mkdirSync(folder);
    for (const name of names) writeFileSync(join(folder, name), 'mine\n');
    return folder;
  };

  it.each([[['race.yaml']], [['splits.csv']], [['race.yml']], [['race.yaml', 'splits.csv']]])(
    '%s, unless forced',
    async (names) => {
      const folder = filled(names);
      const { status, stderr, stdout } = await raceplan('init', folder);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('error FILES_THERE');
      expect(stderr).toContain('--force');
      expect(readdirSync(folder).sort()).toEqual(names);
      for (const name of names) expect(textIn(folder, name)).toBe('mine\n');
      expect((await raceplan('init', folder, '--force')).status).toBe(0);
      expect(textIn(folder, 'race.yaml')).toContain('race:\n');
    },
  );

  it('not even an empty file', async () => {
    const folder = filled([]);
    writeFileSync(join(folder, 'race.yaml'), '');
    expect((await raceplan('init', folder)).status).toBe(2);
    expect(textIn(folder, 'race.yaml')).toBe('');
  });

  it('past splits that have the name of the log stay, and the log takes another', async () => {
    const folder = filled([]);
    const past = readFileSync(join(RIDGE, 'splits.csv'), 'utf8');
    writeFileSync(join(folder, 'splits.csv'), past);
    const argv = ['init', folder, '--from', join(folder, 'splits.csv'), '--distance', '30k'];
    expect((await raceplan(...argv)).status).toBe(0);
    expect(textIn(folder, 'splits.csv')).toBe(past);
    expect(textIn(folder, 'my-splits.csv')).toContain(COLUMNS);
    expect(textIn(folder, 'race.yaml')).toContain('history:\n  - splits.csv\n');
    expect((await raceplan(...argv, '--force')).status).toBe(0);
    expect(textIn(folder, 'splits.csv')).toBe(past);
  });

  it('a folder is made only with all that was to be in it', async () => {
    const folder = newFolder();
    const deep = join(folder, 'a', 'b');
    const report = join(folder, 'no', 'report.md');
    const refused = await raceplan('init', deep, '-o', report);
    expect(refused.status).toBe(2);
    expect(existsSync(folder)).toBe(false);
    expect((await raceplan('init', deep)).status).toBe(0);
    expect(readdirSync(deep).sort()).toEqual(['race.yaml', 'splits.csv']);
    const below = await raceplan('init', join(deep, 'race.yaml', 'more'));
    expect(below.stderr.replace(/\s+/g, ' ')).toContain(
      'goes through a file as if it were a folder',
    );
    expect(below.status).toBe(2);
  });

  it('neither by its own report', async () => {
    const folder = filled([]);
    const argv = ['init', folder, '--format', 'json', '-o', join(folder, 'race.yaml')];
    const { status, stderr } = await raceplan(...argv);
    expect(stderr).toContain('error OUTPUTS_SAME');
    expect(status).toBe(2);
    expect(readdirSync(folder)).toEqual([]);
  });
});
