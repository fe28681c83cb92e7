import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBlocks, decodeText } from '../../src/input/source.js';
import { openTableRows } from '../../src/input/table/rows.js';
import { openTable } from '../../src/input/table-files.js';

describe('a file read in pieces', () => {
  const text = 'Läufer,Zeit\r\nÉtape,1:00\r\n\r\nŻółć,2:00\n';
  const encodings = {
    'utf-8': Buffer.from(text),
    'utf-8 with a byte order mark': Buffer.from(`\ufeff${text}`),
    'utf-16': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'windows-1252': Buffer.from('L\xe4ufer,Zeit\nE,1\n\nF\xfc\xdfe,2\n', 'latin1'),
  };
  it.each(Object.entries(encodings))('is the same as the whole, in %s', (_, bytes) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: bytes.length }), (size) => {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
          bytes.subarray(i * size, (i + 1) * size),
        );
        expect([...decodeBlocks(chunks)].join('')).toBe(decodeText(bytes));
      }),
    );
  });

  it('is read from the disk, longer than one piece', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'raceplan-')), 'long.csv');
    const rows = Array.from({ length: 20_000 }, (_, i) => `${i},"x\n${i}"`);
    writeFileSync(file, ['a,b', ...rows].join('\n'));
    const csv = openTableRows((await openTable(file, 'results')).value!, (problem) =>
      expect(problem).toBeNull(),
    );
    const read = [...csv!.rows];
    expect(csv!.header.cells).toEqual(['a', 'b']);
    expect(read).toHaveLength(20_000);
    expect(read.at(-1)).toMatchObject({ line: 40_000, cells: ['19999', 'x\n19999'] });
  });

  it('that is not there, or is a folder, is a problem', async () => {
    expect(await openTable('/nowhere.csv', 'results')).toMatchObject({
      value: null,
      diagnostics: [{ code: 'FILE_NOT_FOUND' }],
    });
    expect(await openTable(tmpdir(), 'results')).toMatchObject({
      value: null,
      diagnostics: [{ code: 'FILE_UNREADABLE' }],
    });
  });
});

describe('rows', () => {
  const open = (blocks: string[]) => {
    const problems: unknown[] = [];
    const csv = openTableRows({ file: 'x.csv', blocks }, (problem) => problems.push(problem));
    return { rows: [...(csv?.rows ?? [])].map(({ cells, line }) => [line, ...cells]), problems };
  };
  it('keep their line through blocks, blank lines and repeated headers', () => {
    expect(open(['a;b\n1;2\n', '\n\na;b\n', '3;4\n'])).toEqual({
      rows: [
        [2, '1', '2'],
        [6, '3', '4'],
      ],
      problems: [],
    });
  });
  it('tell of a quote that is never closed at its line in the file', () => {
    expect(open(['a,b\n', '1,2\n', '3,"4\n'])).toMatchObject({
      rows: [
        [2, '1', '2'],
        [3, '3', '4'],
      ],
      problems: [{ code: 'CSV_SYNTAX', span: { line: 3, column: 3, length: 1 } }],
    });
  });
  it('of nothing are none', () => {
    expect(openTableRows({ file: 'x.csv', blocks: ['\n \n'] }, () => {})).toBeNull();
  });
});
