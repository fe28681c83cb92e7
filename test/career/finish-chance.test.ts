import { describe, expect, it } from 'vitest';
import { computeFinishChance } from '../../src/engine/career/finish-chance.js';
import type { CareerForecast } from '../../src/engine/career/forecast.js';
import { Z90 } from '../../src/kernel/stats.js';

const H = 3600;
const ORDINARY = 40;

/** Of a race that takes an ordinary runner 40 h. */
const forecastOf = (hours: number, spread = 0.12): CareerForecast => ({
  medianS: hours * H,
  earlyS: hours * H * Math.exp(-Z90 * spread),
  lateS: hours * H * Math.exp(Z90 * spread),
  spread,
  races: [],
  effectiveRaces: 3,
  ordinaryS: ORDINARY * H,
});

const chance = (hours: number, closesH: number | null, spread?: number) =>
  computeFinishChance({
    forecast: forecastOf(hours, spread),
    latestFinishS: closesH && closesH * H,
    toldRatio: null,
  })!;

describe('the chance to finish', () => {
  it('is best for the ordinary: the slow are out for longer, the fast stop more readily', () => {
    expect(chance(ORDINARY, null)).toBeCloseTo(Math.exp(-0.0075 * ORDINARY), 9);
    for (const hours of [25, 32, 48, 56]) {
      expect(chance(hours, null)).toBeLessThan(chance(ORDINARY, null));
    }
  });

  it('falls as the closing comes near, the slower the surer the forecast', () => {
    expect(chance(44, 50)).toBeLessThan(chance(44, 60));
    expect(chance(44, 46)).toBeLessThan(chance(44, 50));
    const fall = (spread: number) => chance(60, 46, spread) / chance(60, null, spread);
    expect(fall(0.1)).toBeLessThan(fall(0.2));
  });

  it('is what past editions tell where nothing else does', () => {
    const told = { forecast: null, latestFinishS: 46 * H, toldRatio: 0.63 };
    expect(computeFinishChance(told)).toBe(0.63);
  });

  it('moves with what past editions tell, and stays the runner’s own', () => {
    const told = (toldRatio: number | null, hours: number) =>
      computeFinishChance({ forecast: forecastOf(hours), latestFinishS: 46 * H, toldRatio })!;
    for (const hours of [30, 40, 46]) {
      expect(told(0.4, hours)).toBeLessThan(told(null, hours));
      expect(told(0.9, hours)).toBeGreaterThan(told(null, hours));
    }
    expect(told(0.63, 46)).toBeLessThan(told(0.63, 40));
    expect(told(1, 40)).toBeLessThan(1);
    expect(told(0, 40)).toBeGreaterThan(0);
  });

  it('of an ordinary runner where nothing closes is about what past editions tell', () => {
    const evidence = { forecast: forecastOf(ORDINARY), latestFinishS: null, toldRatio: 0.55 };
    expect(computeFinishChance(evidence)).toBeCloseTo(0.55, 9);
  });

  it('grows with the time allowed, up to that of a finish', () => {
    const evidence = { forecast: forecastOf(44), latestFinishS: 46 * H, toldRatio: null };
    const chances = [30, 38, 44, 46, 50].map((hours) => computeFinishChance(evidence, hours * H)!);
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(chances.at(-1)).toBe(computeFinishChance(evidence));
    expect(chances.at(-2)).toBe(computeFinishChance(evidence));
  });
});
