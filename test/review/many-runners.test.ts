/** Every runner of a file judged by one plan. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it, vi } from 'vitest';
import { runCli } from '../../src/cli/run.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';

const FOLDER = 'fixtures/review/many-runners';
const SPLITS = `${FOLDER}/splits.csv`;
const PLAN = readFileSync(`${FOLDER}/race.yaml`, 'utf8');
const TABLE = readFileSync(SPLITS, 'utf8');

interface RunnerJson {
  runner: string;
  line: number;
  place: number | null;
  verdicts: { goal: string; status: string; text: string; actual: { place?: number } | null }[];
  outcome: { status: string };
}

/** Runs on a race of this table, with the plan of the fixture or another. */
const all = (table: string, plan = PLAN, ...options: string[]) => {
  const files = raceFolder({ 'race.yaml': plan, 'splits.csv': table });
  return raceplan('analyze', files['splits.csv'], '--all', ...options);
};

const parseLines = (text: string): RunnerJson[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const linesOf = async (table: string, plan = PLAN): Promise<RunnerJson[]> => {
  const { stdout, stderr } = await all(table, plan, '--format', 'jsonl');
  if (stdout === '') throw new Error(stderr);
  return parseLines(stdout);
};

const statuses = ({ verdicts }: RunnerJson) => verdicts.map(({ status }) => status);

describe('all runners of a file', () => {
  it('are told on one page of 80 columns, a line each', async () => {
    const { status, stdout, stderr } = await raceplan('analyze', SPLITS, '--all');
    await expect(stdout).toMatchFileSnapshot('golden/many-runners.txt');
    await expect(stderr).toMatchFileSnapshot('golden/many-runners-problems.txt');
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(status).toBe(1);
  });

  it('are told in Markdown as well', async () => {
    const { stdout } = await raceplan('analyze', SPLITS, '--all', '--format', 'markdown');
    await expect(stdout).toMatchFileSnapshot('golden/many-runners.md');
  });

  it('quiet, only how many met each goal', async () => {
    const { stdout } = await raceplan('analyze', SPLITS, '--all', '--quiet');
    expect(stdout).toMatch(/1 {2}under 6h +A +6 +7 +0/);
    expect(stdout).not.toContain('Runner');
  });

  it.each(['11', '7', '16', '18', '33'])(
    'bib %s is judged as alone, and no name is printed',
    async (bib) => {
      const { stdout } = await raceplan('analyze', SPLITS, '--all', '--format', 'jsonl');
      const inAll = parseLines(stdout).find(({ runner }) => runner === bib)!;
      const { command, race, verdicts, kpis, legs, losses, outcome } = await askJson(
        ...['analyze', SPLITS, '--bib', bib],
      );
      const judged = (of: RunnerJson['verdicts']) =>
        of.map(({ goal, status, actual }) => ({ goal, status, actual }));
      expect(inAll).toMatchObject({ command, race, kpis, legs, losses });
      // of one alone more is told of the end
      expect(outcome).toMatchObject(inAll.outcome);
      expect(judged(inAll.verdicts)).toEqual(judged(verdicts));
      expect(stdout).not.toMatch(/Marsh|Bell|Lake/);
    },
  );

  it('are a suite each for a CI, and one that misses a goal fails it', async () => {
    const { stdout } = await raceplan('analyze', SPLITS, '--all', '--format', 'junit');
    const { testsuites } = new XMLParser({ ignoreAttributes: false }).parse(stdout);
    expect(testsuites.testsuite).toHaveLength(13);
    expect(testsuites['@_tests']).toBe(String(13 * 7));
    const failures = testsuites.testsuite.map((suite: object) =>
      Number(suite['@_failures' as keyof object]),
    );
    expect(Number(testsuites['@_failures'])).toBe(failures.reduce((a: number, b: number) => a + b));
  });

  it('all meeting what is judged, exit 0', async () => {
    const plan = PLAN.replace(/goals:[\s\S]*/, 'goals: [under 24h]\npacing: { target: "6:00" }\n');
    const table = TABLE.split('\n').slice(0, 5).join('\n');
    expect((await all(table, plan)).status).toBe(0);
  });

  it('as one object, hold the counts that their verdicts make', async () => {
    const { goals, runners, field } = await askJson('analyze', SPLITS, '--all');
    goals.forEach((goal: Record<string, number>, i: number) => {
      for (const status of ['met', 'missed', 'unknown']) {
        const found = runners.filter((r: RunnerJson) => r.verdicts[i]?.status === status).length;
        expect(goal[status]).toBe(found);
      }
    });
    expect(field).toEqual({
      judged: 13,
      finished: 10,
      disqualified: 1,
      dnf: 2,
      notStarted: 1,
      leftOut: 1,
    });
  });

  it('are told apart where two have one bib, or none has one', async () => {
    const two = TABLE.replace('3,23,', '3,4,');
    const labels = (await linesOf(two)).map(({ runner }) => runner);
    expect(labels).toContain('4 (line 3)');
    expect(labels).toContain('4 (line 4)');
    expect(labels).toContain('line 11');
  });

  it('say that they are held against the middle of the field, without a target', async () => {
    const plan = PLAN.replace(/goals:[\s\S]*/, 'goals: [top 3]\n').replace(/ +cutoff: 9 h\n/, '');
    const { status, stderr } = await all(TABLE, plan);
    expect(status).toBe(1);
    expect(stderr.replace(/\s+/g, ' ')).toContain('target 5:49:11, what the middle finisher ran');
  });
});

describe('a row that cannot be read', () => {
  const rows = TABLE.trimEnd().split('\n');
  const readable = [...rows.keys()].filter((i) => i > 0 && i !== 6 && i < 12);

  it.each(readable)('in line %i + 1 changes nothing for the others', async (i) => {
    const broken = rows.map((row, j) =>
      j === i ? row.replace(/\d(\d):(\d\d):\d\d|(\d):(\d\d):\d\d/, '?$2x$4') : row,
    );
    const before = await linesOf(TABLE);
    const after = await linesOf(broken.join('\n'));
    const found = new Map(after.map((runner) => [runner.line, runner]));
    expect(found.has(i + 1)).toBe(false);
    for (const runner of before) {
      if (runner.line === i + 1) continue;
      const { place } = found.get(runner.line)!;
      const overall = (of: RunnerJson) => statuses(of).filter((_, goal) => goal !== 3);
      expect([runner.line, place]).toEqual([runner.line, runner.place]);
      expect(overall(found.get(runner.line)!)).toEqual(overall(runner));
    }
  });

  it('leaves places in doubt where nothing says who was ahead', async () => {
    const unplaced = rows.map((row) => row.replace(/^\w*,/, '')).join('\n');
    const runners = await linesOf(unplaced);
    const third = runners.find(({ runner }) => runner === '23')!;
    expect(third.verdicts[2]).toMatchObject({ status: 'unknown' });
    expect(third.verdicts[2]!.text).toContain('3rd to 4th');
    const { stdout } = await all(unplaced);
    expect(stdout).toContain('A finish that cannot be read counts by the place in its row');
  });

  it('is an error where it is more than a fifth of them', async () => {
    const broken = rows.map((row, j) => (j > 2 && j < 7 ? row.replace(/:(\d\d),/, ':$1x,') : row));
    const { status, stdout, stderr } = await all(broken.join('\n'));
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error FINISHES_LOST');
    expect((await all(broken.join('\n'), PLAN, '--lenient')).stdout).toContain('left out');
  });
});

describe('one of many by name', () => {
  const ask = (name: string, table = TABLE) => {
    const files = raceFolder({ 'race.yaml': PLAN, 'splits.csv': table });
    return raceplan('analyze', files['splits.csv'], '--runner', name, '--format', 'json');
  };

  it.each(['Lee Stone', 'stone, lee', 'LEE  STONE'])('is found as %s', async (name) => {
    const { stdout } = await ask(name);
    expect(JSON.parse(stdout).outcome.elapsedS).toBe(5 * 3600 + 2 * 60 + 44);
    // the age group is that of the row, not of the plan
    expect(JSON.parse(stdout).verdicts[3].text).toContain('40–49');
    expect(stdout).not.toMatch(/stone/i);
  });

  it('is found by a first name and a last name in columns of their own', async () => {
    const table = TABLE.replace('Name', 'Last name,First name').replace(/ (?=\w+,[FM],)/g, ',');
    expect(JSON.parse((await ask('Lee Stone', table)).stdout).outcome.elapsedS).toBe(18_164);
  });

  it.each([
    ['Jo Marsh', 'NAME_AMBIGUOUS', 'line 3 (bib 4), line 6 (bib 7)'],
    ['Jo Mash', 'NAME_NOT_FOUND', 'near it: line 3 (bib 4), line 6 (bib 7)'],
    ['Zoe Quill', 'NAME_NOT_FOUND', 'no runner is called "Zoe Quill"'],
    ['Max Field', 'RUNNER_LEFT_OUT', 'the finish cannot be read'],
    ['Roy Dale', 'RUNNER_LEFT_OUT', 'this runner did not start'],
  ])('%s: %s', async (name, code, said) => {
    const { status, stdout, stderr } = await ask(name);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`error ${code}`);
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
  });
});

describe('what makes no sense together', () => {
  it.each([
    [['--all', '--bib', '4'], '--bib and --all'],
    [['--runner', 'A', '--bib', '4'], '--bib and --runner'],
    [['--all', '--intake', SPLITS], '--all and --intake'],
    [['--all', '--all-laps'], '--all and --all-laps'],
    [[SPLITS, '--all'], '--all and several logs'],
    [[SPLITS, '--bib', '4'], '--bib and several logs'],
  ])('%j', async (options, said) => {
    const { status, stdout, stderr } = await raceplan('analyze', SPLITS, ...options);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('error ASKED_TOGETHER');
    expect(stderr).toContain(said);
  });
});

it('a log of one runner is not judged as many', async () => {
  const { status, stderr } = await raceplan(
    'analyze',
    'fixtures/review/athletes/alex/splits.csv',
    '--all',
  );
  expect(status).toBe(2);
  expect(stderr).toContain('this holds the log of one runner');
});

it('runners of later waves are held to cutoffs from their own start, which is said', async () => {
  const waved = TABLE.split('\n').map((row, i) => {
    const cells = row.split(',');
    if (cells.length < 2) return row;
    return [...cells, i === 0 ? 'Wave start' : i > 8 ? '0:20' : '0:00'].join(',');
  });
  const { stderr } = await all(waved.join('\n'));
  expect(stderr.replace(/\s+/g, ' ')).toContain('started after the first wave, or may have');
});

it('of several editions the last is judged, which is said', async () => {
  const [header, ...rest] = TABLE.trimEnd().split('\n');
  const table = [
    `Year,${header}`,
    ...rest.map((row) => `2023,${row}`),
    ...rest.map((row) => `2024,${row}`),
  ].join('\n');
  const { stderr, stdout } = await all(table);
  expect(stderr).toContain('the file holds 2 editions; judged is 2024');
  expect(stdout).toContain('13 runners');
});

it('distances of a timed event are judged, in the order of the distance', async () => {
  const plan = `race: { name: Day, cutoff: 24 h }
units: metric
course: { distance: 120 km, laps: 120 }
goals: [at least 100 km, top 2]
`;
  const table =
    'rank,bib,performance,sex\n1,7,120.25 km,M\n2,12,101.3 km,F\n3,5,90 km,F\n,9,DNF,M\n';
  const runners = await linesOf(table, plan);
  expect(runners.map(({ runner, place }) => [runner, place])).toEqual([
    ['7', 1],
    ['12', 2],
    ['5', 3],
  ]);
  expect(runners.map(statuses)).toEqual([
    ['met', 'met'],
    ['met', 'met'],
    ['missed', 'missed'],
  ]);
  const { stderr, stdout } = await all(table, plan);
  expect(stderr).toContain('warning NO_LOG_OF_DISTANCE');
  expect(stdout).toContain('1 left out');
  const refused = await all(table);
  expect([refused.status, refused.stdout]).toEqual([2, '']);
  expect(refused.stderr.match(/error NO_LOG_OF_DISTANCE/g)).toHaveLength(1);
});

it('shows how far it has come on a terminal where it takes long, and nothing elsewhere', async () => {
  let now = 0;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => {
    now += 200;
    return now;
  });
  const shown: string[] = [];
  const stdout = { write: () => {}, isTTY: false, columns: null };
  const stderr = { write: (text: string) => shown.push(text), isTTY: true, columns: 80 };
  await runCli(['analyze', SPLITS, '--all'], { stdout, stderr, env: {} });
  clock.mockRestore();
  expect(shown.join('')).toContain('runner 13 of 15 [================    ]');
  expect((await raceplan('analyze', SPLITS, '--all')).stderr).not.toContain('runner 13');
});

const DATA = resolve(
  process.env.RACEPLAN_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'data/western-states',
);

describe.skipIf(!existsSync(DATA))('Western States (skipped without the shared results)', () => {
  const stations = () =>
    readFileSync(join(DATA, 'stations.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(2, -1)
      .map((line) => line.split(','))
      .map(([name, mile]) => `    - { name: "${name}", at: ${mile} mi }`)
      .join('\n');
  const plan = (
    year: number,
  ) => `race: { name: Western States, start: ${year}-06-25 05:00, timezone: America/Los_Angeles, cutoff: 30 h }
course:
  distance: 100.2 mi
  stations:
${stations()}
goals: [under 24h, finish]
`;

  it.each([2017, 2018, 2019, 2021, 2022])(
    'as many under 24 h in %i as a count of the file has',
    async (year) => {
      const table = readFileSync(join(DATA, `splits-${year}.csv`), 'utf8');
      // of some the finish stands in the last column alone; two of 2019 came after the limit
      const counted = table
        .split(/\r?\n/)
        .filter((line) => /^\d+,/.test(line))
        .map((line) => line.split(','))
        .map((cells) => /^(\d+):\d\d:\d\d$/.exec(cells[1] || cells.at(-1)!))
        .map((time) => Number(time?.[1] ?? 30))
        .filter((hours) => hours < 30);
      const under = counted.filter((hours) => hours < 24).length;
      const { stdout } = await all(table, plan(year), '--format', 'json');
      const { goals, field, runners } = JSON.parse(stdout);
      expect(under).toBeGreaterThan(20);
      expect(goals[0].met).toBe(under);
      expect(field).toMatchObject({ finished: counted.length, leftOut: 0 });
      expect(goals[1].met + goals[1].missed).toBe(runners.length);
    },
  );
});
