import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/input/source.js';
import { cellSpan, parseTable } from '../../src/input/table/whole.js';

const read = (text: string) => parseTable({ file: 'log.csv', text: decodeText(Buffer.from(text)) });
const cells = (text: string) => read(text).value?.rows.map((row) => row.cells);

describe('the rows of a CSV file', () => {
  it.each([
    ['commas', 'a,b\n1,2\n'],
    ['semicolons', 'a;b\n1;2\n'],
    ['tabs', 'a\tb\n1\t2\n'],
    ['Windows line ends', 'a,b\r\n1,2\r\n'],
    ['old Mac line ends', 'a,b\r1,2'],
    ['blank lines', '\n\na,b\n\n  \n,,\n1,2\n\n'],
    ['repeated headers', 'a,b\n1,2\na,b\n'],
    ['spaces and quotes', 'a , "b"\n 1,"2" \n'],
  ])('are read with %s', (_, text) => {
    expect(cells(text)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('keep delimiters, quotes and line breaks inside quotes, and stray quotes outside', () => {
    expect(cells('a,b\n"x, ""y""\nz",5" of rain\n')?.[1]).toEqual(['x, "y"\nz', '5" of rain']);
  });

  it('are refused when there are none', () => {
    expect(read('\n \n')).toMatchObject({ value: null, diagnostics: [{ code: 'CSV_EMPTY' }] });
  });

  it('are all read although quotes are left open, each reported where it opens', () => {
    const { value, diagnostics } = read('a,b\r\n1,"felt\r\n2,"x" y\r\n3,"fine"\r\n4,"open\r\n5,6');
    expect(diagnostics).toMatchObject([
      {
        code: 'CSV_SYNTAX',
        args: { reason: 'this quote is never closed' },
        span: { line: 2, column: 3 },
      },
      {
        code: 'CSV_SYNTAX',
        args: { reason: 'text follows the closing quote' },
        span: { line: 3, column: 3 },
      },
      {
        code: 'CSV_SYNTAX',
        args: { reason: 'this quote is never closed' },
        span: { line: 5, column: 3 },
      },
    ]);
    expect(value?.rows.map((row) => row.line)).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('the place of a cell', () => {
  it('is where it is written: after blank lines, wide letters, quotes and cells over several lines', () => {
    const csv = read('a,b,c\n\n é ,"two\nlines", "last" \nshort\n').value!;
    const [, row, short] = csv.rows;
    expect([0, 1, 2, 3].map((i) => cellSpan(csv, row!, i))).toEqual([
      { line: 3, column: 2, length: 1 },
      { line: 3, column: 5, length: 4 },
      { line: 4, column: 9, length: 6 },
      { line: 4, column: 16, length: 1 },
    ]);
    expect(cellSpan(csv, short!, 0)).toEqual({ line: 5, column: 1, length: 5 });
    expect(cellSpan(csv, short!, 2)).toEqual({ line: 5, column: 6, length: 1 });
  });

  it('leads back to its text, whatever the file', () => {
    const cell = fc.stringMatching(/^[a-zé0-9:]([a-zé0-9: ,"\n]*[a-zé0-9:])?$/u);
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (table) => {
          const quote = (text: string) =>
            /[,"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
          const text = table.map((row) => row.map(quote).join(',')).join('\n\n');
          const csv = read(text).value!;
          const lines = text.split('\n');
          for (const row of csv.rows) {
            row.cells.forEach((written, i) => {
              const { line, column, length } = cellSpan(csv, row, i);
              const there = lines[line - 1]!.slice(column - 1, column - 1 + length);
              expect(quote(written).split('\n')[0]!.trimEnd()).toBe(there);
            });
          }
        },
      ),
    );
  });
});
