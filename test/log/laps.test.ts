import { describe, expect, it } from 'vitest';
import type { LogContext } from '../../src/input/log/context.js';
import { pineCreek, readLog, readText } from './support.js';

/** 50 km in one go, with stations at 10 and 30 km. */
const fifty: LogContext = {
  ...pineCreek,
  units: 'metric',
  places: [
    { name: 'Start', atM: 0 },
    { name: 'Mill', atM: 10_000 },
    { name: 'Ridge', atM: 30_000 },
    { name: 'Finish', atM: 50_000 },
  ],
};

describe('the laps of a watch', () => {
  it('tell arrivals at stations, stretched to the official distance', () => {
    const { value, diagnostics } = readLog('garmin-laps', fifty);
    expect(diagnostics.map(({ code }) => code)).toEqual(['CSV_READ_AS']);
    // 50.02 km measured: station and finish lie 0.04 % further along the laps
    expect(value?.finishS).toBe(19_079);
    expect(value?.status).toBe('finished');
    expect(value?.visits.map(({ place, departS }) => [place, departS])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
    const ten = value?.visits[0]?.arriveS ?? 0;
    expect(Math.abs(ten - 3410)).toBeLessThan(30);
  });

  it('of a race not yet finished go as far as they go', () => {
    const { value } = readText(
      'Laps,Time,Cumulative Time,Distance km\n1,50:00,50:00,10.00\n2,55:00,1:45:00,"10,00"\nSummary,1:45:00,1:45:00,20.00',
      fifty,
    );
    expect(value).toMatchObject({ status: 'open', finishS: null });
    expect(value?.visits.map(({ place, arriveS }) => [place, arriveS])).toEqual([[1, 3000]]);
  });

  it('with a time that is none are an error at that cell', () => {
    const { diagnostics } = readText(
      'Laps,Time,Cumulative Time,Distance km\n1,5:00,soon,1.00',
      fifty,
    );
    expect(diagnostics[0]).toMatchObject({
      code: 'BAD_TIME',
      span: { line: 2, column: 8, length: 4 },
    });
  });
});
