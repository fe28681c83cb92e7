/**
 * An invented mountain race through the night, all factors at work. The numbers were computed by an independent
 * program for the same formulas: sun by the almanac's low-precision formula, fade at the middle of each cell,
 * plans every 20 minutes of finish time. It agrees to half a minute, a cell's share of the night.
 */
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeSun } from '../../src/engine/course/daylight.js';
import { forecastInRace } from '../../src/engine/pacing/in-race.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { describeSolve } from '../../src/engine/pacing/solve-input.js';
import { planWithCourse, station } from '../support/plan.js';

const TOLERANCE_S = 30;
const START_AT = Date.parse('2026-08-28T18:00:00+02:00');
const LOCATION = { lat: 45.92, lon: 6.87 };

const plan = planWithCourse(
  {
    distanceM: 101_000,
    elevationM: 1035,
    stations: [
      station('Col', 9_000, { elevationM: 2065, gainM: 1120, lossM: 90 }),
      station('Lake', 21_500, { elevationM: 1390, gainM: 210, lossM: 885 }),
      station('Pass', 38_200, { elevationM: 2537, gainM: 1490, lossM: 343 }),
      station('Hut', 52_000, { elevationM: 1720, gainM: 260, lossM: 1077 }),
      station('Mill', 71_400, { elevationM: 1010, gainM: 480, lossM: 1190 }),
      station('Ridge', 84_300, { elevationM: 1890, gainM: 1105, lossM: 225 }),
      station('Village', 101_000, { elevationM: 1035, gainM: 240, lossM: 1095 }),
    ],
  },
  { weather: { lowC: 9, highC: 28 } },
);
const race = { ...plan.race, startAt: START_AT, zone: 'Europe/Paris', location: LOCATION };
const nightPlan = { ...plan, race };
const course = buildCourse(nightPlan, null).value!;
const sun = computeSun(LOCATION, START_AT, race.zone, 40 * 3600);

const near = (actual: readonly number[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((s, i) => {
    expect(Math.abs(s - expected[i]!), `${s} ≈ ${expected[i]}`).toBeLessThan(TOLERANCE_S);
  });
};

describe('a mountain race through the night', () => {
  it.each([
    [14, [4855, 9287, 18984, 25386, 34403, 43123, 50400]],
    [24, [7739, 15422, 31906, 43157, 58339, 73369, 86400]],
    [32, [9872, 19915, 41538, 55807, 76202, 96661, 115200]],
  ])('is planned in %i h', (hours, arrivalsS) => {
    const pace = computePacePlan(nightPlan, course, sun, { kind: 'time', targetS: hours * 3600 });
    if ('kind' in pace) throw new Error(pace.kind);
    near(
      pace.legs.map((leg) => leg.arriveS),
      arrivalsS,
    );
  });

  it('has windows and stops', () => {
    const pace = computePacePlan(nightPlan, course, sun, { kind: 'time', targetS: 86_400 });
    if ('kind' in pace) throw new Error(pace.kind);
    near(
      pace.legs.map((leg) => leg.stopS),
      [269, 374, 499, 412, 580, 386, 0],
    );
    near(
      pace.legs.flatMap(({ window }) => (window ? [window.earlyS, window.lateS] : [])),
      [6389, 8681, 13391, 16839, 29026, 33917, 40030, 45340, 55283, 60473, 70978, 75039],
    );
  });

  it.each([
    [
      [[1, 6600]],
      [
        [12943, 11997, 14392],
        [26633, 23755, 31040],
        [35867, 31686, 42268],
        [48747, 42751, 57930],
        [60845, 53142, 72641],
        [71431, 62235, 85512],
      ],
    ],
    [
      [
        [1, 6900],
        [2, 14400],
        [3, 29000],
      ],
      [
        [38899, 37709, 40721],
        [52481, 49993, 56290],
        [65566, 61840, 71272],
        [76982, 72178, 84338],
      ],
    ],
    [
      [
        [2, 15000],
        [5, 61000],
      ],
      [
        [76696, 74707, 79742],
        [90260, 87043, 95187],
      ],
    ],
  ])('is foretold from %j on', (passed, times) => {
    const passages = passed.map(([place, arriveS]) => ({ place: place!, arriveS: arriveS! }));
    const ahead = forecastInRace(describeSolve(nightPlan, course, sun), passages);
    near(
      ahead.flatMap(({ medianS, earlyS, lateS }) => [medianS, earlyS, lateS]),
      times.flat(),
    );
  });
});
