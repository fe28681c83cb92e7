import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, timeCell } from '../support/workbook.js';

const BIN = resolve('bin/raceplan.js');
const PLAN = resolve('fixtures/races/pine-creek-100k/race.yaml');

const raceplan = (argv: string[], cwd = '.', input = '') =>
  spawnSync(process.execPath, [BIN, ...argv], { cwd, input, encoding: 'utf8' });

describe('the built command', () => {
  it('finds the plan in the working folder', () => {
    const { status, stdout } = raceplan(['check'], 'fixtures/races/pine-creek-100k');
    expect(status).toBe(0);
    expect(stdout).toContain('race.yaml: OK');
  });

  it('reads a plan from standard input', () => {
    const { status, stdout } = raceplan(
      ['check', '-'],
      '.',
      'race: { name: Short }\ncourse: { distance: 50 km }\ngoals: [under 5h]\n',
    );
    expect(stdout).toContain('Short');
    expect(status).toBe(0);
  });

  it('exits 2 on bad usage, without a stack trace', () => {
    const { status, stdout, stderr } = raceplan(['chek']);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('did you mean raceplan check?');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('reads a workbook', () => {
    const rows = [
      ['place', 'name', 'time'],
      [1, 'A', timeCell(15_000)],
      [2, 'B', timeCell(16_000)],
    ];
    const folder = scene();
    writeFileSync(join(folder, 'results.xlsx'), makeWorkbook([{ name: 'Sheet1', rows }]));
    const { status, stdout, stderr } = raceplan(['field', 'results.xlsx'], folder);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    expect(stdout).toContain('4:10:00');
  });

  it('does not mind a reader who has seen enough', () => {
    const command = `"${process.execPath}" "${BIN}" check "${PLAN}" --format json | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('0\n');
  });
});

/** A folder with the smallest plan, to run the shell in. */
function scene(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  const plan = 'race: { name: Short }\ncourse: { distance: 50 km }\ngoals: [under 5h]\n';
  for (const [name, text] of Object.entries({ 'race.yaml': plan, ...files })) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Runs a line of the shell in which `raceplan` is the built command; its status is printed last. */
const shell = (line: string, cwd: string) => {
  const script = `raceplan() { "${process.execPath}" "${BIN}" "$@"; }; ${line}`;
  return spawnSync('bash', ['-c', script], { cwd, encoding: 'utf8', timeout: 60_000 });
};

const SAID = /^error/m;
const TRACE = /^\s+at |bug in raceplan/m;

describe('what the system refuses is said in a sentence, with status 2', () => {
  it.each([
    ['a full disk', 'raceplan build > /dev/full', 'the disk is full'],
    ['a full disk, of a schema', 'raceplan schema > /dev/full', 'the disk is full'],
    ['a full disk, of help', 'raceplan --help > /dev/full', 'the disk is full'],
    ['a full disk behind -o', 'raceplan build -o /dev/full', 'the disk is full'],
    ['a closed standard output', 'raceplan build >&-', 'it is closed'],
    ['a path below a file', 'raceplan check race.yaml/x', 'as if it were a folder'],
    ['a path below a file, to write', 'raceplan build -o race.yaml/x', 'as if it were a folder'],
    ['a loop of links', 'ln -s a b; ln -s b a; raceplan check a', 'leads back to itself'],
    ['a loop of links, to write', 'ln -s a b; ln -s b a; raceplan build -o a', 'back to itself'],
    ['a long name', `raceplan check ${'n'.repeat(300)}`, 'its name is too long'],
    ['a long name, to write', `raceplan build -o ${'n'.repeat(300)}`, 'its name is too long'],
    ['a folder', 'raceplan build -o .', 'it is a folder'],
    ['a device', 'raceplan check /dev/zero', 'it is a device'],
  ])('%s', (_, line, said) => {
    const { stdout, stderr } = shell(`${line}; echo $? >&2`, scene());
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
    expect(stderr).toMatch(SAID);
    expect(stderr).not.toMatch(TRACE);
    expect(stderr).toMatch(/^2\n$/m);
    expect(stdout).toBe('');
  });

  it.each([
    ['a device', 'gpx: /dev/zero', 'it is a device'],
    ['a pipe', 'gpx: pipe', 'it is a pipe'],
    ['a name no file has', 'gpx: "a\\0b"', 'a character no file name has'],
    ['a loop of links', 'gpx: a', 'leads back to itself'],
    ['a path below a file', 'gpx: race.yaml/x', 'as if it were a folder'],
    ['a file that is not there', 'gpx: nowhere.gpx', 'there is no file nowhere.gpx'],
  ])('%s that the plan names, with its line', (_, gpx, said) => {
    const folder = scene({
      'race.yaml': `race: { name: Short }\ncourse: { distance: 50 km, ${gpx} }\ngoals: [under 5h]\n`,
    });
    const { stderr } = shell(
      'mkfifo pipe; ln -s a b; ln -s b a; raceplan build; echo $? >&2',
      folder,
    );
    expect(stderr.replace(/[\s|]+/g, ' ')).toContain(said);
    expect(stderr).toMatch(/^race.yaml:2:33: error FILE_/);
    expect(stderr).toMatch(/^2\n$/m);
  });

  it.each([
    ['history', 'history: [results.csv, pipe]'],
    ['stations', 'history: [{ file: results.csv, stations: pipe }]'],
  ])('a pipe in %s is not waited for', (_, history) => {
    const folder = scene({ 'results.csv': 'Place,Bib,Time\n1,11,4:10:00\n' });
    const more = `echo '${history}' >> race.yaml; mkfifo pipe; raceplan build; echo $? >&2`;
    const { stderr } = shell(more, folder);
    expect(stderr).toMatch(/^race.yaml:4:\d+: error FILE_UNREADABLE/m);
    expect(stderr).toMatch(/^2\n$/m);
  });

  it.skipIf(process.getuid?.() !== 0)('a folder without permission', () => {
    const folder = scene();
    chmodSync(folder, 0o755);
    mkdirSync(join(folder, 'closed'), { mode: 0o700 });
    // root may do everything: the command is run as nobody, from a copy, for the checkout may be root's alone
    for (const part of ['bin', 'dist', 'package.json']) {
      cpSync(resolve(part), join(folder, 'raceplan', part), { recursive: true });
    }
    const copy = join(folder, 'raceplan/bin/raceplan.js');
    const argv = [join(folder, 'closed/race.yaml'), join(folder, 'closed/out.md')];
    const asNobody = (args: string[]) =>
      spawnSync(process.execPath, [copy, ...args], {
        ...{ cwd: folder, encoding: 'utf8', uid: 65_534, gid: 65_534 },
      });
    const read = asNobody(['check', argv[0]!]);
    const wrote = asNobody(['build', join(folder, 'race.yaml'), '-o', argv[1]!]);
    const beside = asNobody(['build', join(folder, 'race.yaml'), '-o', join(folder, 'out.md')]);
    for (const { status, stderr } of [read, wrote, beside]) {
      expect(stderr).toContain('there is no permission');
      expect(status).toBe(2);
    }
  });
});

describe('pipes given on purpose', () => {
  it.each([
    ['a plan', 'raceplan check <(cat race.yaml)', 'Short'],
    ['a plan to --plan', 'raceplan build --plan <(cat race.yaml)', 'Short'],
    ['a log', "raceplan analyze <(printf 'station,arrive\\nFinish,4:30:00\\n')", 'Short'],
    ['a named pipe', 'mkfifo p; cat race.yaml > p & raceplan check p', 'Short'],
    ['a report', 'raceplan build -o >(cat)', 'Short'],
    ['a report by the name of standard output', 'raceplan build -o /dev/stdout | cat', 'Short'],
    ['a deleted file', 'exec 3>gone; rm gone; raceplan build -o /dev/fd/3; cat /dev/fd/3', 'Short'],
    ['a closed standard output, with -o', 'raceplan build -o out.md >&-; cat out.md', 'Short'],
    ['nothing', 'raceplan build > /dev/null && echo done', 'done'],
  ])('%s', (_, line, said) => {
    const { stdout, stderr } = shell(`${line}; sleep 0.2`, scene());
    expect(stderr).not.toMatch(/error|bug/);
    expect(stdout).toContain(said);
  });

  it('what is appended to is not cut', () => {
    const { stdout } = shell(
      'echo mine > log; raceplan build -o /dev/stdout >> log; cat log',
      scene(),
    );
    expect(stdout).toMatch(/^mine\nShort\n/);
  });

  it('a program that asks for no output gets the status all the same', () => {
    const argv = [BIN, 'build', join(scene(), 'race.yaml')];
    expect(spawnSync(process.execPath, argv, { stdio: 'ignore' }).status).toBe(0);
  });

  it('problems that nobody hears still have their status', () => {
    expect(shell('raceplan check none 2> /dev/full; echo $?', scene()).stdout).toBe('2\n');
  });
});
