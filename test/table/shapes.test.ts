import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problems/problem.js';
import { RACE_LOG_COLUMNS } from '../../src/input/log/rows.js';
import { resultHeadings } from '../../src/input/results/header-words.js';
import { headingsOf } from '../../src/input/table/header.js';
import { openTableRows } from '../../src/input/table/rows.js';
import { cellSpan, parseTable } from '../../src/input/table/whole.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/results/sources');
const textOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8');
const RESULTS = resultHeadings;

function read(text: string, headings = RESULTS) {
  const { value, diagnostics } = parseTable({ file: 'x', text }, headings);
  const [header, ...rows] = value!.rows;
  const said = diagnostics.map(({ code, args }) => ({ code, ...args }));
  return { csv: value!, header: header!, rows, said };
}
const cellsOf = (text: string, headings = RESULTS) => {
  const { header, rows } = read(text, headings);
  return [header, ...rows].map(({ cells }) => cells);
};

describe('lines above the header', () => {
  it('are left out, and that is said', () => {
    const { header, rows, said } = read(textOf('title-lines.csv'));
    expect(header).toMatchObject({ line: 5 });
    expect(header.cells.slice(0, 3)).toEqual(['Place', 'Time', 'Runner']);
    expect(rows.map(({ line }) => line)).toEqual([6, 7, 8]);
    expect(said).toEqual([{ code: 'HEADER_TAKEN', line: 5, isJoined: false, above: 3 }]);
  });

  it('do not tell the delimiter', () => {
    const { csv, header, said } = read(textOf('title-tabs.tsv'));
    expect(csv.delimiter).toBe('\t');
    expect(header.cells).toEqual(['Platz', 'Startnr', 'Name', 'Jg', 'Laufzeit']);
    expect(said).toMatchObject([{ code: 'HEADER_TAKEN', line: 3, above: 2 }]);
  });

  it('are none where the first line names what is wanted', () => {
    const text = 'place,time\nplace,4:00\nrunner,bib\nsex,age\nplace,time\n';
    const { header, rows, said } = read(text);
    expect(header.line).toBe(1);
    expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
    expect(said).toEqual([]);
  });

  it('are none where no line names anything', () => {
    const { header, said } = read('alpha,beta\n1,2\n3,4\n');
    expect(header.cells).toEqual(['alpha', 'beta']);
    expect(said).toEqual([]);
  });

  it('are none where a row holds only signs of absence, or quantities', () => {
    const text = 'Ort;Zeit;Ort;Ort\nMill;7:00;a;b\nb;---;--;c\n50 km;10 g;20 ml;d\n';
    expect(read(text, headingsOf(RACE_LOG_COLUMNS)).header.line).toBe(1);
  });

  it('may name some of it themselves', () => {
    const text =
      'Event,Loop 50K\nDate,2018-09-08\nDistance,50 km\nPlace,Name,Bib,Time\n1,A,12,4:59:30\n';
    expect(read(text)).toMatchObject({ header: { line: 4 }, said: [{ above: 3 }] });
  });

  it('are left out of a file read in pieces as well', () => {
    const said: Problem[] = [];
    const blocks = ['\n\n', 'Loop 50K\n\nPlace;Time\n1;4:00:00\n', '2;5:00:00\nPlace;Time\n'];
    const table = openTableRows({ file: 'x', blocks }, (problem) => said.push(problem), RESULTS)!;
    expect(table.header.line).toBe(5);
    expect([...table.rows].map(({ line }) => line)).toEqual([6, 7]);
    expect(said).toMatchObject([{ code: 'HEADER_TAKEN', args: { line: 5, above: 1 } }]);
  });
});

describe('a header over two lines', () => {
  const names = ['Mill Green In', 'Mill Green Out', 'Fords Bar (CAL 3) In'];
  it.each(['two-line-header.csv', 'two-line-header-below.csv'])('is one: %s', (file) => {
    const { header, rows, said } = read(textOf(file));
    expect(header.cells.slice(0, 8)).toEqual([
      'Place',
      'Time',
      'Runner',
      'Gender',
      'Age',
      ...names,
    ]);
    expect(rows.map(({ line }) => line)).toEqual([3, 4]);
    expect(said).toEqual([{ code: 'HEADER_TAKEN', line: 2, isJoined: true, above: 0 }]);
  });

  it('is none where a row holds only words', () => {
    const log = 'station,arrive,notes,\nStart,,felt good,\nMill,7:00,,\n';
    expect(read(log, headingsOf(RACE_LOG_COLUMNS))).toMatchObject({
      rows: [{ line: 2 }, { line: 3 }],
      said: [],
    });
  });

  it('may stand below a title', () => {
    const text = `Loop 50K\n${textOf('two-line-header.csv')}`;
    expect(read(text)).toMatchObject({ header: { line: 3 }, said: [{ isJoined: true, above: 1 }] });
  });
});

describe('text in columns', () => {
  it('has them where a ruled line has its pieces', () => {
    const { csv, header, rows, said } = read(textOf('fixed-ruled.txt'));
    expect(header.cells).toEqual([
      'Place',
      'Name',
      'Bib No',
      'Age',
      'S',
      'City',
      'Gun Time',
      'Net Time',
    ]);
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['1', 'One, A', '12', '31', 'M', 'Wellsboro', '4:59:36', '4:59:30'],
      ['2', 'Two, B', '7', '44', 'F', 'State College', '5:40:08', '5:40:02'],
      ['3', 'Three, C', '31', '57', 'M', 'Mansfield', '7:15:09', '7:15:00'],
    ]);
    expect(cellSpan(csv, rows[1]!, 5)).toEqual({ line: 9, column: 42, length: 13 });
    expect(cellSpan(csv, header, 1)).toEqual({ line: 6, column: 7, length: 4 });
    expect(said).toEqual([{ code: 'HEADER_TAKEN', line: 6, isJoined: true, above: 3 }]);
  });

  it('has them between the gutters that all rows leave blank', () => {
    const { header, rows, said } = read(textOf('fixed-gutters.txt'));
    expect(header.cells).toEqual([
      'Place',
      'Name',
      'Bib',
      'Age',
      'Age Group',
      'City',
      'Finish Time',
    ]);
    expect(rows.map(({ cells }) => cells.slice(0, 6))).toEqual([
      ['1', 'Ann One', '12', '31', 'M30-39', 'Wellsboro'],
      ['2', 'Bea Two', '7', '44', 'F40-49', 'State College'],
      ['3', 'Cy Van Three', '31', '57', 'M50-59', 'Mansfield'],
      ['', 'Dee Four', '40', '29', 'F20-29', 'Ulysses'],
    ]);
    expect(rows.map(({ cells }) => cells[6])).toEqual(['4:59:30', '5:40:02', '7:15:00', 'DNF']);
    expect(said).toEqual([
      { code: 'HEADER_TAKEN', line: 3, isJoined: false, above: 1 },
      { code: 'LINES_OFF_COLUMNS', lines: 1, written: 'Did not finish' },
    ]);
  });

  it('does not part the words of a name in the header', () => {
    const rows = Array.from(
      { length: 12 },
      (_, i) =>
        `${String(i + 1).padStart(5)} Runner${String.fromCharCode(65 + i)} M40        ${4 + (i % 3)}:10:${10 + i}`,
    );
    const text = ['Place Name    Age Group  Gun Time', ...rows].join('\n');
    expect(cellsOf(text)[0]).toEqual(['Place', 'Name', 'Age Group', 'Gun Time']);
    expect(cellsOf(text)[1]).toEqual(['1', 'RunnerA', 'M40', '4:10:10']);
  });

  it('is an error when too many rows stand in no column', () => {
    const text = textOf('fixed-ruled.txt');
    const wide = '    4 A very long name indeed, X     12  31 M Wellsboro       8:59:36  8:59:30\n';
    const { diagnostics } = parseTable({ file: 'x', text: text + wide.repeat(3) }, RESULTS);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'LINES_OFF_COLUMNS',
      severity: 'error',
      args: { lines: 3 },
    });
  });

  it('is none where commas part the cells', () => {
    expect(cellsOf('place,name,   time\n1,  a  b,  4:00\n')).toEqual([
      ['place', 'name', 'time'],
      ['1', 'a  b', '4:00'],
    ]);
  });
});
