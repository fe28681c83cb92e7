import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, FIRST_STEPS } from '../../src/cli/commands.js';
import { raceplan } from '../support/cli.js';
import { runnerFolder } from './runner-folder.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The words of a line as a shell makes them, without what it redirects; `*` finds files here. */
const wordsOf = (line: string): string[] =>
  [...line.replace(/ > .*/, '').matchAll(/"([^"]*)"|(\S+)/g)].flatMap(([, quoted, plain = '']) =>
    quoted !== undefined ? [quoted] : plain.includes('*') ? filesLike(plain) : [plain],
  );

/** The file of that name in every folder there is. */
function filesLike(pattern: string): string[] {
  const [before = '', after = ''] = pattern.split('*');
  return readdirSync(before, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => before + name + after)
    .sort();
}

const examples = COMMANDS.flatMap(({ name, examples }) =>
  examples.map(({ command }) => ({ name, command })),
);

beforeAll(() => process.chdir(runnerFolder()));
afterAll(() => process.chdir(ROOT));

describe('the examples of help', () => {
  it.each(COMMANDS.map((row) => [row.name, row] as const))(
    '%s has some, printed by --help',
    async (name, row) => {
      expect(row.examples.length).toBeGreaterThan(0);
      const { status, stdout } = await raceplan(name, '--help');
      expect(status).toBe(0);
      for (const { command } of row.examples) {
        expect(wordsOf(command).slice(0, 2)).toEqual(['raceplan', name]);
        expect(stdout).toContain(`\n  ${command}\n`);
      }
      const described = stdout.split('\n').filter((line) => !line.startsWith('  raceplan '));
      expect(described.filter((line) => line.length > 80)).toEqual([]);
    },
  );

  it.each(examples)('works as it stands: $command', async ({ command }) => {
    const [, ...argv] = wordsOf(command);
    const { status, stdout, stderr } = await raceplan(...argv);
    expect(stderr).not.toMatch(/^(?:\S+: )?error/m);
    expect(status).toBeLessThan(2);
    if (!argv.includes('-o')) expect(stdout).not.toBe('');
  });
});

describe('help for a newcomer', () => {
  it('lists every command once, by when it is of use, and how to begin', async () => {
    const { status, stdout } = await raceplan('--help');
    expect(status).toBe(0);
    for (const { name } of COMMANDS) {
      expect(stdout.match(new RegExp(`^  ${name}\\b`, 'gm'))).toHaveLength(1);
    }
    const places = [
      'Before the race:',
      ' build ',
      'During the race:',
      ' replan ',
      'After the race:',
      ' analyze ',
      'Start here:',
    ];
    expect(places.map((said) => stdout.indexOf(said))).toEqual(
      places.map((said) => stdout.indexOf(said)).toSorted((a, b) => a - b),
    );
    expect(places.filter((said) => !stdout.includes(said))).toEqual([]);
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('is the same on standard error when nothing is asked, which is bad usage', async () => {
    const asked = await raceplan('--help');
    expect(await raceplan()).toEqual({ status: 2, stdout: '', stderr: asked.stdout });
    expect(await raceplan('help')).toEqual(asked);
  });

  it('names no first step that is no command here', async () => {
    const { stdout } = await raceplan('--help');
    const [, steps = ''] = stdout.split('Start here:');
    const named = [...steps.matchAll(/^ {2}raceplan (\w+)/gm)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !COMMANDS.some((row) => row.name === name))).toEqual([]);
    expect(FIRST_STEPS.length).toBeGreaterThanOrEqual(named.length);
  });

  it('tells of a command by help as by --help', async () => {
    expect(await raceplan('help', 'crew')).toEqual(await raceplan('crew', '--help'));
  });
});
