import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GRADE_MODEL_NAMES } from '../../src/domain/plan.js';
import { temperatureAt } from '../../src/engine/course/race-day.js';
import {
  altitudeFactor,
  darkFactor,
  heatFactor,
} from '../../src/engine/pacing/factors/conditions.js';
import {
  amplitudeOfFade,
  computeFadeAmplitude,
  fadeFactor,
  fadeOfAmplitude,
} from '../../src/engine/pacing/factors/fade.js';
import { GRADE_MODELS, minettiGrade } from '../../src/engine/pacing/factors/grade.js';
import { sum } from '../../src/kernel/stats.js';

const hours = (h: number) => h * 3600;

describe('fade', () => {
  it('grows with the duration and levels off', () => {
    const amplitudes = [1, 5, 12, 24, 48, 144].map((h) => computeFadeAmplitude(hours(h), 0));
    amplitudes.slice(1).forEach((a, i) => {
      expect(a).toBeGreaterThan(amplitudes[i]!);
    });
    expect(amplitudes.at(-1)! - amplitudes.at(-2)!).toBeLessThan(0.05);
  });

  it('makes the second half of a day-long race a quarter slower or so, as in real splits', () => {
    // Western States and Berlin finishers of 24 h, by the linear fits of earlier work: a ≈ 0.44 … 0.57, which
    // is 25 … 33 % from half to half; the last tenth is taken from that here.
    const fadeRatio = fadeOfAmplitude(computeFadeAmplitude(hours(24), 0));
    expect(fadeRatio).toBeGreaterThan(0.22);
    expect(fadeRatio).toBeLessThan(0.33);
  });

  it('is a little more on hills, beyond the effort they cost', () => {
    const [flat, hilly] = [0, 0.6].map((hillRatio) => computeFadeAmplitude(hours(24), hillRatio));
    expect(hilly).toBeGreaterThan(flat!);
    expect(hilly! / flat!).toBeLessThan(1.2);
  });

  it('reads back as the share it was given', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.5, max: 1, noNaN: true }), (ratio) => {
        expect(fadeOfAmplitude(amplitudeOfFade(ratio))).toBeCloseTo(ratio, 9);
      }),
    );
  });

  it('of 15 % means that the second half of the effort takes 15 % longer', () => {
    const amplitude = amplitudeOfFade(0.15);
    const first = fadeFactor(0, 0.5, amplitude);
    const second = fadeFactor(0.5, 1, amplitude);
    expect(second / first).toBeCloseTo(1.15, 12);
  });

  it('of 0 is dead even', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.99, noNaN: true }), (from) => {
        expect(fadeFactor(from, from + 0.01, amplitudeOfFade(0))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('slows down up to the last tenth, and picks up there', () => {
    const tenths = Array.from({ length: 10 }, (_, i) => fadeFactor(i / 10, (i + 1) / 10, 0.5));
    tenths.slice(1, 9).forEach((factor, i) => {
      expect(factor).toBeGreaterThan(tenths[i]!);
    });
    expect(tenths[9]).toBeLessThan(tenths[8]!);
  });

  it('is the same however the effort is cut, positive, and 1 on average', () => {
    const ratios = fc.integer({ min: 1, max: 9999 }).map((parts) => parts / 10_000);
    const amplitudes = fc.double({ min: -0.5, max: 1, noNaN: true }).map(amplitudeOfFade);
    fc.assert(
      fc.property(fc.array(ratios, { maxLength: 20 }), amplitudes, (cuts, amplitude) => {
        const ends = [0, ...new Set(cuts.toSorted((a, b) => a - b)), 1];
        const times = ends.slice(1).map((to, i) => {
          const factor = fadeFactor(ends[i]!, to, amplitude);
          expect(factor).toBeGreaterThan(0);
          return factor * (to - ends[i]!);
        });
        expect(sum(times)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('grade', () => {
  it.each(GRADE_MODEL_NAMES)('%s costs nothing on the flat', (name) => {
    expect(GRADE_MODELS[name]({ climbRatio: 0, descentRatio: 0 })).toBe(1);
  });

  it('never gets cheaper with more climb', () => {
    const ratio = fc.integer({ min: 0, max: 40 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(fc.constantFrom(...GRADE_MODEL_NAMES), ratio, ratio, (name, gentle, more) => {
        const cost = (climbRatio: number) => GRADE_MODELS[name]({ climbRatio, descentRatio: 0 });
        expect(cost(gentle + more)).toBeGreaterThanOrEqual(cost(gentle));
      }),
    );
  });

  it('follows Minetti 2002: cheapest near −20 %, five times the flat at +45 %', () => {
    // Measured there: 1.73 ± 0.36 J/kg/m at −0.20 and 18.93 ± 1.74 at +0.45, about 3.6 on the flat;
    // the polynomial stays within one standard deviation.
    const cost = (climbRatio: number, descentRatio: number) =>
      minettiGrade({ climbRatio, descentRatio }) * 3.6;
    expect(Math.abs(cost(0.45, 0) - 18.93)).toBeLessThan(1.74);
    expect(Math.abs(cost(0, 0.2) - 1.73)).toBeLessThan(0.36);
  });

  it('takes a rolling stretch for as much up as down, not for flat', () => {
    const up = minettiGrade({ climbRatio: 0.1, descentRatio: 0 });
    const down = minettiGrade({ climbRatio: 0, descentRatio: 0.1 });
    const rolling = minettiGrade({ climbRatio: 0.05, descentRatio: 0.05 });
    expect(rolling).toBeCloseTo((up + down) / 2, 12);
  });
});

describe('altitude', () => {
  it('costs what a falling VO₂max does', () => {
    // Wehrlin & Hallén 2006: VO₂max falls 6.3 % per 1,000 m, so the same effort takes 1/0.937 = 1.067 times
    // as long; the planner rule of 1.06 is within a hundredth.
    const perKm = altitudeFactor(1750) / altitudeFactor(750);
    expect(Math.abs(perKm - 1 / 0.937)).toBeLessThan(0.01);
  });

  it('costs nothing below 750 m, or where nobody knows the height', () => {
    expect([altitudeFactor(0), altitudeFactor(750), altitudeFactor(null)]).toEqual([1, 1, 1]);
  });
});

describe('heat', () => {
  it('costs less than marathon winners lose on a hot day, and more than nothing', () => {
    // Ely et al. 2007: winners lose 1.7 % at 5–10 °C and 4.5 % at 20–25 °C: 2.8 % over 15 °C. The finish time
    // already holds most of what heat costs; only how it is spread over the day is left.
    const over15C = heatFactor(30) / heatFactor(15) - 1;
    expect(over15C).toBeGreaterThan(0.028 / 3);
    expect(over15C).toBeLessThan(0.028);
  });

  it('is at its worst in the middle of the afternoon, and best before dawn', () => {
    const day = Array.from({ length: 24 }, (_, h) =>
      temperatureAt(hours(h), { lowC: 8, highC: 30 }),
    );
    expect(day.indexOf(Math.max(...day))).toBe(15);
    expect(day.indexOf(Math.min(...day))).toBe(5);
    expect([day[15], day[5]]).toEqual([30, 8]);
  });

  it('changes smoothly past midnight', () => {
    const late = temperatureAt(hours(24) - 1, { lowC: 8, highC: 30 });
    expect(temperatureAt(0, { lowC: 8, highC: 30 })).toBeCloseTo(late, 2);
  });
});

describe('the dark', () => {
  it('costs half as much in twilight', () => {
    expect(darkFactor('day')).toBe(1);
    expect(darkFactor('dark') - 1).toBeCloseTo(2 * (darkFactor('twilight') - 1), 12);
  });
});
