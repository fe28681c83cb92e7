import { describe, expect, it } from 'vitest';
import { parseTimeCell } from '../../src/input/times/cell.js';
import { parseFinishStatus } from '../../src/input/times/status.js';

const colons = (first: number, second: number, third: number | null, negative = false) => ({
  kind: 'time',
  time: { kind: 'colons', first, second, third, negative },
});
const clock = (tod: number, day: unknown = null) => ({
  kind: 'time',
  time: { kind: 'clock', tod, day },
});
const weekday = (n: number) => ({ kind: 'weekday', weekday: n });
const dates = (...list: [number, number, number][]) => ({
  kind: 'date',
  dates: list.map(([year, month, day]) => ({ year, month, day })),
});

describe('a cell of a time column', () => {
  it.each([
    ['26:45:18', colons(26, 45, 18)],
    ['1:52', colons(1, 52, null)],
    ['01:52:11', colons(1, 52, 11)],
    ['17:30', colons(17, 30, null)],
    ['37:04', colons(37, 4, null)],
    ['11h45', colons(11, 45, null)],
    ['0:00:13.4', colons(0, 0, 13.4)],
    ['(0:03)', colons(0, 3, null, true)],
    ['-0:03', colons(0, 3, null, true)],
  ])('keeps every meaning of %s', (written, meaning) => {
    expect(parseTimeCell(written)).toEqual(meaning);
  });

  it.each([
    ['5:30PM', clock(63000)],
    ['5 pm', clock(61200)],
    ['12:05 a.m.', clock(300)],
    ['Fri 5:30PM', clock(63000, weekday(5))],
    ['So 05:30', clock(19800, weekday(0))],
    ['ven. 18:32', clock(66720, weekday(5))],
    ['26-22:30', clock(81000, { kind: 'dayOfMonth', day: 26 })],
    ['July 10, 2026  6:00 AM', clock(21600, dates([2026, 7, 10]))],
    ['Sat 8 September 2018 07:52', clock(28320, dates([2018, 9, 8]))],
    ['2018-09-08 07:52', clock(28320, dates([2018, 9, 8]))],
    ['8.9.2018 07:52:10', clock(28330, dates([2018, 9, 8]))],
    ['9/8/2018 7:52 AM', clock(28320, dates([2018, 9, 8], [2018, 8, 9]))],
    ['9/28/2018 7:52', clock(28320, dates([2018, 9, 28]))],
  ])('reads %s as a time of day', (written, meaning) => {
    expect(parseTimeCell(written)).toEqual(meaning);
  });

  it('reads an instant, a number, a duration in words, and a range', () => {
    const at = Date.UTC(2018, 8, 8, 11, 52);
    expect(parseTimeCell('2018-09-08T07:52:00-04:00')).toEqual({
      kind: 'time',
      time: { kind: 'instant', at },
    });
    expect(parseTimeCell('59867')).toEqual({
      kind: 'time',
      time: { kind: 'number', value: 59867 },
    });
    expect(parseTimeCell('1,45')).toEqual({ kind: 'time', time: { kind: 'number', value: 1.45 } });
    expect(parseTimeCell('1 day, 2:45:00')).toEqual({
      kind: 'time',
      time: { kind: 'duration', seconds: 96300 },
    });
    expect(parseTimeCell('13:48:00-13:49:00')).toEqual({
      kind: 'range',
      in: colons(13, 48, 0).time,
      out: colons(13, 49, 0).time,
    });
    expect(parseTimeCell('5:30PM – 5:35PM')).toEqual({
      kind: 'range',
      in: clock(63000).time,
      out: clock(63300).time,
    });
  });

  it.each([
    ['7:05:50 h', 25_550],
    ['3d 15:08:59 h', 313_739],
    ['1 j 02:03:04', 93_784],
    ['2 Tage 03:04:05', 183_845],
    ['1.02:03:04', 93_784],
    ['2H 5M 54S', 7554],
    ['2h05\'54"', 7554],
    ['2:05’54', 7554],
    ['2h05m54', 7554],
    ['5\'30"', 330],
  ])('reads %s as a length of time', (written, seconds) => {
    expect(parseTimeCell(written)).toEqual({ kind: 'time', time: { kind: 'duration', seconds } });
  });

  it('reads a time in without a time out, and the reverse', () => {
    expect(parseTimeCell('01:40:00---:--')).toEqual(colons(1, 40, 0));
    expect(parseTimeCell('1:40 / --')).toEqual(colons(1, 40, null));
    const out = colons(1, 40, 0).time;
    expect(parseTimeCell('--:---01:40:00')).toEqual({ kind: 'range', in: null, out });
    expect(parseTimeCell('10:05/10:12')).toEqual({
      kind: 'range',
      in: colons(10, 5, null).time,
      out: colons(10, 12, null).time,
    });
  });

  it.each(['', ' ', '--', '--:--', '--:--:--', 'NA', 'n/a', '0', 'fehlt!', 'fehlt!  '])(
    'takes "%s" as missing',
    (written) => {
      expect(parseTimeCell(written)).toEqual({ kind: 'missing' });
    },
  );

  it.each([
    ['DNF', 'dnf'],
    ['dnf', 'dnf'],
    ['Abandon', 'dnf'],
    ['DNS', 'dns'],
    ['DQ', 'dq'],
    ['DSQ', 'dq'],
  ])('takes %s as a status', (written, status) => {
    expect(parseTimeCell(written)).toEqual({ kind: 'status', status });
  });

  it.each([
    '7:61',
    '25:30 PM',
    'Fri 25:30',
    'hello',
    '1.',
    '2018-02-30 07:00',
    '7:52-',
    '06:54:60',
    '--:-- / soon',
  ])('makes nothing of %s', (written) => {
    expect(parseTimeCell(written)).toEqual({ kind: 'unreadable' });
  });
});

it('knows no status that only JavaScript knows', () => {
  expect(parseFinishStatus('2')).toBe('dnf');
  expect(parseFinishStatus('constructor')).toBeNull();
});

describe('times of day as people say them', () => {
  const clock = (written: string) => {
    const cell = parseTimeCell(written);
    return cell.kind === 'time' && cell.time.kind === 'clock' ? cell.time : null;
  };
  it.each(['5:30pm', '5:30 p.m.', '5.30 pm', '5.30pm', '5:30p', '17:30 Uhr', '17.30 Uhr'])(
    'half past five in the afternoon: %s',
    (written) => {
      expect(clock(written)).toEqual({ kind: 'clock', tod: 17.5 * 3600, day: null });
    },
  );
  it.each(['noon', '12 noon', '12pm', '12:00 PM'])('noon: %s', (written) => {
    expect(clock(written)?.tod).toBe(12 * 3600);
  });
  it.each([
    [6, ['Sat', 'Sa', 'Saturday', 'Samstag', 'samedi', 'sábado', 'sabato', 'zaterdag', 'lørdag']],
    [0, ['Sun', 'So', 'Sonntag', 'dim.', 'domingo', 'dom', 'domenica', 'zo', 'söndag']],
    [2, ['Tue', 'Tues', 'Di', 'mardi', 'martes', 'martedì', 'dinsdag', 'tirsdag']],
    [4, ['Thu', 'Thurs', 'Do', 'jeudi', 'jueves', 'giovedì', 'donderdag', 'torsdag']],
  ])('a day, 0 is Sunday: %i %j', (weekday, names) => {
    for (const name of names) {
      for (const written of [`${name} 17:30`, `17:30 ${name}`, `17:30 (${name})`]) {
        expect([written, clock(written)?.day]).toEqual([written, { kind: 'weekday', weekday }]);
      }
    }
  });
  it.each(['ma 17:30', 'Monroe 17:30', 'Mill 5pm', '5.30', 'Sat 5.30', '5 a', '13pm', '17:60 Uhr'])(
    'is none that may be another, or no day: %s',
    (written) => {
      expect(clock(written)).toBeNull();
    },
  );
});

describe('a date with its weekday', () => {
  it('is on that weekday, which tells the day from the month, or is none', () => {
    expect(parseTimeCell('Sat 8 June 2024 6:00')).toEqual(clock(21_600, dates([2024, 6, 8])));
    expect(parseTimeCell('Sat 8/6/2024 6:00')).toEqual(clock(21_600, dates([2024, 6, 8])));
    expect(parseTimeCell('Sun 8 June 2024 6:00')).toEqual({ kind: 'unreadable' });
    expect(parseTimeCell('Mar 8, 2024 6:00')).toEqual(clock(21_600, dates([2024, 3, 8])));
  });
});
