import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ResultsContext } from '../../src/input/results/context.js';
import { parseEditions } from '../../src/input/results/results.js';
import { raceplan } from '../support/cli.js';
import { raceFolder } from '../support/folder.js';
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

describe('entrants', () => {
  it.each([
    ['entrants.csv', ['Registration Date', 'Status'], { line: 1, column: 37, length: 17 }],
    ['entrants-with-hopes.csv', ['Target', 'Predicted time', 'PB'], { line: 1, column: 14 }],
  ])('%s holds no results', (file, columns, span) => {
    const { editions, diagnostics } = read(file);
    expect(editions).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'ENTRANTS_LIST', severity: 'error', args: { columns }, span },
    ]);
  });
  it('may have results beside what they hoped for', () => {
    const { editions, results, diagnostics } = read('results-with-hopes.csv');
    expect(results.map(({ timeS }) => timeS)).toEqual([17_970, 20_402]);
    expect(editions?.[0]?.splits).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['COLUMNS_NOT_USED', 'RESULTS_READ_AS']);
  });
  it.each(['Seed,Time', 'Target,Finish'])('are no reason to refuse results: %s', (columns) => {
    const text = `place,bib,${columns}\n1,12,5:10:00,5:00:00\n2,7,,5:40:00\n`;
    const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    expect([...(value?.[0]?.results ?? [])].map(({ timeS }) => timeS)).toEqual([18_000, 20_400]);
  });
});

it('a list of entrants is named by the columns that tell so, in its first line', async () => {
  const file = join(FOLDER, 'entrants.csv');
  const files = raceFolder({
    'race.yaml': 'race: { name: R }\ncourse: { distance: 50 km }\ngoals: [under 9h]\n',
  });
  const { status, stderr } = await raceplan('field', '--plan', files['race.yaml'], file);
  expect(status).toBe(2);
  expect(stderr).toContain(
    'entrants.csv:1:37: error ENTRANTS_LIST\n  this is a list of entrants: no results in it (Registration Date, Status)\n',
  );
});

it('the winner of a marathon is no slip of the pen, as a quarter less would be', () => {
  const places = [0, 10_000, 21_097.5, 30_000, 42_195].map((atM, i) => ({
    name: ['Start', '10 km', 'Half', '30 km', 'Finish'][i]!,
    atM,
  }));
  const { editions, results, diagnostics } = read('marathon.csv', { distanceM: 42_195, places });
  expect(results.map(({ timeS }) => timeS)).toEqual([7425, 8310, 9900, null]);
  expect(editions?.[0]?.splits?.runners.map(({ runner }) => runner)).toEqual(['2', '5', '31']);
  expect(diagnostics.map(({ code }) => code)).toEqual([
    'RESULTS_READ_AS',
    'FINISH_IMPOSSIBLE',
    'SPLITS_IMPOSSIBLE',
  ]);
});

it('how a race ended is read in many languages', () => {
  expect(read('words-for-status.csv').results.map(({ status }) => status)).toEqual([
    'finished',
    ...Array.from({ length: 7 }, () => 'dnf'),
    'dns',
    'dns',
    'dq',
  ]);
});

describe('two editions in one file', () => {
  const told = (file: string) =>
    read(file, { year: null }).editions?.map(({ name, year, results }) => [
      name,
      year,
      results.length,
    ]);
  it('are told apart by their dates, the days of one race put together', () => {
    expect(told('two-dates.csv')).toEqual([
      ['Ridge Run 2016-09-10', 2016, 2],
      ['Ridge Run 2017-09-09', 2017, 2],
    ]);
  });
  it('of which the year counts for the age of the runner', () => {
    const { editions } = read('two-dates.csv', { year: null });
    expect(editions?.map(({ results }) => results[0]?.ageYears)).toEqual([29, 30]);
  });
  it('may be of one year', () => {
    expect(told('two-dates-a-year.csv')).toEqual([
      ['two-dates-a-year.csv 2018-04-14', 2018, 2],
      ['two-dates-a-year.csv 2018-10-13', 2018, 2],
    ]);
  });
  it('are one where the dates are of one race, which needs no date in its name', () => {
    const rows = ['2018-09-08,1,25:00:00', '2018-09-09,2,30:00:00', '2018-09-09,3,31:00:00'];
    const text = ['race,date,bib,time', ...rows.map((row) => `Ridge Run,${row}`)].join('\n');
    const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    expect(value?.map(({ name, year }) => [name, year])).toEqual([['Ridge Run', 2018]]);
  });
  it('are none where every runner has a day of their own', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `2018-0${i + 1}-04,${i + 1},5:${i}0:00`);
    const text = ['date,bib,time', ...rows.slice(0, 6)].join('\n');
    const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    expect(value).toHaveLength(1);
  });
});

describe('DUV', () => {
  it('lists performances, years of birth, and places of each sex', () => {
    const { editions, results, diagnostics } = read('duv-list.csv');
    const told = results.map(({ place, timeS, sex, ageYears }) => [place, timeS, sex, ageYears]);
    expect(told).toEqual([
      [1, 17_970, 'F', 41],
      [2, 20_402, 'M', 31],
      [3, 94_200, 'M', 57],
    ]);
    expect(editions?.[0]?.splits).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toEqual(['COLUMNS_NOT_USED', 'RESULTS_READ_AS']);
  });
  it('lists distances of a timed event', () => {
    const { results, diagnostics } = read('duv-distances.csv');
    const told = results.map(({ place, timeS, distanceM, status }) => [
      place,
      timeS,
      distanceM,
      status,
    ]);
    expect(told).toEqual([
      [1, null, 73_766, 'finished'],
      [2, null, 70_100, 'finished'],
    ]);
    expect(diagnostics).toMatchObject([
      { code: 'RESULTS_READ_AS', args: { distanceColumn: 'Performance' } },
    ]);
  });
  it('tells how far those got who stopped, which is no lost finish', () => {
    const rows = ['1,5:00:00', '2,5:10:00', '3,5:20:00', ',31.2 km', ',30.0 km'];
    const text = ['rank,performance', ...rows].join('\n');
    const { diagnostics } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    expect(diagnostics.map(({ code }) => code)).toEqual(['RESULTS_READ_AS', 'TIMES_UNREADABLE']);
  });
});

describe('rows that are no runner', () => {
  const parse = (...rows: string[]) => {
    const text = ['place,bib,name,category,time', ...rows].join('\n');
    const { value, diagnostics } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    return { results: [...(value?.[0]?.results ?? [])], value, diagnostics };
  };
  it('are left out and counted: a title between them, a line below', () => {
    const { results, diagnostics } = parse(
      '1,3,Runner A,W40,5:00:00',
      'Men 40-49',
      '1,4,Runner B,M40,5:20:00',
      ',,Runner C,M40,',
      ',5,,,',
      ',,,,',
      'Results by Timer A',
    );
    expect(results.map(({ line, status }) => [line, status])).toEqual([
      [2, 'finished'],
      [4, 'finished'],
      [5, 'dnf'],
      [6, 'dnf'],
    ]);
    expect(diagnostics[0]).toMatchObject({
      code: 'ROWS_OF_NOBODY',
      severity: 'note',
      args: { rows: 2, written: 'Men 40-49' },
      span: { line: 3 },
    });
  });
  it('alone are no results', () => {
    const { value, diagnostics } = parse('1,3,Team A,Relay,5:00:00', '2,4,Team B,Relay,5:20:00');
    expect(value).toBeNull();
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'note RELAYS_LEFT_OUT',
      'error NO_RUNNERS',
    ]);
  });
});

it('S is the sex where its cells say so, and nothing otherwise', () => {
  const sexes = (cells: readonly string[]) => {
    const rows = cells.map((cell, i) => `${i + 1},${5 + i}:00:00,${cell}`);
    const text = ['place,time,S', ...rows].join('\n');
    const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    return [...value![0]!.results].map(({ sex }) => sex);
  };
  expect(sexes(['M', 'F', ''])).toEqual(['M', 'F', null]);
  expect(sexes(['M', '12', ''])).toEqual([null, null, null]);
});

it('an average below the results is no runner', () => {
  const text = 'place,time,name,sex\n1,5:00:00,A,M\n2,6:00:00,B,F\n,5:30:00,Average,\n';
  const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
  expect(value![0]!.results).toHaveLength(2);
});

it('which of day and month comes first in a column of dates is told by the others', () => {
  const days = (...dates: readonly string[]) => {
    const rows = dates.flatMap((date, e) =>
      [1, 2].map((n) => `${n},${n + e},Loop,${date},${4 + n}:00:00`),
    );
    const text = ['place,bib,race,date,time', ...rows].join('\n');
    const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    return value?.map(({ day, year }) => [day, year]);
  };
  expect(days('5/6/2016', '24/6/2017')).toEqual([
    ['2016-06-05', 2016],
    ['2017-06-24', 2017],
  ]);
  expect(days('5/6/2016', '6/24/2017')).toEqual([
    ['2016-05-06', 2016],
    ['2017-06-24', 2017],
  ]);
  expect(days('5/6/2016', '6/7/2017')).toEqual([
    ['5/6/2016', 2016],
    ['6/7/2017', 2017],
  ]);
});

describe('lists one below the other', () => {
  it('of men and women are told by their titles', () => {
    const { results, diagnostics } = read('men-and-women-apart.csv');
    expect(results.map(({ sex, timeS }) => [sex, timeS])).toEqual([
      ['M', 17_970],
      ['M', 26_100],
      ['M', null],
      ['F', 20_402],
      ['F', 28_100],
    ]);
    const codes = ['TITLES_TAKEN', 'ROWS_OF_NOBODY'];
    expect(diagnostics.filter(({ code }) => codes.includes(code))).toMatchObject([
      { code: 'TITLES_TAKEN', args: { titles: ['MEN', 'WOMEN'] } },
      { code: 'ROWS_OF_NOBODY', args: { rows: 3 } },
    ]);
  });
  it('of two races are asked for, and chosen from', () => {
    const races = ['Elm Ridge 50K', 'Elm Ridge 25K'];
    const asked = read('two-races-apart.csv', { distanceM: null });
    expect(asked.diagnostics.at(-1)).toMatchObject({ code: 'RACE_UNCLEAR', args: { races } });
    const { results } = read('two-races-apart.csv', { race: 'Elm Ridge 25K', distanceM: 25_000 });
    expect(results.map(({ timeS }) => timeS)).toEqual([8100, 9060]);
  });
  it('go on where a title comes again, and end where one tells nothing', () => {
    const text = ['Men', 'place,name,time', '1,A,5:00:00', 'Women', '1,B,5:20:00', 'Others,,'];
    const rows = [...text, '1,C,5:40:00', 'Men', '2,D,6:00:00'].join('\n');
    const { value } = parseEditions({ file: 'x.csv', blocks: [rows] }, NO_CONTEXT);
    expect([...value![0]!.results].map(({ sex }) => sex)).toEqual(['M', 'F', null, 'M']);
  });
});

describe('who did not finish, though there is a time', () => {
  const ended = (file: string) => read(file).results.map(({ status }) => status);
  it('is told by yes and no', () => {
    expect(ended('yes-and-no.csv')).toEqual(['finished', 'finished', 'dnf']);
    const text = 'Bib,Time,DNF\n1,5:00:00,\n2,3:00:00,X\n';
    const { value } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    expect([...value![0]!.results].map(({ status }) => status)).toEqual(['finished', 'dnf']);
  });
  const unplaced = (text: string) => {
    const { value, diagnostics } = parseEditions({ file: 'x.csv', blocks: [text] }, NO_CONTEXT);
    const args = diagnostics.find(({ code }) => code === 'TIMES_WITHOUT_PLACE')?.args;
    return {
      finished: [...value![0]!.results].filter((r) => r.status === 'finished').length,
      args,
    };
  };
  it('is told by the place that is missing where slower ones have one', () => {
    expect(ended('time-without-place.csv')).toEqual(['finished', 'finished', 'finished', 'dnf']);
    const placed = 'Place,Bib,Time\n1,1,5:00:00\n2,2,6:00:00\n3,3,6:10:00\n';
    expect(unplaced(`${placed}-,4,23:59:59\n-,5,23:59:59\n`)).toEqual({
      finished: 3,
      args: { runners: 2, isFinish: false },
    });
    expect(unplaced(`${placed},4,7:00:00\n,5,7:30:00\n`)).toEqual({
      finished: 5,
      args: { runners: 2, isFinish: true },
    });
    const few = 'Place,Bib,Time\n1,1,5:00:00\n,2,6:00:00\n,3,6:10:00\n';
    expect(unplaced(few)).toEqual({ finished: 3, args: undefined });
  });
});

describe('lists one below the other in text in columns', () => {
  it('are told by their titles as well', () => {
    const { results } = read('women-then-men.txt');
    expect(results.map(({ sex, timeS }) => [sex, timeS])).toEqual([
      ['F', 20_402],
      ['F', 28_100],
      ['M', 17_970],
      ['M', 26_100],
    ]);
  });
});
