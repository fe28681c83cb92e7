import { describe, expect, it } from 'vitest';
import type { ResultsContext } from '../../src/input/results/context.js';
import { parseEditions } from '../../src/input/results/results.js';
import { NO_CONTEXT } from '../support/results.js';

const places = [
  ['Start', 0],
  ['Mill Green', 10],
  ['Ridge Road', 35],
  ['Finish', 50],
].map(([name, km]) => ({ name: String(name), atM: Number(km) * 1000 }));
const known: ResultsContext = {
  ...NO_CONTEXT,
  raceName: 'Ridge Run',
  distanceM: 50_000,
  places,
  start: { startAt: Date.UTC(2018, 8, 8, 11), zone: 'America/New_York' },
};
const parse = (blocks: string[], context: Partial<ResultsContext> = {}) => {
  const parsed = parseEditions({ file: 'results.csv', blocks }, { ...known, ...context });
  const value = parsed.value?.map((edition) => ({ ...edition, results: [...edition.results] }));
  return { ...parsed, value: value ?? null };
};
const read = (text: string, context?: Partial<ResultsContext>) => parse([text], context);
const codes = (text: string, context?: Partial<ResultsContext>) =>
  read(text, context).diagnostics.map(({ code }) => code);
const withStations = (...rows: string[]) =>
  ['place,time,sex,age,Mill Green,Ridge Road', ...rows].join('\n');

describe('editions in one file', () => {
  const text = `year,rank,time,gender
2016,1,5:01:00,F
2015,1,4:58:00,M
2016,2,5:20:00,M
2015,2,,M`;
  it('are told apart by their year, oldest first', () => {
    const { value } = read(text);
    expect(value?.map(({ year, results }) => [year, results.map((r) => r.timeS)])).toEqual([
      [2015, [17880, null]],
      [2016, [18060, 19200]],
    ]);
  });
  it('are told apart by a service’s own number', () => {
    const numbered = text.replace(/2015/g, '68140').replace(/2016/g, '70211');
    const { value } = read(numbered.replace('year', 'race_year_id'));
    expect(value?.map(({ name, year }) => [name, year])).toEqual([
      ['Ridge Run 70211', null],
      ['Ridge Run 68140', null],
    ]);
  });
  it('stand one to a file with the year in its name', () => {
    const blocks = ['place,time\n1,4:58:00\n'];
    const years = ['results-2013.csv', '2001/results_2014.csv'].map(
      (file) => parseEditions({ file, blocks }, known).value?.[0]?.year,
    );
    expect(years).toEqual([2013, 2014]);
  });
});

describe('races in one file', () => {
  const text = `Race,Place,Time
50K,1,4:58:00
25K,1,1:58:00
50K,2,5:20:00
100 Miles,1,17:20:00`;
  const racesOf = (context: Partial<ResultsContext>) => {
    const { value, diagnostics } = read(text, context);
    return value ? value.map(({ name }) => name) : diagnostics.map(({ code }) => code);
  };
  it('are chosen by the plan’s distance, by its name, or by what is asked', () => {
    expect(racesOf({})).toEqual(['50K']);
    expect(racesOf({ distanceM: 161_000 })).toEqual(['100 Miles']);
    expect(racesOf({ distanceM: null, raceName: 'Ridge Run 100 Miles' })).toEqual(['100 Miles']);
    expect(racesOf({ race: '25k' })).toEqual(['25K']);
  });
  it('are named when they are left out', () => {
    const { diagnostics } = read(`${text}\n,3,5:30:00`);
    expect(diagnostics[0]).toMatchObject({
      code: 'RACES_LEFT_OUT',
      severity: 'note',
      args: { race: '50K', others: ['25K', '100 Miles', 'rows that name none'], runners: 3 },
    });
  });
  it('are not guessed', () => {
    expect(racesOf({ distanceM: null })).toEqual(['RACE_UNCLEAR']);
    expect(racesOf({ race: '10K' })).toEqual(['RACE_UNCLEAR']);
  });
  it('are not the distances covered in a timed event', () => {
    const covered = Array.from({ length: 20 }, (_, i) => `${i + 1},24:00:00,${210.3 - i}`);
    const { value } = read(['place,time,distance', ...covered].join('\n'), { distanceM: null });
    expect(value?.[0]?.results).toHaveLength(20);
  });
});

describe('what cannot be true', () => {
  const text = withStations(
    '1,5:00:00,M,30,1:00:00,3:30:00',
    '2,5:10:00,M,40,1:00:00,0:59:00',
    '3,5:20:00,F,50,0:20:00,3:40:00',
    '4,1:30:00,F,50,--,--',
  );
  it('is left out and counted, with the first line of each kind', () => {
    const { value, diagnostics } = read(text, { lenient: true });
    expect(value?.[0]?.results.map(({ timeS }) => timeS)).toEqual([18000, 18600, 19200, null]);
    expect(value?.[0]?.splits?.runners.map(({ result }) => result.line)).toEqual([2]);
    expect(diagnostics.slice(1).map(({ code, args, span }) => [code, args, span?.line])).toEqual([
      ['FINISH_IMPOSSIBLE', { rows: 1, measure: 'time' }, 5],
      [
        'SPLITS_MOSTLY_LOST',
        { rows: 2, of: 3, columns: ['Mill Green', 'Ridge Road'], isLenient: true },
        undefined,
      ],
      ['SPLITS_IMPOSSIBLE', { rows: 1, reason: 'goes back' }, 3],
      ['SPLITS_IMPOSSIBLE', { rows: 1, reason: 'too fast' }, 4],
    ]);
  });
  it('is refused where it is most of the file: columns beside the splits are no stations', async () => {
    const runners = Array.from({ length: 30 }, (_, i) => {
      const minutes = String(i).padStart(2, '0');
      return `${i + 1},5:${minutes}:00,1:${minutes}:00,3:${minutes}:00,0:${minutes}:30`;
    });
    const other = runners.map((row) => row.replace(/(0:\d\d:30)$/, '$1,0:01:30'));
    const text = ['place,time,Mill,Weir,Depot,Camp', ...other].join('\n');
    const { diagnostics } = read(text);
    const refused = diagnostics.filter(({ severity }) => severity === 'error');
    expect(refused.map(({ code }) => code)).toEqual(['SPLITS_MOSTLY_LOST']);
    expect(refused[0]?.args).toMatchObject({ of: 30, columns: ['Mill', 'Weir', 'Depot', 'Camp'] });
    const without = ['place,time,Mill,Weir', ...runners.map((row) => row.replace(/,[^,]*$/, ''))];
    expect(read(without.join('\n')).diagnostics.map(({ severity }) => severity)).not.toContain(
      'error',
    );
  });
  it('includes a finish before the last station', () => {
    const { value } = read(
      withStations('1,5:00:00,M,30,1:00:00,5:30:00', '2,6:00:00,M,30,1:00,4:00'),
    );
    expect(value?.[0]?.splits?.runners.map(({ result }) => result.line)).toEqual([3]);
  });
});

describe('times at stations', () => {
  it('may be times of day', () => {
    const { value, diagnostics } = read(
      withStations('1,5:00:00,M,30,8:00 AM,10:30 AM', '2,18:10:00,F,40,10:10 AM,8:30 PM'),
    );
    expect(diagnostics[0]).toMatchObject({ args: { times: 'clock' } });
    expect(value?.[0]?.splits?.runners.map(({ arriveS }) => arriveS)).toEqual([
      [3600, 12600],
      [11400, 48600],
    ]);
  });
  it('may be times of legs', () => {
    const { value } = read(
      withStations('1,5:00:00,M,30,55:00,2:30:00', '2,6:00:00,M,30,1:05:00,3:00:00'),
      {
        times: 'leg',
      },
    );
    expect(value?.[0]?.splits?.runners[0]?.arriveS).toEqual([3300, 12300]);
  });
  it('are asked for where they may be one thing or another', () => {
    const text = 'place,time,A,B\n1,22:00:00,8:00,9:00\n2,23:00:00,8:10,9:30';
    const unknown = { places: [], distanceM: null };
    expect(codes(text, unknown)).toContain('TIMES_AMBIGUOUS');
    expect(read(text, unknown).value?.[0]?.results).toHaveLength(2);
    expect(codes(text, { ...unknown, times: 'elapsed' })).toEqual(['RESULTS_READ_AS']);
  });
  it('leave no result where the finish is one of them and cannot be read', () => {
    const text = `n,doss,cat,00,21,23,99
1,1,SEM,00:00:13,00:49:27,05:00:00,17:00:00
2,2,V1F,00:00:20,00:55:27,06:00:00,19:00:00`;
    const start = { startAt: Date.UTC(2018, 8, 8, 10), zone: 'America/New_York' };
    const { value, diagnostics } = read(text, { places: [], distanceM: 160_934, start });
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'COLUMNS_NOT_USED', args: { columns: [{ column: '00', is: 'start' }] } },
      { code: 'TIMES_AMBIGUOUS', severity: 'error', span: { line: 1, column: 15, length: 2 } },
    ]);
  });
  it('come before the finish, which tells what they are', () => {
    const text = 'place,time,sex,A,B\n1,4:59:30,M,08:10,10:25\n2,17:00:00,F,10:30,16:45';
    const { value, diagnostics } = read(text, { places: [], distanceM: null });
    expect(diagnostics[0]).toMatchObject({ args: { times: 'clock', zone: 'America/New_York' } });
    expect(value?.[0]?.splits?.runners[0]?.arriveS).toEqual([4200, 12300]);
  });
  it('at no station of the course are said to have no distance', () => {
    const text = 'place,time,Nowhere,Elsewhere,Ridge Road\n1,5:00:00,1:00:00,2:00:00,3:30:00';
    const { value, diagnostics } = read(text);
    expect(value?.[0]?.splits?.stations).toEqual([
      { name: 'Nowhere', atM: null },
      { name: 'Elsewhere', atM: null },
      { name: 'Ridge Road', atM: 35_000 },
    ]);
    expect(diagnostics[0]).toMatchObject({
      code: 'COLUMNS_NOT_PLACED',
      args: { columns: ['Nowhere', 'Elsewhere'] },
    });
  });
});

describe('finish times', () => {
  const timesOf = (...cells: string[]) =>
    read(
      ['place,time', ...cells.map((cell, i) => `${i + 1},${cell}`)].join('\n'),
    ).value?.[0]?.results.map(({ timeS }) => timeS);
  it('are read by what a human can have run', () => {
    expect(timesOf('17970', '20402')).toEqual([17970, 20402]);
    expect(timesOf('4.5', '26.75')).toEqual([16200, 96300]);
    expect(timesOf('4:30', '26:45')).toEqual([16200, 96300]);
  });
  it('that are no times are counted at the first', () => {
    const { value, diagnostics } = read('place,time\n1,4:30:00\n2,soon\n3,later');
    expect(value?.[0]?.results.map(({ status }) => status)).toEqual(['finished', 'dnf', 'dnf']);
    expect(diagnostics[1]).toMatchObject({
      code: 'TIMES_UNREADABLE',
      args: { column: 'time', cells: 2, written: 'soon' },
      span: { line: 3, column: 3, length: 4 },
    });
  });
  it('must be there', () => {
    expect(read('place,sex\n1,M')).toMatchObject({
      value: null,
      diagnostics: [{ code: 'NO_COLUMN' }],
    });
    expect(codes('station,time\nMill Green,1:00:00')).toEqual(['NO_COLUMN']);
    expect(codes('place,time\n')).toEqual(['CSV_EMPTY']);
  });
});

describe('a course run the other way round', () => {
  it('has its stations at unknown distances, not at those of others', () => {
    const course = ['Start', 'Mill Green', 'Ford Bar', 'Ridge Road', 'Finish'];
    const onCourse = course.map((name, i) => ({ name, atM: i * 12_500 }));
    const text = 'place,time,Ridge Road,Ford Bar,Mill Green\n1,5:00:00,1:15:00,2:30:00,3:45:00';
    const { value } = read(text, { places: onCourse });
    expect(value?.[0]?.splits?.stations.filter(({ atM }) => atM == null)).toHaveLength(2);
  });
});

describe('a long file', () => {
  it('keeps the splits of some of very many runners, evenly', () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `${i + 1},5:00:00,1:00:00`);
    const { value, diagnostics } = read(['place,time,Mill Green', ...rows].join('\n'));
    const kept = value?.[0]?.splits?.runners.map(({ result }) => result.place) ?? [];
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([15_000, 1, 29_999]);
    expect(value?.[0]?.results).toHaveLength(30_000);
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'SPLITS_THINNED',
      args: { runners: 30_000, kept: 15_000 },
    });
  });

  const rows = Array.from(
    { length: 500 },
    (_, i) =>
      `${i + 1},${5 + Math.floor(i / 60)}:${String(i % 60).padStart(2, '0')}:00,"Ann\n""Bo"" Lee"`,
  );
  const text = ['place,time,name', ...rows].join('\n');
  it('reads the same in small blocks, whatever they cut through', () => {
    const lines = text.split(/(?<=\n)/);
    const inBlocks = parse(lines);
    expect(inBlocks).toEqual(read(text));
    expect(inBlocks.value?.[0]?.results.at(-1)).toMatchObject({ place: 500, line: 1000 });
  });
});

describe('who ran', () => {
  it('is known by bib, or by a code that stands for a name; a name is never kept', () => {
    const { value } = read('place,time,runner\n1,5:00:00,22-001\n2,5:10:00,Some Body');
    expect(value?.[0]?.results.map(({ bib }) => bib)).toEqual(['22-001', null]);
    expect(JSON.stringify(value)).not.toContain('Body');
  });
});

describe('waves', () => {
  const inWaves = (...rows: string[]) =>
    ['place,time,bib,Wave start,Mill Green,Ridge Road', ...rows].join('\n');
  const wavesOf = (text: string) => read(text).value?.[0]?.splits?.runners.map((r) => r.waveS);
  it('are no station: they say when a runner started', () => {
    const text = inWaves(
      '1,5:00:00,7,00:00:00,1:00:00,3:30:00',
      '2,5:05:00,8,00:13:57,1:02:00,3:32:00',
      'DNF,,9,00:20:00,1:10:00,',
    );
    const { value, diagnostics } = read(text);
    expect(value?.[0]?.splits?.stations.map(({ name }) => name)).toEqual([
      'Mill Green',
      'Ridge Road',
    ]);
    expect(wavesOf(text)).toEqual([0, 837, 1200]);
    expect(value?.[0]?.splits?.runners[1]?.arriveS).toEqual([3720, 12720]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['RESULTS_READ_AS']);
  });
  it('are all the first in a file that knows of none', () => {
    expect(wavesOf(withStations('1,5:00:00,M,30,1:00:00,3:30:00'))).toEqual([0]);
  });
  it('may be written as minutes, seconds, or times of day', () => {
    const two = (first: string, second: string) =>
      wavesOf(
        inWaves(`1,5:00:00,7,${first},1:00:00,3:30:00`, `2,5:05:00,8,${second},1:02:00,3:32:00`),
      );
    expect(two('0:00', '0:10')).toEqual([0, 600]);
    expect(two('0:00', '10:00')).toEqual([0, 600]);
    expect(two('0', '600')).toEqual([0, 600]);
    expect(two('7:00 AM', '7:10 AM')).toEqual([0, 600]);
    expect(two('07:00', '07:10')).toEqual([0, 600]);
  });
  it('that are only numbered or named leave it unknown when they started', () => {
    for (const [a, b] of [
      ['1', '2'],
      ['Elite', 'Red'],
    ]) {
      const text = inWaves(`1,5:00:00,7,${a},1:00:00,3:30:00`, `2,5:05:00,8,${b},1:02:00,3:32:00`);
      expect(wavesOf(text)).toEqual([null, null]);
      expect(codes(text)).toEqual(['RESULTS_READ_AS']);
    }
  });
  it('count from the runner’s own start also where the clock was written down', () => {
    const text = inWaves('1,5:00:00,7,0:00,8:00 AM,10:30 AM', '2,5:00:00,8,0:10,8:10 AM,10:40 AM');
    expect(read(text).value?.[0]?.splits?.runners.map(({ arriveS }) => arriveS)).toEqual([
      [3600, 12600],
      [3600, 12600],
    ]);
  });
  it('that cannot be read, or are before the first, are told', () => {
    const rows = Array.from(
      { length: 9 },
      (_, i) => `${i + 1},5:00:00,${i},0:10:00,1:00:00,3:30:00`,
    );
    const text = inWaves(...rows, '10,5:10:00,20,-0:10:00,1:00:00,3:30:00');
    expect(wavesOf(text)?.at(-1)).toBeNull();
    expect(read(text).diagnostics).toMatchObject([
      { code: 'RESULTS_READ_AS' },
      { code: 'TIMES_UNREADABLE', args: { column: 'Wave start', cells: 1, written: '-0:10:00' } },
    ]);
  });
});
