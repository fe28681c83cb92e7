import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  computeFinishers,
  computeInTime,
  type OpenForecast,
} from '../../src/engine/career/closing.js';
import { normalCdf, normalQuantile, Z90 } from '../../src/kernel/stats.js';

const H = 3600;

const openForecast = (hours: number, spread: number): OpenForecast => ({
  medianS: hours * H,
  earlyS: hours * H * Math.exp(-Z90 * spread),
  lateS: hours * H * Math.exp(Z90 * spread),
  spread,
});

const anyOpen = fc
  .record({
    hours: fc.double({ min: 4, max: 60, noNaN: true }),
    spread: fc.double({ min: 0.09, max: 0.3, noNaN: true }),
  })
  .map(({ hours, spread }) => openForecast(hours, spread));
/** The closing, as a share of the forecast: near enough that it matters, not hopeless. */
const anyNear = fc.double({ min: 0.9, max: 1.3, noNaN: true });

describe('the finish times of a race that closes', () => {
  it('lie before the closing, half of them before the middle, 8 in 10 in the range', () => {
    fc.assert(
      fc.property(anyOpen, anyNear, (open, near) => {
        const closesS = near * open.medianS;
        const { earlyS, medianS, lateS, underRatio } = computeFinishers(open, closesS);
        expect(earlyS).toBeLessThan(medianS);
        expect(medianS).toBeLessThan(lateS);
        expect(lateS).toBeLessThan(closesS);
        expect(underRatio(earlyS)).toBeCloseTo(0.1, 6);
        expect(underRatio(medianS)).toBeCloseTo(0.5, 6);
        expect(underRatio(lateS)).toBeCloseTo(0.9, 6);
        expect(underRatio(closesS)).toBe(1);
      }),
    );
  });

  it('are no later than if nothing closed, and the earlier the earlier it closes', () => {
    fc.assert(
      fc.property(anyOpen, anyNear, anyNear, (open, a, b) => {
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((near) =>
          computeFinishers(open, near * open.medianS),
        );
        for (const bound of ['earlyS', 'medianS', 'lateS'] as const) {
          expect(early![bound]).toBeLessThanOrEqual(late![bound] + 1);
          expect(late![bound]).toBeLessThanOrEqual(open[bound] + 1);
        }
      }),
    );
  });

  it('are those of an open race where the closing is far off, or nearly nobody would be in', () => {
    const open = openForecast(40, 0.1);
    for (const closesS of [null, 400 * H, 20 * H, 0]) {
      const { earlyS, medianS, lateS } = computeFinishers(open, closesS);
      expect(earlyS).toBeCloseTo(open.earlyS, -1);
      expect(medianS).toBeCloseTo(open.medianS, -1);
      expect(lateS).toBeCloseTo(open.lateS, -1);
    }
  });

  it('crowd the last tenth before the closing: who would be a little late hurries', () => {
    const open = openForecast(44, 0.1);
    const [before, closes] = [42 * H, 46.5 * H];
    const openShare = computeInTime(open, null, closes) - computeInTime(open, null, before);
    const share = computeInTime(open, closes, closes) - computeInTime(open, closes, before);
    expect(share).toBeGreaterThan(openShare + 0.1);
    expect(computeInTime(open, closes, before / 1.05)).toBe(
      computeInTime(open, null, before / 1.05),
    );
  });
});

describe('the normal quantile', () => {
  it('is the inverse of the distribution function', () => {
    for (const p of [1e-6, 0.001, 0.1, 0.5, 0.77, 0.999]) {
      expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 7);
    }
    expect(normalQuantile(0.9)).toBeCloseTo(Z90, 4);
    expect(normalQuantile(0.1)).toBeCloseTo(-Z90, 4);
  });
});
