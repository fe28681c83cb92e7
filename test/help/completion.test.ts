import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { SHELLS } from '../../src/cli/completion/shells.js';
import { raceplan } from '../support/cli.js';

const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'raceplan-tab-'));
  for (const file of ['race.yaml', 'splits.csv', 'RUN.FIT', 'my notes.csv', 'photo.jpg']) {
    writeFileSync(join(folder, file), '');
  }
  mkdirSync(join(folder, 'races'));
  for (const shell of SHELLS) {
    writeFileSync(join(folder, `raceplan.${shell}`), (await raceplan('completion', shell)).stdout);
  }
});

/** What bash would offer after these words, the last one being typed. */
function offered(...words: string[]): string[] {
  const listed = words.map((word) => `'${word}'`).join(' ');
  const script = `source ./raceplan.bash
COMP_WORDS=(raceplan ${listed}); COMP_CWORD=${words.length}; COMPREPLY=()
_raceplan
printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean).sort();
}

describe('completion', () => {
  it.each(SHELLS)('of %s names every command and its options', async (shell) => {
    const { status, stdout } = await raceplan('completion', shell);
    expect(status).toBe(0);
    for (const { name } of COMMANDS) expect(stdout).toMatch(new RegExp(`\\b${name}\\b`));
    expect(stdout).toMatch(/write-lessons/);
    expect(stdout).toContain('leave-one-out');
  });

  it.each(SHELLS)('of %s is no mistake in that shell (skipped without it)', (shell) => {
    if (!has(shell)) return;
    const check = shell === 'fish' ? '--no-execute' : '-n';
    const { status, stderr } = spawnSync(shell, [check, `raceplan.${shell}`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it('knows no other shell', async () => {
    const { status, stderr } = await raceplan('completion', 'fihs');
    expect(status).toBe(2);
    expect(stderr).toContain('did you mean fish?');
    expect((await raceplan('completion', '/usr/bin/zsh')).stdout).toContain('#compdef raceplan');
  });
});

describe('bash offers', () => {
  it('commands', () => {
    expect(offered('')).toEqual(
      [...COMMANDS.map(({ name }) => name), '--help', '--version'].sort(),
    );
    expect(offered('b')).toEqual(['backtest', 'build']);
  });

  it('options of the command, and their values', () => {
    expect(offered('replan', '--b')).toEqual(['--bib', '--brief']);
    expect(offered('build', '--format', 'j')).toEqual(['json', 'junit']);
    expect(offered('build', '--format', '=', 'j')).toEqual(['json', 'junit']);
    expect(offered('build', '--units', '')).toEqual(['imperial', 'metric']);
    expect(offered('analyze', '--bib', '')).toEqual([]);
    expect(offered('help', 'err')).toEqual(['errors']);
    expect(offered('help', 'cr')).toEqual(['crew']);
  });

  it('files by what the command reads, and folders', () => {
    expect(offered('build', '')).toEqual(['race.yaml', 'races']);
    expect(offered('analyze', '')).toEqual(['RUN.FIT', 'my notes.csv', 'races', 'splits.csv']);
    expect(offered('analyze', 'splits.csv', '--activity', '')).toEqual(['RUN.FIT', 'races']);
    expect(offered('build', '-o', 'ph')).toEqual(['photo.jpg']);
  });
});

describe.skipIf(!has('fish'))('fish offers (skipped without it)', () => {
  const completed = (line: string) =>
    spawnSync('fish', ['-N', '-c', `source ./raceplan.fish; complete -C '${line}'`], {
      cwd: folder,
      encoding: 'utf8',
    })
      .stdout.split('\n')
      .filter(Boolean)
      .map((offer) => offer.split('\t')[0]!)
      .sort();

  it('commands, options, values and files', () => {
    expect(completed('raceplan b')).toEqual(['backtest', 'build']);
    expect(completed('raceplan replan --b')).toEqual(['--bib', '--brief']);
    expect(completed('raceplan build --format j')).toEqual(['json', 'junit']);
    expect(completed('raceplan build ')).toEqual(['race.yaml', 'races/']);
    expect(completed('raceplan analyze s')).toEqual(['splits.csv']);
  });
});
