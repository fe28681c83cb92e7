import { describe, expect, it } from 'vitest';
import type { LogContext } from '../../src/input/log/context.js';
import { M_PER_MI } from '../../src/kernel/units.js';
import { pineCreek, readLog, readText, vermont } from './support.js';

type Read = ReturnType<typeof readLog>;
const listed = ({ diagnostics }: Read) =>
  diagnostics.map(({ severity, code, span }) =>
    span ? `${span.line}:${span.column}+${span.length} ${severity} ${code}` : code,
  );
const problemsOf = (text: string, context: LogContext = pineCreek) =>
  listed(readText(text, context)).filter((line) => line !== 'CSV_READ_AS');

describe('a log with many mistakes', () => {
  it('has each one reported, at its line and column', () => {
    expect(listed(readLog('broken', pineCreek))).toEqual([
      '1:45+4 note UNKNOWN_COLUMN',
      '3:17+4 error SPLIT_GOES_BACK',
      '3:29+1 error CSV_SYNTAX',
      '4:30+4 error BAD_TIME',
      '4:35+3 error NUTRIENT_NEGATIVE',
      '5:1+14 error ROW_NOT_PLACED',
      '6:12+5 error BAD_TIME',
      '6:27+4 error BAD_NUMBER',
      '8:17+5 error TOO_FAST',
      '9:28+3 warning NUTRIENT_ABSURD',
      '10:12+12 error BAD_NUMBER',
      '11:1+18 error ROW_OUT_OF_ORDER',
      'CSV_READ_AS',
    ]);
  });
});

describe('a time that goes back', () => {
  it('is measured against the one before it', () => {
    const { diagnostics } = readText(
      'station,arrive,depart\nPretty House,8:31,8:37\nStage Road,10:38,10:45\nCamp Ten Bear,10:04,10:10\nMargaritaville,18:16,18:31\n',
      vermont,
    );
    expect(diagnostics.find(({ code }) => code === 'SPLIT_GOES_BACK')).toMatchObject({
      severity: 'error',
      args: {
        column: 'arrive',
        written: '10:04',
        station: 'Camp Ten Bear',
        byS: 2460,
        before: 'Stage Road',
        event: 'departure',
      },
      span: { line: 4, column: 15, length: 5 },
      related: [{ span: { line: 3, column: 18, length: 5 } }],
    });
  });

  it('may lie before the start', () => {
    const { diagnostics } = readText(
      'station,arrive\nWellsboro Junction,6:52\nAsaph,8:50\nWellsboro Junction,9:45\n',
      pineCreek,
    );
    expect(diagnostics[0]).toMatchObject({
      code: 'SPLIT_GOES_BACK',
      args: { byS: 480, event: 'start' },
      span: { line: 2, column: 20 },
    });
  });

  it.each([
    ['by twelve hours', '1:00', '6:13+4 error SPLIT_AHEAD'],
    ['forward', '23:00', '6:13+5 error SPLIT_AHEAD'],
  ])('is one slip, not a new day for all that follows: %s', (_, slip, expected) => {
    const text = `station,arrive\nWellsboro Junction,7:52\nAsaph,8:50\nWellsboro Junction,9:45\nAsaph,10:45\nDarling Run,${slip}\nTiadaghton,13:00\nBlackwell,14:30\nFinish,18:19\n`;
    expect(problemsOf(text)).toEqual([expected]);
    expect(readText(text, pineCreek).value?.finishS).toBe(40740);
  });
});

describe('a date of the wrong year', () => {
  it('is one mistake', () => {
    const text =
      'station,arrive\nWellsboro Junction,7:52\nAsaph,2019-09-08 8:50\nWellsboro Junction,9:45\nFinish,18:19\n';
    expect(problemsOf(text)).toEqual(['3:7+15 error SPLIT_AHEAD']);
    expect(readText(text, pineCreek).value?.finishS).toBe(40740);
  });
});

describe('a log that cannot have happened', () => {
  it.each([
    ['nothing in it', '\n\n', ['CSV_EMPTY']],
    ['a header alone', 'station,arrive\n', ['CSV_EMPTY']],
    ['no places', 'arrive\n7:52\n', ['1:1+6 error NO_COLUMN']],
    ['no times', 'station\nAsaph\n', ['1:1+7 error NO_COLUMN']],
    [
      'a leg nobody runs',
      'station,arrive\nWellsboro Junction,7:12\nAsaph,8:50\nWellsboro Junction,9:45\n',
      ['2:20+4 error TOO_FAST'],
    ],
    [
      'a leg nobody needs so long for',
      'station,elapsed\nWellsboro Junction,0:52\nAsaph,1:50\nWellsboro Junction,2:45\nAsaph,13:45\n',
      ['5:7+5 warning TOO_SLOW'],
    ],
    [
      'a start other than the plan’s',
      'station,arrive,depart\nStart,,7:12\nWellsboro Junction,7:58,8:00\nAsaph,8:50,\n',
      ['2:8+4 warning START_DIFFERS'],
    ],
    [
      'a leg without its time',
      'station,leg\nWellsboro Junction,52:00\nAsaph,--\nWellsboro Junction,55:00\n',
      ['3:7+2 warning LEG_TIME_MISSING'],
    ],
    [
      'rows after the end',
      'station,time of day,status\nPretty House,8:31,\nStage Road,10:38,dnf\nCamp Ten Bear,14:52,\n',
      ['4:1+13 error ROW_AFTER_END'],
      vermont,
    ],
    [
      'an end without its place',
      'station,time of day\nPretty House,8:31\nDNF,10:38\n',
      ['3:1+3 warning END_LEFT_OUT'],
      vermont,
    ],
    [
      'an end without its time',
      'station,time of day\nPretty House,8:31\nDNF at 25 mi,\n',
      ['3:1+12 warning END_LEFT_OUT'],
      vermont,
    ],
    [
      'cells without a column',
      'station,time of day,carbs\nAsaph,8:50,40,hm\n',
      ['2:15+2 error CELL_WITHOUT_COLUMN'],
    ],
    [
      'a row that sums up',
      'station,arrive,carbs\nWellsboro Junction,7:52,40\nTotal,,40\n',
      ['3:1+5 error ROW_NOT_PLACED'],
    ],
    [
      'a name that is merely alike',
      'station,arrive\nWellsboro Junction,7:52\nBlakwel,14:30\n',
      ['3:1+7 warning ROW_PLACED_BY_GUESS'],
    ],
    [
      'a misspelt column',
      'station,arive\nAsaph,8:50\n',
      ['1:1+7 error NO_COLUMN', '1:9+5 note UNKNOWN_COLUMN'],
    ],
  ] as [string, string, string[], LogContext?][])('is told of %s', (_, text, expected, context) => {
    expect(problemsOf(text, context)).toEqual(expected);
  });
});

describe('amounts nobody takes', () => {
  const read = (rows: string) =>
    readText(`station,arrive,carbs_g,fluid_l\n${rows}`, pineCreek).diagnostics.filter(
      ({ code }) => code === 'NUTRIENT_ABSURD',
    );

  it('are measured by the hour since the row above', () => {
    expect(read('Wellsboro Junction,7:52,150,2\nDarling Run,11:32,700,3\n')).toEqual([]);
    expect(read('Wellsboro Junction,7:52,150,2\nDarling Run,11:32,80,12\n')).toMatchObject([
      {
        severity: 'warning',
        args: { column: 'fluid_l', nutrient: 'fluidMl', limitPerHour: 2500 },
        span: { line: 3, column: 22 },
      },
    ]);
  });

  it('may be a meal of a few minutes', () => {
    expect(read('Wellsboro Junction,7:52,40,1\nAsaph,8:10,190,1\n')).toEqual([]);
  });
});

describe('times with a point', () => {
  const log = (...times: string[]) =>
    `Station;Ankunft\n${['Wellsboro Junction', 'Asaph', 'Darling Run', 'Finish'].map((name, i) => `${name};${times[i]}`).join('\n')}`;

  it('may be hours and minutes, or hours with decimals: that is asked', () => {
    const { diagnostics } = readText(log('0.52', '1.50', '4.32', '11.19'), pineCreek);
    expect(diagnostics[0]).toMatchObject({
      code: 'HOURS_AMBIGUOUS',
      severity: 'error',
      args: { written: '0.52', asMinutes: '0:52', decimalS: 1872 },
      span: { line: 2, column: 20, length: 4 },
    });
  });

  it('are hours with decimals where one can be nothing else, or they say so', () => {
    const decimal = readText(log('0.87', '1.83', '4.53', '11.32'), pineCreek);
    expect(decimal.value?.finishS).toBe(Math.round(11.32 * 3600));
    const said = readText(log('0.52 h', '1.50 h', '4.32 h', '11.19 h'), pineCreek);
    expect(problemsOf(log('0.52 h', '1.50 h', '4.32 h', '11.19 h'))).toEqual([]);
    expect(said.value?.finishS).toBe(11.19 * 3600);
  });
});

describe('a station of the plan at another distance', () => {
  it('is told by both distances, not asked for by its own name', () => {
    const { diagnostics } = readText(
      'station,distance,time\nAsaph,10.8,1:50\nDarling Run,4,4:32\nBlackwell,16.1,7:30\n',
      pineCreek,
    );
    expect(diagnostics.find(({ code }) => code === 'ROW_ELSEWHERE')).toMatchObject({
      severity: 'error',
      args: { written: 'Darling Run', atM: 4 * M_PER_MI, stationM: 25.6 * M_PER_MI },
    });
  });
});
