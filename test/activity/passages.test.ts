import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Track } from '../../src/domain/course.js';
import type { Plan } from '../../src/domain/plan.js';
import { type ActivityContext, readActivityRace } from '../../src/engine/activity/race.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { planWithCourse, station } from '../support/plan.js';
import { trackAlong } from '../support/tracks.js';
import { START, type Stop, timetable, type Walk, walk } from '../support/walk.js';

const NEAR_S = 30;

/** A race on a track; its distance is the track's unless told otherwise. */
function raceOn(
  track: Track,
  stationsM: readonly number[],
  course: Partial<Plan['course']> = {},
  startAt: number | null = START,
): ActivityContext {
  const distanceM = course.distanceM ?? track.points.at(-1)!.distanceM;
  const stations = stationsM.map((m, i) => station(`S${i + 1}`, m));
  const bare = planWithCourse({ distanceM, stations, trackFile: 'course.gpx', ...course });
  const plan = { ...bare, race: { ...bare.race, startAt } };
  const { value } = buildCourse(plan, track);
  if (!value) throw new Error('no course');
  return { plan, course: value, track, timedS: null, file: 'run.fit' };
}

const read = (way: Walk, context: ActivityContext) => readActivityRace(walk(way), context);

/** Ten kilometres along a valley, with bends. */
const valley = (side: number): [number, number][] => [
  [0, 0],
  [3_000, 800 * side],
  [5_000, 300],
  [8_000, 1_500 * side],
  [10_000, 1_000],
];
const back = (way: [number, number][]) => way.slice(0, -1).toReversed();

const STRAIGHT = trackAlong(valley(1), () => 500);
const OUT_AND_BACK = trackAlong([...valley(1), ...back(valley(1))], () => 500);
const THRICE = trackAlong(
  [
    ...valley(1),
    ...back(valley(1)),
    ...valley(-1).slice(1),
    ...back(valley(-1)),
    [-2_000, 3_000],
    [-3_000, -1_000],
    [0, 0],
  ],
  () => 500,
);
const LOOP: [number, number][] = [
  [0, 0],
  [1_500, 0],
  [1_500, 1_000],
  [0, 1_000],
  [0, 0],
];
const FOUR_LAPS = trackAlong([...LOOP, ...[2, 3, 4].flatMap(() => LOOP.slice(1))], () => 500);

describe('an activity on its course', () => {
  it.each([
    ['from a to b', STRAIGHT],
    ['out and back', OUT_AND_BACK],
    ['a place passed three times, each time another way on', THRICE],
    ['four laps', FOUR_LAPS],
  ])(
    'gives arrivals, stops and the finish back, whatever the watch: %s',
    (_, track) => {
      const lengthM = track.points.at(-1)!.distanceM;
      const ways = fc.record({
        speed: fc.double({ min: 1, max: 4.5, noNaN: true }),
        stationKm: fc.uniqueArray(fc.integer({ min: 2, max: Math.floor(lengthM / 500) - 2 }), {
          minLength: 1,
          maxLength: 8,
        }),
        stopsS: fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 8, maxLength: 8 }),
        paused: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
        // every so many seconds, and what it errs
        watch: fc.constantFrom([1, 0], [1, 4], [1, 6], [4, 6], [15, 3]),
      });
      fc.assert(
        fc.property(
          ways,
          ({ speed, stationKm, stopsS, paused, watch: [everyS = 1, errorM = 0] }) => {
            const stationsM = stationKm.toSorted((a, b) => a - b).map((n) => n * 500);
            // nobody can see in a recording whether a pause shorter than half a minute was one
            const stops = stationsM.map(
              (atM, i): Stop => ({
                atM,
                stopS: stopsS[i]! < 40 ? 0 : stopsS[i]!,
                isPaused: paused[i]!,
              }),
            );
            const way = { points: track.points, speed, stops, everyS, errorM };
            const { value } = read(way, raceOn(track, stationsM));
            const { arriveS, endS } = timetable(way);
            const { visits, finishS, status } = value!.log;
            expect(visits.map(({ place }) => place)).toEqual([
              ...stationsM.map((_, i) => i + 1),
              stationsM.length + 1,
            ]);
            stops.forEach(({ atM, stopS }, i) => {
              expect(Math.abs(visits[i]!.arriveS! - arriveS(atM))).toBeLessThanOrEqual(NEAR_S);
              const stoppedS = visits[i]!.departS! - visits[i]!.arriveS!;
              expect(Math.abs(stoppedS - stopS)).toBeLessThanOrEqual(NEAR_S);
            });
            expect(status).toBe('finished');
            expect(Math.abs(finishS! - endS)).toBeLessThanOrEqual(NEAR_S);
          },
        ),
        // shrinking such a walk takes minutes, and what it shows is no shorter
        { numRuns: 25, endOnFailure: true },
      );
    },
    120_000,
  );
});

describe('the finish', () => {
  const endM = STRAIGHT.points.at(-1)!.distanceM;

  // at other speeds the watch is astray otherwise when it gets there
  it.each([2.1, 2.2, 2.3, 2.4, 2.5])(
    'is that at the line, though the watch stood there for long: %d m/s',
    (speed) => {
      const stops = [{ atM: endM, stopS: 1_200 }];
      const way = { points: STRAIGHT.points, speed, stops, errorM: 3, everyS: 5 };
      const finishS = read(way, raceOn(STRAIGHT, [3_000])).value?.log.finishS ?? 0;
      expect(Math.abs(finishS - endM / speed)).toBeLessThan(NEAR_S);
    },
  );
});
