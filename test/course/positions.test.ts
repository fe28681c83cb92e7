import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { parseTrack } from '../../src/input/track/track.js';
import { planWithCourse, station } from '../support/plan.js';
import { degrees, straightTrack, trackAlong, waypoint } from '../support/tracks.js';

type Plane = readonly [eastM: number, northM: number];

const read = (plane: readonly Plane[]) => {
  const points = plane.map(degrees).map(({ lat, lon }) => `<trkpt lat="${lat}" lon="${lon}"/>`);
  const text = `<gpx><trk><trkseg>${points.join('')}</trkseg></trk></gpx>`;
  const { value, diagnostics } = parseTrack({ file: 'course.gpx', text });
  return { lengthM: value!.points.at(-1)!.distanceM, diagnostics };
};
/** 20 km east, a point every 20 m. */
const WAY: readonly Plane[] = Array.from({ length: 1_001 }, (_, i) => [i * 20, 0]);

describe('a recording', () => {
  it('counts a point twice at one place once', () => {
    const { lengthM, diagnostics } = read(WAY.flatMap((at) => [at, at]));
    expect(lengthM).toBeCloseTo(20_000, -1);
    expect(diagnostics).toEqual([]);
  });

  it('was never where its points are for a moment: left out, and said', () => {
    const astray: Plane[] = [
      [8_000, 30_000],
      [8_010, 30_020],
    ];
    const { lengthM, diagnostics } = read([...WAY.slice(0, 400), ...astray, ...WAY.slice(400)]);
    expect(lengthM).toBeCloseTo(20_000, -1);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_POINTS_ASTRAY', args: { count: 2 } }]);
  });

  it('does not run while it stands: the wandering of a pause is left out, and said', () => {
    const pause = Array.from(
      { length: 1_500 },
      (_, i): Plane => [10_000 + 15 * Math.sin(i * 2.3), 15 * Math.cos(i * 1.7)],
    );
    const { lengthM, diagnostics } = read([...WAY.slice(0, 500), ...pause, ...WAY.slice(500)]);
    expect(Math.abs(lengthM - 20_000)).toBeLessThan(100);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_PAUSES', args: { count: 1 } }]);
  });

  it('says where a part is missing', () => {
    const { lengthM, diagnostics } = read([...WAY.slice(0, 300), ...WAY.slice(600)]);
    expect(lengthM).toBeCloseTo(20_000, -1);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_JUMP', severity: 'warning' }]);
  });

  it('keeps switchbacks, short laps and a few points far apart as they are', () => {
    const turns = Array.from({ length: 60 }, (_, i): Plane => [(i % 2) * 60, i * 10]);
    const lap = Array.from(
      { length: 2_000 },
      (_, i): Plane => [32 * Math.cos(i / 5), 32 * Math.sin(i / 5)],
    );
    const corners: readonly Plane[] = [
      [0, 0],
      [9_000, 0],
      [0, 0],
    ];
    for (const way of [turns, lap, corners]) expect(read(way).diagnostics).toEqual([]);
    expect(read(lap).lengthM).toBeGreaterThan(12_000);
  });
});

describe('a track and the course', () => {
  const told = (...args: [Parameters<typeof planWithCourse>[0], ReturnType<typeof trackAlong>]) =>
    buildCourse(planWithCourse(args[0]), args[1]);

  it('run the same way: a reversed track is an error', () => {
    const waypoints = [waypoint('Mill', [40_000, 0]), waypoint('Hut', [28_000, 0])];
    const track = straightTrack(50_000, (m) => 500 + m / 50, { waypoints });
    const stations = [station('Mill', 10_000), station('Hut', 22_000)];
    const { value, diagnostics } = told({ distanceM: 50_000, stations }, track);
    expect(value).toBeNull();
    expect(diagnostics.map(({ code }) => code)).toContain('COURSE_REVERSED');
  });

  it('begin and end at the lines: what a recording has before and after is left out, and said', () => {
    const corners: readonly Plane[] = [
      [-3_000, 0],
      [0, 0],
      [25_000, 0],
      [0, 0],
      [-2_000, 0],
    ];
    const waypoints = [waypoint('Start', [0, 0]), waypoint('Finish', [0, 0])];
    const track = trackAlong(corners, (m) => Math.max(500, 800 - m / 10), { waypoints });
    const { value, diagnostics } = told({ distanceM: 50_000 }, track);
    expect(value!.lossM).toBeLessThan(5);
    expect(diagnostics).toMatchObject([{ code: 'COURSE_ENDS_CUT', severity: 'note' }]);
  });

  it('pass a station more often than it is listed: said, with every passage', () => {
    const corners: readonly Plane[] = [
      [0, 0],
      [10_000, 0],
      [0, 0],
      [0, 10_000],
      [0, 0],
      [5_000, 0],
    ];
    const track = trackAlong(corners, () => 500, { waypoints: [waypoint('Camp', [0, 0])] });
    const camp = (n: number) => Array.from({ length: n }, () => station('Camp', null));
    const { diagnostics } = told({ distanceM: 45_000, stations: camp(2) }, track);
    expect(diagnostics).toMatchObject([{ code: 'STATION_PASSED_OFTEN', severity: 'warning' }]);
    expect(told({ distanceM: 45_000, stations: camp(3) }, track).diagnostics).toEqual([]);
  });
});
