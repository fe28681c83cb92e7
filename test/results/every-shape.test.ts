import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

const FOLDER = 'fixtures/results';
const ROW = /^\| `([^`]+)` \| .* \| ([^|]+) \|$/;
const rows = readFileSync(`${FOLDER}/README.md`, 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, file, outcome] = ROW.exec(line) ?? [];
    return file && outcome ? [[file, outcome] as const] : [];
  });

describe('the table of shapes', () => {
  it('has every file of results once', () => {
    const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'README.md')
      .map(({ parentPath, name }) => `${parentPath.split(/[\\/]/).at(-1)}/${name}`);
    expect(rows.map(([file]) => file).sort()).toEqual(files.sort());
  });

  it.each(rows)('says what becomes of %s: %s', async (file, outcome) => {
    const { status, stdout, stderr } = await raceplan(
      'field',
      `${FOLDER}/${file}`,
      '--format',
      'json',
    );
    const code = /refused: (\w+)/.exec(outcome)?.[1];
    if (code) {
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`error ${code}`);
      return;
    }
    const { editions } = JSON.parse(stdout);
    const finishers = editions.map((edition: { finishers: number }) => edition.finishers);
    expect(`${finishers.join(' and ')} finished`).toBe(outcome);
    expect(status).toBe(0);
  });
});
