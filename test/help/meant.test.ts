import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.js';
import { raceplan } from '../support/cli.js';

describe('a word that is no command', () => {
  it.each([
    ['buidl', 'did you mean raceplan build?'],
    ['plan', 'did you mean raceplan build?'],
    ['pace', 'did you mean raceplan build?'],
    ['analyse', 'did you mean raceplan analyze?'],
    ['Analyze', 'did you mean raceplan analyze?'],
    ['validate', 'did you mean raceplan check?'],
    ['diff', 'did you mean raceplan compare?'],
    ['version', 'did you mean raceplan --version?'],
    ['splits.csv', 'write raceplan analyze splits.csv'],
    ['RUN.FIT', 'write raceplan analyze RUN.FIT'],
    ['results.csv.gz', 'write raceplan analyze results.csv.gz'],
    ['race.yaml', 'write raceplan build race.yaml'],
    ['fixtures/races/pine-creek-100k', 'write raceplan build fixtures/races/pine-creek-100k'],
    ["it's mine.yml", "write raceplan build 'it'\\''s mine.yml'"],
    ['xyzzy', 'raceplan --help lists the commands'],
    ['constructor', 'raceplan --help lists the commands'],
  ])('%s: %s', async (word, said) => {
    const { status, stdout, stderr } = await raceplan(word);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('error UNKNOWN_COMMAND');
    expect(stderr).toContain(`help: ${said}\n`);
  });

  it('keeps what was typed after a file', async () => {
    const { stderr } = await raceplan('splits.csv', '--bib', '3');
    expect(stderr).toContain('write raceplan analyze splits.csv --bib 3\n');
  });
});

describe('an option that a command does not have', () => {
  it.each([
    [['build', '--json'], 'Did you mean --format json?'],
    [['build', '--md'], 'Did you mean --format markdown?'],
    [['check', '--explain'], 'raceplan build has it.'],
    [['build', '--brief'], 'raceplan replan has it.'],
    [['build', '--bib', '3'], 'have it.'],
    [['build', '--targt', '12h'], 'Did you mean --target?'],
  ])('%j', async (argv, said) => {
    const { status, stdout, stderr } = await raceplan(...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(said);
    expect(stderr).toContain(`See raceplan ${argv[0]} --help.`);
  });

  it('is not said to be one of the command itself', async () => {
    for (const { name } of COMMANDS) {
      const { stderr } = await raceplan(name, '--no-such-thing');
      expect(stderr).not.toMatch(/has it|have it/);
    }
  });
});
