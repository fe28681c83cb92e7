import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course } from '../../src/domain/course.js';
import { computeFadeAmplitude } from '../../src/engine/pacing/factors/fade.js';
import { GRADE_MODELS } from '../../src/engine/pacing/factors/grade.js';
import { FACTORS, prepareMarch } from '../../src/engine/pacing/march.js';
import { solvePace } from '../../src/engine/pacing/solve.js';
import { sum } from '../../src/kernel/stats.js';
import { courseOf, evenly, NIGHT_AND_DAY, solved } from '../support/courses.js';

/** Distance, climb and descent: each of these up to a quarter of the distance, as no ground is steeper for long. */
const anyLeg = fc
  .tuple(
    fc.integer({ min: 500, max: 20_000 }),
    fc.integer({ min: 0, max: 250 }),
    fc.integer({ min: 0, max: 250 }),
  )
  .map(([m, up, down]) => [m, (m * up) / 1000, (m * down) / 1000] as const);
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
            amplitudeOf: (durationS) => computeFadeAmplitude(durationS, 0.3),
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
          expect(leg.arriveS).toBeCloseTo((36_000 * atM) / course.distanceM, 6);
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
      expect(flatS + extraS).toBeCloseTo(leg.movingS, 6);
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
        expect(split.basePaceSPerKm).toBeCloseTo(whole.basePaceSPerKm, 6);
      }),
    );
  });

  it('spends a larger share of the race on a leg the more it climbs', () => {
    fc.assert(
      fc.property(
        fc.array(anyLeg, { minLength: 2, maxLength: 6 }),
        fc.nat(),
        fc.integer({ min: 1, max: 250 }),
        (legs, pick, more) => {
          const steep = pick % legs.length;
          const raised = legs.map(([distanceM, gainM, lossM], i) =>
            i === steep
              ? ([distanceM, gainM + (distanceM * more) / 1000, lossM] as const)
              : legs[i]!,
          );
          const movingOf = (course: Course) =>
            solved(evenly(course, { grade: GRADE_MODELS.raceplan, amplitudeOf: () => 0.5 }), 36_000)
              .legs[steep]!.movingS;
          expect(movingOf(courseOf(raised))).toBeGreaterThan(movingOf(courseOf(legs)));
        },
      ),
    );
  });

  it('reaches no place sooner on a hotter day, or in the dark, at the same effort', () => {
    const degrees = fc.integer({ min: -5, max: 40 });
    fc.assert(
      fc.property(anyCourse, degrees, degrees, fc.boolean(), (course, highC, warmerC, dark) => {
        const arrivals = (high: number, lightAt: typeof NIGHT_AND_DAY.lightAt) => {
          const temperatures = { highC: high, lowC: high - 12 };
          const day = { startTod: 6 * 3600, temperatures, lightAt };
          const march = prepareMarch({
            course,
            day,
            grade: GRADE_MODELS.raceplan,
            amplitude: 0.4,
            stopsS: course.legs.map(() => 100),
          });
          return march.legsAt(500).map((leg) => leg.arriveS);
        };
        const cool = arrivals(highC, null);
        const hard = arrivals(highC + Math.max(0, warmerC), dark ? () => 'dark' : null);
        hard.forEach((arriveS, i) => {
          expect(arriveS).toBeGreaterThanOrEqual(cool[i]! - 1e-6);
        });
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
      amplitudeOf: (durationS) => computeFadeAmplitude(durationS, 0.3),
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
