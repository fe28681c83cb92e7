/** Races that could be: any course, day, plan and log, for the laws that hold of all of them. */
import fc from 'fast-check';
import type { Course } from '../../src/domain/course.js';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import type { Plan } from '../../src/domain/plan.js';
import type { RaceLog } from '../../src/domain/record.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeSun, type Sun } from '../../src/engine/course/daylight.js';
import { computePacePlan, type PacePlan } from '../../src/engine/pacing/pace-plan.js';
import type { Resolution } from '../../src/kernel/clock.js';
import { sum } from '../../src/kernel/stats.js';
import { S_PER_DAY } from '../../src/kernel/units.js';
import { planWithCourse, station } from './plan.js';
import { logOf, NO_PACING, visit } from './race.js';

/** A race planned. */
export interface AnyRace {
  plan: Plan;
  course: Course;
  sun: Sun | null;
  pace: PacePlan;
}

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });

const anyLeg = fc.record({
  distanceM: fc.oneof(
    fc.integer({ min: 5, max: 250 }).map((tenths) => tenths * 100),
    fc.integer({ min: 3, max: 150 }).map((tenths) => tenths * 160.9344),
    fc.double({ min: 500, max: 25_000, noNaN: true }),
  ),
  climbRatio: optional(fc.double({ min: 0, max: 0.12, noNaN: true })),
  descentRatio: optional(fc.double({ min: 0, max: 0.12, noNaN: true })),
  stopS: optional(
    fc.oneof(
      fc.integer({ min: 0, max: 15 }).map((min) => min * 60),
      fc.nat(900),
    ),
  ),
});

const anyDay = fc.record({
  startAt: optional(fc.integer({ min: 0, max: 24 * 365 }).map((h) => Date.UTC(2025, 0, 1, h))),
  lat: fc.integer({ min: -64, max: 64 }),
  high: optional(fc.record({ highC: fc.integer({ min: -5, max: 38 }) })),
});

const anyPerHour = fc.record({
  energyKcal: optional(fc.double({ min: 50, max: 500, noNaN: true })),
  carbG: optional(fc.double({ min: 10, max: 120, noNaN: true })),
  proteinG: optional(fc.double({ min: 1, max: 15, noNaN: true })),
  fluidMl: optional(fc.double({ min: 100, max: 1200, noNaN: true })),
  sodiumMg: optional(fc.double({ min: 50, max: 1500, noNaN: true })),
  caffeineMg: optional(fc.double({ min: 5, max: 100, noNaN: true })),
});

/** A race of 1 to 14 legs, at 4 to 15 minutes a kilometre, its stops included. */
export const anyRace: fc.Arbitrary<AnyRace> = fc
  .record({
    legs: fc.array(anyLeg, { minLength: 1, maxLength: 14 }),
    day: anyDay,
    perHour: anyPerHour,
    sPerKm: fc.double({ min: 240, max: 900, noNaN: true }),
    isWhole: fc.boolean(),
    fadeRatio: optional(fc.double({ min: 0, max: 0.5, noNaN: true })),
    defaultStopS: optional(fc.integer({ min: 0, max: 10 }).map((min) => min * 60)),
    slowdown: optional(fc.integer({ min: 1, max: 15 })),
  })
  .map(({ legs, day, perHour, sPerKm, isWhole, fadeRatio, defaultStopS, slowdown }) => {
    let atM = 0;
    const stations = legs.map(({ distanceM, climbRatio, descentRatio, stopS }, i) => {
      atM += distanceM;
      const gainM = climbRatio === null ? null : Math.round(climbRatio * distanceM);
      const lossM = descentRatio === null ? null : Math.round(descentRatio * distanceM);
      return station(i === legs.length - 1 ? 'Finish' : `Station ${i + 1}`, atM, {
        gainM,
        lossM,
        stopS,
      });
    });
    const exactS =
      (atM / 1000) * sPerKm + sum(stations.map(({ stopS }) => stopS ?? defaultStopS ?? 0));
    const targetS = isWhole ? Math.ceil(exactS / 60) * 60 : exactS;
    const blank = planWithCourse({});
    const plan = planWithCourse(
      {
        distanceM: atM,
        stations,
        terrain: slowdown === null ? null : { name: `${slowdown}%`, slowdownRatio: slowdown / 100 },
      },
      {
        race: { ...blank.race, startAt: day.startAt, zoneGiven: true },
        defaultStopS,
        weather: { lowC: null, highC: day.high?.highC ?? null },
        nutrition: { ...blank.nutrition, perHour: { ...UNKNOWN_INTAKE, ...perHour } },
        pacing: { ...NO_PACING, fadeRatio, target: { kind: 'time', targetS } },
      },
    );
    return planned(plan, day.lat, targetS);
  })
  .filter((race) => race !== null);

function planned(plan: Plan, lat: number, targetS: number): AnyRace | null {
  const { value: course } = buildCourse(plan, null);
  if (!course) throw new Error('no course');
  const { startAt, zone } = plan.race;
  const sun =
    startAt === null ? null : computeSun({ lat, lon: 0 }, startAt, zone, targetS + S_PER_DAY);
  const pace = computePacePlan(plan, course, sun, { kind: 'time', targetS });
  return 'kind' in pace ? null : { plan, course, sun, pace };
}

/** A log that somebody kept of a race: every place or some, stops noted or not, whole or up to somewhere. */
export const anyLogOf = (
  { course, pace }: AnyRace,
  resolutionS: fc.Arbitrary<Resolution> = fc.constantFrom<Resolution>(1, 60),
): fc.Arbitrary<RaceLog> =>
  fc
    .record({
      resolutionS,
      rows: fc.array(
        fc.record({
          slower: fc.double({ min: 0.7, max: 1.6, noNaN: true }),
          stopS: fc.integer({ min: 0, max: 1500 }),
          isStopLogged: fc.boolean(),
          isKept: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
        }),
        { minLength: course.legs.length, maxLength: course.legs.length },
      ),
      reached: fc.integer({ min: 1, max: course.legs.length }),
      hasStops: fc.boolean(),
    })
    .map(({ resolutionS, rows, reached, hasStops }) => {
      const toResolution = (s: number) => Math.round(s / resolutionS) * resolutionS;
      let leftS = 0;
      const visits = rows
        .slice(0, reached)
        .flatMap(({ slower, stopS, isStopLogged, isKept }, i) => {
          const arriveS = Math.max(
            leftS + resolutionS,
            toResolution(leftS + slower * pace.legs[i]!.movingS),
          );
          leftS = toResolution(arriveS + stopS);
          const isFinish = i === course.legs.length - 1;
          const departS = isFinish || !(hasStops || isStopLogged) ? null : leftS;
          return isKept || i === reached - 1 ? [visit(i + 1, arriveS, departS)] : [];
        });
      const last = visits.at(-1)!;
      const isFinished = last.place === course.legs.length;
      return logOf(visits, {
        resolutionS,
        status: isFinished ? 'finished' : 'open',
        finishS: isFinished ? last.arriveS : null,
      });
    });
