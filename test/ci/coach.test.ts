import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');
const COACH = join(ROOT, 'fixtures/ci/coach');
const BIN = join(ROOT, 'bin/raceplan.js');

interface Step {
  name?: string;
  run?: string;
}

const { steps } = parse(readFileSync(join(COACH, '.github/workflows/races.yml'), 'utf8')).jobs
  .judge as { steps: Step[] };
const runs = steps.flatMap(({ run }) => run ?? []);

/** As GitHub runs a step, where `npx raceplan` is the command built here and nothing is to be installed. */
function prepare() {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-ci-'));
  cpSync(COACH, folder, { recursive: true });
  const bin = join(folder, '.bin');
  mkdirSync(bin);
  const commands = {
    npx: `[ "$1" = raceplan ] || exit 99\nshift\nexec "${process.execPath}" "${BIN}" "$@"`,
    npm: '[ "$*" = install ]',
  };
  for (const [name, body] of Object.entries(commands)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(bin, name), 0o755);
  }
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH}`,
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
  };
  const step = (run: string) =>
    spawnSync('bash', ['-e', '-c', run], { cwd: folder, env, encoding: 'utf8' });
  return { folder, step };
}

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe("a coach's workflow", () => {
  it('runs as it stands: plans checked, races judged, reports to look at', () => {
    const { folder, step } = prepare();
    expect(runs.length).toBe(4);
    for (const run of runs) {
      const { status, stderr } = step(run);
      expect({ run, status, stderr: /error/.test(stderr) ? stderr : '' }).toEqual({
        run,
        status: 0,
        stderr: '',
      });
    }
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'testsuite',
    });
    const { testsuite: suites } = parser.parse(read(folder, 'reports/goals.xml')).testsuites;
    const failures = suites.map((suite: Record<string, string>) => [
      suite['@_name'],
      suite['@_failures'],
    ]);
    expect(failures).toEqual([
      [expect.stringContaining('Alex'), '0'],
      [expect.stringContaining('Robin'), '1'],
    ]);
    expect(existsSync(join(folder, 'reports/check-alex.xml'))).toBe(true);
    expect(read(folder, 'summary.md')).toContain('Three Mills 50K');
  });

  it('fails on a plan that cannot be used, saying where', () => {
    const { folder, step } = prepare();
    writeFileSync(
      join(folder, 'athletes/alex/race.yaml'),
      'race: { name: Mill }\ncourse: { distnce: 50 km }\n',
    );
    const [, check = ''] = runs;
    const { status, stderr } = step(check);
    expect(status).toBe(2);
    expect(stderr).toContain('athletes/alex/race.yaml:2:');
  });

  it('fails on a log that cannot be used, and not on a goal missed', () => {
    const { folder, step } = prepare();
    const [, check = '', judge = ''] = runs;
    step(check);
    expect(step(judge).status).toBe(0);
    expect(step(judge.replace(/\s*\|\|[\s\S]*/, '')).status).toBe(1);
    writeFileSync(join(folder, 'athletes/robin/splits.csv'), 'station,arrive\nWeir,eight\n');
    expect(step(judge).status).not.toBe(0);
  });

  it('uses what is installed by the repository, and asks npx for nothing else', () => {
    expect(runs[0]).toBe('npm install');
    const used = runs.join('\n').match(/npx \S+/g);
    expect(new Set(used)).toEqual(new Set(['npx raceplan']));
    const { devDependencies } = JSON.parse(readFileSync(join(COACH, 'package.json'), 'utf8'));
    expect(Object.keys(devDependencies)).toEqual(['raceplan']);
  });
});
