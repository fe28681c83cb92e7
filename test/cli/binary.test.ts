import { execSync, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

const BIN = resolve('bin/raceplan.js');
const PLAN = resolve('fixtures/races/pine-creek-100k/race.yaml');

const raceplan = (argv: string[], cwd = '.', input = '') =>
  spawnSync(process.execPath, [BIN, ...argv], { cwd, input, encoding: 'utf8' });

describe('the built command', () => {
  beforeAll(() => {
    execSync('npm run build', { stdio: 'ignore' });
  }, 60_000);

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
    expect(stderr).toContain('Did you mean check?');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('does not mind a reader who has seen enough', () => {
    const command = `"${process.execPath}" "${BIN}" check "${PLAN}" --format json | true; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(stdout).toBe('0\n');
  });
});
