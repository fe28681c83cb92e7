import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { findPlan, readSource } from '../../src/input/files.js';
import { decodeText } from '../../src/input/source.js';

const folder = mkdtempSync(join(tmpdir(), 'raceplan-files-'));
const at = (...path: string[]) => join(folder, ...path);
afterAll(() => rmSync(folder, { recursive: true }));

for (const race of ['loop', 'ridge', 'bare']) mkdirSync(at(race));
writeFileSync(at('loop', 'race.yaml'), '');
writeFileSync(at('ridge', 'race.yml'), '');
writeFileSync(at('ridge', 'raceplan.yaml'), '');

describe('the plan', () => {
  it('is the file named, there or not', () => {
    expect(findPlan('mine.yaml', at('loop', 'splits.csv')).value).toBe('mine.yaml');
  });

  it('is looked for in a folder', () => {
    expect(findPlan(at('loop'), null).value).toBe(at('loop', 'race.yaml'));
  });

  it('lies beside the log, under the first of its usual names', () => {
    expect(findPlan(null, at('ridge', 'splits.csv')).value).toBe(at('ridge', 'race.yml'));
  });

  it('lies in the folder given instead of a log', () => {
    expect(findPlan(null, at('ridge')).value).toBe(at('ridge', 'race.yml'));
  });

  it('is told to be missing, with everywhere it was looked for', () => {
    const { value, diagnostics } = findPlan(null, at('bare', 'splits.csv'));
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'PLAN_NOT_FOUND' }]);
    expect(diagnostics[0]?.args).toHaveProperty('lookedIn', [
      ...['race.yaml', 'race.yml', 'raceplan.yaml'].map((name) => at('bare', name)),
      'race.yaml',
      'race.yml',
      'raceplan.yaml',
    ]);
  });

  it('is not looked for elsewhere when its folder is named', () => {
    expect(findPlan(at('bare'), at('loop', 'splits.csv')).value).toBeNull();
  });
});

describe('a file', () => {
  it('that is not there is a problem, not an exception', () => {
    expect(readSource(at('none.csv'), 'table')).toMatchObject({
      value: null,
      diagnostics: [{ code: 'FILE_NOT_FOUND', args: { path: at('none.csv') } }],
    });
  });

  it('that is a folder is a problem too', () => {
    expect(readSource(at('loop'), 'plan').diagnostics).toMatchObject([
      { code: 'FILE_UNREADABLE', args: { reason: 'it is a folder' } },
    ]);
  });
});

describe('text', () => {
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

  it.each([
    ['UTF-8', Buffer.from('Café')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFCafé')],
    ['UTF-16, little end first', Buffer.from('\uFEFFCafé', 'utf16le')],
    ['UTF-16, big end first', utf16be('\uFEFFCafé')],
    ['windows-1252', Buffer.from('Café', 'latin1')],
  ])('is read from %s', (_, bytes) => {
    expect(decodeText(bytes)).toBe('Café');
  });

  it('has one kind of line end, whoever wrote it', () => {
    expect(decodeText(Buffer.from('a\r\nb\rc\nd'))).toBe('a\nb\nc\nd');
  });
});
