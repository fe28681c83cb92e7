import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { raceplan } from '../support/cli.js';

const LETTERS = 'a'.repeat(1_000_000);
const DIGITS = '1'.repeat(1_000_000);
const WORDS = 'ab '.repeat(500_000);

const PLAN = `race: { name: Long Day, start: 2024-05-04 06:00, timezone: Europe/Berlin }
course: { distance: 50 km, stations: [{ name: Mill, at: 10 km }] }
goals: [under 6h]
`;

async function run(command: string, name: string, text: string) {
  const folder = mkdtempSync(join(tmpdir(), 'raceplan-'));
  writeFileSync(join(folder, 'race.yaml'), PLAN);
  writeFileSync(join(folder, name), text);
  return raceplan(command, join(folder, name));
}

describe('a word of a million letters is told in a sentence, with status 2', () => {
  it.each([
    ['the name of the race', 'build', 'race.yaml', PLAN.replace('Long Day', LETTERS)],
    ['the name of a station', 'build', 'race.yaml', PLAN.replace('Mill', LETTERS)],
    ['a goal', 'build', 'race.yaml', PLAN.replace('under 6h', LETTERS)],
    ['a measure', 'build', 'race.yaml', PLAN.replace('under 6h', `${LETTERS} >= 3`)],
    ['a time', 'check', 'race.yaml', PLAN.replace('under 6h', `under ${DIGITS}`)],
    ['a distance', 'check', 'race.yaml', PLAN.replace('10 km', `${DIGITS} km`)],
    ['a zone', 'check', 'race.yaml', PLAN.replace('Europe/Berlin', LETTERS)],
    ['a key', 'check', 'race.yaml', `${PLAN}${LETTERS}: 3\n`],
    ['a goal of many words', 'check', 'race.yaml', PLAN.replace('under 6h', `"${WORDS}"`)],
    ['brackets', 'check', 'race.yaml', '['.repeat(1_000_001)],
    ['a station of a log', 'analyze', 'splits.csv', `station,arrive\n${LETTERS},7:00\n`],
    ['a time of a log', 'replan', 'splits.csv', `station,arrive\nMill,${DIGITS}\n`],
    ['a column of a log', 'analyze', 'splits.csv', `station,arrive,${LETTERS}\nMill,7:00,\n`],
    ['an open quote of a log', 'analyze', 'splits.csv', `station,arrive\n"${LETTERS}\n`],
    ['commas', 'analyze', 'splits.csv', `${','.repeat(1_000_001)}\n`],
    ['one word', 'analyze', 'splits.csv', LETTERS],
    ['a name of results', 'field', 'results.csv', `place,name,time\n1,${LETTERS},4:00:00\n`],
    ['a column of results', 'field', 'results.csv', `place,${LETTERS},time\n1,a,4:00:00\n`],
    ['splits', 'backtest', 'splits.csv', `place,time,Mill\n1,${DIGITS},${LETTERS}\n`],
  ])('%s', async (_, command, name, text) => {
    const { status, stdout, stderr } = await run(command, name, text);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/error TOO_LONG/);
    expect(stderr).toContain('1 error. Nothing was computed.');
    expect(stderr.length).toBeLessThan(1000);
  });

  it.each([
    ['a command', [LETTERS]],
    ['a file', ['build', LETTERS]],
    ['an option', ['build', `--${LETTERS.slice(2)}`]],
    ['a target', ['build', '--target', DIGITS]],
    ['a file to write', ['schema', '-o', LETTERS]],
  ])('%s', async (_, argv) => {
    const { status, stdout, stderr } = await raceplan(...argv);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('an argument of 1,000,000 characters is too long');
  });

  it.each([
    ['a goal', 'build', 'race.yaml', PLAN.replace('under 6h', 'a'.repeat(9000))],
    ['a key', 'build', 'race.yaml', `${PLAN}${'a'.repeat(1000)}: 3\n`],
    [
      'a station',
      'analyze',
      'splits.csv',
      `station,arrive\nMill,7:00\n${'a'.repeat(9000)},8:00\nFinish,11:00\n`,
    ],
    ['a column', 'field', 'results.csv', `${'a'.repeat(9000)},b\n1,2\n`],
  ])('of a shorter one only the ends are quoted: %s', async (_, command, name, text) => {
    const { status, stderr } = await run(command, name, text);
    expect(status).toBe(2);
    expect(stderr).toMatch(/a…/);
    expect(stderr.length).toBeLessThan(2000);
  });
});
