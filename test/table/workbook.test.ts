import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { RACE_LOG_COLUMNS } from '../../src/input/log/rows.js';
import { resultHeadings } from '../../src/input/results/header-words.js';
import { headingsOf } from '../../src/input/table/header.js';
import { numberFormat, writeNumber } from '../../src/input/table/number-format.js';
import type { Sheet } from '../../src/input/table/row.js';
import { cellSpan, parseTable } from '../../src/input/table/whole.js';
import { readWorkbook } from '../../src/input/table/workbook.js';
import { parseTimeCell } from '../../src/input/times/cell.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { type Cell, type MadeSheet, makeWorkbook, timeCell } from '../support/workbook.js';

function sheetsOf(bytes: Uint8Array): Sheet[] {
  const sheets = readWorkbook(bytes);
  if (!Array.isArray(sheets)) throw new Error(sheets.reason);
  return sheets;
}
const cellsOf = (sheets: readonly MadeSheet[], is1904 = false) =>
  sheetsOf(makeWorkbook(sheets, is1904)).map(({ rows }) => rows.map(({ cells }) => cells));
const written = (cell: Cell, is1904 = false) =>
  cellsOf([{ name: 'A', rows: [[cell]] }], is1904)[0]?.[0]?.[0] ?? '';

const H = 3600;
/** 8 September 2018, in days as Excel counts them. */
const DAY = 43_351;

describe('a cell of a workbook', () => {
  it.each<[string, Cell, string]>([
    ['a time', timeCell(4 * H + 59 * 60 + 30), '4:59:30'],
    ['a time of more than a day', timeCell(26 * H + 45 * 60 + 18, '[h]:mm:ss'), '26:45:18'],
    ['the same, shown without its day', timeCell(26 * H + 45 * 60 + 18, 'h:mm:ss'), '26:45:18'],
    ['minutes and seconds', timeCell(37 * 60 + 4, 'mm:ss'), '0:37:04'],
    ['tenths of a second', timeCell(37 * 60 + 4.3, 'mm:ss.0'), '0:37:04.30'],
    ['a whole day', timeCell(24 * H, '[h]:mm'), '24:00:00'],
    ['a time of day', timeCell(17.5 * H, 'h:mm\\ AM/PM'), '5:30:00 PM'],
    ['midnight', timeCell(0.25 * H, 'h:mm AM/PM'), '12:15:00 AM'],
    ['the time format of the system', timeCell(5 * H, '[$-F400]h:mm:ss\\ AM/PM'), '5:00:00'],
    ['a moment shown as a time of day', { value: DAY + 7.5 / 24, format: 'h:mm' }, '7:30:00'],
    ['a date', { value: DAY, format: 'dd\\.mm\\.yyyy' }, '2018-09-08'],
    ['a date in words', { value: DAY, format: '[$-409]d\\ mmmm\\ yyyy;@' }, '2018-09-08'],
    ['a date and time', { value: DAY + 7.5 / 24, format: 'm/d/yy h:mm' }, '2018-09-08 07:30:00'],
    ['a number', 26.75, '26.75'],
    ['a number with its noise', 0.1 + 0.2, '0.3'],
    ['a number with a unit', { value: 5.4, format: '0.0" km"' }, '5.4'],
    ['a number in colours', { value: 7, format: '[Red]0;[Blue]-0' }, '7'],
    ['text', ' Mill & <Green> ', 'Mill & <Green>'],
    ['text that looks like a time', '4:59:30', '4:59:30'],
  ])('is %s', (_, cell, text) => {
    expect(written(cell)).toBe(text);
  });

  it.each([
    [21, '4:00:00'],
    [46, '4:00:00'],
    [18, '4:00:00 AM'],
    [33, '4:00:00'],
    [0, '0.166666666667'],
    [9, '0.166666666667'],
  ])('is what format %i, which needs no code, says', (id, text) => {
    expect(writeNumber(4 / 24, numberFormat(id, undefined), '1900')).toBe(text);
  });

  it('is a date from 1904 on where the workbook says so', () => {
    expect(written({ value: DAY - 1462, format: 'yyyy-mm-dd' }, true)).toBe('2018-09-08');
  });

  it.each([
    [timeCell(26 * H, '[h]:mm:ss'), 'time'],
    [timeCell(17.5 * H, 'h:mm AM/PM'), 'time'],
    [{ value: DAY + 7.5 / 24, format: 'm/d/yy h:mm' }, 'time'],
    [timeCell(37 * 60 + 4.3, 'mm:ss.0'), 'time'],
  ])('is read as a time', (cell, kind) => {
    expect(parseTimeCell(written(cell)).kind).toBe(kind);
  });
});

describe('the cells of a part as others write it', () => {
  const workbook = (sheet: string, strings = '') =>
    zipSync(
      Object.fromEntries(
        Object.entries({
          'xl/workbook.xml':
            '<x:workbook xmlns:x="s"><x:sheets><x:sheet name="A" r:id="a" xmlns:r="r"/></x:sheets></x:workbook>',
          'xl/_rels/workbook.xml.rels':
            '<Relationships><Relationship Id="a" Target="/xl/worksheets/first.xml"/></Relationships>',
          'xl/worksheets/first.xml': sheet,
          'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
        }).map(([name, xml]) => [name, strToU8(xml)]),
      ),
    );
  const row = (cells: string) =>
    `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`;

  it('need no references, and no styles', () => {
    const bytes = workbook(
      row(
        '<c t="inlineStr"><is><t>a</t></is></c><c/><c><f>1+1</f><v>2</v></c><c t="str"><v>x</v></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c>',
      ),
    );
    expect(sheetsOf(bytes)[0]?.rows).toMatchObject([
      { line: 1, cells: ['a', '', '2', 'x', 'TRUE', '#N/A'] },
    ]);
  });

  it('may be of several pieces, and have their sound beside them', () => {
    const strings =
      '<si><r><t xml:space="preserve">Mill </t></r><r><t>Green</t></r></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>';
    expect(
      sheetsOf(workbook(row('<c t="s"><v>0</v></c><c t="s"><v>1</v></c>'), strings))[0]?.rows[0]
        ?.cells,
    ).toEqual(['Mill Green', '東京']);
  });

  it('are refused when they are no XML, too large, or damaged', () => {
    expect(readWorkbook(workbook('<worksheet><row>'))).toEqual({
      reason: 'a part of the workbook is no XML',
    });
    expect(readWorkbook(workbook('<worksheet/>').subarray(0, 200))).toEqual({
      reason: 'the workbook is damaged',
    });
    const bomb = declaring(workbook(row('<c><v>1</v></c>')), 1 << 30);
    expect(readWorkbook(bomb)).toEqual({ reason: 'unpacked it is too large' });
    const liar = declaring(workbook(row('<c><v>1</v></c>'.repeat(10_000))), 100);
    expect(readWorkbook(liar)).toHaveProperty('reason');
  });
});

/** A zip whose directory says of the sheet that it unpacks to so many bytes. */
function declaring(zip: Uint8Array, bytes: number): Uint8Array {
  const view = Buffer.from(zip);
  for (let at = view.indexOf('PK\x01\x02'); at >= 0; at = view.indexOf('PK\x01\x02', at + 4)) {
    const name = view.toString('latin1', at + 46, at + 46 + view.readUInt16LE(at + 28));
    if (name.includes('worksheets')) view.writeUInt32LE(bytes, at + 24);
  }
  return view;
}

const RESULTS: MadeSheet = {
  name: 'Overall',
  rows: [
    ['Mill Green 50K'],
    [],
    ['Place', 'Name', 'Sex', 'Mill', 'Time'],
    [1, 'A One', 'M', timeCell(55 * 60 + 10), timeCell(4 * H + 59 * 60 + 30)],
    [2, 'B Two', 'F', timeCell(62 * 60), timeCell(26 * H, '[h]:mm:ss')],
  ],
};

describe('the sheet that is read', () => {
  const sheets: MadeSheet[] = [
    { name: 'Notes', rows: [['Results of the race'], ['by Alder Timing']] },
    { name: 'Sponsors', rows: Array.from({ length: 30 }, (_, i) => [`Sponsor ${i}`]) },
    { name: 'Empty', rows: [] },
    RESULTS,
    { ...RESULTS, name: 'Hidden', isHidden: true },
  ];
  const source = { file: 'r.xlsx', text: '', sheets: sheetsOf(makeWorkbook(sheets)) };

  it('is the one that names what is wanted, and that is said', () => {
    const { value, diagnostics } = parseTable(source, resultHeadings);
    expect(value?.rows.map(({ line, cells }) => [line, cells[1]])).toEqual([
      [3, 'Name'],
      [4, 'A One'],
      [5, 'B Two'],
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'SHEET_TAKEN', args: { sheet: 'Overall', others: ['Notes', 'Sponsors', 'Hidden'] } },
      { code: 'HEADER_TAKEN', args: { line: 3, above: 1 } },
    ]);
    expect(cellSpan(value!, value!.rows[1]!, 4)).toEqual({ line: 4, column: 5, length: 1 });
  });

  it('is another where something else is wanted', () => {
    const log: MadeSheet = {
      name: 'Log',
      rows: [
        ['station', 'arrive'],
        ['Mill', timeCell(7 * H)],
      ],
    };
    const both = { ...source, sheets: sheetsOf(makeWorkbook([RESULTS, log])) };
    const { diagnostics } = parseTable(both, headingsOf(RACE_LOG_COLUMNS));
    expect(diagnostics).toMatchObject([{ code: 'SHEET_TAKEN', args: { sheet: 'Log' } }]);
  });

  it('is none of an empty workbook', () => {
    const empty = { ...source, sheets: sheetsOf(makeWorkbook([{ name: 'A', rows: [] }])) };
    expect(parseTable(empty)).toMatchObject({ value: null, diagnostics: [{ code: 'CSV_EMPTY' }] });
  });
});

const PLAN = `race: { name: Mill Green, start: 2018-09-08 06:00, timezone: America/New_York }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km }] }
goals: [under 6h]
history: [past.xlsx]
`;

describe('a workbook given to a command', () => {
  const splits: MadeSheet = {
    name: 'Sheet1',
    rows: [
      ['station', 'arrive', 'depart', 'notes'],
      ['Mill', timeCell(7 * H, 'h:mm'), timeCell(7 * H + 300, 'h:mm'), 'fine'],
      ['Finish', timeCell(11 * H + 1800, 'h:mm')],
    ],
  };
  const files = raceFolder({
    'race.yaml': PLAN,
    'past.xlsx': makeWorkbook([RESULTS]),
    'splits.xlsx': makeWorkbook([splits]),
    'bad.xlsx': makeWorkbook([
      { ...splits, rows: [...splits.rows.slice(0, 2), ['Finish', 'soon']] },
    ]),
  });
  it('is read as the past editions', async () => {
    const { editions } = await askJson('field', files['past.xlsx']);
    expect(editions).toMatchObject([{ finishers: 2, winnerS: 4 * H + 59 * 60 + 30 }]);
  });
  it('is read as a log', async () => {
    const { legs } = await askJson('analyze', files['splits.xlsx']);
    expect(legs[0].actual).toMatchObject({ arriveS: H });
  });
  it('has its cells named by row and column', async () => {
    const { status, stderr } = await raceplan('analyze', files['bad.xlsx']);
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /bad\.xlsx:3:2: error BAD_TIME {2}column "arrive"\n {2}"soon" is no time/,
    );
  });
});
