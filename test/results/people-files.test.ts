import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ResultsContext } from '../../src/input/results/context.js';
import { parseEditions } from '../../src/input/results/results.js';
import { NO_CONTEXT } from '../support/results.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/results/people');

function read(file: string, context: Partial<ResultsContext> = {}) {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  const known = { ...NO_CONTEXT, distanceM: 50_000, year: 2018, ...context };
  const { value, diagnostics } = parseEditions({ file, blocks: [text] }, known);
  const editions = value?.map((edition) => ({ ...edition, results: [...edition.results] }));
  return { editions, results: editions?.[0]?.results ?? [], diagnostics };
}
const sexes = (file: string) => read(file).results.map(({ sex }) => sex);
const groups = (file: string) =>
  read(file).results.map(({ ageGroup }) => ageGroup && [ageGroup.minYears, ageGroup.maxYears]);
const unknownSex = (file: string) => read(file).diagnostics[0]?.args;

describe('who the runners are', () => {
  it('stands behind a French class, and is unknown where the class says nothing', () => {
    expect(sexes('french-classes.csv')).toEqual(['M', null, 'F', 'F', 'M']);
    expect(unknownSex('french-classes.csv')).toMatchObject({ runners: 5, unknownSex: 1 });
  });
  it('is not the M of Masters', () => {
    expect(sexes('masters-and-sex.csv')).toEqual(['M', 'F', 'F', null]);
  });
  it('is told by letters in the language of the column', () => {
    expect(sexes('dutch-letters.csv')).toEqual(['M', 'F', 'M']);
    expect(sexes('spanish-letters.csv')).toEqual(['F', 'F', 'M', 'M']);
  });
  it('is told in Japanese', () => {
    expect(sexes('japanese-classes.csv')).toEqual(['M', 'F', 'F']);
    expect(groups('japanese-classes.csv')).toEqual([
      [40, 49],
      [30, 39],
      [50, null],
    ]);
  });
  it('is unknown of some, who are counted', () => {
    expect(sexes('partly-unknown.csv')).toEqual(['M', 'F', null, 'F', null]);
    expect(unknownSex('partly-unknown.csv')).toMatchObject({ unknownSex: 2 });
  });
});
