import { describe, expect, it } from 'vitest';
import { planOf, rowsOf, secondsOf, timesOf } from '../support/race-files.js';

const RACE = 'vermont-100';
const plan = planOf(RACE);
const splits = rowsOf(RACE, 'splits.csv');

describe('the Vermont plan', () => {
  it('climbs 14,000 ft in all', () => {
    const gainFt = plan.course.stations.map((s) => Number.parseFloat(s.gain));
    expect(gainFt.reduce((sum, gain) => sum + gain, 0)).toBe(14000);
  });

  it('knows no results', () => {
    expect(plan.results).toBeUndefined();
  });
});

describe('the Vermont log', () => {
  it('ends at the second visit to Camp Ten Bear, out of the race', () => {
    expect(splits.map((s) => s.station)).toEqual(
      plan.course.stations.slice(0, splits.length).map((s) => s.name),
    );
    expect(splits.at(-1)).toMatchObject({ station: 'Camp Ten Bear', depart: '', status: 'DNF' });
    expect(plan.course.stations[splits.length - 1]!.at).toBe('69.4 mi');
  });

  it('never goes back in time, and comes there after mile 68 at 10:00 PM', () => {
    const times = timesOf(splits);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeGreaterThan(secondsOf('22:00') + 15 * 60);
    expect(times.at(-1)).toBeLessThan(secondsOf('23:00'));
  });

  it('eats and drinks less than half as often at the end as at first', () => {
    const rows = rowsOf(RACE, 'intake.csv');
    const rowsPerH = (from: string, to: string) =>
      rows.filter(
        (r) => secondsOf(r.time!) > secondsOf(from) && secondsOf(r.time!) <= secondsOf(to),
      ).length /
      ((secondsOf(to) - secondsOf(from)) / 3600);
    expect(rowsPerH('18:24', '22:34')).toBeLessThan(rowsPerH('4:00', '8:06') / 2);
  });
});
