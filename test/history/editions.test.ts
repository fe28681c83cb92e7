import { describe, expect, it } from 'vitest';
import type { Edition, RunnerSplits } from '../../src/domain/record.js';
import { readPastEdition } from '../../src/engine/history/edition.js';
import { resultOf } from '../support/race.js';

const H = 3600;

const runner = (
  timeS: number | null,
  arriveS: (number | null)[],
  departS = arriveS.map(() => null as number | null),
): RunnerSplits => ({
  runner: '1',
  result: resultOf(timeS),
  waveS: 0,
  arriveS,
  departS,
});

const editionOf = (
  runners: RunnerSplits[],
  stations: { name: string; atM: number | null }[],
): Edition => ({
  name: 'A race',
  year: 2019,
  file: 'splits.csv',
  results: runners.map(({ result }) => result),
  splits: { stations, runners },
  distanceM: null,
  highC: null,
  comparable: null,
});

const STATIONS = [
  { name: 'A', atM: 20_000 },
  { name: 'B', atM: 40_000 },
];
const read = (
  runners: RunnerSplits[],
  stations: { name: string; atM: number | null }[] = STATIONS,
) => readPastEdition(editionOf(runners, stations), 60_000);

describe('a past edition', () => {
  it('keeps finishers, and drops those whose times cannot be true', () => {
    const good = runner(9 * H, [3 * H, 6 * H]);
    const { finishers, dropped } = read([
      good,
      runner(9 * H, [3 * H, 3 * H]),
      runner(9 * H, [3 * H, 10 * H]),
      // 20 km in 59 min
      runner(9 * H, [3540, 6 * H]),
      runner(9 * H, [null, null]),
    ]);
    expect(finishers.map(({ arriveS }) => arriveS)).toEqual([good.arriveS]);
    expect(dropped).toBe(4);
  });

  it('does not learn from those who did not finish, nor counts them as dropped', () => {
    expect(read([runner(null, [3 * H, null])])).toMatchObject({ finishers: [], dropped: 0 });
  });

  it('takes the time out of a station where the time in is not known', () => {
    const { finishers } = read([runner(9 * H, [null, 6 * H], [3 * H, 7 * H])]);
    expect(finishers[0]!.arriveS).toEqual([3 * H, 6 * H]);
  });

  it('leaves out stations whose distance nobody knows, and puts the others in order', () => {
    const { stations, finishers } = read(
      [runner(9 * H, [6 * H, 4 * H, 3 * H])],
      [STATIONS[1]!, { name: 'X', atM: null }, STATIONS[0]!],
    );
    expect(stations.map(({ name }) => name)).toEqual(['A', 'B']);
    expect(finishers[0]!.arriveS).toEqual([3 * H, 6 * H]);
  });

  it('does not take a finish listed among the stations for one', () => {
    const { stations, finishers } = read(
      [runner(9 * H, [3 * H, 9 * H])],
      [STATIONS[0]!, { name: 'Finish', atM: 60_000 }],
    );
    expect(stations.map(({ name }) => name)).toEqual(['A']);
    expect(finishers).toHaveLength(1);
  });

  it('is empty without splits', () => {
    const edition = { ...editionOf([runner(9 * H, [])], []), splits: null };
    expect(readPastEdition(edition, 60_000)).toMatchObject({ finishers: [], dropped: 1 });
  });
});
