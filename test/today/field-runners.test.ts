import { describe, expect, it } from 'vitest';
import type { RunnerSplits } from '../../src/domain/record.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { readField } from '../../src/engine/today/field-runners.js';
import { planWithCourse, station } from '../support/plan.js';
import { resultOf } from '../support/race.js';

const { value: course } = buildCourse(
  planWithCourse({
    distanceM: 50_000,
    stations: [station('Ford', 10_000), station('Mill', 20_000), station('Ford', 35_000)],
  }),
  null,
);
const STATIONS = [
  { name: 'Start', atM: 0 },
  { name: 'Ford', atM: 10_020 },
  { name: 'Nowhere', atM: null },
  { name: 'Ford', atM: 35_000 },
  { name: 'Finish', atM: 50_000 },
];
const runner = (
  arriveS: (number | null)[],
  timeS: number | null = null,
  waveS: number | null = 0,
): RunnerSplits => ({
  runner: '7',
  result: resultOf(timeS),
  waveS,
  arriveS,
  departS: arriveS.map(() => null),
});
const read = (...runners: RunnerSplits[]) =>
  readField({ stations: STATIONS, runners }, course!).map(({ arriveS }) => arriveS);

describe('the runners of today', () => {
  it('are known at the places of the course, the finish last, as far as they are on their way', () => {
    expect(read(runner([12, 3600, 5400, 14_000, null]))).toEqual([[0, 3600, null, 14_000, null]]);
    expect(read(runner([null, 3600, null, null, null], 20_000))).toEqual([
      [0, 3600, null, null, 20_000],
    ]);
  });
  it('are told by the time out of a station where that is all there is', () => {
    const out = {
      ...runner([null, null, null, null, null]),
      departS: [null, 3700, null, null, null],
    };
    expect(read(out)).toEqual([[0, 3700, null, null, null]]);
  });
  it('are left out when their times go back, or nobody knows when they started', () => {
    expect(read(runner([null, 3600, null, 3600, null]))).toEqual([]);
    expect(read(runner([null, 3600, null, 14_000, null], 14_000))).toEqual([]);
    expect(read(runner([null, 3600, null, 14_000, null], null, null))).toEqual([]);
  });
});
