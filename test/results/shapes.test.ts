import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ResultsContext } from '../../src/input/results/context.js';
import { parseEditions } from '../../src/input/results/results.js';
import { parseStationTable } from '../../src/input/results/station-table.js';
import { decodeText } from '../../src/input/source.js';
import { NO_CONTEXT } from '../support/results.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/results');
const textOf = (file: string) => decodeText(readFileSync(join(FOLDER, file)));
const stations = { file: 'stations.csv', text: textOf('sources/stations.csv') };
const places = parseStationTable(stations, 'metric').value!;
/** The course of the 50 km race, and no start. */
const COURSE: Partial<ResultsContext> = { places, distanceM: 50_000 };
const start = { startAt: Date.UTC(2018, 8, 8, 19), zone: 'America/New_York' };

function readText(file: string, text: string, context: Partial<ResultsContext> = {}) {
  const parsed = parseEditions({ file, blocks: [text] }, { ...NO_CONTEXT, ...context });
  const edition = parsed.value?.[0];
  return {
    diagnostics: parsed.diagnostics,
    timesS: edition && [...edition.results].map(({ timeS }) => timeS),
    stations: edition?.splits?.stations.map(({ name }) => name) ?? [],
    runners: edition?.splits?.runners ?? [],
  };
}
const read = (file: string, context: Partial<ResultsContext> = {}) =>
  readText(file, textOf(`shapes/${file}`), context);
const told = ({ diagnostics }: ReturnType<typeof read>) =>
  diagnostics.filter(({ code }) => code !== 'RESULTS_READ_AS');
const argsOf = ({ diagnostics }: ReturnType<typeof read>, code: string) =>
  diagnostics.find((d) => d.code === code)?.args;

/** Who has a time at the finish alone is counted last. */
const inOrder = (timesS: readonly (number | null)[] | undefined) =>
  timesS?.toSorted((a, b) => (a ?? 0) - (b ?? 0));

const hms = (h: number, m: number, s: number) => h * 3600 + m * 60 + s;
const FINISHES = [
  hms(4, 59, 30),
  hms(5, 40, 2),
  hms(7, 15, 0),
  hms(7, 48, 20),
  hms(8, 21, 7),
  hms(9, 2, 41),
];
const LONG_FINISHES = [
  hms(21, 40, 0),
  hms(23, 51, 12),
  hms(26, 31, 0),
  hms(30, 12, 5),
  hms(34, 55, 0),
  hms(47, 59, 0),
];

describe('times of day at every station', () => {
  it.each([
    ['with the course', COURSE],
    ['without a plan', {}],
  ])('need a start: %s', (_, context) => {
    const { timesS, diagnostics } = read('clock-to-the-finish.csv', context);
    expect(timesS).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject([
      {
        code: 'CLOCK_WITHOUT_START',
        args: { column: 'Mill Green' },
        span: { line: 1, column: 15, length: 10 },
      },
    ]);
  });
  it.each([
    ['with the course', COURSE],
    ['without a plan', {}],
  ])('leave the results where finish times are elapsed: %s', (_, context) => {
    const edition = read('clock-and-elapsed.csv', context);
    expect(edition.timesS).toEqual(FINISHES);
    expect(edition.runners).toEqual([]);
    expect(told(edition).filter(({ severity }) => severity !== 'note')).toMatchObject([
      { code: 'CLOCK_WITHOUT_START', severity: 'warning', args: { column: 'Mill Green' } },
    ]);
  });
  it('are read from the start on where it is known, past midnight too', () => {
    for (const file of ['clock-to-the-finish.csv', 'clock-and-elapsed.csv']) {
      const { timesS, runners } = read(file, { ...COURSE, start });
      expect(timesS).toEqual(FINISHES);
      expect(runners[5]?.arriveS).toEqual([6056, 12471, 22793]);
    }
  });
  it('are what they say they are', () => {
    const text = 'place,bib,Mill Green,Ridge Road,Finish\n1,7,8:02 AM,10:30 AM,12:05 PM';
    expect(told(readText('a.csv', text))).toMatchObject([{ code: 'CLOCK_WITHOUT_START' }]);
  });
  it('are asked for a start when --times calls them clock', () => {
    const edition = read('clock-and-elapsed.csv', { times: 'clock' });
    expect(told(edition).map(({ code }) => code)).toContain('CLOCK_WITHOUT_START');
  });
  it('at the finish too are read with those before it', () => {
    const text = textOf('shapes/clock-to-the-finish.csv').replace('Finish', 'Finish Time');
    expect(readText('a.csv', text, { start }).timesS).toEqual(FINISHES);
  });
});

describe('elapsed times without a start', () => {
  it('are no times of day', () => {
    for (const file of ['finish-at-the-station.csv', 'odd-cells.csv', 'total-last.csv']) {
      expect(argsOf(read(file), 'RESULTS_READ_AS')).toMatchObject({ times: 'elapsed' });
      expect(inOrder(read(file).timesS)).toEqual(FINISHES);
    }
  });
});

describe('words glued or spaced', () => {
  it('tell the time of the gun from that of the chip, and both from a pace', () => {
    const edition = read('gun-and-net.csv', COURSE);
    expect(edition.timesS).toEqual(FINISHES);
    expect(edition.stations).toEqual([]);
    expect(argsOf(edition, 'RESULTS_READ_AS')).toMatchObject({ finishColumn: 'GUNTIME' });
    expect(told(edition)).toMatchObject([
      {
        code: 'COLUMNS_NOT_USED',
        args: {
          columns: [
            { column: 'NETTIME', is: 'net' },
            { column: 'FINISHPACE', is: 'pace' },
          ],
        },
      },
    ]);
  });
  it('tell the total from the splits before it', () => {
    const edition = read('total-last.csv', COURSE);
    expect(edition.timesS).toEqual(FINISHES);
    expect(edition.stations).toEqual(['5k', 'half']);
  });
  it('tell gaps, forecasts and paces from stations', () => {
    const edition = read('gaps.csv', COURSE);
    expect(edition.timesS).toEqual(FINISHES);
    expect(edition.stations).toEqual(['Mill Green', "Ford's Bar (Cal-3)", 'Ridge Road']);
    expect(edition.runners).toHaveLength(6);
    expect(argsOf(edition, 'COLUMNS_NOT_USED')).toEqual({
      columns: [
        { column: 'RÃŒckstand', is: 'gap' },
        { column: 'Gap to leader', is: 'gap' },
        { column: 'Ridge Rd gap', is: 'gap' },
        { column: 'Projected Finish', is: 'forecast' },
        { column: 'Min/Mile', is: 'pace' },
        { column: 'Chip Time', is: 'net' },
      ],
    });
  });
  it('tell the pace beside a leg by its number', () => {
    const edition = read('pace-beside-leg.csv');
    expect(edition.stations).toEqual(['VP21', 'VP22', 'VP23']);
    expect(edition.runners[0]?.arriveS).toEqual([3324, 8985, 12399]);
    expect(argsOf(edition, 'COLUMNS_NOT_USED')).toEqual({
      columns: ['Zeit2101', 'Zeit2201', 'Zeit2301'].map((column) => ({ column, is: 'pace' })),
    });
  });
  it('leave stations their names', () => {
    const row = (place: number, h: number) =>
      `${place},${h}:00:00,1:0${h}:00,2:1${h}:00,4:0${h}:00`;
    const text = `place,time,Windy Gap,Gd Place,Split Rock\n${row(1, 5)}\n${row(2, 6)}`;
    expect(readText('a.csv', text).stations).toEqual(['Windy Gap', 'Gd Place', 'Split Rock']);
  });
});

describe('columns called after laps', () => {
  const rows = (...runners: string[]) =>
    ['Pos,Bib,Runde 1,Runde 2,Runde 3,Gesamtzeit', ...runners].join('\n');
  it('hold what each took, where that adds up to no more than the finish', () => {
    const text = rows('1,1,1:00:00,1:05:00,1:10:00,3:15:00', '2,2,1:01:00,1:07:00,1:20:00,3:28:00');
    expect(readText('a.csv', text).runners[0]?.arriveS).toEqual([3600, 7500, 11_700]);
  });
  it('hold elapsed times else', () => {
    const text = rows('1,1,1:00:00,2:05:00,3:15:00,3:15:00', '2,2,1:01:00,2:08:00,3:28:00,3:28:00');
    expect(readText('a.csv', text).runners[0]?.arriveS).toEqual([3600, 7500, 11_700]);
  });
});

describe('a header', () => {
  it.each([
    ['Dorsal,Nombre,Tiempo oficial,Tiempo real,Ritmo,Diferencia', 'Tiempo oficial'],
    ['Doss,Nom,Temps scratch,Temps réel,Allure,Écart', 'Temps scratch'],
    ['Pettorale,Cognome,Tempo ufficiale,Real time,Passo,Distacco', 'Tempo ufficiale'],
    ['Startnummer,Naam,Brutotijd,Nettotijd,Tempo,Achterstand', 'Brutotijd'],
    ['Startnr,Name,Bruttozeit,Nettozeit,Geschwindigkeit,Abstand', 'Bruttozeit'],
    ['Startnr,Navn,Sluttid,Nettotid,Fart,Differanse', 'Sluttid'],
    ['RACENO,NAME,FINISHTIME,CHIPTIME,PACE,GAPTOLEADER', 'FINISHTIME'],
    ['bib,firstName,gunTime,chipTime,pacePerKm,timeBehind', 'gunTime'],
  ])('in any language has no station in it: %s', (header, finishColumn) => {
    const text = `${header}\n1,A,5:00:00,4:59:30,6:00,0:00:10\n2,B,5:10:00,5:09:30,6:12,0:10:00`;
    const edition = readText('a.csv', text);
    expect(edition.timesS).toEqual([hms(5, 0, 0), hms(5, 10, 0)]);
    expect(edition.stations).toEqual([]);
    expect(argsOf(edition, 'RESULTS_READ_AS')).toMatchObject({ finishColumn });
  });
  it('of entrants has no finish in it', () => {
    const text = 'Name,Bib,Registration Date,Target\nA,1,2024-05-01 10:22,5:00:00';
    expect(told(readText('a.csv', text)).map(({ code }) => code)).toEqual(['ENTRANTS_LIST']);
  });
});

describe('a column that contradicts all others', () => {
  it('is left out, and that is said', () => {
    for (const context of [COURSE, {}]) {
      const edition = read('one-contradicts.csv', context);
      expect(edition.stations).toHaveLength(3);
      expect(edition.runners).toHaveLength(12);
      expect(told(edition)).toContainEqual(
        expect.objectContaining({
          code: 'COLUMN_CONTRADICTS',
          severity: 'warning',
          args: { column: 'Depot', rows: 12, of: 12, rowsAfter: 0 },
        }),
      );
    }
  });
  it('is not guessed at where another may be the one', () => {
    const lines = textOf('shapes/one-contradicts.csv').trimEnd().split('\n');
    const swapped = lines.map((line) =>
      line.replace(/^((?:[^,]*,){5})([^,]*),([^,]*),.*$/, '$1$3,$2'),
    );
    const { diagnostics } = readText('a.csv', swapped.join('\n'));
    expect(diagnostics.map(({ code }) => code)).toContain('SPLITS_MOSTLY_LOST');
  });
});

describe('elapsed times that start again at 24:00:00', () => {
  it('are counted on, at stations and at the finish', () => {
    for (const distanceM of [160_934, null]) {
      const edition = read('restarts-at-midnight.csv', { distanceM });
      expect(edition.timesS).toEqual(LONG_FINISHES);
      expect(edition.runners).toHaveLength(6);
      expect(edition.runners[5]?.arriveS.at(-1)).toBe(156_848);
      expect(argsOf(edition, 'TIMES_PAST_DAY')).toEqual({ runners: 4 });
    }
  });
  it('may be those of the finish alone', () => {
    const edition = read('restarts-at-the-finish.csv');
    expect(edition.timesS).toEqual(LONG_FINISHES);
    expect(argsOf(edition, 'TIMES_PAST_DAY')).toEqual({ runners: 4 });
  });
  it('may be those of finishers of whom no station tells: their places do', () => {
    const rows = ['22:00:00', '23:10:00', '23:50:00', '00:40:00', '02:10:00', '22:55:00'];
    const text = ['place,time,bib', ...rows.map((time, i) => `${i + 1},${time},${i}`)].join('\n');
    const edition = readText('a.csv', text);
    const days = [0, 0, 0, 24, 24, 24];
    const [h, m] = [(t: string) => Number(t.slice(0, 2)), (t: string) => Number(t.slice(3, 5))];
    expect(edition.timesS).toEqual(rows.map((t, i) => hms(h(t) + days[i]!, m(t), 0)));
    expect(argsOf(edition, 'TIMES_PAST_DAY')).toEqual({ runners: 3 });
    const unordered = text.replace('\n5,', '\n2,');
    expect(readText('a.csv', unordered).timesS?.[4]).toBe(hms(2, 10, 0));
  });
  it('are not supposed where one time alone is later than those placed after it', () => {
    const text = 'place,time,bib\n1,5:00:00,1\n2,22:10:00,2\n3,5:20:00,3\n4,5:30:00,4';
    expect(readText('a.csv', text).timesS?.slice(2)).toEqual([hms(5, 20, 0), hms(5, 30, 0)]);
  });
  it('are not supposed where hours pass 24', () => {
    const text =
      'place,time,bib,A,B\n1,26:00:00,1,20:10:00,24:30:00\n2,27:00:00,2,20:40:00,2:55:00\n3,27:30:00,3,20:50:00,25:00:00';
    const edition = readText('a.csv', text);
    expect(told(edition)).toMatchObject([{ code: 'SPLITS_IMPOSSIBLE', args: { rows: 1 } }]);
  });
});

describe('a finish', () => {
  it('is one although the column of finish times is empty', () => {
    const edition = read('finish-at-the-station.csv', COURSE);
    expect(inOrder(edition.timesS)).toEqual(FINISHES);
    expect(argsOf(edition, 'FINISH_OF_STATION')).toEqual({ runners: 2, column: 'Finish' });
  });
  it('is no station of the course before it', () => {
    const names = places.slice(1, -1).map(({ name }) => name);
    const rows = ['1,finished', '2,DNF'].map((row) => `${row},1:00:00,2:10:00,3:40:00`);
    const header = ['bib', 'status', ...names].join(',');
    const { diagnostics } = readText('x.csv', [header, ...rows].join('\n'), COURSE);
    expect(diagnostics).toMatchObject([{ code: 'NO_COLUMN', severity: 'error' }]);
  });
  it('that nobody reached has a column of its own all the same', () => {
    const names = places.slice(1, 3).map(({ name }) => name);
    const text = `bib,time,${names.join(',')}\n1,DNF,1:00:00,2:10:00\n2,DNF,1:05:00,\n`;
    const edition = readText('x.csv', text, COURSE);
    expect(edition.timesS).toEqual([null, null]);
    expect(edition.stations).toEqual(names);
  });
});

describe('cells at stations', () => {
  it('may say only when a runner came, or only when they left', () => {
    const edition = read('half-open-ranges.csv', COURSE);
    expect(edition.stations).toHaveLength(3);
    expect(edition.runners[0]).toMatchObject({
      arriveS: [3324, null, 12_399],
      departS: [null, 7038, 12_519],
    });
    expect(told(edition)).toEqual([]);
  });
  it('that are no times are counted, and the column stays', () => {
    const edition = read('odd-cells.csv', COURSE);
    expect(edition.stations).toHaveLength(3);
    expect(edition.runners[2]?.arriveS[1]).toBeNull();
    expect(told(edition)).toMatchObject([
      {
        code: 'COLUMN_NOT_TIMES',
        severity: 'warning',
        args: { column: 'Weir', cells: 4, of: 6, written: 'open' },
        span: { line: 1, column: 53, length: 4 },
      },
      {
        code: 'TIMES_UNREADABLE',
        args: { column: 'Fords Bar', others: 0, cells: 1 },
        span: { line: 4 },
      },
    ]);
  });
  it('that are no times of legs leave all later times unknown', () => {
    const text = `place,time,bib,A,B,C
1,5:00:00,1,1:00:00,1:01:60,1:10:00
2,6:00:00,2,1:10:00,1:20:00,1:30:00
3,6:10:00,3,1:10:00,1:20:00,1:05:00
4,6:20:00,4,1:40:00,1:20:00,1:30:00
5,6:30:00,5,1:10:00,1:50:00,1:30:00
6,6:40:00,6,1:20:00,1:20:00,1:10:00`;
    const { runners } = readText('a.csv', text, { times: 'leg' });
    expect(runners[0]?.arriveS).toEqual([3600, null, null]);
  });
});

describe('times as numbers', () => {
  it('are splits in seconds where they rise up to the finish', () => {
    const edition = read('seconds.csv', COURSE);
    expect(edition.timesS).toEqual(FINISHES);
    expect(edition.stations).toHaveLength(3);
    expect(edition.runners[0]?.arriveS).toEqual([3324, 6918, 12_399]);
  });
  it('are no hours, though a finish were a thousand days later', () => {
    const row = (place: number) =>
      `${place},5:0${place}:00,${Array.from({ length: 90 }, (_, i) => 200 * (i + 1)).join(',')}`;
    const header = `place,time,${Array.from({ length: 90 }, (_, i) => `c${i}`).join(',')}`;
    const edition = readText('a.csv', [header, ...[1, 2, 3, 4].map(row)].join('\n'));
    expect(edition.timesS).toEqual([1, 2, 3, 4].map((m) => hms(5, m, 0)));
    expect(edition.runners[0]?.arriveS.at(-1)).toBe(18_000);
  });
  it('are minutes where the header says so, or they can be nothing else', () => {
    const rounded = FINISHES.map((s) => Math.round(s / 6) * 6);
    const near = (times: readonly (number | null)[] | undefined) =>
      times?.map((s) => Math.round((s ?? 0) / 6) * 6);
    expect(near(read('minutes.csv', COURSE).timesS)).toEqual(rounded);
    expect(near(read('minutes.csv').timesS)).toEqual(rounded);
    const unnamed = textOf('shapes/minutes.csv').replace('minutes', 'time');
    expect(near(readText('a.csv', unnamed).timesS)).toEqual(rounded);
  });
  it('are told apart without a distance by how long races are', () => {
    const timesOf = (...cells: string[]) =>
      readText('a.csv', ['place,time', ...cells.map((cell, i) => `${i + 1},${cell}`)].join('\n'))
        .timesS;
    expect(timesOf('17970', '20402')).toEqual([17_970, 20_402]);
    expect(timesOf('4.5', '26.75')).toEqual([16_200, 96_300]);
    expect(timesOf('4:30', '26:45')).toEqual([16_200, 96_300]);
    expect(timesOf('7:05:50 h', '3d 15:08:59 h')).toEqual([25_550, 313_739]);
  });
});

describe('a finish later than all in the column of finish times', () => {
  const rows = Array.from(
    { length: 12 },
    (_, i) => `${i + 1},${20 + i / 2 < 30 ? 20 + i : 30}:10:00,${10 + i}:00:00,${20 + i}:10:00`,
  );
  const text = (...more: string[]) => ['place,time,Mill,Finish', ...rows, ...more].join('\n');
  it('is after the limit, and no finish', () => {
    const edition = readText('a.csv', text('13,,25:00:00,31:40:00', '14,,14:00:00,26:30:00'));
    expect(edition.timesS?.filter((s) => s === null)).toHaveLength(1);
    expect(edition.timesS).toContain(hms(26, 30, 0));
    expect(argsOf(edition, 'FINISH_AFTER_LIMIT')).toEqual({ runners: 1, column: 'Finish' });
    expect(argsOf(edition, 'FINISH_OF_STATION')).toEqual({ runners: 1, column: 'Finish' });
  });
  it('is a finish where more come so late than ever do', () => {
    const late = [32, 33, 34].map((h, i) => `${13 + i},,25:00:00,${h}:00:00`);
    const edition = readText('a.csv', text(...late));
    expect(edition.timesS).not.toContain(null);
    expect(argsOf(edition, 'FINISH_OF_STATION')).toEqual({ runners: 3, column: 'Finish' });
  });
});

describe('a start that a column tells', () => {
  it('is where times of day count from, and is said', () => {
    const told = read('clock-with-start.csv');
    expect(told.timesS).toEqual([
      hms(4, 59, 30),
      hms(5, 40, 2),
      hms(7, 15, 0),
      null,
      hms(7, 48, 20),
    ]);
    expect(told.runners[0]?.arriveS).toEqual([hms(0, 55, 10), hms(1, 52, 0), hms(3, 25, 0)]);
    expect(argsOf(told, 'START_OF_COLUMN')).toEqual({
      column: 'Start',
      written: '06:00:00',
      isOwn: false,
    });
    expect(argsOf(told, 'RESULTS_READ_AS')).toMatchObject({ times: 'clock', zone: null });
  });
  it('is each runner’s own where it differs, within three hours', () => {
    const told = read('start-of-waves.csv');
    expect(told.timesS).toEqual([hms(4, 59, 30), hms(5, 40, 2), hms(7, 15, 0), null]);
    expect(told.runners[1]?.arriveS[0]).toBe(hms(1, 2, 0));
    const args = { column: 'Start', written: '06:00:00', isOwn: true };
    expect(argsOf(told, 'START_OF_COLUMN')).toEqual(args);
    const planned = read('start-of-waves.csv', {
      start: { startAt: Date.UTC(2018, 5, 2, 6), zone: 'UTC' },
    });
    expect(planned.timesS).toEqual(told.timesS);
    const late = textOf('shapes/start-of-waves.csv').replaceAll('06:30:00', '10:00:00');
    expect(argsOf(readText('x.csv', late), 'START_OF_COLUMN')).toBeUndefined();
  });
  it('is none where it may be a length of time', () => {
    const text = textOf('shapes/clock-with-start.csv').replaceAll('06:00:00', '0:13');
    expect(argsOf(readText('x.csv', text), 'START_OF_COLUMN')).toBeUndefined();
  });
  it('leaves the finish to the elapsed time beside', () => {
    const told = read('start-and-elapsed.csv');
    expect(told.timesS).toEqual([hms(4, 59, 30), hms(5, 40, 2), hms(7, 15, 0), null]);
    expect(argsOf(told, 'RESULTS_READ_AS')).toMatchObject({ dnf: 1, finishColumn: 'Elapsed time' });
  });
});

describe('laps', () => {
  it('fewer than the race has are no finish, and counted', () => {
    const told = read('fewer-laps.csv');
    expect(told.timesS).toEqual([hms(4, 59, 30), hms(5, 40, 2), hms(7, 15, 0), null, null]);
    expect(argsOf(told, 'FEWER_LAPS')).toEqual({ runners: 2, column: 'Laps' });
  });
  it('are those of each race, where several are in the file', () => {
    const text = 'Race,Bib,Laps,Time\n50K,1,2,5:00:00\n50K,2,2,5:30:00\n25K,3,1,2:30:00\n';
    const told = readText('x.csv', text, { race: '25K' });
    expect(told.timesS).toEqual([hms(2, 30, 0)]);
    expect(argsOf(told, 'FEWER_LAPS')).toBeUndefined();
  });
  it('of a timed event are no results yet', () => {
    const { diagnostics } = read('laps-in-six-hours.csv');
    expect(diagnostics).toMatchObject([
      { code: 'RESULTS_ARE_LAPS', args: { column: 'Laps', written: '12' }, span: { line: 3 } },
    ]);
  });
});

describe('columns and cells beside times', () => {
  const THREE = [hms(4, 59, 30), hms(5, 40, 2), hms(7, 15, 0)];
  it('of legs are no stations', () => {
    for (const header of [' Split', ' Leg']) {
      const text = textOf('shapes/leg-beside.csv').replaceAll(' Split', header);
      const told = readText('x.csv', text);
      expect(told.timesS).toEqual([...THREE, null]);
      expect(told.stations).toEqual(['Mill Green', 'Fords Bar', 'Ridge Rd']);
      expect(told.runners[0]?.arriveS).toEqual([hms(0, 55, 10), hms(1, 52, 0), hms(3, 25, 0)]);
      expect(argsOf(told, 'COLUMNS_NOT_USED')).toMatchObject({ columns: { length: 4 } });
      expect(readText('x.csv', text, COURSE).runners[0]?.arriveS).toEqual(told.runners[0]?.arriveS);
    }
  });
  it('of marks are read past', () => {
    const told = read('marks.csv');
    expect(told.timesS).toEqual([...THREE, null]);
    expect(told.runners[1]?.arriveS).toEqual([hms(0, 54, 0), hms(2, 6, 0)]);
  });
  it('of gaps are no times', () => {
    const { diagnostics } = read('gaps-as-times.csv');
    expect(diagnostics.map(({ code }) => code)).toContain('FINISHES_LOST');
  });
  it('of many digits are parts of a day, of few are hours', () => {
    expect(read('days-as-numbers.csv').timesS?.map((s) => Math.round(s!))).toEqual([
      hms(37, 31, 23),
      hms(42, 3, 44),
      hms(52, 17, 21),
    ]);
    const text = 'Place,Bib,Time\n1,1,11.5\n2,2,12.25\n3,3,13.75\n';
    expect(readText('x.csv', text).timesS?.[0]).toBe(hms(11, 30, 0));
  });
  it('of a start leave open what a finish alone is', () => {
    const text = 'Bib,Name,Start,Finish\n1,A,06:00:00,13:44:55\n2,B,06:00:00,15:02:03\n';
    const { diagnostics } = readText('x.csv', text);
    const args = { column: 'Finish', readings: ['elapsed', 'clock'] };
    expect(diagnostics.at(-1)).toMatchObject({ code: 'TIMES_AMBIGUOUS', severity: 'error', args });
    expect(readText('x.csv', text, { times: 'elapsed' }).timesS?.[0]).toBe(hms(13, 44, 55));
    expect(readText('x.csv', text, { times: 'clock' }).timesS?.[0]).toBe(hms(7, 44, 55));
  });
});

describe('what cannot be a list of runners and their times', () => {
  it('is one of a row a station', () => {
    const { diagnostics } = read('row-a-station.csv');
    const args = { rows: 4, bib: '1', isSame: false, isTooMuch: true };
    expect(diagnostics.find(({ code }) => code === 'BIB_REPEATED')).toMatchObject({
      severity: 'error',
      args,
    });
    const { diagnostics: lenient } = read('row-a-station.csv', { lenient: true });
    expect(lenient.find(({ code }) => code === 'BIB_REPEATED')?.severity).toBe('warning');
  });
  it('is one of milliseconds, or of seconds with a comma for thousands', () => {
    for (const time of ['17970000', '"17,970"']) {
      const { diagnostics } = readText('x.csv', `Place,Bib,Seconds\n1,1,${time}\n2,2,${time}\n`);
      const lost = diagnostics.find(({ code }) => code === 'FINISHES_LOST');
      expect(lost).toMatchObject({ severity: 'error', args: { impossible: 2 } });
    }
  });
});

describe('the final time', () => {
  it('has its penalties in it; DNF may say where', () => {
    const told = read('final-time.csv');
    expect(told.timesS).toEqual([hms(4, 59, 30), hms(5, 40, 2), null]);
    expect(argsOf(told, 'RESULTS_READ_AS')).toMatchObject({ dnf: 1, finishColumn: 'Final Time' });
  });
});

it('a table of twenty thousand columns, each called like another, is read in a straight line', () => {
  const names = Array.from({ length: 20_000 }, (_, i) => `Mill ${i} Split`);
  const row = names.map(() => '1:00:00').join(',');
  const text = `place,bib,time,${names.join(',')}\n1,7,4:10:00,${row}\n2,8,4:20:00,${row}\n`;
  expect(readText('a.csv', text).timesS).toEqual([hms(4, 10, 0), hms(4, 20, 0)]);
});
