import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCourse } from '../../src/engine/course/course.js';
import { computeBellPlan } from '../../src/engine/pacing/bell-loops.js';
import { blockOf, computeHours, wayOf } from '../../src/engine/pacing/hours.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { parsePlan } from '../../src/input/plan.js';

const SEED = { seed: 24, numRuns: 40 };

function pacedBy(text: string) {
  const { value: plan, diagnostics } = parsePlan({ file: 'race.yaml', text });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const course = buildCourse(plan!, null).value!;
  const { target } = plan!.pacing;
  if (target?.kind !== 'time') throw new Error('no time');
  return { plan: plan!, course, pace: computePacePlan(plan!, course, null, target) };
}

describe('a race over a time, hour by hour', () => {
  it('ends where the plan does, and its rows add up to it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 144 }),
        fc.integer({ min: 400, max: 5000 }),
        fc.integer({ min: 40, max: 90 }),
        fc.integer({ min: 0, max: 60 }),
        (hours, loopM, mPerMin, stopS) => {
          const askedKm = Math.round((hours * 60 * mPerMin) / 1000);
          const { course, pace } = pacedBy(`race: { name: Day, duration: ${hours} h }
course: { loop: ${loopM} m, stations: [{ name: Camp, at: 0 km, stop: ${stopS} s }] }
goals: [at least ${askedKm} km]
`);
          if ('kind' in pace) return;
          const durationS = hours * 3600;
          const { rows } = computeHours(wayOf(pace), {
            durationS,
            blockS: blockOf(durationS),
            loopM,
          });
          expect(rows.length).toBeLessThanOrEqual(24);
          expect(rows.at(-1)!.atM).toBeCloseTo(course.distanceM, 3);
          const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
          expect(sum(rows.map((row) => row.distanceM))).toBeCloseTo(course.distanceM, 3);
          expect(sum(rows.map((row) => row.laps!))).toBe(Math.round(course.distanceM / loopM));
          expect(sum(rows.map((row) => row.stoppedS))).toBeCloseTo(pace.stoppedS, 3);
          for (const row of rows) expect(row.distanceM).toBeGreaterThanOrEqual(0);
        },
      ),
      SEED,
    );
  }, 120_000);
});

describe('a backyard', () => {
  it('never plans a loop longer than from bell to bell, and begins each on its bell', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 30, max: 59 }),
        fc.integer({ min: 0, max: 40 }),
        (loops, lapMin, fade) => {
          const { pace } = pacedBy(`race: { name: Yard }
backyard: { loop: 5 km, lap: ${lapMin} min }
pacing: { fade: ${fade}% }
goals: [at least ${loops} loops]
`);
          if ('kind' in pace) {
            expect(pace.kind).toBe('after-bell');
            return;
          }
          const plan = computeBellPlan(pace, { loopM: 5000, everyS: 3600 });
          expect(plan.loops).toHaveLength(loops);
          for (const { tookS, startS } of plan.loops) {
            expect(tookS).toBeLessThanOrEqual(3600 + 1e-6);
            const leg = pace.legs[startS / 3600]!;
            expect(leg.arriveS - leg.movingS).toBeCloseTo(startS, 6);
          }
          const mean = plan.loops.reduce((s, { tookS }) => s + tookS, 0) / loops;
          expect(mean).toBeCloseTo(lapMin * 60, 1);
        },
      ),
      SEED,
    );
  }, 120_000);
});
