import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Visit } from '../../src/domain/record.js';
import { combineLogs } from '../../src/engine/activity/combine.js';
import { bareStation } from '../../src/engine/course/places.js';
import { logOf, visit } from '../support/race.js';

const PLACES = Array.from({ length: 6 }, (_, i) => ({
  ...bareStation(`S${i}`),
  atM: i * 10_000,
}));
const RECORDED = logOf(
  [
    visit(1, 3_600, 3_700),
    visit(2, 7_200, 7_500),
    visit(3, 11_000, 11_000),
    visit(4, 15_000, 15_100),
    visit(5, 19_000),
  ],
  { finishS: 19_000, status: 'finished' },
);
const combine = (visits: readonly Visit[], rest: Parameters<typeof logOf>[1] = {}) =>
  combineLogs(logOf(visits, rest), RECORDED, PLACES, 'splits.csv');
const times = ({ log }: ReturnType<typeof combine>) =>
  log.visits.map((v) => [v.place, v.arriveS, v.departS]);

describe('a log and a recording of one race', () => {
  it('give the log’s times, and the recording’s where it has none', () => {
    const both = combine([visit(2, 7_260, null, { notes: 'soup' }), visit(4, null, 15_060)]);
    expect(times(both)).toEqual([
      [1, 3_600, 3_700],
      [2, 7_260, 7_560],
      [3, 11_000, 11_000],
      [4, 14_960, 15_060],
      [5, 19_000, null],
    ]);
    expect(both.log).toMatchObject({ status: 'finished', finishS: 19_000 });
    expect(both.log.visits[1]?.notes).toBe('soup');
    expect(both.diagnostics).toEqual([]);
  });

  it('tell where they differ by more than two minutes, and by no less', () => {
    const { diagnostics } = combine([visit(1, 3_720, 3_821), visit(3, 10_400)]);
    expect(diagnostics).toMatchObject([
      {
        code: 'LOG_AND_ACTIVITY_DIFFER',
        severity: 'warning',
        args: { station: 'S1', event: 'departure', loggedS: 3_821, recordedS: 3_700 },
      },
      { args: { station: 'S3', event: 'arrival', loggedS: 10_400, recordedS: 11_000 } },
    ]);
  });

  it('end where the log says that the race ended', () => {
    const ended = combine([visit(2, 7_200)], { status: 'dnf' });
    expect(times(ended).map(([place]) => place)).toEqual([1, 2]);
    expect(ended.log).toMatchObject({ status: 'dnf', finishS: null });
  });

  it('never put a time before an earlier one, and change none that is written', () => {
    const written = fc
      .array(fc.option(fc.integer({ min: 0, max: 20_000 })), { minLength: 8, maxLength: 8 })
      .map((all) => {
        const known = all.filter((s) => s !== null).toSorted((a, b) => a - b);
        return all.map((s) => (s === null ? null : known.shift()!));
      });
    fc.assert(
      fc.property(written, (s) => {
        const own = [1, 2, 3, 4].map((place) => visit(place, s[2 * place - 2]!, s[2 * place - 1]!));
        const { log } = combine(own);
        for (const { place, arriveS, departS } of own) {
          const merged = log.visits.find((v) => v.place === place)!;
          if (arriveS !== null) expect(merged.arriveS).toBe(arriveS);
          if (departS !== null) expect(merged.departS).toBe(departS);
        }
        const inOrder = log.visits.flatMap((v) => [v.arriveS, v.departS]).filter((t) => t !== null);
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => a - b));
      }),
    );
  });
});
