import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PastRace } from '../../src/domain/athlete.js';
import { computeFinishOutlook } from '../../src/engine/forecast/finish.js';
import { flatFifty } from '../support/race.js';

const H = 3600;

/** A runner of about six hours, and a race that closes when it does. */
function outlook(latestS: number | null, past: Partial<PastRace> = {}) {
  const { plan, course } = flatFifty();
  const race: PastRace = {
    race: 'Spring 50',
    distanceM: 50_000,
    gainM: 0,
    timeS: 6 * H,
    outcome: { kind: 'finished' },
    dayAt: null,
    isYearAlone: false,
    ...past,
  };
  return computeFinishOutlook({
    athlete: { ...plan.athlete, past: [race] },
    course: { ...course, gainM: 0 },
    dayAt: null,
    outcomes: [],
    latestOf: () => latestS,
  });
}

const anyHours = fc.double({ min: 3, max: 12, noNaN: true });

describe('a race that closes', () => {
  it('earlier makes no time likelier', () => {
    fc.assert(
      fc.property(anyHours, anyHours, anyHours, (a, b, hours) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        // whoever would be a little late hurries: only the last tenth before the closing gains by it
        fc.pre(hours < early / 1.1);
        const chance = outlook(early * H).underRatio!(hours * H);
        expect(chance).toBeLessThanOrEqual(outlook(late * H).underRatio!(hours * H) + 1e-9);
        expect(chance).toBeLessThanOrEqual(outlook(null).underRatio!(hours * H) + 1e-9);
      }),
    );
  });

  it('leaves every time up to its closing at most as likely as a finish, and the closing as likely', () => {
    fc.assert(
      fc.property(anyHours, anyHours, anyHours, (closes, a, b) => {
        const { underRatio, finishRatio } = outlook(closes * H);
        const [early, late] = [Math.min(a, b) * H, Math.max(a, b) * H];
        expect(underRatio!(early)).toBeLessThanOrEqual(underRatio!(late) + 1e-9);
        expect(underRatio!(late)).toBeLessThanOrEqual(finishRatio! + 1e-9);
        expect(underRatio!(closes * H)).toBeCloseTo(finishRatio!, 9);
      }),
    );
  });

  it('long after anybody needs is as good as none', () => {
    for (const hours of [5, 6, 7]) {
      expect(outlook(20 * H).underRatio!(hours * H)).toBeCloseTo(
        outlook(null).underRatio!(hours * H),
        6,
      );
    }
  });
});
