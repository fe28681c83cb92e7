import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTooMuchLost } from '../../src/domain/limits.js';
import { parseCareers } from '../../src/input/careers/careers.js';
import type { ResultsContext } from '../../src/input/results/context.js';
import { parseEditions } from '../../src/input/results/results.js';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';
import { NO_CONTEXT } from '../support/results.js';

const known = { ...NO_CONTEXT, distanceM: 50_000, places: [] };
function read(text: string, context: Partial<ResultsContext> = {}) {
  const { value, diagnostics } = parseEditions(
    { file: 'results.csv', blocks: [text] },
    { ...known, ...context },
  );
  return { results: [...(value?.[0]?.results ?? [])], diagnostics };
}
const told = (text: string, context?: Partial<ResultsContext>) =>
  read(text, context).diagnostics.map(({ code, severity }) => `${severity} ${code}`);
/** Finishers ten minutes apart, the first `lost` of them with this in place of a time. */
const finishers = (all: number, lost: number, instead: string) =>
  [
    'place,bib,time',
    ...Array.from({ length: all }, (_, i) => {
      const time = `${5 + Math.floor(i / 6)}:${i % 6}0:00`;
      return `${i + 1},${i + 11},${i < lost ? instead : time}`;
    }),
  ].join('\n');

describe('too much is lost', () => {
  it('with more than a fifth of the rows; one alone is a slip, unless it is half of them', () => {
    expect([20, 21].map((lost) => isTooMuchLost(lost, 100))).toEqual([false, true]);
    expect([0, 1, 2].map((lost) => isTooMuchLost(lost, 3))).toEqual([false, false, true]);
    expect([0, 1].map((lost) => isTooMuchLost(lost, 2))).toEqual([false, true]);
    expect(isTooMuchLost(1, 1)).toBe(true);
    expect(isTooMuchLost(0, 0)).toBe(false);
  });
  it('never sooner because more rows are good', () => {
    const rows = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(rows, rows, rows, (lost, good, more) => {
        const before = isTooMuchLost(lost, lost + good);
        const after = isTooMuchLost(lost, lost + good + more);
        expect(before || !after).toBe(true);
      }),
    );
  });
});

describe('finish times', () => {
  it('that are impossible in a fifth of the file are left out, in more refused', () => {
    expect(told(finishers(20, 4, '1:00:00'))).toContain('warning FINISH_IMPOSSIBLE');
    expect(told(finishers(20, 4, '1:00:00')).join()).not.toContain('error');
    expect(told(finishers(20, 5, '1:00:00'))).toContain('error FINISHES_LOST');
  });
  it('that cannot be read are counted with them', () => {
    const { diagnostics } = read(finishers(20, 5, '5 hrs-ish 30'));
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'FINISHES_LOST',
        severity: 'error',
        args: { rows: 5, of: 20, unreadable: 5, impossible: 0, isLenient: false, measure: 'time' },
      }),
    );
  });
  it('go on with --lenient, which says the same numbers', () => {
    const { results, diagnostics } = read(finishers(20, 5, '1:00:00'), { lenient: true });
    expect(results.filter(({ timeS }) => timeS !== null)).toHaveLength(15);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'FINISHES_LOST',
        severity: 'warning',
        args: { rows: 5, of: 20, unreadable: 0, impossible: 5, isLenient: true, measure: 'time' },
      }),
    );
  });
  it('that are words are no lost finish: a status that nobody knows', () => {
    const text = finishers(20, 5, 'stopped by the marshals');
    expect(told(text)).toEqual(['note RESULTS_READ_AS', 'warning TIMES_UNREADABLE']);
  });
  it('of which none can be read are refused, lenient or not, at the first', () => {
    for (const lenient of [false, true]) {
      const { diagnostics } = read(finishers(4, 4, 'eight and 20'), { lenient });
      expect(diagnostics).toContainEqual(
        expect.objectContaining({
          code: 'FINISHES_UNREADABLE',
          severity: 'error',
          args: { column: 'time', cells: 4, written: 'eight and 20', measure: 'time' },
          span: { line: 2, column: 6, length: 12 },
        }),
      );
    }
  });
  it('of many careers are held to the same', () => {
    const rows = Array.from({ length: 10 }, (_, i) => {
      const time = i < 3 ? '0:30:00' : '9:00:00';
      return `${1 + (i % 4)},2019-0${1 + (i % 9)}-05,80,finished,${time}`;
    });
    const text = ['runner,date,distance,status,time', ...rows].join('\n');
    const codes = (isLenient: boolean) =>
      parseCareers({ file: 'careers.csv', text }, 'metric', isLenient).diagnostics;
    expect(codes(false)).toContainEqual(
      expect.objectContaining({
        code: 'FINISHES_LOST',
        severity: 'error',
        args: { rows: 3, of: 10, unreadable: 0, impossible: 3, isLenient: false, measure: 'time' },
      }),
    );
    expect(codes(true).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('a bib that stands there twice', () => {
  const text = `place,bib,time
1,12,5:00:00
2,7,5:10:00
1,12,5:00:00
3,7,5:40:00
4,0,6:00:00
5,0,6:10:00`;
  it('is one runner where the result is the same, and two where it is not', () => {
    const { results, diagnostics } = read(text);
    expect(results.map(({ bib, timeS }) => [bib, timeS])).toEqual([
      ['12', 18_000],
      ['7', 18_600],
      ['7', 20_400],
      ['0', 21_600],
      ['0', 22_200],
    ]);
    const repeated = diagnostics.filter(({ code }) => code === 'BIB_REPEATED');
    expect(repeated.map(({ args, span }) => [args, span?.line])).toEqual([
      [{ rows: 1, bib: '12', isSame: true, isTooMuch: false }, 4],
      [{ rows: 1, bib: '7', isSame: false, isTooMuch: false }, 5],
    ]);
  });
  it('needs no bib where a whole row with a name is repeated', () => {
    const named = 'place,name,time\n1,Runner A,5:00:00\n1,Runner A,5:00:00\n2,Runner B,5:00:00';
    const { results, diagnostics } = read(named);
    expect(results.map(({ line }) => line)).toEqual([2, 4]);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'BIB_REPEATED',
        args: { rows: 1, bib: null, isSame: true, isTooMuch: false },
        span: { line: 3, column: 1, length: 18 },
      }),
    );
    const nameless = 'place,time,sex\n1,5:00:00,M\n1,5:00:00,M';
    expect(read(nameless).results).toHaveLength(2);
  });
  it('is another runner in another race of the file', () => {
    const races = 'race,bib,time\n50K,12,5:00:00\n25K,12,5:00:00\n50K,13,5:10:00';
    expect(told(races).join()).not.toContain('BIB_REPEATED');
  });
});

describe('on the command line', () => {
  const PLAN = `race: { name: Ridge Run, start: 2018-09-08 07:00, timezone: America/New_York }
course: { distance: 50 km }
goals: [top 5, under 7h]
`;
  const files = raceFolder({
    'race.yaml': PLAN,
    'results.csv': finishers(20, 5, '1:00:00'),
    'with-history.yaml': `${PLAN}history: [{ file: results.csv }]\n`,
  });
  const field = (...more: string[]) =>
    raceplan('field', '--plan', files['race.yaml'], files['results.csv'], ...more);
  it('nothing is computed, unless --lenient is given', async () => {
    const refused = await field();
    expect([refused.status, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr.replace(/\s+/g, ' ')).toContain(
      'of 20 finishers 5 have no time that can be used (5 impossible)',
    );
    expect(refused.stderr).toContain('--lenient');
    const lenient = await field('--lenient');
    expect(lenient.status).toBe(0);
    expect(lenient.stderr).toContain('warning FINISHES_LOST');
  });
  it.each(['build', 'check'])('%s asks the same of the history', async (command) => {
    const plan = files['with-history.yaml'];
    expect((await raceplan(command, plan)).stderr).toContain('error FINISHES_LOST');
    expect((await raceplan(command, plan, '--lenient')).stderr).toContain('warning FINISHES_LOST');
  });
});

it('lines that stand in no column of a text are a warning with --lenient', () => {
  const ruled = readFileSync('fixtures/results/sources/fixed-ruled.txt', 'utf8');
  const wide = '    4 A very long name indeed, X     12  31 M Wellsboro       8:59:36  8:59:30\n';
  const severityWhen = (lenient: boolean) =>
    parseEditions(
      { file: 'x.txt', blocks: [ruled + wide.repeat(3)] },
      { ...NO_CONTEXT, lenient },
    ).diagnostics.find(({ code }) => code === 'LINES_OFF_COLUMNS')?.severity;
  expect([severityWhen(false), severityWhen(true)]).toEqual(['error', 'warning']);
});
