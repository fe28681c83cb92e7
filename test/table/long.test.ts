import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALIKE_KEPT, limitAlike } from '../../src/domain/problems/alike.js';
import { error, note, type Problem, warning } from '../../src/domain/problems/problem.js';
import { RACE_LOG_COLUMNS } from '../../src/input/log/rows.js';
import { decodeBlocks, findLongLine, MOST_LINE_BYTES } from '../../src/input/source.js';
import { findColumns } from '../../src/input/table/columns.js';
import { readRows } from '../../src/input/table/delimited.js';
import { headingsOf } from '../../src/input/table/header.js';
import { cellSpan, parseTable } from '../../src/input/table/whole.js';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

const read = (text: string) => parseTable({ file: 'x.csv', text });
const many = <T>(count: number, of: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => of(i));

describe('a table of any size is read in one pass', () => {
  it('with 100,000 bad quotes, the first told one by one and the rest counted', () => {
    const { value, diagnostics } = read(`a,b\n${'1,"felt" good\n'.repeat(100_000)}`);
    expect(value?.rows).toHaveLength(100_001);
    expect(value?.rows.at(-1)).toMatchObject({ line: 100_001, cells: ['1', 'felt" good'] });
    expect(diagnostics).toHaveLength(ALIKE_KEPT + 1);
    expect(diagnostics[ALIKE_KEPT - 1]?.span).toEqual({ line: 1001, column: 3, length: 1 });
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'MORE_ALIKE',
      severity: 'error',
      args: { code: 'CSV_SYNTAX', more: 99_000 },
    });
  });

  it('with quotes that all stay open', () => {
    const { value } = read(`a,b\n${'1,"felt\n'.repeat(50_000)}`);
    expect(value?.rows).toHaveLength(50_001);
  });

  it('with nothing but quotes in a cell', () => {
    const { value } = read(`a,b\n${'"'.repeat(200_001)}x,2\n`);
    expect(value?.rows[1]?.cells[1]).toBe('2');
  });

  it('with 20,000 columns, the place of each known', () => {
    const csv = read(`${many(20_000, (i) => `c${i}`).join(',')}\n`).value!;
    const [header] = csv.rows;
    const columns = header!.cells.map((_, i) => cellSpan(csv, header!, i));
    expect(columns.map(({ length }) => length)).toEqual(header!.cells.map((cell) => cell.length));
    expect(columns.at(-1)).toEqual({ line: 1, column: header!.raw.length - 5, length: 6 });
  });

  it('with 100,000 columns of which two are known', () => {
    const text = `station,arrive,${many(100_000, (i) => `c${i}`).join(',')}\nMill,7:00\n`;
    const { value } = parseTable({ file: 'x.csv', text }, headingsOf(RACE_LOG_COLUMNS));
    const [header] = value!.rows;
    expect(Object.keys(findColumns(header!.cells, RACE_LOG_COLUMNS).found)).toEqual([
      'station',
      'arrive',
    ]);
  });

  it('whatever its quotes', () => {
    const pieces = ['"', '"', '"', ',', '\n', ' ', 'a', '\t', 'é', '""', ',"', '",'];
    const text = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(text, (written) => {
        const { rows, diagnostics } = readRows('x.csv', written, ',');
        const lines = written.split('\n');
        for (const { span } of diagnostics) {
          expect(lines[span!.line - 1]![span!.column - 1]).toBe('"');
        }
        for (const row of rows) expect(row.line).toBeLessThanOrEqual(lines.length);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a line of 200 MB', () => {
  it('is given up while it is read', () => {
    let taken = 0;
    function* chunks() {
      for (; taken < 6400; taken += 1) yield Buffer.alloc(1 << 15, 'a ');
    }
    const blocks = [...decodeBlocks(chunks())];
    expect(blocks).toHaveLength(1);
    expect(taken).toBeLessThan(200);
    expect(readRows('x.csv', blocks[0]!, ',').diagnostics).toMatchObject([{ code: 'TOO_LONG' }]);
  });

  it('is found before it is decoded', () => {
    const long = Buffer.alloc(MOST_LINE_BYTES + 10, 'a');
    expect(findLongLine(Buffer.concat([Buffer.from('a\nb\n'), long]))).toBe(3);
    const withReturns = Buffer.from(long);
    withReturns[1000] = 0x0d;
    withReturns[MOST_LINE_BYTES] = 0x0d;
    expect(findLongLine(withReturns)).toBeNull();
  });

  it('is not every long text: lines may end with CR alone', () => {
    const text = 'a,b\r'.repeat(20_000);
    const chunks = [Buffer.from(text.slice(0, 30_001)), Buffer.from(text.slice(30_001))];
    const blocks = [...decodeBlocks(chunks)];
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks.join('')).toBe('a,b\n'.repeat(20_000));
  });
});

const PLAN = `race: { name: Long Day, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km }] }
goals: [under 6h]
`;

describe('a log of many rows', () => {
  const clock = (i: number) => `${6 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}`;
  it('of 50,000 is refused, for nobody has kept it', async () => {
    const log = `station,arrive\n${many(50_000, (i) => `Mill,${clock(i % 600)}`).join('\n')}\n`;
    const { status, stderr } = await raceplan(
      'analyze',
      raceFolder({ 'race.yaml': PLAN, 'splits.csv': log })['splits.csv'],
    );
    expect(status).toBe(2);
    expect(stderr).toContain('error LOG_TOO_LONG');
    expect(stderr).toContain('these are 50,000 rows: the log of one runner has 5,000 at most');
  });

  it('of 4,000 that fit nowhere has its first told, and the others counted', async () => {
    const log = `station,arrive\n${many(4000, (i) => `Mill,${clock(i % 600)}`).join('\n')}\n`;
    const { status, stderr } = await raceplan(
      'analyze',
      raceFolder({ 'race.yaml': PLAN, 'splits.csv': log })['splits.csv'],
    );
    expect(status).toBe(2);
    expect(stderr).toMatch(/… and 3,?\d{3} more /);
    expect(stderr.split('\n').length).toBeLessThan(400);
  });

  it('of 6,000 by distance is read by every few, and that is said', async () => {
    const time = (s: number) =>
      `${Math.floor(s / 3600)}:${String(Math.floor(s / 60) % 60).padStart(2, '0')}:${String(s % 60).padStart(2, '0')}`;
    const rows = many(
      6000,
      (i) => `${((i + 1) / 120).toFixed(4)},${time(3 * (i + 1))},${i === 4000 ? 'a gel' : ''}`,
    );
    const files = raceFolder({
      'race.yaml': PLAN.replace(/, stations: .*\]/, ''),
      'splits.csv': `km,elapsed,notes\n${rows.join('\n')}\n`,
    });
    const { status, stdout, stderr } = await raceplan('analyze', files['splits.csv']);
    expect(stderr.replace(/\s+/g, ' ')).toContain(
      'of 6,000 rows by distance 2,002 are read, evenly spread',
    );
    expect({ status, isFinished: stdout.includes('5:00:00') }).toEqual({
      status: 0,
      isFinished: true,
    });
  });

  it('of intake of one hour each is summed over that hour', async () => {
    const intake = `time,item,carbs_g\n${many(4000, (i) => `${clock(Math.floor(i / 20))},gel,30`).join('\n')}\n`;
    const files = raceFolder({
      'race.yaml': PLAN,
      'splits.csv': 'station,arrive\nMill,7:00\nFinish,11:50\n',
      'intake.csv': intake,
    });
    const { stderr } = await raceplan('analyze', files['splits.csv']);
    expect(stderr).toContain('NUTRIENT_ABSURD');
    expect(stderr).toMatch(/… and 3,?\d{3} more NUTRIENT_ABSURD/);
  });
});

describe('problems of one kind', () => {
  const bad = (line: number): Problem =>
    error(
      'BAD_NUMBER',
      { written: 'x', column: 'km' },
      { file: 'a.csv', span: { line, column: 1, length: 1 } },
    );
  it('are told up to a number, in order, and the rest counted once', () => {
    const told = limitAlike([...many(5, bad), warning('CSV_EMPTY', {}, { file: 'b.csv' })], 3);
    expect(told.map(({ code, file, span }) => [code, file, span?.line ?? null])).toEqual([
      ['BAD_NUMBER', 'a.csv', 0],
      ['BAD_NUMBER', 'a.csv', 1],
      ['BAD_NUMBER', 'a.csv', 2],
      ['CSV_EMPTY', 'b.csv', null],
      ['MORE_ALIKE', 'a.csv', null],
    ]);
    expect(told.at(-1)).toMatchObject({ severity: 'error', args: { code: 'BAD_NUMBER', more: 2 } });
  });

  it('that were counted before are counted again', () => {
    const once = limitAlike(many(10, bad), 6);
    expect(limitAlike(once, 4).at(-1)).toMatchObject({ args: { code: 'BAD_NUMBER', more: 6 } });
  });

  it('of another severity are another kind', () => {
    const unused = note('UNKNOWN_COLUMN', { column: 'x', suggestion: null }, { file: 'a.csv' });
    expect(limitAlike([unused, { ...unused, severity: 'warning' }], 1)).toHaveLength(2);
  });
});
