import { describe, expect, it } from 'vitest';
import type { Station, Track } from '../../src/domain/course.js';
import type { CourseSpec } from '../../src/domain/plan.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { planWithCourse, station } from '../support/plan.js';
import { straightTrack, trackAlong, waypoint } from '../support/tracks.js';

const build = (track: Track, course: Partial<CourseSpec>) =>
  buildCourse(planWithCourse(course), track);
const built = (track: Track, course: Partial<CourseSpec>) => {
  const { value, diagnostics } = build(track, course);
  const said = ['COURSE_NO_ELEVATION', 'COURSE_MEASURED'];
  expect(diagnostics.filter(({ code }) => !said.includes(code))).toEqual([]);
  return value!;
};
const visits = (track: Track, course: Partial<CourseSpec>) =>
  built(track, course).legs.map(({ to }) => [to.name, Math.round(to.atM / 100) / 10]);

/** 10 km east and back, passing Mill at 4 and 16 km; the Hut at the turn. */
const OUT_AND_BACK = trackAlong(
  [
    [0, 0],
    [10_000, 0],
    [0, 0],
  ],
  undefined,
  {
    waypoints: [waypoint('Mill', [4_000, 20]), waypoint('The Hut', [10_000, 0])],
  },
);
/** A loop of 12 km: 4 km east, 2 north, 4 west, 2 south; Barn at the far corner. */
const LOOP = trackAlong(
  [
    [0, 0],
    [4_000, 0],
    [4_000, 2_000],
    [0, 2_000],
    [0, 0],
  ],
  undefined,
  {
    waypoints: [waypoint('Barn', [4_000, 2_000]), waypoint('Camp', [0, 0])],
  },
);

describe('stations on a track', () => {
  it('sit at their official distances, however long the track is', () => {
    const track = straightTrack(19_000, () => 100, { waypoints: [waypoint('Mill', [7_000, 0])] });
    const stations = [station('Mill', 8_000), station('Top', 15_000)];
    expect(visits(track, { distanceM: 20_000, stations })).toEqual([
      ['Mill', 8],
      ['Top', 15],
      ['Finish', 20],
    ]);
  });

  it('anchor the track, so that a climb between two waypoints stays between them', () => {
    // 100 m up from 7 to 8 km of the track, which by distance alone would begin before Mill
    const climb = (m: number) => Math.min(100, Math.max(0, (m - 7_000) / 10));
    const track = straightTrack(20_000, climb, { waypoints: [waypoint('Mill', [6_900, 0])] });
    const course = built(track, { distanceM: 20_000, stations: [station('Mill', 7_500)] });
    expect(course.legs[0]?.gainM).toBeCloseTo(0, 6);
    expect(course.legs[1]?.gainM).toBeCloseTo(100, 0);
  });

  it('take their distance from the waypoint when the plan gives none', () => {
    const stations = [station('mill', null), station('Hut', null)];
    expect(visits(OUT_AND_BACK, { distanceM: 20_000, stations })).toEqual([
      ['mill', 4],
      ['Hut', 10],
      ['Finish', 20],
    ]);
  });

  it('are told apart by order and distance when a place is passed twice', () => {
    const back = [station('Hut', 10_000), station('Mill', null)];
    expect(visits(OUT_AND_BACK, { distanceM: 20_000, stations: back })[1]).toEqual(['Mill', 16]);
    const both = [station('Mill', 4_200), station('Hut', null), station('Mill', 15_800)];
    expect(visits(OUT_AND_BACK, { distanceM: 20_000, stations: both })).toEqual([
      ['Mill', 4.2],
      ['Hut', 10],
      ['Mill', 15.8],
      ['Finish', 20],
    ]);
  });

  it('measure the course when the plan gives no distance', () => {
    const course = built(OUT_AND_BACK, { stations: [station('Hut', null)] });
    expect(course.distanceM).toBeCloseTo(20_000, -1);
    expect(course.legs[0]?.distanceM).toBeCloseTo(10_000, -1);
    expect(course.location?.lat).toBeCloseTo(45, 6);
  });

  it('name the start and the finish when their waypoints are there', () => {
    const waypoints = [waypoint('Village', [10, 5]), waypoint('Castle', [9_980, 0])];
    const track = straightTrack(10_000, undefined, { waypoints });
    const stations = [station('Village', null), station('Castle', null)];
    const course = built(track, { distanceM: 10_000, stations });
    expect([course.start.name, course.finish.name, course.legs.length]).toEqual([
      'Village',
      'Castle',
      1,
    ]);
  });

  it('leave out what a recording has before the start line', () => {
    // 300 m of downhill from the car park
    const track = straightTrack(10_300, (m) => Math.max(500, 800 - m), {
      waypoints: [waypoint('START', [300, 0])],
    });
    const course = built(track, { distanceM: 10_000 });
    expect(course.lossM).toBeLessThan(20);
  });

  it('say where a waypoint disagrees with the plan, which is believed', () => {
    const track = straightTrack(50_000, () => 0.5, { waypoints: [waypoint('Mill', [30_000, 0])] });
    const { value, diagnostics } = build(track, {
      distanceM: 50_000,
      stations: [station('Mill', 20_000)],
    });
    expect(value?.legs[0]?.to.atM).toBe(20_000);
    expect(diagnostics).toMatchObject([
      { code: 'STATION_FAR_FROM_WAYPOINT', severity: 'warning', args: { station: 'Mill' } },
    ]);
  });

  it.each<[string, Station[]]>([
    ['no such waypoint', [station('Nowhere', null)]],
    ['more visits than passages', [station('Hut', null), station('Hut', null)]],
  ])('cannot be placed: %s', (_, stations) => {
    const { value, diagnostics } = build(OUT_AND_BACK, { distanceM: 20_000, stations });
    expect(value).toBeNull();
    expect(diagnostics.map((d) => d.code)).toEqual(['STATION_NOT_PLACED']);
  });
});

describe('laps on a track', () => {
  const thrice = [
    ['Barn', 6],
    ['Camp', 12],
    ['Barn', 18],
    ['Camp', 24],
    ['Barn', 30],
    ['Finish', 36],
  ];

  it('repeat the track of one lap and the stations on it', () => {
    const stations = [station('Camp', 0), station('Barn', 6_000)];
    expect(visits(LOOP, { distanceM: 36_000, laps: 3, stations })).toEqual(thrice);
  });

  it('place stations by waypoint on every lap', () => {
    const stations = [station('Camp', null), station('Barn', null)];
    expect(visits(LOOP, { distanceM: 36_000, laps: 3, stations })).toEqual(thrice);
    expect(visits(LOOP, { laps: 3, stations })).toEqual(thrice);
  });

  it('accept a track that holds every lap', () => {
    const corners = [
      [0, 0],
      [4_000, 0],
      [4_000, 2_000],
      [0, 2_000],
      [0, 0],
    ] as const;
    const track = trackAlong([...corners, ...corners.slice(1), ...corners.slice(1)], undefined, {
      waypoints: LOOP.waypoints,
    });
    const stations = [station('Camp', 0), station('Barn', 6_100)];
    const course = built(track, { distanceM: 36_000, laps: 3, stations });
    expect(course.legs.map((leg) => leg.to.atM)).toEqual([
      6_100, 12_000, 18_100, 24_000, 30_100, 36_000,
    ]);
  });

  it('climb the same every lap', () => {
    const hill = trackAlong(
      [
        [0, 0],
        [3_000, 0],
        [3_000, 3_000],
        [0, 3_000],
        [0, 0],
      ],
      (m) => 500 + 100 * Math.sin((m / 12_000) * 2 * Math.PI),
    );
    const course = built(hill, { distanceM: 48_000, laps: 4 });
    const gains = course.legs.map((leg) => leg.gainM!);
    for (const gainM of gains) expect(gainM).toBeCloseTo(200, -1);
  });
});

describe('a track and the organiser', () => {
  const hilly = straightTrack(20_000, (m) => 300 + 100 * Math.sin(m / 500));

  it('are compared in length', () => {
    const { diagnostics } = build(hilly, { distanceM: 40_000 });
    expect(diagnostics).toMatchObject([{ code: 'COURSE_LENGTH_DIFFERS' }]);
  });

  it('are compared in climb', () => {
    const gainM = built(hilly, { distanceM: 20_000 }).gainM!;
    expect(build(hilly, { distanceM: 20_000, gainM: gainM * 1.08 }).diagnostics).toEqual([]);
    expect(build(hilly, { distanceM: 20_000, gainM: gainM * 1.3 }).diagnostics).toMatchObject([
      { code: 'COURSE_GAIN_DIFFERS', args: { organiserM: gainM * 1.3 } },
    ]);
  });

  it('share the work where the track has no elevation: climb is the station table’s', () => {
    const { value, diagnostics } = build(straightTrack(20_000), {
      distanceM: 20_000,
      stations: [station('Mill', 8_000, { gainM: 400, lossM: 10 })],
    });
    expect(diagnostics).toMatchObject([
      { code: 'COURSE_NO_ELEVATION', severity: 'warning' },
      { code: 'LEG_CLIMB_ASSUMED', severity: 'note' },
    ]);
    expect(value).toMatchObject({ elevationSource: 'stations' });
    expect(value?.legs[0]).toMatchObject({ gainM: 400, lossM: 10 });
  });
});

describe('a long recording', () => {
  it('may have 100,000 points', () => {
    const every = straightTrack(100_000, (m) => 500 + 100 * Math.sin(m / 700), { everyM: 1 });
    const course = built(
      { ...every, waypoints: [waypoint('Mill', [40_000, 0])] },
      { distanceM: 100_000, stations: [station('Mill', null)] },
    );
    expect(every.points.length).toBeGreaterThan(100_000);
    expect(course.legs[0]?.distanceM).toBeCloseTo(40_000, -1);
    // time that grew with the square of the points would run into the limit of any test
  });
});
