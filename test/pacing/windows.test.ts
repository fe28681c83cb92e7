import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { computeWindow } from '../../src/engine/pacing/windows.js';
import { planWithCourse, station } from '../support/plan.js';

const anyTarget = fc.integer({ min: 3600, max: 144 * 3600 });
const anyShare = fc.double({ min: 0.001, max: 0.999, noNaN: true });

describe('an arrival window', () => {
  it('holds the plan, is open in between and closed at start and finish', () => {
    fc.assert(
      fc.property(anyTarget, anyShare, (targetS, x) => {
        const { earlyS, lateS } = computeWindow(x * targetS, targetS);
        expect(earlyS).toBeLessThan(x * targetS);
        expect(lateS).toBeGreaterThan(x * targetS);
        expect(earlyS).toBeGreaterThanOrEqual(0);
        expect(lateS).toBeLessThanOrEqual(targetS);
        expect(computeWindow(0, targetS)).toEqual({ earlyS: 0, lateS: 0 });
        expect(computeWindow(targetS, targetS)).toEqual({
          earlyS: targetS,
          lateS: targetS,
        });
      }),
    );
  });

  it('moves on with the race', () => {
    fc.assert(
      fc.property(anyTarget, (targetS) => {
        const windows = Array.from({ length: 101 }, (_, i) =>
          computeWindow((i / 100) * targetS, targetS),
        );
        windows.slice(1).forEach(({ earlyS, lateS }, i) => {
          expect(earlyS).toBeGreaterThan(windows[i]!.earlyS);
          expect(lateS).toBeGreaterThanOrEqual(windows[i]!.lateS);
        });
      }),
    );
  });

  it('is narrow early and widest in the second half', () => {
    const width = (x: number) => {
      const { earlyS, lateS } = computeWindow(x * 86_400, 86_400);
      return lateS - earlyS;
    };
    expect(width(0.05)).toBeLessThan(width(0.25));
    expect(width(0.25)).toBeLessThan(width(0.55));
    expect(width(0.95)).toBeLessThan(width(0.55));
  });

  it('is about an hour and a half at half way in a day-long race', () => {
    // Past runners nearest in finish time spread over 57/79/74 min at a quarter, half and three quarters of
    // Western States; without them a plan is a little less sure.
    const { earlyS, lateS } = computeWindow(0.46 * 86_400, 86_400);
    expect((lateS - earlyS) / 60).toBeGreaterThan(79);
    expect((lateS - earlyS) / 60).toBeLessThan(100);
  });

  it('is there for every station of a plan, and not for the finish, which is the target', () => {
    const stations = [10, 20, 30, 40].map((km) => station(`Km ${km}`, km * 1000));
    const plan = planWithCourse({ distanceM: 50_000, stations });
    const course = buildCourse(plan, null).value!;
    const pace = computePacePlan(plan, course, null, { kind: 'time', targetS: 6 * 3600 });
    if ('kind' in pace) throw new Error(pace.kind);
    expect(pace.legs.map((leg) => leg.window !== null)).toEqual([true, true, true, true, false]);
  });
});
