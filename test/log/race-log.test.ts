import { describe, expect, it } from 'vitest';
import type { RaceLog } from '../../src/domain/record.js';
import type { LogContext } from '../../src/input/log/context.js';
import { M_PER_MI } from '../../src/kernel/units.js';
import { pineCreek, readLog, readText, vermont } from './support.js';

const timesOf = (log: RaceLog | null) =>
  log?.visits.map(({ place, arriveS, departS }) => [place, arriveS, departS]);
const arrivalsOf = (log: RaceLog | null) =>
  log?.visits.flatMap(({ place, arriveS }) => (place === 0 ? [] : [arriveS]));
const readAs = ({ diagnostics }: ReturnType<typeof readLog>) =>
  diagnostics.flatMap((d) => (d.code === 'CSV_READ_AS' ? [d.args.shape] : []))[0];

const PINE_CREEK_ARRIVALS = [3120, 6600, 9900, 13500, 16320, 21600, 27000, 32700, 38100, 40740];

describe('a log of arrivals and departures by the clock', () => {
  const { value, diagnostics } = readLog('clock', pineCreek);

  it('is read as elapsed times at the visits of the course', () => {
    expect(timesOf(value)).toEqual([
      [1, 3120, 3300],
      [2, 6600, 6780],
      [3, 9900, 10020],
      [4, 13500, 13800],
      [5, 16320, 16560],
      [6, 21600, 21900],
      [7, 27000, 27600],
      [8, 32700, 33000],
      [9, 38100, 38340],
      [10, 40740, null],
    ]);
    expect(value).toMatchObject({ finishS: 40740, status: 'finished' });
  });

  it('keeps what was taken and noted; what was not written stays unknown', () => {
    expect(value?.visits[0]).toMatchObject({
      intake: { carbG: 45, fluidMl: 500, sodiumMg: 400, energyKcal: 210, caffeineMg: null },
      notes: 'felt easy',
      line: 2,
    });
    expect(value?.visits[4]?.intake.sodiumMg).toBeNull();
    expect(value?.visits[3]?.notes).toBe('sun is out, cap on');
  });

  it('says what was assumed', () => {
    expect(diagnostics).toMatchObject([
      {
        code: 'CSV_READ_AS',
        severity: 'note',
        args: { rows: 10, shape: 'arrival and departure, clock, America/New_York', emptyCells: 2 },
      },
    ]);
  });
});

describe('the same race in other forms', () => {
  it.each([
    ['elapsed', 'arrival and departure, elapsed'],
    ['legs', 'arrival, leg times (m:ss)'],
    ['arrivals', 'arrival, clock, America/New_York'],
  ])('is the same race: %s', (name, shape) => {
    const log = readLog(name, pineCreek);
    expect(arrivalsOf(log.value)).toEqual(PINE_CREEK_ARRIVALS);
    expect(log.value?.finishS).toBe(40740);
    expect(readAs(log)).toBe(shape);
  });

  it.each([
    ['bare seconds', 'arrive', ['3120', '6600', '40740'], 'elapsed (seconds)'],
    ['decimal hours', 'arrive', ['0.8667', '1.8333', '11.3167'], 'elapsed (hours)'],
    ['words', 'time', ['52 min', '1h50', '11h 19m'], 'elapsed'],
    ['elapsed since the start', 'time', ['0:52:00', '1:50:00', '11:19:00'], 'elapsed'],
    [
      'a dial of twelve hours',
      'time',
      ['7:52', '8:50', '6:19'],
      'clock, America/New_York (12 hours)',
    ],
    [
      'dates and days',
      'time',
      ['Sat 7:52', '2018-09-08T08:50:00-04:00', 'September 8, 2018 6:19 PM'],
      'clock, America/New_York',
    ],
  ])('is the same race in %s', (_, header, [a, b, c], kind) => {
    const rows = `Wellsboro Junction,"${a}"\nAsaph,"${b}"\nFinish,"${c}"\n`;
    const log = readText(`station,${header}\n${rows}`, pineCreek);
    const [first, second, last] = arrivalsOf(log.value) ?? [];
    expect([first, second, last].map((s) => Math.round((s ?? 0) / 60))).toEqual([52, 110, 679]);
    expect(readAs(log)).toBe(`arrival, ${kind}`);
  });

  it('may have time in and time out in one cell, and visits without a time', () => {
    const log = readLog('ranges', pineCreek);
    expect(timesOf(log.value)).toEqual([
      [1, 3120, 3300],
      [2, 6600, 6780],
      [3, null, null],
      [4, 13500, 13800],
    ]);
    expect(log.value).toMatchObject({ status: 'open', finishS: null });
    expect(log.diagnostics).toMatchObject([{ code: 'CSV_READ_AS', args: { emptyCells: 1 } }]);
  });

  it('may have semicolons, decimal commas, kilometres for names and units in the header', () => {
    const log = readLog('semicolons', pineCreek);
    expect(arrivalsOf(log.value)).toEqual(PINE_CREEK_ARRIVALS.slice(0, 5));
    expect(log.value?.visits[3]?.intake).toMatchObject({
      carbG: 50,
      fluidMl: 600,
      sodiumMg: 450,
      energyKcal: expect.closeTo(240.08, 2),
    });
    expect(log.diagnostics).toMatchObject([
      { code: 'UNKNOWN_COLUMN', severity: 'note', args: { column: 'Zeit' }, span: { column: 4 } },
      { code: 'CSV_READ_AS' },
    ]);
  });

  it('takes numbers without a unit for what the plan is written in, and says so', () => {
    const text = 'mile,arrive,fluid,carbs\n5.4,7:52,20,45\n';
    const log = readText(text, pineCreek);
    expect(log.value?.visits[0]).toMatchObject({
      place: 1,
      intake: { fluidMl: expect.closeTo(591.47, 2), carbG: 45 },
    });
    expect(readAs(log)).toBe('arrival, clock, America/New_York, fluid in oz');
    const metric = readText(text.replace('mile', 'distance').replace('5.4', '8.7'), {
      ...pineCreek,
      units: 'metric',
    });
    expect(metric.value?.visits[0]).toMatchObject({ place: 1, intake: { fluidMl: 20 } });
    expect(readAs(metric)).toBe('arrival, clock, America/New_York, distance in km, fluid in ml');
  });

  it('names the columns that are not read, such as a second one of times', () => {
    const { diagnostics } = readText(
      'station,mood,elapsed,arrive\nWellsboro Junction,good,0:52,7:52\n',
      pineCreek,
    );
    expect(diagnostics.filter((d) => d.code === 'UNKNOWN_COLUMN')).toMatchObject([
      { severity: 'note', args: { column: 'mood' }, span: { line: 1, column: 9, length: 4 } },
      { severity: 'note', args: { column: 'elapsed' }, span: { line: 1, column: 14, length: 7 } },
    ]);
  });

  it('may hold a note with commas nobody quoted', () => {
    const { value } = readText(
      'station,arrive,notes\nWellsboro Junction,7:52,felt easy, then hard\n',
      pineCreek,
    );
    expect(value?.visits[0]?.notes).toBe('felt easy, then hard');
  });
});

describe('a race through the night', () => {
  it('goes on into the next day', () => {
    const { value, diagnostics } = readLog('past-midnight', vermont);
    expect(value?.finishS).toBe(29.5 * 3600);
    expect(arrivalsOf(value)?.slice(4, 7)).toEqual([66780, 76200, 91200]);
    expect(diagnostics).toMatchObject([{ code: 'CSV_READ_AS' }]);
  });

  it('and through a second one', () => {
    const { value } = readText(
      "station,arrive,depart\nPretty House,12:00,13:00\nCamp Ten Bear,23:00,1:00\nCamp Ten Bear,14:00,17:00\nBill's,6:00,6:10\nFinish,12:00,\n",
      vermont,
    );
    expect(timesOf(value)).toEqual([
      [1, 28800, 32400],
      [3, 68400, 75600],
      [5, 122400, 133200],
      [7, 180000, 180600],
      [9, 201600, null],
    ]);
  });

  it('counts real hours when the clocks change', () => {
    const autumn = { ...vermont, startAt: Date.UTC(2018, 10, 3, 8) };
    const { value } = readText(
      "station,arrive\nPretty House,8:30\nCamp Ten Bear,15:00\nCamp Ten Bear,23:00\nBill's,5:00\n",
      autumn,
    );
    expect(arrivalsOf(value)?.at(-1)).toBe(26 * 3600);
  });
});

describe('rows of a station passed several times', () => {
  const placesOf = (text: string, context = pineCreek) => {
    const { value, diagnostics } = readText(`station,arrive\n${text}`, context);
    const guesses = diagnostics.filter((d) => d.code === 'ROW_PLACED_BY_GUESS').length;
    return [value?.visits.map(({ place }) => place), guesses];
  };

  it('are told apart by order', () => {
    expect(placesOf('Wellsboro Jct,7:52\nAsaph,8:50\nWellsboro Jct,9:45\n')).toEqual([
      [1, 2, 3],
      0,
    ]);
  });

  it('are told apart by their times where visits are left out', () => {
    expect(placesOf('Asaph,10:45\nTiadaghton,13:00\n')).toEqual([[4, 6], 0]);
    expect(placesOf('Asaph,8:50\nTiadaghton,13:00\nFinish,18:19\n')).toEqual([[2, 6, 10], 0]);
  });

  it('are a guess, and said to be, where nothing tells', () => {
    const byTheClock: LogContext = { ...vermont, times: 'clock' };
    expect(placesOf('Camp Ten Bear,22:33\n', byTheClock)).toEqual([[5], 1]);
  });

  it('end at the finish, whatever it is called', () => {
    const { visits } = readLog('clock', pineCreek).value!;
    const named = visits.map(({ place }) =>
      place === 10 ? 'Asaph' : pineCreek.places[place]!.name,
    );
    const text = visits.map(({ arriveS }, i) => `${named[i]},${arriveS}`).join('\n');
    expect(placesOf(text)).toEqual([[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 1]);
  });
});

describe('a race that ended early', () => {
  const rows = 'station,clock in,clock out\nPretty House,8:31,8:37\nStage Road,10:38,10:45\n';

  it('may end between stations, at a distance', () => {
    const { value } = readLog('dnf', vermont);
    expect(value).toMatchObject({ status: 'dnf', finishS: null, endedS: 62400 });
    expect(value?.endedAtM).toBeCloseTo(65.1 * M_PER_MI);
    expect(value?.visits.at(-1)?.place).toBe(4);
  });

  it.each([
    ['a status at the station', 'Camp Ten Bear,14:52,DNF\n', [3, 39120]],
    ['a status and the stations not reached', 'Camp Ten Bear,DNF,\nFinish,--,--\n', [3, null]],
    ['a row of its own', 'DNF,,\n', [2, 23880]],
    ['the place beside the word', 'DNF (Camp Ten Bear),14:52,\n', [3, 39120]],
  ])('may end with %s', (_, end, [place, arriveS]) => {
    const { value, diagnostics } = readText(rows + end, vermont);
    expect(value).toMatchObject({ status: 'dnf', finishS: null, endedAtM: null });
    expect(value?.visits.at(-1)).toMatchObject({ place, arriveS });
    expect(diagnostics.map(({ code }) => code)).toEqual(['CSV_READ_AS']);
  });

  it('at a place nobody knows, and says that this is left out', () => {
    const { value, diagnostics } = readText(`${rows}dropped,14:00,\n`, vermont);
    expect(value).toMatchObject({ status: 'dnf', endedAtM: null });
    expect(value?.visits.at(-1)).toMatchObject({ place: 2, arriveS: 23880 });
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: 'END_LEFT_OUT',
        args: { missing: 'place', station: 'Stage Road' },
      }),
    );
  });

  it('at no place that only its order tells', () => {
    const { value } = readText("station,elapsed\nBill's,22:20\nDNF,26:30\n", vermont);
    expect(value?.status).toBe('dnf');
    expect(value?.visits.map(({ place }) => place)).toEqual([7]);
  });

  it.each(['DNF at 40 mi', 'DNF mile 40', 'dropped,40 mi'])('at a distance, as %s', (end) => {
    const [name, mile = ''] = end.split(',');
    const text = `station,mile,in\nPretty House,21.3,8:31\nStage Road,30.3,10:38\n${name},${mile},14:00\n`;
    const { value } = readText(text, vermont);
    expect(value).toMatchObject({ status: 'dnf', endedS: 10 * 3600 });
    expect(value?.endedAtM).toBeCloseTo(40 * M_PER_MI);
  });

  it('may say so in a note', () => {
    const { value } = readText(
      'station,arrive,notes\nPretty House,8:31,\nStage Road,10:38,DNF: back\n',
      vermont,
    );
    expect(value).toMatchObject({ status: 'dnf', visits: [{}, { notes: 'DNF: back' }] });
  });

  it('is still open where the log merely stops', () => {
    expect(readText(rows, vermont).value).toMatchObject({ status: 'open', finishS: null });
  });
});

describe('times that may be read in two ways', () => {
  const text = 'station,time\nPretty House,8:31\n';

  it('are asked about', () => {
    const { value, diagnostics } = readText(text, vermont);
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      {
        code: 'TIMES_AMBIGUOUS',
        args: { column: 'time', readings: ['clock', 'elapsed'] },
        span: { line: 1, column: 9, length: 4 },
      },
    ]);
  });

  it('are what the runner says', () => {
    const read = (times: 'clock' | 'elapsed') =>
      arrivalsOf(readText(text, { ...vermont, times }).value);
    expect(read('clock')).toEqual([16260]);
    expect(read('elapsed')).toEqual([30660]);
  });

  it('are what the header says', () => {
    const read = (header: string) =>
      arrivalsOf(readText(text.replace('time', header), vermont).value);
    expect(read('time of day')).toEqual([16260]);
    expect(read('elapsed')).toEqual([30660]);
    expect(read('arrive')).toEqual([16260]);
  });

  it('cannot be times of day where the race has no start', () => {
    const noStart = { ...pineCreek, startAt: null };
    const read = (rows: string) => readText(`station,arrive\n${rows}`, noStart);
    expect(read('Wellsboro Junction,0:52\nAsaph,1:50\n').value?.visits).toHaveLength(2);
    for (const rows of [
      'Asaph,8:50 AM\n',
      'Wellsboro Junction,7:52\nAsaph,8:50\nDarling Run,11:32\n',
    ]) {
      expect(read(rows)).toMatchObject({
        value: null,
        diagnostics: [{ code: 'CLOCK_WITHOUT_START', span: { line: 1, column: 9 } }],
      });
    }
  });
});

describe('a log of legs and of times from the start', () => {
  it('goes by the times from the start: legs leave stops out', () => {
    const { value, diagnostics } = readText(
      'station,leg time,elapsed\nAsaph,1:50:00,1:50:00\nDarling Run,2:30:00,4:32:00\nBlackwell,2:45:00,7:30:00\nFinish,3:30:00,11:19:00',
      pineCreek,
    );
    expect(value?.finishS).toBe(11 * 3600 + 19 * 60);
    expect(diagnostics).toMatchObject([
      { code: 'UNKNOWN_COLUMN', args: { column: 'leg time' } },
      { code: 'CSV_READ_AS' },
    ]);
  });
});
