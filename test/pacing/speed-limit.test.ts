import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { buildCourse } from '../../src/engine/course/course.js';
import type { SplitHistory } from '../../src/engine/history/history.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { findTooFastLeg } from '../../src/engine/pacing/speed-limit.js';
import { planWithCourse, station } from '../support/plan.js';

const stations = (...legs: readonly (readonly [string, number, number?])[]) =>
  legs.map(([name, km, gainM = 0]) => station(name, km * 1_000, { gainM, lossM: 0 }));

const tooFast = (plan: Plan, hours: number, history: SplitHistory | null = null) => {
  const { value: course } = buildCourse(plan, null);
  const pace = computePacePlan(
    plan,
    course!,
    null,
    { kind: 'time', targetS: hours * 3_600 },
    history,
  );
  if ('kind' in pace) throw new Error(pace.kind);
  return findTooFastLeg(pace);
};

describe('a leg that nobody can run', () => {
  const table = stations(['Mill', 20], ['Lake', 40], ['End', 60]);

  it('is none in a plan that somebody can', () => {
    expect(tooFast(planWithCourse({ distanceM: 60_000, stations: table }), 3.5)).toBeNull();
  });

  it('is of the target', () => {
    const found = tooFast(planWithCourse({ distanceM: 60_000, stations: table }), 2);
    expect(found?.cause).toEqual({ kind: 'target', targetS: 7_200, distanceM: 60_000 });
  });

  it('is of the stops', () => {
    const plan = planWithCourse({ distanceM: 60_000, stations: table }, { defaultStopS: 3_600 });
    expect(tooFast(plan, 4)?.cause).toEqual({ kind: 'stops', stoppedS: 7_200, targetS: 14_400 });
  });

  it('is of a climb elsewhere that takes all the time', () => {
    const wall = stations(['Mill', 20], ['Wall', 40, 15_000], ['End', 60]);
    const found = tooFast(planWithCourse({ distanceM: 60_000, stations: wall }), 6);
    expect(['Mill', 'End']).toContain(found?.leg.to.name);
    expect(found?.cause).toEqual({ kind: 'climb', station: 'Wall', climbM: 15_000 });
  });

  it('is of a history whose stations lie elsewhere', () => {
    const at = (ratio: number) => ({ ratio, earlyRatio: ratio, lateRatio: ratio });
    const history = {
      evidence: { editions: 2, runners: 40 },
      deviations: () => [at(-0.2), at(0), at(0)],
    } as unknown as SplitHistory;
    const found = tooFast(planWithCourse({ distanceM: 60_000, stations: table }), 6, history);
    expect(found).toMatchObject({ leg: { to: { name: 'Mill' } }, cause: { kind: 'history' } });
  });
});
