import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/input/files.js';
import { kindOf } from '../../src/input/kinds.js';
import { raceFolder } from '../support/folder.js';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('what a file is', () => {
  it.each([
    ['plan', 'race.yaml', 'anything: else'],
    ['plan', 'notes', '# my race\n\nrace:\n  name: Loop'],
    ['json', 'x', '[{"place":1}]'],
    ['gpx', 'x.csv', '\n <?xml version="1.0"?><!-- by hand --><gpx version="1.1">'],
    ['tcx', 'x', '<TrainingCenterDatabase xmlns="x">'],
    ['kml', 'x', '<kml:kml xmlns:kml="x">'],
    ['html', 'x.csv', '<!DOCTYPE html><html>'],
    ['html', 'x', '<HTML>'],
    ['xml', 'x', '<?xml version="1.0"?><rss>'],
    ['fit', 'x', '\x0e\x10\x00\x00\x00\x00\x00\x00.FIT'],
    ['gzip', 'x', '\x1f\x8b\x08'],
    ['xls', 'x', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['xlsx', 'x', 'PK\x03\x04 [Content_Types].xml'],
    ['ods', 'x', 'PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['zip', 'x', 'PK\x03\x04 results.csv'],
    ['pdf', 'x', '%PDF-1.4'],
    ['image', 'x', '\x89PNG\r\n'],
    ['binary', 'x', 'a\x00b'],
    ['text', 'x.csv', 'race,time\nLoop,3:00'],
    ['text', 'x', ''],
    ['text', 'x', '\xff\xfer\x00a\x00c\x00e\x00'],
  ])('%s, whatever it is called: %s', (kind, path, text) => {
    expect(kindOf(bytes(text), path)).toBe(kind);
  });

  it('is what was packed in it', () => {
    const { 'log.csv.gz': file } = raceFolder({
      'log.csv.gz': gzipSync('station,time\nMill,3:00\n'),
    });
    expect(readSource(file, 'log').value?.text).toBe('station,time\nMill,3:00\n');
  });

  it('is a problem when it is packed badly', () => {
    const { 'log.csv.gz': file } = raceFolder({
      'log.csv.gz': gzipSync('station,time\nMill,3:00\n').subarray(0, 20),
    });
    expect(readSource(file, 'log').diagnostics).toMatchObject([
      { code: 'FILE_UNREADABLE', args: { reason: 'what is packed in it ends too early' } },
    ]);
  });

  it('is told when something else is wanted', () => {
    const { 'log.csv': file } = raceFolder({ 'log.csv': '<!DOCTYPE html><html>' });
    expect(readSource(file, 'log')).toMatchObject({
      value: null,
      diagnostics: [{ code: 'WRONG_KIND', file, args: { kind: 'html', use: 'log' } }],
    });
  });
});
