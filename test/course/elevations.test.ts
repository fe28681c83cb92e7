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
