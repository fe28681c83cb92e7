import { describe, expect, it } from 'vitest';
import { computeSun } from '../../src/engine/course/daylight.js';
import { type Instant, instantOf, timeOfDay } from '../../src/kernel/clock.js';
import { parseDuration } from '../../src/kernel/quantity.js';
import { S_PER_H } from '../../src/kernel/units.js';

type Sky = [lat: number, lon: number, zone: string, start: string];

const instant = (written: string, zone: string) => {
  const [year, month, day, hour, minute] = written.split(/\D/).map(Number);
  return instantOf(
    { year: year!, month: month!, day: day!, hour: hour!, minute: minute!, second: 0 },
    zone,
  );
};
const sunAt = ([lat, lon, zone, start]: Sky, hours = 30) =>
  computeSun({ lat, lon }, instant(start, zone), zone, hours * S_PER_H)!;

const PINE_CREEK: Sky = [41.77, -77.42, 'America/New_York', '2018-09-08 07:00'];
const VERMONT: Sky = [43.45, -72.48, 'America/New_York', '2017-07-15 04:00'];
const TROMSO: [number, number, string] = [69.65, 18.96, 'Europe/Oslo'];

describe('sun times', () => {
  const minutesApart = (at: Instant | null, zone: string, clock: string) =>
    Math.abs(timeOfDay(at!, zone) - parseDuration(clock)!) / 60;

  // Almanacs round to the minute and take the same -50' for refraction and the sun's radius: 2 minutes is ample.
  it.each([
    // Reda & Andreas 2008, NREL/TP-560-34302, table A5.1
    ['Golden, NREL', [39.742, -105.179, '-07:00', '2003-10-17 06:00'], '6:12:43', '17:20:19'],
    // US Naval Observatory, "Sun or Moon Rise/Set Table for One Year": New York, 21 June, + 1 h summer time
    ['New York, USNO', [40.72, -74.02, 'America/New_York', '2018-06-21 05:00'], '5:25', '20:31'],
    // the same source: Washington, 21 June
    ['Washington, USNO', [38.9, -77.03, 'America/New_York', '2018-06-21 05:00'], '5:43', '20:37'],
    ['Pine Creek', PINE_CREEK, '6:44', '19:31'],
  ] satisfies [string, Sky, string, string][])(
    'agree with the almanac: %s',
    (_, sky, rise, set) => {
      const [day] = sunAt(sky).days;
      expect(minutesApart(day!.riseAt, sky[2], rise)).toBeLessThan(2);
      expect(minutesApart(day!.setAt, sky[2], set)).toBeLessThan(2);
    },
  );

  it('are given for every calendar day the race touches', () => {
    expect(sunAt(PINE_CREEK, 11).days.map((d) => d.day)).toEqual(['2018-09-08']);
    expect(sunAt(PINE_CREEK, 29).days.map((d) => d.day)).toEqual(['2018-09-08', '2018-09-09']);
  });

  it('belong to the local day far from Greenwich', () => {
    const { days } = sunAt([-36.85, 174.76, 'Pacific/Auckland', '2024-02-10 06:00'], 12);
    const [{ riseAt, setAt } = { riseAt: 0, setAt: 0 }] = days;
    const start = instant('2024-02-10 00:00', 'Pacific/Auckland');
    expect((riseAt! - start) / 3.6e6).toBeCloseTo(6.62, 0);
    expect((setAt! - start) / 3.6e6).toBeCloseTo(20.4, 0);
  });

  it('are unknown without a place', () => {
    expect(computeSun(null, 0, 'UTC', 3600)).toBeNull();
  });
});

describe('light', () => {
  const lightAfter = (sky: Sky, duration: string) => sunAt(sky).lightAt(parseDuration(duration)!);

  it('is dark for the first hour at Vermont, and then day', () => {
    expect(lightAfter(VERMONT, '0:00')).toBe('dark');
    expect(lightAfter(VERMONT, '0:59')).toBe('twilight');
    expect(lightAfter(VERMONT, '1:45')).toBe('day');
  });

  it('lasts until after 7:30 PM at Pine Creek', () => {
    expect(lightAfter(PINE_CREEK, '0:00')).toBe('day');
    expect(lightAfter(PINE_CREEK, '12:29')).toBe('day');
    expect(lightAfter(PINE_CREEK, '12:40')).toBe('twilight');
    expect(lightAfter(PINE_CREEK, '13:30')).toBe('dark');
    expect(lightAfter(PINE_CREEK, '23:30')).toBe('twilight');
    expect(lightAfter(PINE_CREEK, '24:00')).toBe('day');
  });

  it('agrees with the times of the days', () => {
    const sky = PINE_CREEK;
    const { days, lightAt } = sunAt(sky);
    const start = instant(sky[3], sky[2]);
    for (const { setAt, duskAt } of days) {
      expect(lightAt((setAt! - start) / 1000 - 60)).toBe('day');
      expect(lightAt((setAt! - start) / 1000 + 60)).toBe('twilight');
      expect(lightAt((duskAt! - start) / 1000 + 60)).toBe('dark');
    }
  });

  it('never ends in polar summer and hardly begins in polar winter', () => {
    const summer = sunAt([...TROMSO, '2024-06-21 00:00']);
    const winter = sunAt([...TROMSO, '2024-12-21 00:00']);
    const hours = Array.from({ length: 30 }, (_, h) => h * S_PER_H);
    expect(new Set(hours.map(summer.lightAt))).toEqual(new Set(['day']));
    expect(new Set(hours.map(winter.lightAt))).toEqual(new Set(['dark', 'twilight']));
    expect(summer.days[0]).toMatchObject({ riseAt: null, setAt: null });
  });

  it('is twilight all through a white night', () => {
    const { lightAt } = sunAt([61.5, 23.76, 'Europe/Helsinki', '2024-06-21 12:00']);
    const night = [12, 13, 14, 15].map((h) => lightAt(h * S_PER_H));
    expect(new Set(night)).toEqual(new Set(['twilight']));
  });
});
