import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseEditions } from '../../src/input/results/results.js';
import { parseStationTable } from '../../src/input/results/station-table.js';
import { decodeText } from '../../src/input/source.js';
import { NO_CONTEXT } from '../support/results.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/results/sources');
const source = (file: string) => ({ file, text: decodeText(readFileSync(join(FOLDER, file))) });
const places = parseStationTable(source('stations.csv'), 'metric').value!;
const start = { startAt: Date.UTC(2018, 8, 8, 11), zone: 'America/New_York' };
const context = { ...NO_CONTEXT, places, distanceM: 50_000, year: 2018, start };

function read(file: string) {
  const { text } = source(file);
  const { value, diagnostics } = parseEditions({ file, blocks: [text] }, context);
  expect(value).toHaveLength(1);
  const [edition] = value!;
  return { ...edition!, results: [...edition!.results], diagnostics };
}

const brief = (file: string) =>
  read(file).results.map((r) => [r.status, r.timeS, r.sex, r.ageYears ?? r.ageGroup]);
const codes = (file: string) => read(file).diagnostics.map(({ code }) => code);
const splitsOf = (file: string, runner: number) => read(file).splits?.runners[runner];

const ONE_S = 4 * 3600 + 59 * 60 + 30;
const TWO_S = 5 * 3600 + 40 * 60 + 2;
const THREE_S = 7 * 3600 + 15 * 60;

describe('a race website', () => {
  it('gives finishers, and those with a place and no time as DNF', () => {
    expect(brief('website.csv')).toEqual([
      ['finished', ONE_S, 'M', 31],
      ['finished', TWO_S, 'F', 44],
      ['finished', THREE_S, 'M', 57],
      ['dnf', null, 'F', 29],
      ['dnf', null, 'M', 61],
    ]);
  });
  it('gives times in and out at the stations of the course, whatever their spelling', () => {
    const { splits } = read('website.csv');
    expect(splits?.stations).toEqual([
      { name: 'Mill Green', atM: 10_000 },
      { name: "Ford's Bar (Cal-3)", atM: 20_000 },
      { name: 'Ridge Road', atM: 35_000 },
    ]);
    expect(splits?.runners).toHaveLength(4);
    expect(splits?.runners[1]).toMatchObject({
      arriveS: [3720, 7560, null],
      departS: [null, 7650, null],
    });
  });
  it('says what was assumed', () => {
    expect(codes('website.csv')).toEqual(['RESULTS_READ_AS']);
    expect(read('website.csv').diagnostics[0]?.args).toMatchObject({
      runners: 5,
      finished: 3,
      dnf: 2,
      stations: 3,
      times: 'elapsed',
    });
  });
  it('keeps no name', () => {
    expect(JSON.stringify(read('website.csv').results)).not.toMatch(/One|Two|Three/);
  });
});

describe('the same site in another year', () => {
  it('has a time and a position for each station', () => {
    expect(brief('snake-case.csv').map(([status, timeS]) => [status, timeS])).toEqual([
      ['finished', ONE_S],
      ['finished', TWO_S],
      ['finished', THREE_S],
      ['dnf', null],
    ]);
    expect(read('snake-case.csv').splits?.stations.map(({ atM }) => atM)).toEqual([
      10_000, 20_000, 35_000,
    ]);
    expect(splitsOf('snake-case.csv', 3)?.arriveS).toEqual([5460, 11400, null]);
  });
});

describe('OpenSplitTime', () => {
  it('has a column in and a column out', () => {
    expect(splitsOf('opensplittime-spread.csv', 0)).toMatchObject({
      runner: '12',
      arriveS: [3310, 6720, 12300],
      departS: [3340, 6840, null],
    });
    expect(brief('opensplittime-spread.csv')[0]).toEqual(['finished', ONE_S, 'M', 31]);
    expect(brief('opensplittime-spread.csv')[3]).toEqual(['dnf', null, 'F', 29]);
  });
  it('gives the stations of a plan', () => {
    const { value } = parseStationTable(source('opensplittime-plan.csv'), 'metric');
    expect(value?.map(({ name }) => name)).toEqual(['Start', 'Mill Green', 'Ridge Road', 'Finish']);
    expect(value?.[2]?.atM).toBeCloseTo(21.7 * 1609.344, 6);
  });
});

describe('services that give finish times', () => {
  it('UltraSignup: status 1, 2, 3', () => {
    expect(brief('ultrasignup.csv')).toEqual([
      ['finished', ONE_S, 'M', 31],
      ['finished', TWO_S, 'F', 44],
      ['finished', 17 * 3600 + 50 * 60 + 15, 'M', 57],
      ['dnf', null, 'F', 29],
      ['dns', null, 'M', 61],
    ]);
  });
  it('ITRA: dates of birth, for the age on the day of the race', () => {
    expect(brief('itra.csv')).toEqual([
      ['finished', ONE_S, 'M', 31],
      ['finished', TWO_S, 'F', 43],
      ['dnf', null, 'F', 29],
    ]);
  });
  it('UTMB: men are H, the result is a word', () => {
    expect(brief('utmb.csv')).toEqual([
      ['finished', ONE_S, 'M', { minYears: 20, maxYears: 34 }],
      ['finished', TWO_S, 'F', { minYears: 40, maxYears: 44 }],
      ['finished', THREE_S, 'M', { minYears: 55, maxYears: 59 }],
      ['dnf', null, 'F', { minYears: 20, maxYears: 34 }],
    ]);
  });
});

describe('LiveTrail', () => {
  it('has control points by code, the last of which is the finish', () => {
    const { splits } = read('livetrail.csv');
    expect(splits?.stations.map(({ name }) => name)).toHaveLength(2);
    expect(splits?.runners[0]?.arriveS).toEqual([2967, 12300]);
    expect(brief('livetrail.csv')).toEqual([
      ['finished', ONE_S, 'M', { minYears: 23, maxYears: 39 }],
      ['finished', TWO_S, 'F', { minYears: 40, maxYears: 49 }],
      ['finished', THREE_S, 'M', { minYears: 50, maxYears: 59 }],
      ['dnf', null, 'F', { minYears: 23, maxYears: 39 }],
    ]);
  });
});

describe('a timing system', () => {
  it('gives leg times, without relay teams', () => {
    expect(brief('timing-export.csv')).toEqual([
      ['finished', ONE_S, 'M', { minYears: 30, maxYears: 34 }],
      ['finished', THREE_S, 'M', { minYears: 55, maxYears: 59 }],
      ['dq', null, 'M', { minYears: 20, maxYears: 29 }],
      ['dnf', null, 'M', { minYears: 75, maxYears: null }],
      ['finished', TWO_S, 'F', { minYears: 40, maxYears: 44 }],
    ]);
    expect(splitsOf('timing-export.csv', 0)?.arriveS).toEqual([3310, 6780, 12300]);
    expect(read('timing-export.csv').diagnostics).toContainEqual(
      expect.objectContaining({ code: 'RELAYS_LEFT_OUT', args: { rows: 1 } }),
    );
  });
  it('counts a leg after a missed control from the last one recorded', () => {
    expect(splitsOf('timing-export.csv', 3)?.arriveS).toEqual([5460, null, 19800]);
  });
  it('says that a control without a name was placed by its order', () => {
    expect(read('timing-export.csv').diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'COLUMN_PLACED_BY_GUESS',
        args: { column: '32', station: "Ford's Bar (Cal-3)" },
      }),
    );
  });
  it('may name its columns by number only', () => {
    expect(read('race-result.csv').splits?.stations.map(({ name }) => name)).toEqual([
      'VP1',
      'VP2',
    ]);
    expect(splitsOf('race-result.csv', 0)?.arriveS).toEqual([3310, 12300]);
    expect(brief('race-result.csv')).toEqual([
      ['finished', ONE_S, 'M', 31],
      ['finished', TWO_S, 'F', 44],
      ['finished', THREE_S, 'M', 57],
      ['dnf', null, 'F', 29],
    ]);
  });
});
