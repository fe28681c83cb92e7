import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeStops } from '../../src/engine/pacing/stops.js';
import { sum } from '../../src/kernel/stats.js';
import { planWithCourse, station } from '../support/plan.js';

type Given = Parameters<typeof planWithCourse>;
const built = (course: Given[0], rest: Given[1] = {}, codes: readonly string[] = []) => {
  const { value, diagnostics } = buildCourse(planWithCourse(course, rest), null);
  expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  return value!;
};
const ASSUMED = ['LEG_CLIMB_ASSUMED'];
const names = (course: ReturnType<typeof built>) => [
  course.start.name,
  ...course.legs.map((leg) => leg.to.name),
];

describe('a course from a station table', () => {
  it('runs from start to finish through every station', () => {
    const course = built({ distanceM: 50_000, stations: [station('Mill', 18_000)] });
    expect(names(course)).toEqual(['Start', 'Mill', 'Finish']);
    expect(course.legs.map((leg) => leg.distanceM)).toEqual([18_000, 32_000]);
    expect(course.elevationSource).toBe('none');
    expect(course.gainM).toBeNull();
  });

  it('takes a station at 0 for the start and one at the distance for the finish', () => {
    const course = built({
      distanceM: 50_000,
      stations: [station('Village', 0, { crew: true }), station('Lake', 50_000)],
    });
    expect(names(course)).toEqual(['Village', 'Lake']);
    expect(course.start.crew).toBe(true);
  });

  it('closes the finish with the race unless the finish says otherwise', () => {
    const race = { ...planWithCourse({}).race, cutoffS: 36_000 };
    const plain = built({ distanceM: 50_000 }, { race });
    expect(plain.finish.cutoffS).toBe(36_000);
    const own = built(
      { distanceM: 50_000, stations: [station('End', 50_000, { cutoffS: 30_000 })] },
      { race },
    );
    expect(own.finish.cutoffS).toBe(30_000);
  });

  it('cuts legs into equal cells of at most 400 m that carry the climb evenly', () => {
    const course = built({
      distanceM: 10_000,
      elevationM: 500,
      stations: [
        station('Top', 3_000, { gainM: 320, lossM: 0 }),
        station('End', 10_000, { gainM: 20, lossM: 340 }),
      ],
    });
    const [up, down] = course.legs;
    expect(up?.cells).toHaveLength(8);
    expect(up?.cells[0]).toMatchObject({ startM: 0, distanceM: 375, gainM: 40, lossM: 0 });
    expect(up?.cells[0]?.elevationM).toBeCloseTo(520, 6);
    expect(down?.cells.at(-1)?.elevationM).toBeCloseTo(509, 0);
    expect(course).toMatchObject({ gainM: 340, lossM: 340, elevationSource: 'stations' });
  });

  it('gives the one leg of unknown climb what the organiser total leaves', () => {
    const course = built({
      distanceM: 10_000,
      gainM: 500,
      stations: [station('Hut', 4_000, { gainM: 300 })],
    });
    expect(course.legs[1]?.gainM).toBeCloseTo(200, 6);
  });

  it('runs straight from one given elevation to the next', () => {
    const course = built({
      distanceM: 30_000,
      elevationM: 1_900,
      stations: [
        station('Spring', 10_000),
        station('Hut', 20_000, { elevationM: 2_300 }),
        station('End', 30_000, { elevationM: 1_500 }),
      ],
    });
    const elevationsM = course.legs.map((leg) => leg.cells[0]!.elevationM!);
    expect(elevationsM.map(Math.round)).toEqual([1_904, 2_104, 2_284]);
  });

  it('is as high as it must be at least where only climbs are given: its lowest place at the sea', () => {
    const stations = [
      station('Pass', 10_000, { gainM: 900, lossM: 100 }),
      station('River', 20_000, { gainM: 100, lossM: 2_100 }),
      station('End', 30_000, { gainM: 300, lossM: 100 }),
    ];
    const heights = (course: ReturnType<typeof built>) =>
      course.legs.map((leg) => Math.round(leg.cells.at(-1)!.elevationM! / 100) * 100);
    expect(heights(built({ distanceM: 30_000, stations }))).toEqual([2_000, 0, 200]);
    const [pass, ...others] = stations;
    const unknown = built({ distanceM: 30_000, stations: [{ ...pass!, lossM: null }, ...others] });
    expect(unknown.legs[0]?.cells[0]?.elevationM).toBeNull();
  });

  it('climbs and descends at least as much as the stations’ elevations tell', () => {
    const stations = [
      station('Start', 0, { elevationM: 1_900 }),
      station('Hut', 10_000, { elevationM: 2_300 }),
      station('Spring', 20_000, { elevationM: 2_200, gainM: 150 }),
      station('End', 30_000, { elevationM: 1_500, lossM: 900 }),
    ];
    const course = built({ distanceM: 30_000, gainM: 1_000, stations }, {}, ASSUMED);
    expect(course.legs.map((leg) => [leg.gainM, leg.lossM])).toEqual([
      [400, 0],
      [150, 250],
      [200, 900],
    ]);
    expect(course).toMatchObject({ gainM: 1_000, lossM: 1_150, elevationSource: 'stations' });
  });

  it('leaves the climb of a leg unknown, and runs it with its part of the total', () => {
    const stations = [station('A', 2_000), station('B', 4_000, { gainM: 300 })];
    const course = built({ distanceM: 10_000, gainM: 500, stations }, {}, ASSUMED);
    expect(course.legs.map((leg) => leg.gainM)).toEqual([null, 300, null]);
    expect(sum(course.legs[0]!.cells.map((c) => c.gainM))).toBeCloseTo(50, 9);
    expect(course.gainM).toBe(500);
  });

  it('runs a leg on its own ground, else on the course’s', () => {
    const trail = { name: 'trail', slowdownRatio: 0.05 };
    const rock = { name: 'technical trail', slowdownRatio: 0.2 };
    const course = built({
      distanceM: 10_000,
      terrain: trail,
      stations: [station('Ridge', 5_000, { terrain: rock })],
    });
    expect(course.legs.map((leg) => leg.cells[0]?.terrainSlowdownRatio)).toEqual([0.2, 0.05]);
    expect(course.legs.map((leg) => leg.terrain?.name)).toEqual(['technical trail', 'trail']);
  });
});

describe('laps', () => {
  it('repeats a table of one lap, ending every lap at the start', () => {
    const course = built({
      distanceM: 100_000,
      laps: 4,
      stations: [station('Camp', 0, { crew: true }), station('Barn', 10_000)],
    });
    expect(course.legs.map((leg) => [leg.to.name, leg.to.atM])).toEqual([
      ['Barn', 10_000],
      ['Camp', 25_000],
      ['Barn', 35_000],
      ['Camp', 50_000],
      ['Barn', 60_000],
      ['Camp', 75_000],
      ['Barn', 85_000],
      ['Finish', 100_000],
    ]);
    expect(course.legs[1]?.to.crew).toBe(true);
  });

  it('stop at every lap’s end for as long as the plan stops anywhere, not at the finish', () => {
    const plan = planWithCourse({ distanceM: 60_000, laps: 6 }, { defaultStopS: 600 });
    const course = buildCourse(plan, null).value!;
    expect(computeStops(plan, course, 8 * 3600)).toEqual([600, 600, 600, 600, 600, 0]);
  });

  it('marks laps of a loop without stations, without a stop where the plan has none', () => {
    const course = built({ distanceM: 20_000, laps: 2 });
    expect(names(course)).toEqual(['Start', 'Lap 1', 'Finish']);
    expect(course.legs[0]?.to.stopS).toBe(0);
  });

  it('leaves a table of the whole race as it is', () => {
    const course = built({
      distanceM: 20_000,
      laps: 2,
      stations: [station('Barn', 4_000), station('Barn', 14_000)],
    });
    expect(names(course)).toEqual(['Start', 'Barn', 'Barn', 'Finish']);
  });
});

describe('a station table that cannot be run', () => {
  const problems = (course: Parameters<typeof planWithCourse>[0]) => {
    const { value, diagnostics } = buildCourse(planWithCourse(course), null);
    expect(value).toBeNull();
    return diagnostics.map((d) => d.code);
  };

  it('has no distance', () => {
    expect(problems({})).toEqual(['NO_DISTANCE']);
  });

  it('has stations nowhere, backwards, or beyond the finish, all told at once', () => {
    const stations = [
      station('Nowhere', null),
      station('Far', 8_000),
      station('Near', 3_000),
      station('Beyond', 12_000),
    ];
    expect(problems({ distanceM: 10_000, stations })).toEqual([
      'STATION_NOT_PLACED',
      'STATION_OUT_OF_ORDER',
      'STATION_BEYOND_FINISH',
    ]);
  });
});
