import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';

const PLAN = `race: { name: Long Day, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km }] }
goals: [under 6h]
`;
const SPLITS = 'station,arrive\nMill,7:00\nFinish,11:50\n';
const RESULTS = 'place,bib,name,time,Mill\n1,12,A,4:10:00,0:55:00\n2,7,B,4:30:00,1:00:00\n';

const latin = (text: string) => Buffer.from(text, 'latin1');
/** No zero byte, no text. */
const NOISE = Buffer.from(
  Array.from({ length: 20_000 }, (_, i) => 1 + ((i * 7919 + (i >> 3) * 31) % 255)),
);

/** What people may give for a table, and what it is called then. */
const KINDS: readonly (readonly [what: string, content: Uint8Array, said: string])[] = [
  ['xls', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00'), 'this is an Excel 97 workbook'],
  ['zip', zipSync({ 'results.csv': strToU8(RESULTS) }), 'this is a zip archive'],
  [
    'ods',
    latin('PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet'),
    'this is an OpenDocument',
  ],
  ['gzip in gzip', gzipSync(gzipSync(RESULTS)), 'this is packed with gzip'],
  ['a web page', latin('<!DOCTYPE html><html><table>'), 'this is a web page'],
  ['XML', latin('<?xml version="1.0"?><rss/>'), 'this is XML of a kind'],
  ['JSON that is no list', latin('{"a": 1}'), 'this is JSON'],
  ['PDF', latin('%PDF-1.4\n%\xe2\xe3'), 'this is a PDF'],
  ['a picture', latin('\x89PNG\r\n\x1a\n\x00'), 'this is a picture'],
  ['bytes', NOISE, 'this is no text'],
  [
    'bytes with zeros',
    Buffer.concat([NOISE.subarray(0, 50), Buffer.alloc(50), NOISE]),
    'this is no text',
  ],
  ['a plan', latin(PLAN), 'this is a race plan'],
  ['KML', latin('<kml xmlns="http://www.opengis.net/kml/2.2"/>'), 'this is a KML map'],
];

/** Recordings of watches: no table, though a log may be one. */
const RECORDINGS: typeof KINDS = [
  ['FIT', latin('\x0e\x10\x00\x00\x00\x00\x00\x00.FIT\x00'), 'this is a FIT file of a watch'],
  ['GPX', latin('<gpx version="1.1"/>'), 'this is a GPX track'],
  ['TCX', latin('<TrainingCenterDatabase/>'), 'this is a TCX file of a watch'],
];

type Given = (file: string, folder: Record<string, string>) => string[];
const plan = (extra: string) => ({ 'race.yaml': `${PLAN}${extra}` });

/** Where a command takes a table. */
const TABLES: readonly (readonly [where: string, files: Record<string, string>, given: Given])[] = [
  ['field', plan(''), (file, { race = '' }) => ['field', file, '--plan', race]],
  ['backtest', plan(''), (file) => ['backtest', file]],
  ['backtest --finish', plan(''), (file) => ['backtest', '--finish', file]],
  ['replan --field', plan(''), (file, { splits = '' }) => ['replan', splits, '--field', file]],
  ['analyze --intake', plan(''), (file, { splits = '' }) => ['analyze', splits, '--intake', file]],
  ['history:', plan('history: [given.csv]\n'), (_, { race = '' }) => ['build', race]],
  [
    'stations of history:',
    plan('history: [{ file: results.csv, stations: given.csv }]\n'),
    (_, { race = '' }) => ['field', race],
  ],
  ['results:', plan('results: given.csv\n'), (_, { splits = '' }) => ['analyze', splits]],
  ['training:', plan('training: { log: given.csv }\n'), (_, { race = '' }) => ['check', race]],
  ['past:', plan('athlete: { past: given.csv }\n'), (_, { race = '' }) => ['build', race]],
];

async function give(content: Uint8Array, files: Record<string, string>, given: Given) {
  const paths: Record<string, string> = raceFolder({
    'splits.csv': SPLITS,
    'results.csv': RESULTS,
    ...files,
    'given.csv': content,
  });
  const named = { splits: paths['splits.csv']!, race: paths['race.yaml']! };
  return raceplan(...given(paths['given.csv']!, named));
}

const isPlain = (text: string) => !/[^\n\x20-\x7e–—…]/.test(text.replace(/\p{L}/gu, ''));

describe('what is no table is named by its kind', () => {
  describe.each(TABLES)('for %s', (_, files, given) => {
    it.each([...KINDS, ...RECORDINGS])('%s', async (_kind, content, said) => {
      const { status, stdout, stderr } = await give(content, files, given);
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
      expect(stderr).toContain('error WRONG_KIND');
      expect(stderr.replace(/\s+/g, ' ')).toContain(said);
      expect(stderr).toContain('help: ');
      expect(isPlain(stderr)).toBe(true);
    });
    it('and a table is none of them', async () => {
      const { stderr } = await give(latin(RESULTS), files, given);
      expect(stderr).not.toContain('WRONG_KIND');
    });
  });

  it.each(KINDS)('for analyze: %s', async (_kind, content, said) => {
    const { status, stdout, stderr } = await give(content, plan(''), (file) => ['analyze', file]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr.replace(/\s+/g, ' ')).toContain(said);
    expect(isPlain(stderr)).toBe(true);
  });
});
