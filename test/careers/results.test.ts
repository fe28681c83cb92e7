import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseCareers, parsePastRaces } from '../../src/input/careers/careers.js';
import { decodeText } from '../../src/input/source.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/careers');
const source = (file: string) => ({ file, text: decodeText(readFileSync(join(FOLDER, file))) });
const past = (text: string, units: 'metric' | 'imperial' = 'metric') =>
  parsePastRaces({ file: 'past.csv', text }, units);
const codes = (text: string) => past(text).diagnostics.map(({ code }) => code);
const dayOf = (at: number | null | undefined) => (at == null ? at : new Date(at).toISOString());

describe('results of many runners', () => {
  it('are read row by row; who did not start is left out, who did not finish has no time', () => {
    const { value, diagnostics } = parseCareers(source('many.csv'), 'metric');
    expect(value).toHaveLength(10);
    expect(value?.[0]).toEqual({
      runner: 'A',
      race: 'Spring Ridge',
      dayAt: Date.parse('2016-04-09T12:00Z'),
      distanceM: 50_000,
      gainM: 1800,
      timeS: 24_072,
      cutoffS: 36_000,
      line: 2,
    });
    expect(value?.[5]).toMatchObject({ runner: 'B', timeS: null, cutoffS: 28 * 3600 });
    expect(diagnostics).toMatchObject([
      {
        severity: 'note',
        code: 'CAREERS_READ_AS',
        args: { results: 11, runners: 3, finished: 8, dnf: 2, notRaced: 1, assumed: [] },
      },
    ]);
  });

  it('have every mistake told, each at its place, and nothing is computed from the rest', () => {
    const { value, diagnostics } = parseCareers(source('broken.csv'), 'metric');
    expect(value).toBeNull();
    expect(
      diagnostics.map(
        ({ severity, code, span }) => `${span?.line}:${span?.column} ${severity} ${code}`,
      ),
    ).toEqual([
      '1:47 note UNKNOWN_COLUMN',
      '2:3 error DATE_UNCLEAR',
      '3:3 error BAD_DATE',
      '3:20 error BAD_NUMBER',
      '3:30 error BAD_CHOICE',
      '4:14 error MISSING_CELL',
      '5:1 error MISSING_CELL',
      '5:21 error MISSING_CELL',
      '6:22 error BAD_TIME',
      '6:28 error DURATION_UNCLEAR',
      '7:22 warning RESULT_IMPOSSIBLE',
      '7:31 error BAD_TIME',
      '8:3 error MISSING_CELL',
      '8:4 error OUT_OF_RANGE',
      '8:8 error OUT_OF_RANGE',
    ]);
  });

  it('need a runner, a date, a distance and a time', () => {
    const text = 'race,result\nA,finished\n';
    const { value, diagnostics } = parseCareers({ file: 'x.csv', text }, 'metric');
    expect(value).toBeNull();
    const wanted = diagnostics.flatMap((problem) =>
      problem.code === 'NO_COLUMN' ? problem.args.wanted : [],
    );
    expect(wanted).toEqual(['the runner', 'the date', 'the distance', 'the time']);
  });
});

describe('the athlete’s own results', () => {
  it('are read as Germans write them', () => {
    const { value, diagnostics } = parsePastRaces(source('german.csv'), 'metric');
    expect(
      value?.map(({ race, dayAt, isYearAlone, distanceM, gainM, timeS, outcome }) => [
        race,
        dayOf(dayAt)?.slice(0, 10) ?? null,
        isYearAlone,
        distanceM / 1000,
        gainM,
        timeS,
        outcome.kind,
      ]),
    ).toEqual([
      ['Winter 50', '2023-12-24', false, 50, 1200, 22_350, 'finished'],
      ['Seenlauf', '2024-06-14', false, 120, 5800, 78_005, 'finished'],
      ['Frühling', '2025-05-03', false, 81.5, 3100, 43_500, 'finished'],
      ['Sommer 100', '2025-07-01', false, 100, 5000, 61_320, 'dnf'],
      ['Herbst', '2021-07-01', true, 56, null, 25_200, 'finished'],
      ['Ohne Tag', null, false, 60, 900, 28_800, 'finished'],
    ]);
    expect(diagnostics).toMatchObject([{ args: { runners: null, notRaced: 1 } }]);
  });

  it('end where a DNF ended, in the units of the file or the plan', () => {
    const { value } = past(
      'distance,time,result\n100,18:00,DNF at 68\n100 km,19:00,DNF at 68 km\n',
      'imperial',
    );
    expect(value?.map(({ outcome }) => outcome)).toEqual([
      { kind: 'dnf', atM: 68 * 1609.344 },
      { kind: 'dnf', atM: 68_000 },
    ]);
  });

  it('may have a time where others have DNF, and none of a race not finished', () => {
    const { value } = past('distance km,result\n50,6:00:00\n50,DNF\n');
    expect(value).toMatchObject([
      { timeS: 21_600, outcome: { kind: 'finished' } },
      { timeS: null, outcome: { kind: 'dnf' } },
    ]);
  });

  it.each([
    ['hours and minutes of an ultramarathon', 'distance_km,time\n50,6:12\n', 22_320],
    ['minutes and seconds of short races', 'distance_km,time\n5,25:30\n10,52:10\n', 1530],
    ['seconds, by the header', 'distance_km,time_s\n50,22320\n', 22_320],
    ['hours, by the header', 'distance_km,time (h)\n50,6.2\n', 22_320],
    ['seconds, as nobody runs 50 km for 22,320 hours', 'distance_km,time\n50,22320\n', 22_320],
  ])('have times as %s', (_, text, timeS) => {
    expect(past(text).value?.[0]?.timeS).toBeCloseTo(timeS, 6);
  });

  it.each([
    ['a day that can only come first', '24/12/2017', '2018-03-05'],
    ['a month that can only come first', '12/24/2017', '2018-05-03'],
  ])('have dates in the order that %s tells', (_, telling, day) => {
    const { value } = past(`date,distance_km,time\n${telling},50,6:00:00\n5/3/2018,50,6:00:00\n`);
    expect(dayOf(value?.[1]?.dayAt)?.slice(0, 10)).toBe(day);
  });

  it.each([
    ['nothing tells', ['5/3/2018', '6/3/2018'], 2],
    ['they contradict each other', ['24/12/2017', '12/24/2017', '5/3/2018'], 1],
    ['day and month are the same', ['5/5/2018'], 0],
  ])('are asked for their order where %s', (_, dates, unclear) => {
    const text = ['date,distance_km,time', ...dates.map((date) => `${date},50,6:00:00`)].join('\n');
    expect(codes(text).filter((code) => code === 'DATE_UNCLEAR')).toHaveLength(unclear);
  });

  it('take the unit of the plan where the file has none, and say so', () => {
    const { value, diagnostics } = past('distance,climb,time\n50,5000,9:10:00\n', 'imperial');
    expect(value).toMatchObject([{ distanceM: 50 * 1609.344, gainM: 1524 }]);
    expect(diagnostics).toMatchObject([
      { args: { assumed: ['distance in miles', 'climb in ft'] } },
    ]);
  });
});

describe('times with a point', () => {
  const races = (header: string, ...times: string[]) =>
    `race,date,distance,${header}\n${times.map((time, i) => `R${i},202${i}-05-01,50 km,${time}`).join('\n')}`;

  it('are asked about where all may be hours and minutes', () => {
    expect(codes(races('time', '6.10', '6.45'))).toEqual(['HOURS_AMBIGUOUS']);
    expect(past(races('time', '6.10', '6.45')).value).toBeNull();
  });

  it('are hours with decimals where one tells, or the header', () => {
    const times = (text: string) => past(text).value?.map(({ timeS }) => timeS);
    expect(times(races('time', '6.10', '6.75'))).toEqual([21_960, 24_300]);
    expect(times(races('time (h)', '6.10', '6.45'))).toEqual([21_960, 23_220]);
  });
});
