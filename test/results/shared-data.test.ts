/** Real results, where they are at hand: the folder `shared/data` beside the project, or RACEPLAN_SHARED. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../src/input/files.js';
import { parseEditions } from '../../src/input/results/results.js';
import { parseStationTable } from '../../src/input/results/station-table.js';
import { blocksOf, decodeText } from '../../src/input/source.js';
import { askJson, raceFolder } from '../support/folder.js';
import { NO_CONTEXT } from '../support/results.js';
import { makeWorkbook } from '../support/workbook.js';

const DATA = resolve(
  process.env.RACEPLAN_SHARED ?? join(import.meta.dirname, '../../../shared'),
  'data',
);

function read(folder: string, results: string, stations: string) {
  const file = join(DATA, folder, stations);
  const { value: places } = parseStationTable(
    { file, text: decodeText(readFileSync(file)) },
    'metric',
  );
  const distanceM = places!.at(-1)!.atM;
  const { value, diagnostics } = parseEditions(
    blocksOf(readSource(join(DATA, folder, results), 'results').value!),
    {
      ...NO_CONTEXT,
      places: places!,
      distanceM,
    },
  );
  expect(value).toHaveLength(1);
  return { ...value![0]!, results: [...value![0]!.results], diagnostics };
}

describe.skipIf(!existsSync(DATA))('the shared results (skipped without them)', () => {
  it.each([
    [2017, 369, 248, 18, 6],
    [2018, 369, 299, 20, 13],
    [2019, 369, 319, 21, 1],
    [2021, 315, 208, 18, 4],
    [2022, 383, 305, 21, 6],
  ])('Western States %i: %i starters, %i finishers, %i stations with times', (...row) => {
    const [year, starters, finishers, stations, impossible] = row;
    const edition = read('western-states', `splits-${year}.csv`, 'stations.csv');
    const ofStatus = (status: string) => edition.results.filter((r) => r.status === status).length;
    expect(edition.year).toBe(year);
    expect(ofStatus('finished')).toBe(finishers);
    expect(ofStatus('dnf')).toBe(starters - finishers);
    expect(edition.splits?.stations).toHaveLength(stations);
    expect(edition.splits?.stations.every(({ atM }) => atM != null)).toBe(true);
    const leftOut = edition.diagnostics.map((d) =>
      d.code === 'SPLITS_IMPOSSIBLE' ? d.args.rows : 0,
    );
    expect(leftOut.reduce((a, b) => a + b)).toBe(impossible);
  });

  it.each([
    [2014, 208],
    [2015, 214],
    [2016, 247],
    [2017, 271],
    [2018, 324],
  ])('Berlin %i: %i finishers, every station known', (year, finishers) => {
    const edition = read('berlin', `splits-${year}.csv`, `stations-${year}.csv`);
    expect(edition.results.filter((r) => r.status === 'finished')).toHaveLength(finishers);
    expect(edition.splits?.runners).toHaveLength(finishers);
    expect(edition.splits?.stations.every(({ atM }) => atM != null)).toBe(true);
    expect(edition.diagnostics.map(({ code }) => code)).toEqual(['RESULTS_READ_AS']);
  });

  it.each([
    ['grr', 2022, 23, 5],
    ['tdb', 2022, 17, 3],
    ['endurance', 2023, 10, 4],
  ])('%s %i: %i stations, and %i starts that are none', (folder, year, stations, starts) => {
    const { splits } = read(folder, `splits-${year}.csv`, `stations-${year}.csv`);
    expect(splits?.stations).toHaveLength(stations);
    expect(splits?.stations.every(({ atM }) => atM != null)).toBe(true);
    const waves = new Set(splits?.runners.map(({ waveS }) => waveS));
    expect([waves.size, waves.has(0), waves.has(null)]).toEqual([starts, true, false]);
  });

  it('the timing system’s export tells the same as the cleaned file of that year', () => {
    const cleaned = read('berlin', 'splits-2018.csv', 'stations-2018.csv');
    const raw = read('berlin', 'timing-export-2018.csv', 'stations-2018.csv');
    const timesOf = ({ splits }: typeof raw) =>
      splits!.runners
        .filter(({ result }) => result.status === 'finished')
        .map(({ result, arriveS }) => [result.timeS, ...arriveS].join(' '))
        .sort();
    expect(timesOf(raw)).toEqual(timesOf(cleaned));
    expect(raw.splits?.stations).toEqual(cleaned.splits?.stations);
    expect(raw.results).toHaveLength(397);
    expect(raw.diagnostics).toContainEqual(
      expect.objectContaining({ code: 'RELAYS_LEFT_OUT', args: { rows: 111 } }),
    );
  });

  it('one edition in every form of table is the same edition', async () => {
    const text = readFileSync(join(DATA, 'western-states/splits-2018.csv'), 'utf8');
    const [header = [], ...rows] = text
      .trim()
      .split(/\r?\n/)
      .map((line) => line.split(','));
    const all = [header, ...rows];
    const widths = header.map((_, i) => Math.max(...all.map((row) => (row[i] ?? '').length)));
    const inColumns = (row: readonly string[]) =>
      widths.map((width, i) => (row[i] ?? '').padEnd(width)).join(' ');
    const ruled = widths.map((width) => '='.repeat(width)).join(' ');
    const objects = rows.map((row) => Object.fromEntries(header.map((name, i) => [name, row[i]])));
    const files = raceFolder<string>({
      'race.yaml':
        'race: { name: A race }\ncourse: { distance: 100.2 mi }\ngoals: [finish]\nunits: imperial\n',
      '2018.csv': text,
      '2018.csv.gz': gzipSync(text),
      '2018.tsv': all.map((row) => row.join('\t')).join('\r\n'),
      '2018-titles.csv': `A race\nof a day\n\n${all.map((row) => row.join(';')).join('\n')}`,
      '2018.txt': ['RESULTS', '', inColumns(header), ruled, ...rows.map(inColumns)].join('\n'),
      '2018.json': JSON.stringify({ results: objects }),
      '2018.xlsx': makeWorkbook([{ name: 'Results', rows: all }]),
    });
    const read = async (name: string) => {
      const { editions, dropouts } = await askJson('field', files[name]!);
      return { ...editions[0], name: null, dropouts };
    };
    const plain = await read('2018.csv');
    expect(plain.finishers).toBe(299);
    for (const name of Object.keys(files).slice(2)) expect(await read(name)).toEqual(plain);
  });
});
