import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { GRADE } from '../../src/engine/pacing/coefficients.js';
import { GRADE_MODELS } from '../../src/engine/pacing/factors/grade.js';
import { computeHillRatio } from '../../src/engine/pacing/hills.js';
import { courseOf } from '../support/courses.js';
import { planWithCourse, station } from '../support/plan.js';

const hillsOf = (course: ReturnType<typeof courseOf>, model = GRADE_MODELS.raceplan) =>
  computeHillRatio({ course, grade: model });

describe('how hilly a course is', () => {
  it('is the effort that climb and descent add, beside the distance', () => {
    // 5500 m up and 7000 m down on 161 km, as at Western States
    const hills = (5500 * GRADE.climb + 7000 * GRADE.descent) / 161_000;
    expect(hillsOf(courseOf([[161_000, 5500, 7000]]))).toBeCloseTo(hills, 6);
    expect(hillsOf(courseOf([[161_000, 0, 0]]))).toBe(0);
  });

  it('does not hang on where the stations stand', () => {
    const split = courseOf([
      [10_000, 300, 100],
      [30_000, 300, 500],
    ]);
    expect(hillsOf(split)).toBeCloseTo(hillsOf(courseOf([[40_000, 600, 600]])), 6);
  });

  it('takes climb that nobody knows for none', () => {
    const plan = planWithCourse({ distanceM: 50_000, stations: [station('Half', 25_000)] });
    expect(hillsOf(buildCourse(plan, null).value!)).toBe(0);
  });

  it('knows nothing flatter than flat, and nothing hillier than was ever fitted', () => {
    const gentlyDown = courseOf([[50_000, 0, 2500]]);
    expect(hillsOf(gentlyDown, GRADE_MODELS['minetti-2002'])).toBe(0);
    expect(hillsOf(courseOf([[20_000, 4000, 4000]]))).toBe(1);
  });
});
