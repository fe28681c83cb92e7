import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IN_RACE, type InRaceCoefficients } from '../../src/engine/pacing/coefficients.js';
import { computeFadeAmplitude } from '../../src/engine/pacing/factors/fade.js';
import { GRADE_MODELS } from '../../src/engine/pacing/factors/grade.js';
import { forecastInRace, type Passage, prepareInRace } from '../../src/engine/pacing/in-race.js';
import type { SolveInput } from '../../src/engine/pacing/solve.js';
import { courseOf, evenly, NIGHT_AND_DAY, solved } from '../support/courses.js';

/** 100 km in ten legs, hilly in the middle. */
const COURSE = courseOf(
  Array.from({ length: 10 }, (_, i) => [10_000, i > 2 && i < 7 ? 400 : 50, 150] as const),
);
const INPUT = evenly(COURSE, {
  day: NIGHT_AND_DAY,
  grade: GRADE_MODELS.raceplan,
  amplitudeOf: (durationS) => computeFadeAmplitude(durationS, 0.3),
  stopsOf: () => COURSE.legs.map((_, i) => (i === 9 ? 0 : 120)),
});
const FINISH = COURSE.legs.length;
/** Neither fast nor slow. */
const TYPICAL_S = IN_RACE.typicalS * ((100 + 5 * 1.95) / 161) ** 1.06;

/** The arrivals of a plan up to a place. */
const passagesOf = (targetS: number, upTo: number): Passage[] =>
  solved(INPUT, targetS)
    .legs.slice(0, upTo)
    .map(({ arriveS }, i) => ({ place: i + 1, arriveS }));

const forecast = prepareInRace(INPUT);

describe('a forecast during the race', () => {
  it('of a typical runner on plan is the plan', () => {
    const planned = solved(INPUT, TYPICAL_S).legs.map((leg) => leg.arriveS);
    const ahead = forecast(passagesOf(TYPICAL_S, 4));
    expect(ahead).toHaveLength(6);
    ahead.forEach(({ medianS }, i) => {
      // plans are interpolated between finish times 2 % apart
      expect(Math.abs(medianS - planned[4 + i]!)).toBeLessThan(20);
    });
  });

  it('holds its median, goes on in time, and gets no sooner than now', () => {
    const minutes = fc.integer({ min: 45, max: 160 });
    fc.assert(
      fc.property(fc.array(minutes, { minLength: 1, maxLength: 9 }), (legs) => {
        let arriveS = 0;
        const passages = legs.map((min, i) => {
          arriveS += min * 60;
          return { place: i + 1, arriveS };
        });
        let before = { medianS: arriveS, earlyS: arriveS, lateS: arriveS };
        const ahead = forecast(passages);
        expect(ahead).toHaveLength(FINISH - legs.length);
        for (const time of ahead) {
          expect(time.medianS).toBeGreaterThan(before.medianS);
          expect(time.earlyS).toBeGreaterThanOrEqual(before.earlyS);
          expect(time.lateS).toBeGreaterThan(before.lateS);
          expect(time.earlyS).toBeLessThan(time.medianS);
          expect(time.lateS).toBeGreaterThan(time.medianS);
          before = time;
        }
      }),
      { numRuns: 50 },
    );
  });

  it('works from one split, and with gaps', () => {
    const whole = passagesOf(TYPICAL_S, 6);
    const [first] = forecast(whole.slice(0, 1));
    expect(first).toBeDefined();
    const gappy = forecast(whole.filter(({ place }) => place === 2 || place === 6));
    forecast(whole).forEach(({ medianS }, i) => {
      expect(Math.abs(gappy[i]!.medianS - medianS)).toBeLessThan(20);
    });
  });

  it('knows the finish better the nearer it is', () => {
    const widths = [2, 5, 8].map((upTo) => {
      const { earlyS, lateS } = forecast(passagesOf(TYPICAL_S, upTo)).at(-1)!;
      return lateS - earlyS;
    });
    expect(widths[0]).toBeGreaterThan(widths[1]!);
    expect(widths[1]).toBeGreaterThan(widths[2]!);
  });

  it('expects who has just slowed down to stay slower', () => {
    const steady = passagesOf(TYPICAL_S, 5);
    const tired = steady.map((p) => (p.place === 5 ? { ...p, arriveS: p.arriveS + 900 } : p));
    const [steadyFinish, tiredFinish] = [steady, tired].map((p) => forecast(p).at(-1)!.medianS);
    expect(tiredFinish! - steadyFinish!).toBeGreaterThan(900);
  });

  it('trusts a fast start less than it seems', () => {
    const fastS = TYPICAL_S * 0.8;
    expect(forecast(passagesOf(fastS, 3)).at(-1)!.medianS).toBeGreaterThan(fastS);
  });

  it('is less sure of the next places where only a table tells of the hills', () => {
    const tabled = evenly(courseOf(Array.from({ length: 10 }, () => [10_000, 0, 0])));
    const hilly: SolveInput = { ...tabled, grade: () => 1.4 };
    const tracked: SolveInput = { ...hilly, course: { ...hilly.course, elevationSource: 'track' } };
    const widths = (input: SolveInput) =>
      forecastInRace(input, [{ place: 1, arriveS: 4000 }]).map(
        ({ earlyS, lateS }) => lateS - earlyS,
      );
    const onTrack = widths(tracked);
    widths(hilly).forEach((width, i) => {
      expect(width).toBeGreaterThan(onTrack[i]!);
    });
  });

  it('is not derailed by a climb that stands a row too late in the table', () => {
    // a climb of 900 m on the sixth leg, written down for the seventh
    const hills = (steep: number) =>
      courseOf(Array.from({ length: 14 }, (_, i) => [10_000, i === steep ? 900 : 300, 300]));
    const [real, written] = [5, 6].map((steep) => ({
      ...INPUT,
      course: hills(steep),
      stopsOf: () => Array.from({ length: 14 }, () => 0),
    }));
    const finishS = 18 * 3600;
    const passages = solved(real!, finishS)
      .legs.slice(0, 6)
      .map(({ arriveS }, i) => ({ place: i + 1, arriveS }));
    const errorS = (coefficients: InRaceCoefficients) =>
      Math.abs(prepareInRace(written!, null, coefficients)(passages).at(-1)!.medianS - finishS);
    const trusting = { ...IN_RACE, memoryRatio: 0.05, strangeLog: 9 };
    expect(errorS(IN_RACE)).toBeLessThan(0.6 * errorS(trusting));
    // told right, all that is left is that who is slow wins a little back
    const toldRightS = prepareInRace(real!)(passages).at(-1)!.medianS;
    expect(Math.abs(toldRightS - finishS)).toBeLessThan(0.02 * finishS);
  });

  it('says nothing before the first place, and nothing after the last', () => {
    expect(forecastInRace(INPUT, [])).toEqual([]);
    expect(forecastInRace(INPUT, [{ place: 0, arriveS: 0 }])).toEqual([]);
    expect(forecastInRace(INPUT, passagesOf(TYPICAL_S, FINISH))).toEqual([]);
  });

  it('bears with planned stops longer than the race would take', () => {
    const idle = evenly(COURSE, { stopsOf: () => COURSE.legs.map((_, i) => (i < 9 ? 3600 : 0)) });
    const ahead = forecastInRace(idle, [{ place: 1, arriveS: 1200 }]);
    expect(ahead).toHaveLength(9);
    expect(ahead.every(({ medianS }) => Number.isFinite(medianS))).toBe(true);
  });
});
