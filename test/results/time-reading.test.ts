import { describe, expect, it } from 'vitest';
import { parseTimeCell } from '../../src/input/times/cell.js';
import { likeliestReadings } from '../../src/input/times/choice.js';
import { type RaceStart, readTimes } from '../../src/input/times/reading.js';

const cells = (written: string) =>
  written.split(' ').map((w) => parseTimeCell(w.replace('_', ' ')));
const start: RaceStart = { startAt: Date.UTC(2018, 8, 8, 11), zone: 'America/New_York' };
const noStart: RaceStart = { startAt: null, zone: 'UTC' };
const km = (...kms: number[]) => kms.map((k) => k * 1000);
const likeliest = (written: string, atM: readonly (number | null)[], from: RaceStart = start) =>
  likeliestReadings([{ cells: cells(written), atM }], from);
const inHours = (written: string, reading: Parameters<typeof readTimes>[1]) =>
  readTimes(cells(written), reading, start).map(({ inS }) => (inS == null ? null : inS / 3600));

describe('a column read as times of day', () => {
  const clock = { kind: 'clock', dial: 24 } as const;
  it('rolls over midnight, twice if the race lasts', () => {
    expect(inHours('7:30 19:00 01:00 13:00 06:00', clock)).toEqual([0.5, 12, 18, 30, 47]);
  });
  it('shows a small step back as such', () => {
    expect(inHours('12:00 11:30', clock)).toEqual([5, 4.5]);
  });
  it('believes a day that is written', () => {
    expect(inHours('Sun_6:00PM 10-06:00 9/9/2018_18:00', clock)).toEqual([35, 47, 35]);
  });
  it('reads twelve-hour dials', () => {
    expect(inHours('7:30 12:40 1:10 2:10', { kind: 'clock', dial: 12 })).toEqual([
      0.5,
      5 + 2 / 3,
      6 + 1 / 6,
      7 + 1 / 6,
    ]);
  });
  it('counts real hours through a change of clocks', () => {
    const beforeChange = { startAt: Date.UTC(2018, 10, 3, 16), zone: 'America/New_York' };
    const [noon] = readTimes(cells('Sun_12:00PM'), clock, beforeChange);
    expect(noon?.inS).toBe(25 * 3600);
  });
});

describe('a column read as times of legs', () => {
  it('is summed, and unknown after a gap', () => {
    const leg = { kind: 'leg', form: 'm:ss' } as const;
    expect(inHours('30:00 1:15:00 45:00 -- 30:00', leg)).toEqual([0.5, 1.75, 2.5, null, null]);
  });
});

describe('what a column of times means', () => {
  const at = km(8.7, 17.4, 26.1, 34.8, 99.8);
  it.each([
    ['0:52 1:47 2:44 3:45 11:19', { kind: 'elapsed', form: 'h:mm' }],
    ['7:52 8:47 9:44 10:45 18:19', { kind: 'clock', dial: 24 }],
    ['0:52:00 0:55:00 0:57:00 1:01:00 7:34:00', { kind: 'leg', form: 'h:mm' }],
    ['52:00 55:00 57:00 1:01:00 7:34:00', { kind: 'leg', form: 'm:ss' }],
    ['3120 6420 9840 13500 40740', { kind: 'elapsed', form: 'seconds' }],
    ['0.87 1.78 2.73 3.75 11.32', { kind: 'elapsed', form: 'hours' }],
  ])('is found for %s', (written, reading) => {
    expect(likeliest(written, at)).toEqual([reading]);
  });

  it('is a dial of twelve hours where one of 24 would mean half a day between stations', () => {
    const noonOnTheWay = km(35, 43.7, 52.4, 61.1, 99.8);
    expect(likeliest('10:52 11:47 12:44 1:45 6:19', noonOnTheWay)).toEqual([
      { kind: 'clock', dial: 12 },
    ]);
  });

  it('is found although both would be possible, for nobody starts at half the speed held later', () => {
    const fromFour: RaceStart = { ...start, startAt: Date.UTC(2017, 6, 15, 8) };
    const marks = km(34.3, 48.8, 76, 94.1, 111.7);
    expect(likeliest('8:31 10:38 14:52 18:16 22:33', marks, fromFour)).toEqual([
      { kind: 'clock', dial: 24 },
    ]);
    expect(likeliest('4:31 6:38 10:52 14:16 18:33', marks, fromFour)).toEqual([
      { kind: 'elapsed', form: 'h:mm' },
    ]);
  });

  it('is clearer with a hint, and nothing else with an order', () => {
    const fromFour: RaceStart = { ...start, startAt: Date.UTC(2017, 6, 15, 8) };
    const one = [{ cells: cells('8:31'), atM: km(34.3) }];
    const read = (hints: Parameters<typeof likeliestReadings>[2]) =>
      likeliestReadings(one, fromFour, hints).map((r) => r.kind);
    expect(read({})).toEqual(['clock', 'elapsed']);
    expect(read({ expected: 'clock' })).toEqual(['clock']);
    expect(read({ kinds: ['leg'] })).toEqual(['leg']);
  });

  it('does not hang on one mistake', () => {
    expect(likeliest('0:52 1:47 1:41 3:45 11:19', at)).toEqual([{ kind: 'elapsed', form: 'h:mm' }]);
  });

  it('is left open where two meanings are possible', () => {
    expect(likeliest('7:52', [null])).toContainEqual({ kind: 'clock', dial: 24 });
    expect(likeliest('7:52', [null])).toContainEqual({ kind: 'elapsed', form: 'h:mm' });
  });

  it('is never a time of day without a start', () => {
    expect(likeliest('7:52 8:47 9:44 10:45 18:19', at, noStart).map((r) => r.kind)).not.toContain(
      'clock',
    );
  });
});
