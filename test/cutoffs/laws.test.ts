import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Course } from '../../src/domain/course.js';
import type { TimeForecast } from '../../src/domain/forecast.js';
import type { Goal } from '../../src/domain/goal.js';
import type { Plan } from '../../src/domain/plan.js';
import type { Visit } from '../../src/domain/record.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { computePacePlan, type PacePlan } from '../../src/engine/pacing/pace-plan.js';
import { replanRace } from '../../src/engine/review/replan.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { replanReport } from '../../src/report/replan.js';
import { planWithCourse, station } from '../support/plan.js';
import { logOf, NO_PACING, visit } from '../support/race.js';

const SEED = 20240615;
const RUNS = 1000;
const LEG_M = 10_000;
const START_AT = Date.UTC(2024, 5, 15, 6);

const GOALS: readonly Goal[] = [
  { text: 'finish', priority: 'A', target: { kind: 'finish' } },
  { text: 'under 9h', priority: 'A', target: { kind: 'time', targetS: 9 * 3600 } },
  { text: 'win', priority: 'A', target: { kind: 'place', field: 'overall', top: 1 } },
];

/** A leg: how long it takes, the stop after it, when the place at its end closes, and what the log tells. */
interface Leg {
  movingS: number;
  stopS: number;
  /** Closing of the place, seconds after (before) the runner leaves it; `null`: never. */
  closesAfterS: number | null;
  logged: 'both' | 'arrival' | 'departure';
  /** Forecast of the leg beside what it takes. */
  forecastRatio: number;
}

const leg: fc.Arbitrary<Leg> = fc.record({
  movingS: fc.integer({ min: 3000, max: 9000 }),
  stopS: fc.integer({ min: 0, max: 3600 }),
  // half of them close within a stop of the departure, before or after
  closesAfterS: fc.option(fc.integer({ min: -2000, max: 8000 }), { freq: 3 }),
  logged: fc.constantFrom('both', 'both', 'both', 'arrival', 'departure'),
  forecastRatio: fc.double({ min: 0.7, max: 1.5, noNaN: true }),
});
const legs = fc.array(leg, { minLength: 2, maxLength: 6 });

interface Run {
  plan: Plan;
  course: Course;
  pace: PacePlan;
  /** Elapsed at each place from the first after the start; the finish is last. */
  arriveS: readonly number[];
  departS: readonly number[];
  closesS: readonly (number | null)[];
}

function runOf(written: readonly Leg[]): Run {
  let nowS = 0;
  const times = written.map(({ movingS, stopS, closesAfterS }, i) => {
    const arriveS = nowS + movingS;
    nowS = arriveS + (i === written.length - 1 ? 0 : stopS);
    return { arriveS, departS: nowS, closesS: closesAfterS == null ? null : nowS + closesAfterS };
  });
  const stations = times.map(({ closesS }, i) =>
    station(i === written.length - 1 ? 'Finish' : `P${i + 1}`, (i + 1) * LEG_M, {
      cutoffS: closesS,
    }),
  );
  const distanceM = written.length * LEG_M;
  const base = planWithCourse(
    { distanceM, stations },
    { goals: GOALS, defaultStopS: 120, pacing: { ...NO_PACING } },
  );
  const plan = { ...base, race: { ...base.race, startAt: START_AT, zone: 'UTC' } };
  const course = buildCourse(plan, null).value!;
  const pace = computePacePlan(plan, course, null, { kind: 'time', targetS: distanceM * 0.6 });
  if ('kind' in pace) throw new Error(pace.kind);
  return {
    plan,
    course,
    pace,
    arriveS: times.map((t) => t.arriveS),
    departS: times.map((t) => t.departS),
    closesS: times.map((t) => t.closesS),
  };
}

const visitsOf = (written: readonly Leg[], { arriveS, departS }: Run): Visit[] =>
  written.map(({ logged }, i) => {
    const isFinish = i === written.length - 1;
    const told = isFinish ? 'arrival' : logged;
    return visit(
      i + 1,
      told === 'departure' ? null : arriveS[i]!,
      told === 'arrival' ? null : departS[i]!,
    );
  });

it('finish is met exactly when the race was finished and no cutoff was broken', () => {
  let [kept, broken] = [0, 0];
  fc.assert(
    fc.property(legs, (written) => {
      const run = runOf(written);
      const log = logOf(visitsOf(written, run), { finishS: run.arriveS.at(-1)! });
      const { judgements } = reviewRace(run.plan, run.course, run.pace, log, null);
      const isBroken = run.closesS.some((closesS, i) => {
        const isFinish = i === written.length - 1;
        const byArrival = isFinish || written[i]!.logged === 'arrival';
        return closesS != null && (byArrival ? run.arriveS[i]! : run.departS[i]!) > closesS;
      });
      if (isBroken) broken += 1;
      else kept += 1;
      const [finish, time, place] = judgements.map(({ status }) => status);
      expect(finish).toBe(isBroken ? 'missed' : 'met');
      if (isBroken) expect([time, place]).toEqual(['missed', 'missed']);

      const part = logOf(visitsOf(written, run).slice(0, -1));
      const [open] = reviewRace(run.plan, run.course, run.pace, part, null).judgements;
      expect(open?.status).not.toBe('met');
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(Math.min(kept, broken)).toBeGreaterThan(RUNS / 10);
}, 120_000);

it('replan never names a departure later than the closing of that or, at the forecast pace, of any later place', () => {
  let named = 0;
  fc.assert(
    fc.property(legs, fc.nat(), fc.boolean(), (written, cut, isLeft) => {
      const run = runOf(written);
      const rows = 1 + (cut % (written.length - 1));
      const visits = visitsOf(written, run).slice(0, rows);
      const here = visits.at(-1)!;
      if (!isLeft) visits[rows - 1] = { ...here, arriveS: run.arriveS[rows - 1]!, departS: null };
      let nowS = run.arriveS[rows - 1]! + 120;
      const forecastAhead = written.slice(rows).map(({ movingS, forecastRatio }): TimeForecast => {
        const medianS = nowS + movingS * forecastRatio;
        nowS = medianS + 120;
        return { medianS, earlyS: medianS - 0.1 * movingS, lateS: medianS + 0.2 * movingS };
      });
      const { plan, course, pace } = run;
      const input = { plan, course, pace, log: logOf(visits), field: null, results: null };
      const replan = replanRace({ ...input, forecastAhead });

      const departures = [
        replan.departS,
        ...replan.ahead.map(({ forecast, planned }) => forecast.medianS + planned.stopS),
      ];
      const closings = run.closesS.slice(rows - 1);
      for (const { demand } of replan.goals) {
        if (!demand) continue;
        const latest = [demand.latestDepartS, ...demand.latestDepartAheadS];
        latest.forEach((latestS, i) => {
          if (latestS == null) return;
          closings.slice(i).forEach((closesS, j) => {
            if (closesS == null) return;
            // a place already left has closed or not: only later ones can still be missed
            if (j > 0 || i > 0 || !replan.departed) named += 1;
            const onTheWayS = departures[i + j]! - departures[i]!;
            expect(latestS + (j === 0 ? 0 : onTheWayS)).toBeLessThanOrEqual(closesS + 1e-6);
          });
        });
      }

      const report = replanReport({ plan, course, replan, changes: [] });
      const table = report.sections.find((s) => s.kind === 'table' && s.id === 'latest');
      if (table?.kind !== 'table') throw new Error('no table of latest departures');
      table.rows.forEach(({ cells }, i) => {
        for (const [value] of cells.slice(1)) {
          if (typeof value !== 'object' || value.kind !== 'clock') continue;
          const closesS = closings[i];
          if (closesS != null) expect(value.at).toBeLessThanOrEqual(START_AT + closesS * 1000 + 1);
        }
      });
    }),
    { seed: SEED, numRuns: RUNS },
  );
  expect(named).toBeGreaterThan(RUNS);
}, 120_000);
