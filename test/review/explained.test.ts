import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import type { Weather } from '../../src/domain/weather.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeSun } from '../../src/engine/course/daylight.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computePacePlan, type PacePlan } from '../../src/engine/pacing/pace-plan.js';
import { listPlannedCells } from '../../src/engine/pacing/planned-cells.js';
import type { SolveTarget } from '../../src/engine/pacing/solve.js';
import {
  CAUSES,
  type CauseSeconds,
  type Explanation,
  explainRace,
} from '../../src/engine/review/losses/explained.js';
import { describeRecording } from '../../src/engine/review/losses/recorded.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { interpolate } from '../../src/kernel/interpolate.js';
import { sum } from '../../src/kernel/stats.js';
import { anyLogOf, anyRace } from '../support/any-race.js';
import { planWithCourse, station } from '../support/plan.js';
import { logOf, NO_PACING, visit } from '../support/race.js';

const totalOf = (losses: CauseSeconds): number => sum(CAUSES.map((cause) => losses[cause] ?? 0));

describe('where the time went', () => {
  it('adds up to actual less planned, in total and on every leg, whatever was run and logged', () => {
    const anyRun = anyRace.chain((race) => anyLogOf(race).map((log) => [race, log] as const));
    fc.assert(
      fc.property(anyRun, fc.integer({ min: -10, max: 45 }), ([race, log], highC) => {
        const { plan, course, pace, sun } = race;
        const { stretches, ending } = reviewRace(plan, course, pace, log, null);
        const weather = { lowC: highC - 12, highC };
        const explanation = explainRace({
          plan,
          pace,
          stretches,
          day: describeRaceDay({ ...plan, weather }, sun),
          recorded: null,
        });
        stretches.forEach(({ startS, endS, planned }, i) => {
          const lostS = endS - startS - (planned.endS - planned.startS);
          expect(totalOf(explanation.stretches[i]!)).toBeCloseTo(lostS, 5);
        });
        const plannedS = stretches.at(-1)?.planned.endS ?? 0;
        expect(totalOf(explanation.total)).toBeCloseTo(ending.elapsedS - plannedS, 5);
        for (const cause of CAUSES) {
          const ofLegs = sum(explanation.stretches.map((losses) => losses[cause] ?? 0));
          expect(explanation.total[cause] ?? 0).toBeCloseTo(ofLegs, 5);
        }
      }),
      { numRuns: 1000, seed: 12 },
    );
  });

  it('adds up where places with long stops are skipped, and no stop is logged', () => {
    const stations = [1, 2, 3, 4].map((n) => station(`S${n}`, 10_000 * n, { stopS: 3600 }));
    const { plan, course, pace, sun } = planned(planWithCourse({ distanceM: 50_000, stations }), {
      kind: 'time',
      targetS: 9 * 3600,
    });
    const log = logOf([visit(2, 6000, null), visit(4, 8500, null)]);
    const { stretches } = reviewRace(plan, course, pace, log, null);
    const day = describeRaceDay(plan, sun);
    const { isByClock, total } = explainRace({ plan, pace, stretches, day, recorded: null });
    expect(isByClock).toBe(true);
    expect(totalOf(total)).toBeCloseTo(8500 - stretches.at(-1)!.planned.endS, 5);
  });
});

/** Twelve legs of 8 km, some steep and some flat, from six in the morning on a June day, with 3 min at each station. */
const CLIMBS_M = [50, 400, 0, 600, 100, 300, 0, 500, 200, 0, 450, 100];
const DESCENTS_M = [0, 100, 500, 50, 600, 0, 300, 200, 500, 100, 50, 300];
const START_AT = Date.UTC(2025, 5, 20, 6);

function hillyPlan(rest: Partial<Plan> = {}): Plan {
  const stations = CLIMBS_M.map((gainM, i) =>
    station(`S${i + 1}`, 8000 * (i + 1), { gainM, lossM: DESCENTS_M[i]! }),
  );
  const plan = planWithCourse(
    { distanceM: 96_000, stations },
    {
      defaultStopS: 180,
      weather: { lowC: 5, highC: 15 },
      pacing: { ...NO_PACING, fadeRatio: 0.1 },
      ...rest,
    },
  );
  return { ...plan, race: { ...plan.race, startAt: START_AT, zone: 'UTC', zoneGiven: true } };
}

function planned(plan: Plan, target: SolveTarget) {
  const { value: course } = buildCourse(plan, null);
  if (!course) throw new Error('no course');
  const sun = computeSun({ lat: 46, lon: 0 }, START_AT, 'UTC', 2 * 86_400);
  const pace = computePacePlan(plan, course, sun, target);
  if ('kind' in pace) throw new Error(pace.kind);
  return { plan, course, sun, pace };
}

const race = planned(hillyPlan(), { kind: 'time', targetS: 13 * 3600 });

/** The race explained with each leg moved in the time that `movingOf` gives, and stops as planned but for `stopOf`. */
function explain(
  movingOf: (leg: PacePlan['legs'][number], i: number) => number,
  {
    stopOf,
    weather = race.plan.weather,
  }: { stopOf?: (place: number) => number; weather?: Weather } = {},
): Explanation {
  let leftS = 0;
  const visits = race.pace.legs.map((leg, i) => {
    const arriveS = leftS + movingOf(leg, i);
    leftS = arriveS + (stopOf?.(i + 1) ?? 180);
    return visit(i + 1, arriveS, i === race.pace.legs.length - 1 ? null : leftS);
  });
  const log = logOf(visits, { status: 'finished', finishS: visits.at(-1)!.arriveS });
  const { plan, course, pace, sun } = race;
  return explainRace({
    plan,
    pace,
    stretches: reviewRace(plan, course, pace, log, null).stretches,
    day: describeRaceDay({ ...plan, weather }, sun),
    recorded: null,
  });
}

/** Another plan of the same course, run as planned. */
const runAs = (other: { pace: PacePlan }) => (_: unknown, i: number) => other.pace.legs[i]!.movingS;

describe('a race with one thing different from the plan', () => {
  it('run as planned lost nothing to anything', () => {
    const { total } = explain(({ movingS }) => movingS);
    for (const cause of CAUSES) expect(total[cause] ?? 0).toBeCloseTo(0, 3);
  });

  it('five percent slower all the way is the pace of the opening', () => {
    const { total, own } = explain(({ movingS }) => movingS * 1.05);
    expect(own?.openingRatio).toBeCloseTo(0.05, 3);
    expect(total.opening).toBeCloseTo(race.pace.movingS * 0.05, -1);
    expect(Math.abs(total.fade!) + Math.abs(total.unexplained!)).toBeLessThan(60);
  });

  it('fading a quarter instead of a tenth is fade', () => {
    const target = { kind: 'effort', effortSPerKm: race.pace.basePaceSPerKm } as const;
    const faded = planned(hillyPlan({ pacing: { ...NO_PACING, fadeRatio: 0.25 } }), target);
    const { total, own } = explain(runAs(faded));
    expect(own?.fade?.plannedRatio).toBeCloseTo(0.1, 6);
    expect(own?.fade?.runRatio).toBeCloseTo(0.25, 2);
    // more fade about the same mean begins faster
    expect(own?.openingRatio).toBeLessThan(-0.02);
    expect(Math.abs(total.unexplained!)).toBeLessThan(30);
  });

  it('a day twenty degrees hotter than planned, run at the same effort, is heat', () => {
    const weather = { lowC: 15, highC: 35 };
    const target = { kind: 'effort', effortSPerKm: race.pace.basePaceSPerKm } as const;
    const hot = planned(hillyPlan({ weather }), target);
    const { total } = explain(runAs(hot), { weather });
    expect(total.heat).toBeCloseTo(hot.pace.movingS - race.pace.movingS - (total.dark ?? 0), 0);
    expect(total.heat).toBeGreaterThan(240);
    expect(Math.abs(total.opening!) + Math.abs(total.fade!)).toBeLessThan(15);
  });

  it('two hours lost at a station are a stop, and the dark that they bring is night', () => {
    const { total } = explain(({ movingS }) => movingS, {
      stopOf: (place) => (place === 6 ? 180 + 7200 : 180),
    });
    expect(total.stops).toBeCloseTo(7200, 6);
    expect(total.dark).toBeGreaterThan(60);
    // the runner held the plan's times in the dark: the night's cost was run back
    expect(
      total.dark! + total.heat! + total.opening! + total.fade! + total.unexplained!,
    ).toBeCloseTo(0, 3);
  });

  it('a stop where none is planned is told apart from one that ran over', () => {
    const stations = [10, 20].map((km) =>
      station(`Km ${km}`, km * 1000, { stopS: km === 10 ? 0 : 60 }),
    );
    const plan = planWithCourse({ distanceM: 30_000, stations }, { pacing: NO_PACING });
    const { value: course } = buildCourse(plan, null);
    const pace = computePacePlan(plan, course!, null, {
      kind: 'time',
      targetS: 10_800,
    }) as PacePlan;
    const log = logOf([visit(1, 3600, 3900), visit(2, 7500, 7680), visit(3, 11_300)]);
    const { stretches } = reviewRace(plan, course!, pace, log, null);
    const { total } = explainRace({
      plan,
      pace,
      stretches,
      day: describeRaceDay(plan, null),
      recorded: null,
    });
    expect(total).toMatchObject({ unplannedStops: 300, stops: 120, heat: null, dark: null });
  });

  it('climbs that cost half as much again are climbs, and descents that cost nothing are descents', () => {
    const costing = (climbs: number, descents: number) =>
      explain(({ movingS, leg }) => {
        const effort = 1 + (12 * leg.gainM! + 4.3 * leg.lossM!) / leg.distanceM;
        const climbing = (12 * leg.gainM!) / leg.distanceM / effort;
        const descending = (4.3 * leg.lossM!) / leg.distanceM / effort;
        return movingS * (1 + climbs * climbing + descents * descending);
      });
    const slowUp = costing(0.5, 0);
    expect(slowUp.own?.climbsRatio).toBeCloseTo(0.47, 1);
    expect(slowUp.total.climbs).toBeGreaterThan(0.7 * totalOf(slowUp.total));
    expect(slowUp.own?.descentsRatio ?? 0).toBeCloseTo(0, 1);
    const quickDown = costing(0, -0.8);
    expect(quickDown.own?.descentsRatio).toBeLessThan(-0.6);
    expect(quickDown.own?.climbsRatio ?? 0).toBeCloseTo(0, 1);
  });

  it('claims nothing of climbs where the legs do not tell', () => {
    const ups = [1.1, 0.93, 1.02, 0.98, 1.07, 0.95, 1.01, 1.05, 0.92, 1.03, 0.97, 1.06];
    const { own } = explain(({ movingS }, i) => movingS * ups[i]!);
    expect(own).toMatchObject({ climbsRatio: null, descentsRatio: null });
  });
});

describe('hills', () => {
  it('are claimed of noise alone in at most one race of twenty', () => {
    let claimed = 0;
    const races = fc.sample(
      fc.array(fc.double({ min: 0.93, max: 1.07, noNaN: true }), { minLength: 12, maxLength: 12 }),
      { numRuns: 300, seed: 7 },
    );
    for (const noise of races) {
      const { own } = explain(({ movingS }, i) => movingS * noise[i]!);
      if (own?.climbsRatio != null || own?.descentsRatio != null) claimed += 1;
    }
    expect(claimed).toBeLessThanOrEqual(15);
  });
});

describe('a log that tells little', () => {
  it('with a first place far into the race cannot tell the opening from what followed', () => {
    const { plan, course, pace } = race;
    const log = logOf([visit(7, pace.legs[6]!.arriveS + 600, pace.legs[6]!.departS + 600)]);
    const { stretches } = reviewRace(plan, course, pace, log, null);
    const { own, total } = explainRace({
      plan,
      pace,
      stretches,
      day: describeRaceDay(plan, null),
      recorded: null,
    });
    expect(own).toBeNull();
    expect(total).toMatchObject({ opening: null, fade: null });
    expect(totalOf(total)).toBeCloseTo(600, 6);
  });

  it('without a stop explains the pace by the clock, stops as planned', () => {
    const { plan, course, pace } = race;
    const visits = pace.legs.map(({ arriveS }, i) => visit(i + 1, arriveS * 1.04));
    const { stretches, losses } = reviewRace(plan, course, pace, logOf(visits), null);
    expect(losses.some(({ cause }) => cause === 'notSeparable')).toBe(true);
    const day = describeRaceDay(plan, null);
    const { isByClock, own, total } = explainRace({ plan, pace, stretches, day, recorded: null });
    expect(isByClock).toBe(true);
    expect(own?.openingRatio).toBeCloseTo(0.041, 2);
    expect(total.notSeparable).toBeNull();
    expect(totalOf(total)).toBeCloseTo(pace.targetS * 0.04, 5);
  });

  it('and what a watch saw of standing on the way is a stop nobody planned', () => {
    const { plan, course, pace } = race;
    const times = pace.legs.map(({ arriveS, departS, leg }) => ({
      atM: leg.to.atM,
      arriveS,
      departS,
    }));
    const visits = times.map(({ arriveS, departS }, i) =>
      visit(i + 1, arriveS + 600, i === times.length - 1 ? null : departS + 600),
    );
    const [at] = [pace.legs[0]!.arriveS / 2];
    const knots = [
      [0, 0],
      [at, 4000],
      [at + 600, 4000],
      ...times.flatMap(({ atM, arriveS, departS }) => [
        [arriveS + 600, atM],
        [departS + 600, atM],
      ]),
    ] as [number, number][];
    const standings = [{ lat: 0, lon: 0, fromS: at, toS: at + 600 }];
    const { stretches } = reviewRace(plan, course, pace, logOf(visits), null);
    const recorded = describeRecording({ knots, standings });
    const { total, stoodS } = explainRace({
      plan,
      pace,
      stretches,
      day: describeRaceDay(plan, null),
      recorded,
    });
    expect(total.unplannedStops).toBeCloseTo(600, 6);
    expect(stoodS).toBeCloseTo(600, 6);
    expect(totalOf(total)).toBeCloseTo(600, 5);
  });
});

describe('what a watch tells of hills', () => {
  /** 50 km of climbs and descents each 1 to 4 km long, and no steeper than 10 %; two stations only. */
  const heights = [0, 300, 120, 420, 200, 210, 500, 180, 330, 60, 350, 240, 520, 100, 260, 0];
  const profile = heights.map((elevationM, i): [number, number] => [(i * 50_000) / 15, elevationM]);
  const points = Array.from({ length: 1001 }, (_, i) => {
    const distanceM = i * 50;
    return {
      lat: 45 + distanceM / 111_195,
      lon: 7,
      distanceM,
      elevationM: interpolate(profile, distanceM),
    };
  });
  const plan = planWithCourse(
    { distanceM: 50_000, stations: [station('A', 12_000), station('B', 30_000)] },
    { defaultStopS: 0, pacing: { ...NO_PACING, fadeRatio: 0 } },
  );
  const { value: course } = buildCourse(plan, { points, waypoints: [] });
  const pace = computePacePlan(plan, course!, null, {
    kind: 'time',
    targetS: 7 * 3600,
  }) as PacePlan;

  /** Climbing takes 40 % more of what the model adds for it. */
  const knots: [number, number][] = [[0, 0]];
  for (const cell of listPlannedCells(pace)) {
    const climbs = (12 * cell.gainM) / cell.effortM;
    const tookS = cell.movingS * (1 + 0.4 * climbs);
    knots.push([knots.at(-1)![0] + tookS, cell.startM + cell.distanceM]);
  }
  const timeAt = (atM: number) =>
    interpolate(
      knots.map(([s, m]) => [m, s] as const),
      atM,
    );
  const log = logOf([
    visit(1, timeAt(12_000), timeAt(12_000)),
    visit(2, timeAt(30_000), timeAt(30_000)),
    visit(3, timeAt(50_000)),
  ]);
  const { stretches } = reviewRace(plan, course!, pace, log, null);
  const day = describeRaceDay(plan, null);

  it('slow climbs that three legs cannot tell are told by the way between', () => {
    const written = explainRace({ plan, pace, stretches, day, recorded: null });
    expect(written.own).toMatchObject({ climbsRatio: null, descentsRatio: null });
    const recorded = describeRecording({ knots, standings: [] });
    const { own, total } = explainRace({ plan, pace, stretches, day, recorded });
    expect(own?.climbsRatio).toBeGreaterThan(0.3);
    expect(own?.climbsRatio).toBeLessThan(0.42);
    expect(total.climbs).toBeGreaterThan(0.75 * totalOf(total));
    expect(totalOf(total)).toBeCloseTo(totalOf(written.total), 6);
  });
});
