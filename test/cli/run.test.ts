import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CommandRow, Outcome } from '../../src/cli/command.js';
import { GOALS, PLAN, STRICT } from '../../src/cli/options.js';
import { runCli } from '../../src/cli/run.js';
import type { Priority } from '../../src/domain/goal.js';
import { error, warning } from '../../src/domain/problems/problem.js';
import { SAMPLE } from '../render/sample-report.js';

const FIXTURE = 'fixtures/races/pine-creek-100k';

const OUTCOME: Outcome = {
  output: SAMPLE,
  problems: [],
  sources: new Map(),
  units: 'imperial',
};

/** A command that comes to this outcome, or breaks. */
const commandFor = (outcome: Outcome | Error): CommandRow => ({
  name: 'judge',
  phase: 'any',
  summary: 'judges',
  examples: [],
  arguments: [{ usage: '[files...]', summary: 'files' }],
  options: [PLAN, STRICT, GOALS],
  formats: ['terminal', 'markdown', 'json', 'junit'],
  load: async () => ({
    run: async () => {
      if (outcome instanceof Error) throw outcome;
      return outcome;
    },
  }),
});

interface Ran {
  status: number;
  stdout: string;
  stderr: string;
}

async function run(
  argv: string[],
  outcome?: Outcome | Error,
  screen: { isTTY?: boolean; env?: Record<string, string> } = {},
): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const to = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      printed[name] += text;
    },
    isTTY: screen.isTTY ?? false,
    columns: screen.isTTY ? 100 : null,
  });
  const io = { stdout: to('stdout'), stderr: to('stderr'), env: screen.env ?? {} };
  const status = await runCli(argv, io, outcome && [commandFor(outcome)]);
  return { status, ...printed };
}

const only = (
  status: 'met' | 'missed' | 'unknown' | 'unlikely' | 'possible',
  priority: Priority = 'A',
  isGone = false,
) => ({
  ...OUTCOME,
  output: { ...SAMPLE, verdicts: [{ ...SAMPLE.verdicts[0]!, status, priority, isGone }] },
});
const advised = (outcome: ReturnType<typeof only>) => ({
  ...outcome,
  output: {
    ...outcome.output,
    findings: [{ name: 'no spare lamp', isObjection: false, text: ['Carry a spare.'] }],
  },
});
const unsafe = (outcome: ReturnType<typeof only>) => ({
  ...outcome,
  output: {
    ...outcome.output,
    findings: [{ name: 'dark without lamp', isObjection: true, text: ['No lamp.'] }],
  },
});

describe('the exit status', () => {
  it.each([
    ['every goal is met', only('met'), [], 0],
    ['a goal is missed', only('missed'), [], 1],
    ['a goal is unknown', only('unknown'), [], 0],
    ['a goal is unlikely', only('unlikely'), [], 0],
    ['a goal is possible, strictly', only('possible'), ['--strict'], 0],
    ['an A goal is missed and only B goals count', only('missed'), ['--goals', 'B'], 0],
    ['an A goal is missed and A and B goals count', only('missed'), ['--goals', 'a,b'], 1],
    ['a goal is unknown, strictly', only('unknown', 'C'), ['--strict'], 1],
    ['an A goal is unlikely, strictly', only('unlikely'), ['--strict'], 1],
    ['a B goal is unlikely, strictly', only('unlikely', 'B'), ['--strict'], 0],
    ['a C goal is gone, strictly', only('unlikely', 'C', true), ['--strict'], 1],
    ['the plan is unsafe', unsafe(only('met')), [], 0],
    ['there is advice for the plan, strictly', advised(only('met')), ['--strict'], 0],
    ['the plan is unsafe, strictly', unsafe(only('met')), ['--strict'], 1],
    ['there is a warning', { ...only('met'), problems: [warning('NO_ZONE', {})] }, [], 0],
    [
      'there is an error',
      { ...OUTCOME, output: null, problems: [error('NO_DISTANCE', {})] },
      [],
      2,
    ],
    ['a text is printed', { ...OUTCOME, output: 'a schema\n' }, [], 0],
    ['there is a bug', new Error('index out of range'), [], 3],
  ] as const)('when %s', async (_, outcome, argv, status) => {
    expect((await run(['judge', ...argv], outcome)).status).toBe(status);
  });

  it('of a bug comes with how to report it, and the stack only for those who ask', async () => {
    const bug = await run(['judge'], new Error('index out of range'));
    expect(bug.stderr).toMatch(/This is a bug in raceplan \d.*index out of range/);
    expect(bug.stderr).toContain('report');
    expect(bug.stderr).not.toMatch(/^\s+at /m);
    const debugged = await run(['judge'], new Error('x'), { env: { DEBUG: '1' } });
    expect(debugged.stderr).toMatch(/^\s+at /m);
  });
});

describe('bad usage exits 2 and says what was meant', () => {
  it.each([
    [['chek'], 'did you mean raceplan check?'],
    [['check', '--unts', 'metric'], 'Did you mean --units?'],
    [['check', '--units', 'metrc'], 'did you mean metric?'],
    [['check', '--format', 'jsn'], 'did you mean json?'],
    [['check', '--width', 'wide'], 'a number of columns'],
    [['check', '-o', 'plan.pdf'], '--format terminal|markdown|html|json'],
    [['check', 'a.yaml', 'b.yaml'], 'too many arguments'],
    [['check', 'no-such-plan.yaml'], 'there is no file no-such-plan.yaml'],
    [['check', 'test'], 'there is no plan in'],
    [[], 'Usage: raceplan'],
  ])('%j', async (argv, said) => {
    const { status, stdout, stderr } = await run(argv);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('reporting every argument at once', async () => {
    const { stderr } = await run(
      ['judge', '--units', 'x', '--goals', 'D', '--format', 'y'],
      OUTCOME,
    );
    expect(stderr).toContain('3 errors. Nothing was computed.');
  });
});

describe('what is asked for', () => {
  it('help and version are data', async () => {
    const help = await run(['check', '--help']);
    expect(help).toMatchObject({ status: 0, stderr: '' });
    expect(help.stdout).toContain('--units <system>');
    expect((await run(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('prints data to standard output and problems to standard error', async () => {
    const { stdout, stderr } = await run(['judge'], {
      ...OUTCOME,
      problems: [warning('NO_ZONE', {})],
    });
    expect(stdout).toContain('Pine Creek');
    expect(stdout).not.toContain('NO_ZONE');
    expect(stderr).toContain('warning NO_ZONE');
  });

  it('puts problems into JSON too', async () => {
    const problems = [warning('NO_ZONE', {})];
    const { stdout } = await run(['judge', '--format', 'json'], { ...OUTCOME, problems });
    expect(JSON.parse(stdout).diagnostics[0].code).toBe('NO_ZONE');
  });

  it('quietly prints the verdicts alone, and no warnings', async () => {
    const { stdout, stderr } = await run(['judge', '--quiet'], {
      ...OUTCOME,
      problems: [warning('NO_ZONE', {})],
    });
    expect(stdout.split('\n')[0]).toMatch(/^met {2}.*41:00 to spare$/);
    expect(stderr).toBe('');
  });

  it('prints in the units asked for, else the units of the plan', async () => {
    expect((await run(['judge'], OUTCOME)).stdout).toContain('62.0 mi');
    expect((await run(['judge', '--units', 'metric'], OUTCOME)).stdout).toContain('99.8 km');
  });

  it('is as wide as asked, else as the terminal, else 80', async () => {
    const widest = ({ stdout }: Ran) => Math.max(...stdout.split('\n').map((l) => l.length));
    expect(widest(await run(['judge', '--width', '60'], withTable))).toBeLessThanOrEqual(60);
    expect(widest(await run(['judge'], withTable))).toBeLessThanOrEqual(80);
    const onTerminal = await run(['judge', '--no-color'], withTable, { isTTY: true });
    expect(widest(onTerminal)).toBeGreaterThan(80);
    expect(widest(onTerminal)).toBeLessThanOrEqual(100);
  });

  it.each([
    ['on a terminal', [], true, {}, true],
    ['in a pipe', [], false, {}, false],
    ['with NO_COLOR', [], true, { NO_COLOR: '1' }, false],
    ['with --no-color', ['--no-color'], true, {}, false],
    ['on a dumb terminal', [], true, { TERM: 'dumb' }, false],
  ])('is coloured, or not, %s', async (_, argv, isTTY, env: Record<string, string>, coloured) => {
    const { stdout } = await run(['judge', ...argv], OUTCOME, { isTTY, env });
    expect(stdout.includes('\u001b[')).toBe(coloured);
  });
});

const withTable: Outcome = {
  ...OUTCOME,
  output: {
    ...SAMPLE,
    sections: [{ kind: 'verdicts', title: 'Goals', verdicts: SAMPLE.verdicts }],
  },
};

describe('-o', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'raceplan-'));

  it('writes the format of the extension, plain, and nothing to the screen', async () => {
    const dir = folder();
    for (const [name, start] of [
      ['report.md', '# Pine Creek'],
      ['report.json', '{\n  "schemaVersion": 1'],
      ['report.xml', '<?xml'],
      ['report.txt', 'Pine Creek'],
      ['report', 'Pine Creek'],
    ] as const) {
      const { status, stdout } = await run(['judge', '-o', join(dir, name)], OUTCOME, {
        isTTY: true,
      });
      expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
      expect(readFileSync(join(dir, name), 'utf8').startsWith(start)).toBe(true);
    }
    expect(readdirSync(dir)).toHaveLength(5);
  });

  it('lets --format overrule the extension', async () => {
    const file = join(folder(), 'report.txt');
    await run(['judge', '-o', file, '--format', 'json'], OUTCOME);
    expect(JSON.parse(readFileSync(file, 'utf8')).command).toBe('analyze');
  });

  it('writes nothing when nothing was computed', async () => {
    const dir = folder();
    const failed = { ...OUTCOME, output: null, problems: [error('NO_DISTANCE', {})] };
    expect((await run(['judge', '-o', join(dir, 'a.md')], failed)).status).toBe(2);
    expect((await run(['check', 'fixtures/cli/broken', '-o', join(dir, 'a.json')])).status).toBe(2);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('leaves no draft behind where it cannot write', async () => {
    const dir = folder();
    const { status, stderr } = await run(['judge', '-o', join(dir, 'no', 'a.md')], OUTCOME);
    expect(status).toBe(2);
    expect(stderr).toContain('error FILE_NOT_WRITTEN');
    expect(readdirSync(dir)).toEqual([]);
  });

  it('writes through a link, and to a device, without replacing them', async () => {
    const dir = folder();
    writeFileSync(join(dir, 'real.md'), 'old');
    symlinkSync(join(dir, 'real.md'), join(dir, 'link.md'));
    await run(['judge', '-o', join(dir, 'link.md')], OUTCOME);
    expect(readFileSync(join(dir, 'real.md'), 'utf8')).toContain('# Pine Creek');
    expect((await run(['judge', '-o', '/dev/null'], OUTCOME)).status).toBe(1);
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });
});

describe('check', () => {
  it('says what it understood of a valid plan', async () => {
    const { status, stdout, stderr } = await run(['check', FIXTURE]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    await expect(stdout).toMatchFileSnapshot('golden/check-pine-creek.txt');
  });

  it('shows every mistake of a broken one', async () => {
    const { status, stdout, stderr } = await run(['check', 'fixtures/cli/broken/race.yaml']);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    const file = 'fixtures/cli/broken/race.yaml';
    expect(stderr.split('\n').filter((line) => line.startsWith(file))).toEqual([
      `${file}:3:10: error BAD_DATE`,
      `${file}:4:13: error UNKNOWN_ZONE`,
      `${file}:9:32: error UNKNOWN_KEY`,
      `${file}:10:25: error STATION_OUT_OF_ORDER`,
      `${file}:12:5: error BAD_GOAL`,
    ]);
    expect(stderr).toContain('5 errors. Nothing was computed.');
    expect(stderr).toContain('5.0 mi before the station above it');
  });

  it('tells programs so in JSON', async () => {
    const { status, stdout } = await run(['check', 'fixtures/cli/broken', '--format', 'json']);
    const { valid, diagnostics } = JSON.parse(stdout);
    expect(status).toBe(2);
    expect(valid).toBe(false);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', line: 3, column: 10, length: 16 });
  });
});

describe('schema', () => {
  it('knows every key of the shipped plan, for an editor to offer', async () => {
    const { status, stdout } = await run(['schema']);
    const schema = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(schema.$schema).toContain('draft-07');
    expect(Object.keys(schema.properties)).toEqual(
      expect.arrayContaining(['race', 'course', 'goals', 'nutrition', 'crew', 'history']),
    );
    expect(schema.properties.race.properties.name.description).toBeTruthy();
  });
});

describe('a plan without a target', () => {
  it('cannot be built', async () => {
    const { status, stderr } = await run(['build', 'fixtures/cli/no-target']);
    expect(status).toBe(2);
    expect(stderr).toContain('NO_TARGET');
  });

  it('can be built for the target asked for', async () => {
    const { status, stdout, stderr } = await run([
      'build',
      'fixtures/cli/no-target',
      '--target',
      '11:30',
    ]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('11:30:00');
  });
});
