import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/domain/course.js';
import { buildCourse } from '../../src/engine/course/course.js';
import {
  amplitudeOfFade,
  computeFadeAmplitude,
  fadeOfAmplitude,
} from '../../src/engine/pacing/factors/fade.js';
import { GRADE_MODELS, minettiGrade } from '../../src/engine/pacing/factors/grade.js';
import { FACTORS, type RaceDay } from '../../src/engine/pacing/march.js';
import { type Solution, type SolveInput, solvePace } from '../../src/engine/pacing/solve.js';
import { sum } from '../../src/kernel/stats.js';
import { planWithCourse, station } from '../support/plan.js';

const INDOORS: RaceDay = { startTod: null, temperatures: null, lightAt: null };

const NIGHT_AND_DAY: RaceDay = {
  startTod: 5 * 3600,
  temperatures: { lowC: 10, highC: 33 },
  lightAt: (s) => (s < 3600 || (s % 86400) / 3600 > 14 ? 'dark' : s < 5400 ? 'twilight' : 'day'),
};

/** A course of `legs`: distance, gain and loss of each, metres. */
function courseOf(legs: readonly (readonly [number, number, number])[]): Course {
  let atM = 0;
  const stations = legs.map(([distanceM, gainM, lossM], i) => {
    atM += distanceM;
    return station(`S${i + 1}`, atM, { gainM, lossM });
  });
  const { value } = buildCourse(planWithCourse({ distanceM: atM, stations }), null);
  if (!value) throw new Error('no course');
  return value;
}

const solved = (input: SolveInput, targetS: number): Solution => {
  const solution = solvePace(input, { kind: 'time', targetS });
  if ('kind' in solution) throw new Error(solution.kind);
  return solution;
};

const evenly = (course: Course, rest: Partial<SolveInput> = {}): SolveInput => ({
  course,
  day: INDOORS,
  grade: GRADE_MODELS.flat,
  amplitudeOf: () => 0,
  stopsOf: () => course.legs.map(() => 0),
  ...rest,
});

const anyLeg = fc.tuple(
  fc.integer({ min: 500, max: 20_000 }),
  fc.integer({ min: 0, max: 800 }),
  fc.integer({ min: 0, max: 800 }),
);
const anyCourse = fc.array(anyLeg, { minLength: 1, maxLength: 12 }).map(courseOf);

describe('a solved pace', () => {
  it('meets its target, whatever the hills, the heat and the night', () => {
    fc.assert(
      fc.property(anyCourse, fc.integer({ min: 4, max: 40 }), (course, minPerKm) => {
        const targetS = (course.distanceM / 1000) * minPerKm * 60;
        const stopsS = course.legs.map((_, i) => (i === course.legs.length - 1 ? 0 : 60));
        fc.pre(targetS > 2 * sum(stopsS));
        const { legs } = solved(
          {
            course,
            day: NIGHT_AND_DAY,
            grade: GRADE_MODELS.raceplan,
            amplitudeOf: computeFadeAmplitude,
            stopsOf: () => stopsS,
          },
          targetS,
        );
        expect(legs.at(-1)?.arriveS).toBeCloseTo(targetS, 3);
        legs.forEach((leg, i) => {
          expect(leg.arriveS).toBeGreaterThan(legs[i - 1]?.departS ?? 0);
          expect(sum(Object.values(leg.lightS))).toBeCloseTo(leg.movingS, 6);
        });
      }),
    );
  });

  it('is even when nothing slows the runner', () => {
    fc.assert(
      fc.property(anyCourse, (course) => {
        const { legs } = solved(evenly(course), 36_000);
        legs.forEach((leg, i) => {
          const atM = course.legs[i]!.to.atM;
          expect(leg.arriveS).toBeCloseTo((36_000 * atM) / course.distanceM, 3);
        });
      }),
    );
  });

  it('explains each leg in parts that add up to it', () => {
    const course = courseOf([
      [8000, 500, 20],
      [12_000, 10, 700],
      [5000, 0, 0],
    ]);
    const { legs, basePaceSPerKm } = solved(
      evenly(course, { day: NIGHT_AND_DAY, grade: GRADE_MODELS.raceplan, amplitudeOf: () => 0.4 }),
      14_400,
    );
    legs.forEach((leg, i) => {
      const flatS = (basePaceSPerKm * course.legs[i]!.distanceM) / 1000;
      const extraS = sum(FACTORS.map((name) => leg.factorS[name]));
      // the residual of nightfall moving in steps of a cell is spread over the legs afterwards
      expect(Math.abs(flatS + extraS - leg.movingS)).toBeLessThan(1);
    });
  });

  it('does not change when a leg is split in two', () => {
    fc.assert(
      fc.property(anyLeg, fc.integer({ min: 1, max: 9 }), ([distanceM, gainM, lossM], tenths) => {
        const part = (share: number) => [distanceM * share, gainM * share, lossM * share] as const;
        const input = (course: Course) =>
          evenly(course, { grade: GRADE_MODELS.raceplan, amplitudeOf: () => 0.4 });
        const whole = solved(input(courseOf([[distanceM, gainM, lossM]])), 7200);
        const split = solved(input(courseOf([part(tenths / 10), part(1 - tenths / 10)])), 7200);
        expect(split.basePaceSPerKm).toBeCloseTo(whole.basePaceSPerKm, 3);
      }),
    );
  });

  it('from an effort gives a finish whose own solution is that effort', () => {
    const course = courseOf([
      [20_000, 400, 300],
      [30_000, 100, 900],
    ]);
    const input = evenly(course, {
      grade: GRADE_MODELS.raceplan,
      amplitudeOf: computeFadeAmplitude,
    });
    const byEffort = solvePace(input, { kind: 'effort', effortSPerKm: 400 });
    if ('kind' in byEffort) throw new Error(byEffort.kind);
    expect(solved(input, byEffort.targetS).basePaceSPerKm).toBeCloseTo(400, 1);
  });

  it('says so when the stops alone take longer than the target', () => {
    const course = courseOf([
      [10_000, 0, 0],
      [10_000, 0, 0],
    ]);
    const input = evenly(course, { stopsOf: () => [7200, 0] });
    expect(solvePace(input, { kind: 'time', targetS: 7000 })).toEqual({
      kind: 'stops-too-long',
      targetS: 7000,
      stopsS: 7200,
    });
  });
});

describe('fade', () => {
  it('grows with the duration and levels off', () => {
    const hours = [1, 5, 12, 24, 48, 144].map((h) => computeFadeAmplitude(h * 3600));
    hours.slice(1).forEach((a, i) => {
      expect(a).toBeGreaterThan(hours[i]!);
    });
    expect(hours.at(-1)).toBeLessThan(1);
  });

  it('reads back as the share it was given', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.2, max: 1, noNaN: true }), (ratio) => {
        expect(fadeOfAmplitude(amplitudeOfFade(ratio))).toBeCloseTo(ratio, 9);
      }),
    );
  });
});

describe('grade', () => {
  it('costs nothing on the flat', () => {
    const flat = { climbRatio: 0, descentRatio: 0 };
    expect(GRADE_MODELS.raceplan(flat)).toBe(1);
    expect(minettiGrade(flat)).toBe(1);
  });

  it('follows Minetti 2002: cheapest near −20 %, five times the flat at +45 %', () => {
    // Measured there: 1.73 ± 0.36 J/kg/m at −0.20 and 18.93 ± 1.74 at +0.45, about 3.6 on the flat;
    // the polynomial stays within one standard deviation.
    expect(
      Math.abs(minettiGrade({ climbRatio: 0.45, descentRatio: 0 }) * 3.6 - 18.93),
    ).toBeLessThan(1.74);
    expect(Math.abs(minettiGrade({ climbRatio: 0, descentRatio: 0.2 }) * 3.6 - 1.73)).toBeLessThan(
      0.36,
    );
  });
});
