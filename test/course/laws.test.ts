import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Course, Track } from '../../src/domain/course.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { CELL_M } from '../../src/engine/course/legs.js';
import { sum } from '../../src/kernel/stats.js';
import { planWithCourse, station } from '../support/plan.js';
import { straightTrack, waypoint } from '../support/tracks.js';

/** Hills of several lengths, as a course has them: all four together nowhere steeper than 45°. */
const hills = fc
  .array(
    fc.record({
      heightM: fc.integer({ min: 0, max: 200 }),
      lengthM: fc.integer({ min: 900, max: 9_000 }),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((waves) => (m: number) => 700 + sum(waves.map((w) => w.heightM * Math.sin(m / w.lengthM))));

/** A course of 10–60 km, a track within 5 % of it, stations with waypoints up to 1 km off or none. */
const races = fc
  .record({
    distanceM: fc.integer({ min: 10_000, max: 60_000 }),
    trackRatio: fc.double({ min: 0.95, max: 1.05, noNaN: true }),
    shares: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { maxLength: 12 }),
    offsetsM: fc.array(fc.integer({ min: -900, max: 900 }), { minLength: 12, maxLength: 12 }),
    withWaypoint: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    elevationAt: hills,
  })
  .map(({ distanceM, trackRatio, shares, offsetsM, withWaypoint, elevationAt }) => {
    const stations = shares
      .toSorted((a, b) => a - b)
      .map((share, i) => station(`Station ${'ABCDEFGHIJKL'[i]}x`, (distanceM * share) / 100));
    const waypoints = stations
      .map((s, i) => waypoint(s.name, [(s.atM! * trackRatio + offsetsM[i]!) as number, 0]))
      .filter((_, i) => withWaypoint[i]);
    const track = straightTrack(distanceM * trackRatio, elevationAt, { everyM: 40, waypoints });
    return { distanceM, stations, track };
  });

const build = (track: Track | null, course: Parameters<typeof planWithCourse>[0]): Course => {
  const { value } = buildCourse(planWithCourse(course), track);
  return value!;
};
const cellsOf = (course: Course) => course.legs.flatMap((leg) => leg.cells);

describe('the laws of a course', () => {
  it('every station sits at its official distance, exactly, and the finish at the course’s', () => {
    fc.assert(
      fc.property(races, ({ distanceM, stations, track }) => {
        const course = build(track, { distanceM, stations });
        const atM = course.legs.map((leg) => leg.to.atM);
        expect(atM).toEqual([...stations.map((s) => s.atM), distanceM]);
      }),
      { numRuns: 50 },
    );
  });

  it('cells add up to legs, and legs to the course', () => {
    fc.assert(
      fc.property(races, ({ distanceM, stations, track }) => {
        const course = build(track, { distanceM, stations });
        for (const leg of course.legs) {
          expect(sum(leg.cells.map((c) => c.distanceM))).toBeCloseTo(leg.distanceM, 6);
          expect(sum(leg.cells.map((c) => c.gainM))).toBeCloseTo(leg.gainM!, 6);
          expect(sum(leg.cells.map((c) => c.lossM))).toBeCloseTo(leg.lossM!, 6);
        }
        expect(sum(course.legs.map((leg) => leg.distanceM))).toBeCloseTo(distanceM, 6);
        expect(sum(course.legs.map((leg) => leg.gainM!))).toBeCloseTo(course.gainM!, 6);
        expect(sum(course.legs.map((leg) => leg.lossM!))).toBeCloseTo(course.lossM!, 6);
      }),
      { numRuns: 50 },
    );
  });

  it('stretching the track and splitting its legs change no total', () => {
    fc.assert(
      fc.property(races, ({ distanceM, stations, track }) => {
        const whole = build({ ...track, waypoints: [] }, { distanceM });
        const split = build(track, { distanceM, stations });
        expect(split.distanceM).toBe(whole.distanceM);
        expect(split.gainM).toBeCloseTo(whole.gainM!, 6);
        expect(split.lossM).toBeCloseTo(whole.lossM!, 6);
        const climbM = track.points.at(-1)!.elevationM! - track.points[0]!.elevationM!;
        // smoothing moves the ends by no more than half a window of slope
        expect(Math.abs(split.gainM! - split.lossM! - climbM)).toBeLessThan(100);
      }),
      { numRuns: 50 },
    );
  });

  it('splitting a leg of a station table in proportion changes no total', () => {
    const tables = fc.record({
      gainM: fc.integer({ min: 0, max: 3_000 }),
      lossM: fc.integer({ min: 0, max: 3_000 }),
      share: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
    });
    fc.assert(
      fc.property(tables, ({ gainM, lossM, share }) => {
        const end = station('End', 42_000, { gainM, lossM });
        const part = { gainM: gainM * share, lossM: lossM * share };
        const rest = { gainM: gainM - part.gainM, lossM: lossM - part.lossM };
        const middle = station('Middle', 42_000 * share, part);
        const whole = build(null, { distanceM: 42_000, stations: [end] });
        const split = build(null, { distanceM: 42_000, stations: [middle, { ...end, ...rest }] });
        expect(split.gainM).toBeCloseTo(whole.gainM!, 6);
        expect(split.lossM).toBeCloseTo(whole.lossM!, 6);
        expect(sum(cellsOf(split).map((c) => c.gainM))).toBeCloseTo(gainM, 6);
      }),
    );
  });

  it('cells are short, without gaps, and never climb less than nothing', () => {
    fc.assert(
      fc.property(races, ({ distanceM, stations, track }) => {
        let endM = 0;
        for (const cell of cellsOf(build(track, { distanceM, stations }))) {
          expect(cell.startM).toBeCloseTo(endM, 6);
          expect(cell.distanceM).toBeGreaterThan(0);
          expect(cell.distanceM).toBeLessThanOrEqual(CELL_M);
          expect(Math.min(cell.gainM, cell.lossM)).toBeGreaterThanOrEqual(0);
          endM = cell.startM + cell.distanceM;
        }
      }),
      { numRuns: 50 },
    );
  });
});
