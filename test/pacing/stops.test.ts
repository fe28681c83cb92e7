import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeStops } from '../../src/engine/pacing/stops.js';
import { sum } from '../../src/kernel/stats.js';
import { planWithCourse, station } from '../support/plan.js';

const hours = (h: number) => h * 3600;

/** Stops of a race of that duration with stations there; the first may plan its own. */
function stopsOf(
  atM: readonly number[],
  stopS: number | null = null,
  defaultStopS = null as number | null,
) {
  const stations = atM.map((m, i) => station(`S${i}`, m, i === 0 ? { stopS } : {}));
  const plan = planWithCourse({ distanceM: 161_000, stations }, { defaultStopS });
  return (durationS: number) => computeStops(plan, buildCourse(plan, null).value!, durationS);
}

const EVERY_TEN_KM = Array.from({ length: 15 }, (_, i) => (i + 1) * 10_000);
const EVERY_FIVE_KM = Array.from({ length: 30 }, (_, i) => (i + 1) * 5_000);

describe('stops that nobody planned', () => {
  it('add up to about what runners stand at Western States, by finish time', () => {
    // One year, seven stations: 26, 43, 58, 67 min for under 20, 20–24, 24–27, 27–30 h. That is a mean of
    // runners who differ by far more than ten minutes.
    [
      [19, 26],
      [22, 43],
      [25.5, 58],
      [28.5, 67],
    ].forEach(([h, minutes]) => {
      const totalMin = sum(stopsOf(EVERY_TEN_KM)(hours(h!))) / 60;
      expect(Math.abs(totalMin - minutes!)).toBeLessThan(10);
    });
  });

  it('do not grow because more stations are listed', () => {
    const few = stopsOf(EVERY_TEN_KM)(hours(24));
    const many = stopsOf(EVERY_FIVE_KM)(hours(24));
    expect(sum(many)).toBeCloseTo(sum(few), 6);
  });

  it('give way to a planned stop, and to a planned default', () => {
    const [own, model] = stopsOf([10_000, 20_000], 600)(hours(24));
    expect(own).toBe(600);
    expect(model).not.toBe(180);
    expect(stopsOf([10_000, 20_000], 600, 180)(hours(24))).toEqual([600, 180, 0]);
  });
});
