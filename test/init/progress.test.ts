import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandRow } from '../../src/cli/command.js';
import { prepareProgress } from '../../src/cli/progress.js';
import { runCli } from '../../src/cli/run.js';

const CLEAR = '\r\u001b[K';

function screen({ isTTY = true, columns = 60 as number | null } = {}) {
  const written: string[] = [];
  const write = (text: string) => {
    written.push(text);
  };
  return { written, write, isTTY, columns };
}

const prepare = (stderr: ReturnType<typeof screen>, env = {}, isQuiet = false) =>
  prepareProgress({ stdout: stderr, stderr, env }, isQuiet);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('progress', () => {
  it('is shown at once when a second is over, each text in place of the one before, and taken away', () => {
    const stderr = screen();
    const { progress, clear } = prepare(stderr);
    progress('runner 1 of 9');
    expect(stderr.written).toEqual([]);
    vi.advanceTimersByTime(1100);
    progress('runner 2 of 9');
    progress('runner 2 of 9');
    progress('runner 3 of 9');
    clear();
    expect(stderr.written).toEqual([`${CLEAR}runner 2 of 9`, `${CLEAR}runner 3 of 9`, CLEAR]);
  });

  it.each([
    ['without a terminal', { isTTY: false }, {}, false],
    ['on a terminal that cannot clear a line', {}, { TERM: 'dumb' }, false],
    ['to those who want quiet', {}, {}, true],
  ])('is not shown %s', (_, of, env, isQuiet) => {
    const stderr = screen(of);
    const { progress, clear } = prepare(stderr, env, isQuiet);
    vi.advanceTimersByTime(5000);
    progress('runner 2 of 9');
    clear();
    expect(stderr.written).toEqual([]);
  });

  it('never takes a second row, nor lets the name of a file move the cursor', () => {
    const stderr = screen({ columns: 50 });
    const { progress } = prepare(stderr);
    vi.advanceTimersByTime(2000);
    progress(`a\u001b[2Jb\n${'x'.repeat(100)}: 3 MB read`);
    const [line = ''] = stderr.written;
    const shown = line.slice(CLEAR.length);
    expect(shown).toMatch(/^a\?\[2Jb\?x+$/);
    expect(shown.length).toBeLessThan(50);
  });

  it('is taken away before a failure is told', async () => {
    const stderr = screen();
    const breaks: CommandRow = {
      name: 'count',
      phase: 'any',
      summary: 'counts',
      examples: [],
      arguments: [],
      options: [],
      formats: [],
      load: async () => ({
        run: async ({ progress }) => {
          vi.advanceTimersByTime(2000);
          progress('half of it');
          throw new Error('cannot count');
        },
      }),
    };
    expect(await runCli(['count'], { stdout: screen(), stderr, env: {} }, [breaks])).toBe(3);
    expect(stderr.written.slice(0, 2)).toEqual([`${CLEAR}half of it`, CLEAR]);
    expect(stderr.written.join('')).toContain('cannot count');
  });
});

describe('who waits for long work is told how far it is', () => {
  const PINE = 'fixtures/races/pine-creek-100k';
  it.each([
    ['past editions being read', ['build', PINE], /results-2013\.csv: 0 MB read/],
    ['races being compared', ['compare', PINE, 'fixtures/races/vermont-100'], /race 1 of 2/],
    ['athletes', ['analyze', `${PINE}/splits.csv`, `${PINE}/splits.csv`], /athlete 2 of 2/],
    [
      'editions forecast',
      [
        'backtest',
        '--plan',
        'fixtures/history/flat-hundred',
        'fixtures/history/flat-hundred/splits-2021.csv',
      ],
      /edition 1 of 1/,
    ],
    ['results forecast', ['backtest', '--finish', 'fixtures/careers/many.csv'], /runner 1 of \d/],
    [
      'runners of one race',
      ['analyze', 'fixtures/review/many-runners/splits.csv', '--all'],
      /runner 2 of \d+ \[/,
    ],
  ])('%s', async (_, argv, said) => {
    const stderr = screen();
    const startedAt = Date.now();
    // a machine on which all of it takes longer than a second
    let calls = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => {
      calls += 1;
      return startedAt + 2000 * calls;
    });
    await runCli(argv, { stdout: screen({ isTTY: false }), stderr, env: {} });
    vi.restoreAllMocks();
    expect(stderr.written.join('\n')).toMatch(said);
  });
});
