import { describe, expect, it } from 'vitest';
import { pineCreek, readLog } from './support.js';

describe('a log of arrivals and departures by the clock', () => {
  it('is read as elapsed times at the visits of the course, and says so', () => {
    const { value, diagnostics } = readLog('clock', pineCreek);
    expect(value?.visits.map(({ place, arriveS, departS }) => [place, arriveS, departS])).toEqual([
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
    expect(value?.visits[0]).toMatchObject({
      intake: { carbG: 45, fluidMl: 500, sodiumMg: 400, energyKcal: 210, caffeineMg: null },
      notes: 'felt easy',
      line: 2,
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'CSV_READ_AS',
        severity: 'note',
        args: {
          rows: 10,
          shape: 'arrival and departure, clock, America/New_York',
          emptyCells: 2,
        },
      },
    ]);
  });
});
