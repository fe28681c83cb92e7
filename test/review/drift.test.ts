import { describe, expect, it } from 'vitest';
import { computeHeartDrift } from '../../src/engine/review/drift.js';
import { computeStretches } from '../../src/engine/review/stretches.js';
import { flatFifty, logOf, visit } from '../support/race.js';

const { course, pace } = flatFifty();
/** Legs run at `factors` of the planned moving time, with a stop of ten minutes at each station. */
function runAt(factors: readonly number[], stopS = 600) {
  let atS = 0;
  const visits = pace.legs.map((leg, i) => {
    const arriveS = atS + leg.movingS * factors[i]!;
    atS = arriveS + stopS;
    return visit(i + 1, arriveS, i === pace.legs.length - 1 ? null : atS);
  });
  return computeStretches(course, pace, logOf(visits, { status: 'finished' }));
}
const EVEN = runAt([1, 1, 1, 1, 1]);
const beats = (of: (atS: number) => number | null) =>
  Array.from({ length: 3000 }, (_, i) => ({ atS: i * 10, heartRateBpm: of(i * 10), powerW: null }));

/** Elapsed when half of the moving time is over. */
function halfOf(stretches: ReturnType<typeof runAt>): number {
  let leftS = stretches.reduce((sum, { movingS }) => sum + movingS!, 0) / 2;
  for (const { startS, stopBeforeS, movingS } of stretches) {
    if (leftS <= movingS!) return startS + stopBeforeS! + leftS;
    leftS -= movingS!;
  }
  return Number.NaN;
}

describe('heart rate drift', () => {
  it('is none at an even effort and an even pulse, whatever the stops', () => {
    for (const stopS of [0, 600]) {
      const even = runAt([1, 1, 1, 1, 1], stopS);
      expect(
        computeHeartDrift(
          even,
          beats(() => 140),
        )!.driftRatio,
      ).toBeCloseTo(0, 9);
    }
  });

  it('leaves the pulse of stops out', () => {
    const isStop = (atS: number) =>
      EVEN.some(({ startS, stopBeforeS }) => atS >= startS && atS < startS + stopBeforeS!);
    const drift = computeHeartDrift(
      EVEN,
      beats((atS) => (isStop(atS) ? 90 : 140)),
    )!;
    expect(drift.driftRatio).toBeCloseTo(0, 3);
    expect(drift.halves[0]!.meanHeartRateBpm).toBeCloseTo(140, 0);
  });

  it('leaves out what a watch saw of standing on the way, and the pulse of it', () => {
    // half an hour stood in the last leg, of which the log tells nothing
    const { startS, stopBeforeS, movingS, endS } = EVEN.at(-1)!;
    const stood = { fromS: endS - 600, toS: endS + 1200 };
    const last = { ...EVEN.at(-1)!, endS: endS + 1800, movingS: movingS! + 1800 };
    expect(stood.fromS).toBeGreaterThan(startS + stopBeforeS!);
    const drift = computeHeartDrift(
      [...EVEN.slice(0, -1), last],
      beats((atS) => (atS >= stood.fromS && atS < stood.toS ? 90 : 140)),
      [stood],
    )!;
    expect(drift.driftRatio).toBeCloseTo(0, 3);
    expect(drift.halves[1]!.meanHeartRateBpm).toBeCloseTo(140, 0);
  });

  it('a tenth more beats for the same speed is a drift of 1 − 1/1.1', () => {
    const halfS = halfOf(EVEN);
    const drift = computeHeartDrift(
      EVEN,
      beats((atS) => (atS < halfS ? 140 : 154)),
    )!;
    expect(drift.driftRatio).toBeCloseTo(1 - 1 / 1.1, 3);
  });

  it('a tenth more time at the same pulse is the same drift', () => {
    // the first two and a half legs as planned, then slower; the half of the time lies in the third
    const slower = runAt([1, 1, 1, 1.1, 1.1]);
    const drift = computeHeartDrift(
      slower,
      beats(() => 140),
    )!;
    const [first, second] = drift.halves;
    expect(first!.speedFactor).toBeCloseTo(1, 6);
    expect(second!.speedFactor).toBeLessThan(0.95);
    expect(drift.driftRatio).toBeCloseTo(1 - second!.speedFactor / first!.speedFactor, 9);
  });

  it('is unknown, not nought, where a half has no pulse, or moving times are missing', () => {
    const lost = computeHeartDrift(
      EVEN,
      beats((atS) => (atS < 9000 ? 140 : null)),
    )!;
    expect(lost).toEqual({ driftRatio: null, missing: 'heart rate', halves: [] });
    const untold = EVEN.map((stretch) => ({ ...stretch, movingS: null }));
    expect(
      computeHeartDrift(
        untold,
        beats(() => 140),
      ),
    ).toMatchObject({
      driftRatio: null,
      missing: 'moving time',
    });
    expect(
      computeHeartDrift(
        EVEN,
        beats(() => null),
      ),
    ).toBeNull();
    expect(computeHeartDrift(EVEN, [])).toBeNull();
  });
});
