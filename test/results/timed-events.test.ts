import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResultsContext } from '../../src/input/results/context.js';
import { distanceReading, isDistance, readDistance } from '../../src/input/results/distances.js';
import { parseEditions } from '../../src/input/results/results.js';
import { raceplan } from '../support/cli.js';
import { NO_CONTEXT } from '../support/results.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/results/timed');

function readText(text: string, context: Partial<ResultsContext> = {}) {
  const { value, diagnostics } = parseEditions(
    { file: 'a.csv', blocks: [text] },
    { ...NO_CONTEXT, ...context },
  );
  const results = [...(value?.[0]?.results ?? [])];
  return { value, results, diagnostics, codes: diagnostics.map(({ code }) => code) };
}
const read = (file: string) => readText(readFileSync(join(FOLDER, file), 'utf8'));
const km = (results: { distanceM: number | null }[]) =>
  results.map(({ distanceM }) => distanceM && Math.round(distanceM) / 1000);

describe('a distance as written', () => {
  const one = (written: string, unitM: number | null = null) =>
    readDistance(written, distanceReading([written], unitM));
  it.each([
    ['173.766 km', 173_766],
    ['173,766 km', 173_766],
    ['173km', 173_000],
    ['1.004,500 km', 1_004_500],
    ['1,004.5 km', 1_004_500],
    ['45,2 mi', 45.2 * 1609.344],
    ['100 Miles', 160_934.4],
    ['104,500 m', 104_500],
    ['104500.5 m', 104_500.5],
    ['1.104.500 m', 1_104_500],
  ])('%s is %d m', (written, metres) => {
    expect(one(written)).toBeCloseTo(metres, 6);
    expect(isDistance(written)).toBe(true);
  });
  it.each(['45 m', '5:00:00', '12.294', '50 km/h', 'DNF', '', '1.2.3,4,5 km'])(
    '%s is none',
    (written) => {
      expect(isDistance(written) && one(written) !== null).toBe(false);
    },
  );
  it('without a unit is none, but under a header that has one', () => {
    expect(one('173.766')).toBeNull();
    expect(one('173.766', 1000)).toBe(173_766);
  });
  it('parts thousands as the rest of its column does', () => {
    const points = distanceReading(['998.1 km', '987.25 km', '1,004 km'], null);
    expect(readDistance('1,004 km', points)).toBe(1_004_000);
    const commas = distanceReading(['998,1 km', '987,25 km', '1.004 km'], null);
    expect(readDistance('1.004 km', commas)).toBe(1_004_000);
    // no thousands
    expect(readDistance('1.04 km', commas)).toBeNull();
  });
  it('comes back as it was written, whatever parts it', () => {
    const metres = fc.integer({ min: 1, max: 1_100_000 });
    fc.assert(
      fc.property(fc.array(metres, { minLength: 1 }), fc.boolean(), (all, isGerman) => {
        const format = new Intl.NumberFormat(isGerman ? 'de-DE' : 'en-US', {
          minimumFractionDigits: 3,
        });
        const written = all.map((m) => `${format.format(m / 1000)} km`);
        const reading = distanceReading(written, null);
        const back = written.map((cell) => Math.round(readDistance(cell, reading) ?? -1));
        expect(back).toEqual(all);
      }),
    );
  });
});

describe('results of a timed event', () => {
  it.each([
    ['km-column.csv', [212.405, 198.2, 187, 160.934, null], 'Distance (km)'],
    ['miles.csv', [212.401, 194.248, 160.934], 'Miles'],
    ['german.csv', [1004.5, 873.214, 700, 612.008], 'Leistung'],
    ['metres.csv', [104.5, 98.766, 87.01], 'distance'],
  ])('are read from %s', (file, distances, distanceColumn) => {
    const { results, diagnostics, value } = read(file);
    expect(km(results)).toEqual(distances);
    expect(results.every(({ timeS }) => timeS === null)).toBe(true);
    expect(value?.[0]?.splits).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'RESULTS_READ_AS', args: { distanceColumn } }]);
  });
  it('have everybody finish whose distance is told, but for whom a word says otherwise', () => {
    const { results } = readText(
      [
        'place,bib,performance,status',
        '1,1,120.5 km,',
        '2,2,110 km,DQ',
        ',3,DNS,',
        ',4,12.2 km,DNF',
        ',5,,',
      ].join('\n'),
    );
    expect(results.map(({ status }) => status)).toEqual(['finished', 'dq', 'dns', 'dnf', 'dnf']);
    expect(km(results)).toEqual([120.5, null, null, null, null]);
    expect(results.map(({ place }) => place)).toEqual([1, null, null, null, null]);
  });
  it('leave out what nobody covers, more than a fifth of the file only if asked', () => {
    const list = (...odd: string[]) =>
      [
        'place,bib,performance',
        ...Array.from({ length: 8 }, (_, i) => `${i + 1},${i + 1},${150 - i} km`),
        ...odd.map((cell, i) => `${i + 9},${i + 9},${cell}`),
      ].join('\n');
    const few = readText(list('1420 km', '0 km'));
    expect(few.codes).toEqual(['RESULTS_READ_AS', 'FINISH_IMPOSSIBLE']);
    expect(few.diagnostics[1]).toMatchObject({ args: { rows: 2, measure: 'distance' } });
    expect(few.results.filter(({ distanceM }) => distanceM !== null)).toHaveLength(8);
    const many = readText(list('1420 km', '0 km', '0.0 km'));
    expect(many.diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'FINISHES_LOST',
        severity: 'error',
        args: {
          rows: 3,
          of: 11,
          unreadable: 0,
          impossible: 3,
          isLenient: false,
          measure: 'distance',
        },
      }),
    );
    const lenient = readText(list('1420 km', '0 km', '0.0 km'), { lenient: true });
    expect(lenient.diagnostics.every(({ severity }) => severity !== 'error')).toBe(true);
  });
  it('count a cell that holds something else, beyond the first rows too', () => {
    const rows = Array.from({ length: 300 }, (_, i) => `${i + 1},${i + 1},${250 - i / 2} km`);
    rows[250] = '251,251,5:00:00';
    const { diagnostics, results } = readText(['place,bib,performance', ...rows].join('\n'));
    expect(diagnostics).toMatchObject([
      { code: 'RESULTS_READ_AS' },
      { code: 'TIMES_UNREADABLE', args: { written: '5:00:00', cells: 1, measure: 'distance' } },
    ]);
    expect(results[250]).toMatchObject({ status: 'dnf', timeS: null, distanceM: null });
  });
  it('know a row that stands there twice', () => {
    const { results, codes } = readText(
      'place,bib,performance\n1,1,120.5 km\n2,2,110 km\n2,2,110 km\n3,3,90 km\n3,3,91 km',
    );
    expect(results).toHaveLength(4);
    expect(codes).toEqual(['RESULTS_READ_AS', 'BIB_REPEATED', 'BIB_REPEATED']);
  });
  it('have no stations: times beside the distances are named', () => {
    const { value, diagnostics } = readText(
      'place,bib,performance,Gate,Bridge\n1,1,120.5 km,1:00:00,2:00:00\n2,2,110 km,1:10:00,2:10:00',
    );
    expect(value?.[0]?.splits).toBeNull();
    expect(diagnostics[0]).toMatchObject({
      code: 'COLUMNS_NOT_USED',
      args: { columns: [{ column: 'Gate' }, { column: 'Bridge' }] },
    });
  });
});

describe('distances beside times', () => {
  const list = (cells: readonly string[], header: string) =>
    [
      `place,bib,${header},time`,
      ...cells.map((cell, i) => `${i + 1},${i + 1},${cell},${i % 2 === 0 ? 23 : 22}:5${i % 10}:00`),
    ].join('\n');
  const cells = Array.from({ length: 8 }, (_, i) => `${200.5 - 7 * i} km`);
  it.each(['Performance', 'Distance', 'Result'])(
    'are the results where runners are placed by them, with their unit: %s',
    (header) => {
      const { results, diagnostics } = readText(list(cells, header));
      expect(km(results)).toEqual(cells.map((cell) => Number.parseFloat(cell)));
      expect(diagnostics).toMatchObject([
        { code: 'COLUMNS_NOT_USED', args: { columns: [{ column: 'time', is: 'total' }] } },
        { code: 'RESULTS_READ_AS', args: { distanceColumn: header } },
      ]);
    },
  );
  it('are of several races of an event, in a column called so', () => {
    const races = ['100 km', '50 km', '25 km'].flatMap((race) => [race, race, race]);
    const { results, codes } = readText(list(races, 'Distance'), { race: '50 km' });
    expect(codes).not.toContain('RESULTS_ARE_DISTANCES');
    expect(results).toHaveLength(3);
    expect(results.every(({ timeS }) => timeS !== null)).toBe(true);
  });
});

describe('distances that are no results of a timed event', () => {
  it('are of those who stopped, in a race over a distance', () => {
    const { results, diagnostics } = read('stopped.csv');
    expect(results.map(({ status }) => status)).toEqual([
      'finished',
      'finished',
      'finished',
      'dnf',
    ]);
    expect(km(results)).toEqual([null, null, null, null]);
    expect(diagnostics[0]).toMatchObject({ args: { distanceColumn: null } });
  });
  it.each([
    ['both.csv', 'Performance', '82.500 km', { line: 3, column: 2, length: 9 }],
    ['last-lap.csv', 'distance (km)', '201.6', { line: 2, column: 8, length: 5 }],
  ])('are refused where times may be the results as well: %s', (file, column, written, span) => {
    const { value, diagnostics } = read(file);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        code: 'RESULTS_ARE_DISTANCES',
        severity: 'error',
        args: { column, written, why: 'times too' },
        span,
      },
    ]);
  });
  it('are refused without a unit', () => {
    expect(read('no-unit.csv').diagnostics).toMatchObject([
      { code: 'RESULTS_ARE_DISTANCES', args: { column: 'distance', why: 'no unit' } },
    ]);
  });
  it('are of the race that each entered', () => {
    const entered = Array.from({ length: 12 }, (_, i) => `${i + 1},${i % 3 === 0 ? 100 : 50}`);
    expect(readText(['bib,distance (km)', ...entered].join('\n')).codes).toEqual(['NO_COLUMN']);
    const same = Array.from({ length: 12 }, (_, i) => `${i + 1},${i + 1},50 km`);
    expect(readText(['place,bib,distance', ...same].join('\n')).codes).toEqual(['NO_COLUMN']);
  });
  it('are the same for all who have a time', () => {
    const rows = Array.from({ length: 12 }, (_, i) => `${i + 1},5:${10 + i}:00,50.1`);
    const { results, codes } = readText(['place,time,distance (km)', ...rows].join('\n'));
    expect(codes).not.toContain('RESULTS_ARE_DISTANCES');
    expect(results.every(({ timeS }) => timeS !== null)).toBe(true);
  });
});

it('says what is read as distances, and prints them within 80 columns', async () => {
  const { status, stdout, stderr } = await raceplan('field', `${FOLDER}/german.csv`);
  expect(status).toBe(0);
  expect(stderr.replace(/\s+/g, ' ')).toContain(
    'read 4 runners: 4 finished, distances of a timed event in column "Leistung"',
  );
  expect(stdout).toMatch(/win +1,004\.5 +1,004\.5 +1,004\.5 +1 of 1\n/);
  expect(stdout).not.toContain('Rate');
  for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
});
