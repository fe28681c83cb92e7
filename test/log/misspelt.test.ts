import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearestStation } from '../../src/kernel/station-name.js';
import { raceplan } from '../support/cli.js';
import { askJson, raceFolder } from '../support/folder.js';
import { RACES } from '../support/race-files.js';

describe('a station misspelt in a log', () => {
  it.each([
    ['Twin Lakes 1', 'Twin Lakes Village'],
    ['Tirent', 'Trient'],
    ['Trient (in)', 'Trient'],
    ['hope pas', 'Hope Pass'],
    ['Champex', 'Champex-Lac'],
    ['Nowhere', null],
    ['12', null],
  ])('%s is offered %s', (written, name) => {
    const names = ['Start', 'Twin Lakes Village', 'Hope Pass', 'Trient', 'Champex-Lac', 'Finish'];
    expect(nearestStation(written, names)).toBe(name);
  });

  const PINE = join(RACES, 'pine-creek-100k');
  const rows = readFileSync(join(PINE, 'splits.csv'), 'utf8').split('\n').slice(0, 6);
  const misspelt = (index: number) => {
    const text = rows.map((row, i) =>
      i === index ? row.replace(/^[^,]*/, 'Tiagadthn Mill') : row,
    );
    return raceFolder({ 'splits.csv': text.join('\n') })['splits.csv'];
  };

  it('is left out of a race that goes on, loudly; the replan is that of the other rows', async () => {
    const path = misspelt(5);
    const { status, stderr } = await raceplan('replan', path, '--plan', PINE);
    expect(status).toBe(0);
    expect(stderr).toContain('splits.csv:6:1: warning ROW_NOT_PLACED');
    expect(stderr).toContain('this row is left out');
    const without = raceFolder({ 'splits.csv': rows.filter((_, i) => i !== 5).join('\n') });
    const { now } = await askJson('replan', path, '--plan', PINE);
    const expected = await askJson('replan', without['splits.csv'], '--plan', PINE);
    expect(now).toEqual(expected.now);
  });

  it('is an error once the race is over', async () => {
    const { status, stderr } = await raceplan('analyze', misspelt(5), '--plan', PINE);
    expect(status).toBe(2);
    expect(stderr).toContain('splits.csv:6:1: error ROW_NOT_PLACED');
  });
});
