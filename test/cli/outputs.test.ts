import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { type OptionRow, optionsOf } from '../../src/cli/options.js';
import { filesRead } from '../../src/input/files.js';
import { raceplan } from '../support/cli.js';

const PLAN = `race: { name: Long Day, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course:
  gpx: course.gpx
  stations: [{ name: Mill, at: 10 km }, { name: Weir, at: 20 km }]
goals: [under 6h, top 10]
history: [{ file: results-2022.csv, stations: stations-2022.csv }]
results: results-2024.csv
`;
const RESULTS = `Place,Bib,Time,Mill,Weir
1,11,4:10:00,1:20:00,2:41:00
2,12,4:40:00,1:25:00,2:55:00
3,13,5:10:00,1:35:00,3:15:00
`;

/** A folder of files that people wrote. */
function folderOfWork(): string {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  const points = Array.from(
    { length: 31 },
    (_, i) => `<trkpt lat="${52 + i * 0.009}" lon="13"><ele>50</ele></trkpt>`,
  );
  const files = {
    'race.yaml': PLAN,
    'course.gpx': `<gpx version="1.1"><trk><trkseg>${points.join('')}</trkseg></trk></gpx>\n`,
    'stations-2022.csv': 'station,km\nStart,0\nMill,10\nWeir,20\nFinish,30\n',
    'results-2022.csv': RESULTS,
    'results-2024.csv': RESULTS,
    'splits.csv': 'station,arrive,depart\nMill,7:20,7:22\nWeir,8:41,8:44\nFinish,10:10,\n',
    'intake.csv': 'station,item,carbs_g\nMill,gel,25\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** How each command is run there: a new one has to be added here. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  build: ['race.yaml'],
  analyze: ['splits.csv'],
  replan: ['splits.csv'],
  compare: ['race.yaml', 'race.yaml'],
  field: ['race.yaml'],
  backtest: ['results-2022.csv'],
  check: ['race.yaml'],
  crew: ['race.yaml'],
  schema: [],
  init: ['new', '--from', 'course.gpx'],
  help: ['exit'],
  completion: ['bash'],
};

/** Commands of words: they read no file, and yet may be written to the wrong place. */
const READ_NOTHING = ['schema', 'help', 'completion'];

/** All that lies in a folder: of a link what it leads to, as written. */
const contentsOf = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      const text = entry.isSymbolicLink() ? readlinkSync(path) : readFileSync(path, 'utf8');
      return [entry.name, text];
    }),
  );

/** Formats whose files people write as well. */
const OWN_NAMES = ['csv', 'ics', 'gpx'] as const;

/** A log of a race that goes on. */
const SO_FAR = 'station,arrive,depart\nMill,7:20,7:22\n';

const flagOf = ({ flags }: OptionRow) => /^-\w|^--[\w-]+/.exec(flags)![0];

/** Other names of one file. */
const WAYS: Readonly<Record<string, (file: string, folder: string) => string>> = {
  'its own name': (file) => file,
  'a relative path': (file) => relative('.', file),
  'a link': (file, folder) => {
    symlinkSync(file, join(folder, 'link'));
    return join(folder, 'link');
  },
  'a link to a link': (file, folder) => {
    symlinkSync(basename(file), join(folder, 'first'));
    symlinkSync('first', join(folder, 'link'));
    return join(folder, 'link');
  },
  'a second name': (file, folder) => {
    linkSync(file, join(folder, 'second.json'));
    return join(folder, 'second.json');
  },
};

const argvOf = (command: string, folder: string): string[] => [
  command,
  ...RUNS[command]!.map((word) =>
    READ_NOTHING.includes(command) || word.startsWith('--') ? word : join(folder, word),
  ),
];

describe('what people wrote is never lost', () => {
  it('whichever command is asked: all are tried here', () => {
    expect(Object.keys(RUNS).sort()).toEqual(COMMANDS.map(({ name }) => name).sort());
  });

  const cases = COMMANDS.flatMap((row) =>
    optionsOf(row)
      .filter(({ writes }) => writes)
      .flatMap((option) =>
        Object.keys(WAYS).flatMap((way) =>
          ['--force', null].map((force) => [row.name, flagOf(option), way, force] as const),
        ),
      )
      .filter(([name, , , force]) => !READ_NOTHING.includes(name) || force === null),
  );

  it.each(cases)('by %s %s under %s, %s', async (command, option, way, force) => {
    const folder = folderOfWork();
    const argv = argvOf(command, folder);
    const { formats } = COMMANDS.find(({ name }) => name === command)!;
    const format = formats.find((name) => name === 'json') ?? formats[0];
    const plain = await raceplan(...argv);
    expect(plain.stderr).not.toContain(' error ');
    const read = [...new Set(filesRead().map(({ path }) => path))];
    const files = READ_NOTHING.includes(command) ? [join(folder, 'race.yaml')] : read;
    for (const file of files) {
      const scene = folderOfWork();
      const output = WAYS[way]!(join(scene, basename(file)), scene);
      const before = contentsOf(scene);
      const ran = await raceplan(
        ...argv.map((word) => word.replace(folder, scene)),
        ...[option, output],
        ...(option === '-o' && format ? ['--format', format] : []),
        ...(force ? [force] : []),
      );
      expect(ran.stderr, file).toMatch(/error OUTPUT_(IS_INPUT|HOLDS_WORK)/);
      expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' });
      expect(contentsOf(scene)).toEqual(before);
    }
  });

  it('reads all that the plan names, so that the cases above are of all', async () => {
    const folder = folderOfWork();
    await raceplan('analyze', join(folder, 'splits.csv'));
    const names = new Set(filesRead().map(({ path }) => basename(path)));
    expect([...names].sort()).toEqual(Object.keys(contentsOf(folder)).sort());
  });

  it('with --force an old plan gives way, but not the one that is read', async () => {
    const folder = folderOfWork();
    const [plan, old] = [join(folder, 'race.yaml'), join(folder, 'old.yaml')];
    writeFileSync(old, PLAN);
    const argv = ['build', plan, '--format', 'json', '-o', old];
    expect(await raceplan(...argv)).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(old, 'utf8')).toBe(PLAN);
    expect(await raceplan(...argv, '--force')).toMatchObject({ status: 0 });
    expect(JSON.parse(readFileSync(old, 'utf8')).command).toBe('build');
  });

  it.each([
    ['notes of the training', 'training.csv', 'date,planned,done\n2024-04-01,30 km,28 km\n'],
    ['a log of another name', 'splits.txt', 'station\tarrive\nMill\t7:20\n'],
    ['an intake log without an extension', 'eaten', 'time,item\n7:20,gel\n'],
    ['results of another name', 'results.md', 'place,name,time\n1,A,4:10:00\n'],
    ['a plan of another name', 'plan.txt', '# mine\nrace:\n  name: Long Day\n'],
    ['a plan in JSON', 'plan.json', '{ "units": "metric", "race": { "name": "Long Day" } }\n'],
    ['results in JSON', 'results.json', '[{ "place": 1, "name": "A", "time": "4:10:00" }]\n'],
    ['a list in an object', 'list.json', '{ "results": [{ "place": 1, "time": "4:10:00" }] }\n'],
    ['a workbook', 'results.xlsx', 'PK\x03\x04 and so on'],
    ['a workbook of another name', 'results', 'PK\x03\x04 and so on'],
    ['a map', 'course.kml', '<kml><Document/></kml>\n'],
    ['a map of another name', 'course.txt', '<kml><Document/></kml>\n'],
    ['a packed activity', 'run.fit.gz', 'packed'],
    ['a packed log', 'splits.csv.gz', 'packed'],
    [
      'a calendar',
      'race.ics',
      'BEGIN:VCALENDAR\r\nPRODID:-//somebody//else//EN\r\nEND:VCALENDAR\r\n',
    ],
    ['a calendar of another name', 'race.txt', 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'],
    ['a course of another maker', 'old.gpx', '<gpx version="1.1" creator="a watch"/>\n'],
    [
      'a pace chart with a column of their own',
      'chart.csv',
      'Station,At (km),Felt\nMill,10,well\n',
    ],
    ['a course of another name', 'course.xml', '<?xml version="1.0"?>\n<gpx version="1.1"/>\n'],
  ])('%s is not written over unless forced', async (_, name, text) => {
    const folder = folderOfWork();
    const file = join(folder, name);
    writeFileSync(file, text);
    const argv = ['build', join(folder, 'race.yaml'), '--format', 'json', '-o', file];
    const ran = await raceplan(...argv);
    expect(ran.stderr).toContain('error OUTPUT_HOLDS_WORK');
    expect(ran.stderr).toContain('add --force');
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect((await raceplan(...argv, '--force')).status).toBe(0);
  });
});

describe('what raceplan wrote may be written again, as in CI', () => {
  it.each(
    // what `init` writes beside its report is written once
    COMMANDS.filter(({ writesFolder }) => !writesFolder).flatMap(({ name, formats }) =>
      (formats.length > 0 ? formats : [null]).map((format) => [name, format] as const),
    ),
  )('%s --format %s', async (command, format) => {
    const folder = folderOfWork();
    // of a race that is over nothing lies ahead
    if (command === 'replan') writeFileSync(join(folder, RUNS.replan![0]!), SO_FAR);
    const asked = format ? ['--format', format] : [];
    const alsoWritten = OWN_NAMES.filter((name) => name === format).map((name) => `own.${name}`);
    for (const name of ['out', 'report.md', ...alsoWritten]) {
      const argv = [...argvOf(command, folder), ...asked, '-o', join(folder, name)];
      const first = await raceplan(...argv);
      const text = readFileSync(join(folder, name), 'utf8');
      expect(text.length).toBeGreaterThan(20);
      expect(await raceplan(...argv)).toEqual({ ...first, status: first.status });
      expect(first.status).toBeLessThan(2);
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    }
  });

  it('predictions of its own, too', async () => {
    const folder = folderOfWork();
    const file = join(folder, 'predictions.csv');
    const argv = ['backtest', join(folder, 'results-2022.csv'), '--predictions', file];
    expect((await raceplan(...argv)).status).toBe(0);
    expect((await raceplan(...argv)).status).toBe(0);
    writeFileSync(file, `note,${readFileSync(file, 'utf8')}`);
    expect((await raceplan(...argv)).status).toBe(2);
  });
});

describe('all files are written, or none', () => {
  const backtest = (folder: string, predictions: string, output: string) =>
    raceplan(
      ...['backtest', join(folder, 'results-2022.csv'), '--predictions', predictions],
      ...['-o', output, '--format', 'json'],
    );

  it.each([
    ['its folder does not exist', 'no/such/out.json', 'its folder does not exist'],
    ['it lies below a file', 'race.yaml/out.json', 'as if it were a folder'],
    ['it is a folder', '.', 'it is a folder'],
    ['its name is too long', `${'x'.repeat(300)}.json`, 'its name is too long'],
    ['the disk is full', '/dev/full', 'the disk is full'],
  ])('no predictions where the report cannot be written: %s', async (_, output, said) => {
    const folder = folderOfWork();
    const before = contentsOf(folder);
    const path = output.startsWith('/') ? output : join(folder, output);
    const ran = await backtest(folder, join(folder, 'predictions.csv'), path);
    expect(ran.stderr.replace(/\s+/g, ' ')).toContain(said);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(contentsOf(folder)).toEqual(before);
  });

  it.each(['out.csv', './out.csv', 'link.csv'])(
    'nothing where both are one file: %s',
    async (name) => {
      const folder = folderOfWork();
      symlinkSync('out.csv', join(folder, 'link.csv'));
      const before = contentsOf(folder);
      const ran = await backtest(folder, join(folder, 'out.csv'), `${folder}/${name}`);
      expect(ran.stderr).toContain('error OUTPUTS_SAME');
      expect(ran.status).toBe(2);
      expect(contentsOf(folder)).toEqual(before);
    },
  );

  it('both where both can be', async () => {
    const folder = folderOfWork();
    const before = Object.keys(contentsOf(folder));
    await backtest(folder, join(folder, 'p.csv'), join(folder, 'out.json'));
    expect(Object.keys(contentsOf(folder)).sort()).toEqual([...before, 'out.json', 'p.csv'].sort());
  });

  it('a link that leads nowhere yet stays a link, and what it names is written', async () => {
    const folder = folderOfWork();
    mkdirSync(join(folder, 'site'));
    symlinkSync('site/report.md', join(folder, 'report.md'));
    await raceplan('build', join(folder, 'race.yaml'), '-o', join(folder, 'report.md'));
    expect(lstatSync(join(folder, 'report.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'site/report.md'), 'utf8')).toContain('# Long Day');
    expect(readdirSync(join(folder, 'site'))).toEqual(['report.md']);
  });
});
