import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { readElevations } from '../../src/engine/course/elevations.js';
import { planWithCourse, station } from '../support/plan.js';
import { straightTrack } from '../support/tracks.js';

const hills = (m: number) => 500 - 50 * Math.cos((m / 2_000) * 2 * Math.PI);
const buildOn = (elevationAt: (m: number) => number | null, everyM = 10) =>
  buildCourse(
    planWithCourse({ distanceM: 20_000, trackFile: 'course.gpx' }),
    straightTrack(20_000, elevationAt, { everyM }),
  );
const isIn = (m: number, from: number, to: number) => Math.round(m) >= from && Math.round(m) <= to;

describe('elevations that cannot be true', () => {
  it('are left out, and how many and where is said', () => {
    const { value, diagnostics } = buildOn((m) => (isIn(m, 5_000, 5_010) ? 8_000 : hills(m)));
    expect(value?.gainM).toBeLessThan(1_050);
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_SPIKES', severity: 'warning', file: 'course.gpx', args: { count: 2 } },
    ]);
    expect(diagnostics[0]?.args).toMatchObject({ elevationM: 8_000 });
  });

  it('are said where the device wrote 0', () => {
    const { diagnostics } = buildOn((m) => (isIn(m, 3_000, 3_200) ? 0 : hills(m)));
    expect(diagnostics).toMatchObject([{ code: 'COURSE_ZEROS', args: { count: 21 } }]);
  });

  it.each<[string, (m: number) => boolean, number]>([
    ['a tenth of the track', (m) => isIn(m, 8_000, 10_000), 200],
    ['half of it and more', (m) => !isIn(m, 8_000, 11_000) && !isIn(m, 15_500, 20_000), 200],
    ['the start', (m) => isIn(m, 0, 1_500), 200],
    ['many runs', (m) => m % 1_000 < 600, 60],
  ])('are said where the device wrote 0, for %s, and never climbed', (_, isZero, groundM) => {
    const { value, diagnostics } = buildOn((m) => (isZero(m) ? 0 : groundM), 20);
    expect(value?.gainM ?? 0).toBeLessThan(1);
    const codes = diagnostics.map(({ code }) => code);
    expect(codes.some((c) => c === 'COURSE_ZEROS' || c === 'COURSE_NO_ELEVATION')).toBe(true);
  });

  it('are not found at the sea: a beach at 0, below hills however high', () => {
    // down a steep coast to the beach, along it, and up into the mountains
    const coast = (m: number) =>
      m < 1_000 ? 200 - m / 5 : m < 5_000 ? 0 : Math.round((m - 5_000) / 6);
    const { value, diagnostics } = buildOn(coast);
    expect(diagnostics).toEqual([]);
    expect(value?.gainM).toBeCloseTo(2_500, -1);
  });

  it('are judged by the longest gap, not by how many points have one', () => {
    // one point in five, evenly: all that is needed
    const even = buildOn((m) => (Math.round(m / 10) % 5 === 0 ? hills(m) : null));
    expect(even.diagnostics).toEqual([]);
    expect(even.value?.gainM).toBeGreaterThan(950);
    // nearly all, but for one stretch of which nothing can be told
    const { value, diagnostics } = buildOn((m) => (isIn(m, 3_000, 9_000) ? null : hills(m)));
    expect(value).toMatchObject({ elevationSource: 'none' });
    expect(diagnostics).toMatchObject([{ code: 'COURSE_NO_ELEVATION' }]);
    expect(diagnostics[0]?.args).toMatchObject({ gap: { fromM: expect.closeTo(2_990, -1) } });
  });

  it('are said where there are none for kilometres', () => {
    const { diagnostics } = buildOn((m) => (isIn(m, 3_000, 7_000) ? null : hills(m)));
    expect(diagnostics).toMatchObject([{ code: 'COURSE_ELEVATION_GAP' }]);
  });

  it('are warned of when they last: a step that no ground has', () => {
    const { value, diagnostics } = buildOn((m) => hills(m) + (m > 10_000 ? 700 : 0));
    expect(value?.gainM).toBeGreaterThan(1_600);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_TOO_STEEP' }]);
  });

  it('are warned of when no race goes so high: a file in feet', () => {
    const { diagnostics } = buildOn((m) => (hills(m) + 1_500) / 0.3048);
    expect(diagnostics.map(({ code }) => code)).toContain('COURSE_TOO_HIGH');
  });

  it('are found in any short run on any ground, and nothing else is', () => {
    const ground = fc.array(
      fc.record({
        heightM: fc.integer({ min: 0, max: 150 }),
        lengthM: fc.integer({ min: 900, max: 9_000 }),
      }),
      { minLength: 1, maxLength: 3 },
    );
    const spike = fc.record({
      atM: fc.integer({ min: 200, max: 9_700 }),
      lengthM: fc.integer({ min: 0, max: 90 }),
      // far from the ground everywhere, each as it likes
      upM: fc.array(fc.integer({ min: 900, max: 4_000 }), { minLength: 10, maxLength: 10 }),
    });
    fc.assert(
      fc.property(ground, spike, fc.integer({ min: 5, max: 60 }), (waves, bad, everyM) => {
        const heightAt = (m: number) =>
          waves.reduce((h, w) => h + w.heightM * Math.sin(m / w.lengthM), 700);
        const isBad = (m: number) => m >= bad.atM && m <= bad.atM + bad.lengthM;
        const { points } = straightTrack(
          10_000,
          (m) => (isBad(m) ? heightAt(m) + bad.upM[Math.floor(m / 10) % 10]! : heightAt(m)),
          { everyM },
        );
        const { spikes } = readElevations(points);
        const expected = points.map(({ distanceM }) => distanceM).filter(isBad);
        expect(spikes.map(([m]) => m)).toEqual(expected);
      }),
      { numRuns: 1_000, seed: 8 },
    );
  }, 60_000);
});

describe('a climb that no course has', () => {
  it('is an error on a leg of a station table', () => {
    const { value, diagnostics } = buildCourse(
      planWithCourse({ distanceM: 50_000, stations: [station('Wall', 1_000, { gainM: 10_000 })] }),
      null,
    );
    expect(value).toBeNull();
    expect(diagnostics).toMatchObject([
      { code: 'LEG_CLIMB_ASSUMED', severity: 'note' },
      { code: 'LEG_TOO_STEEP', severity: 'error' },
    ]);
  });

  it('is warned of on the whole course', () => {
    const { diagnostics } = buildCourse(planWithCourse({ distanceM: 50_000, gainM: 12_000 }), null);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_CLIMB_UNUSUAL', severity: 'warning' }]);
  });
});
