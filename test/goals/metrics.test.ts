import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRICS, type MetricId } from '../../src/domain/metric.js';
import type { Visit } from '../../src/domain/record.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan } from '../../src/engine/fuel/needs.js';
import { computeRequirements } from '../../src/engine/goals/requirements.js';
import { hiddenFade } from '../../src/engine/pacing/halves.js';
import { computePacePlan } from '../../src/engine/pacing/pace-plan.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { type AnyRace, anyLogOf, anyRace } from '../support/any-race.js';
import { raceplan } from '../support/cli.js';
import { planWithCourse } from '../support/plan.js';
import { flatFifty, logOf, NO_PACING, visit } from '../support/race.js';

const RUNS = { numRuns: 1000, seed: 8 };

const ANYTHING = { min: null, max: null };
const GOALS = METRICS.map(({ id, label }) => ({
  text: label,
  priority: 'A' as const,
  target: { kind: 'kpi' as const, metric: id, bounds: ANYTHING },
}));

/** What `build` says is planned. */
function built({ plan, course, pace }: AnyRace): Record<string, number | null> {
  const requirements = computeRequirements(
    GOALS,
    course,
    pace,
    computeFuelPlan(plan, pace, describeRaceDay(plan, null)),
  );
  return Object.fromEntries(requirements.map(({ planned }, i) => [METRICS[i]!.id, planned]));
}

const kpisOf = ({ plan, course, pace }: AnyRace, log: ReturnType<typeof logOf>) =>
  reviewRace(plan, course, pace, log, null).kpis;

describe('a measure', () => {
  it('is planned at the same value before the race and after it, whatever the log leaves out', () => {
    const raced = anyRace.chain((race) => anyLogOf(race).map((log) => ({ race, log })));
    let finished = 0;
    fc.assert(
      fc.property(raced, ({ race, log }) => {
        if (log.status !== 'finished') return;
        finished += 1;
        const after = Object.fromEntries(kpisOf(race, log).map(({ id, plan }) => [id, plan]));
        expect(after).toEqual(built(race));
      }),
      RUNS,
    );
    expect(finished).toBeGreaterThan(100);
  }, 60_000);

  it.each(['Pine Creek', 'Vermont'])(
    'of %s too: fade, as the goals and the JSON say it',
    async (race) => {
      const folder = `fixtures/races/${race === 'Vermont' ? 'vermont-100' : 'pine-creek-100k'}`;
      const { target } = JSON.parse((await raceplan('build', folder, '--format', 'json')).stdout);
      const text = (await raceplan('build', folder)).stdout;
      expect(text).toContain(`second half ${(target.fadeRatio * 100).toFixed(1)}% slower`);
      if (race === 'Vermont') return;
      const log = `${folder}/splits.csv`;
      const { kpis } = JSON.parse((await raceplan('analyze', log, '--format', 'json')).stdout);
      const fade = kpis.find(({ id }: { id: MetricId }) => id === 'fade');
      expect(fade.plan).toBe(target.fadeRatio);
    },
  );
});

/** The race run as planned; places where nobody stops may be missing from the log. */
const asPlanned = ({ course, pace }: AnyRace, isKept: readonly boolean[]) => {
  const last = course.legs.length - 1;
  const visits = pace.legs.flatMap(({ arriveS, departS, stopS }, i): Visit[] =>
    i < last && stopS === 0 && !isKept[i]
      ? []
      : [visit(i + 1, arriveS, i === last ? null : departS)],
  );
  return logOf(visits, { status: 'finished', finishS: visits.at(-1)!.arriveS });
};

describe('fade', () => {
  it('of a race run as planned is as planned, or unknown, however much of it is logged', () => {
    const kept = fc.array(fc.boolean(), { minLength: 14, maxLength: 14 });
    let known = 0;
    fc.assert(
      fc.property(anyRace, kept, (race, isKept) => {
        const fade = kpisOf(race, asPlanned(race, isKept)).find(({ id }) => id === 'fade')!;
        if (fade.actual == null) return;
        known += 1;
        expect(fade.actual).toBeCloseTo(fade.plan!, 9);
      }),
      RUNS,
    );
    expect(known).toBeGreaterThan(300);
  }, 60_000);

  it('asked for is the fade planned, on a cool day of even light', () => {
    for (const fadeRatio of [-0.1, 0, 0.1, 0.15, 0.312]) {
      const { plan, course } = flatFifty({ pacing: { ...NO_PACING, fadeRatio } });
      const pace = computePacePlan(plan, course, null, { kind: 'time', targetS: 6 * 3600 });
      if ('kind' in pace) throw new Error(pace.kind);
      expect(pace.fadeRatio).toBeCloseTo(fadeRatio, 9);
      expect(pace.tiringRatio).toBeCloseTo(fadeRatio, 9);
    }
  });

  it('counts the heat of the second half, and says what tiring alone would be', () => {
    const { plan, course } = flatFifty({ pacing: { ...NO_PACING, fadeRatio: 0.1 } });
    const hot = {
      ...plan,
      race: { ...plan.race, startAt: Date.UTC(2025, 6, 1, 8), zoneGiven: true },
      weather: { lowC: 12, highC: 34 },
    };
    const pace = computePacePlan(hot, course, null, { kind: 'time', targetS: 6 * 3600 });
    if ('kind' in pace) throw new Error(pace.kind);
    expect(pace.tiringRatio).toBeCloseTo(0.1, 9);
    expect(pace.fadeRatio).toBeGreaterThan(0.11);
  });

  it('of a log without a place near the half is unknown, and says so', () => {
    const plan = planWithCourse(
      { distanceM: 50_000 },
      {
        goals: [
          {
            text: 'fade <= 10%',
            priority: 'A',
            target: { kind: 'kpi', metric: 'fade', bounds: { min: null, max: 0.1 } },
          },
        ],
      },
    );
    const { course, pace } = flatFifty({ stopS: 0 });
    const log = logOf([visit(1, 4000, 4000), visit(5, 21_000)]);
    const { judgements } = reviewRace(plan, course, pace, log, null);
    expect(judgements[0]).toMatchObject({
      status: 'unknown',
      evidence: { kind: 'missing', what: 'places not logged' },
    });
  });

  it('hidden in a stretch is all of it over the whole race, a ninth from third to third', () => {
    expect(hiddenFade(0.5, 0.5)).toBe(1);
    expect(hiddenFade(1 / 6, 1 / 6)).toBeCloseTo(1 / 9, 12);
    expect(hiddenFade(0, 0.5)).toBe(0);
  });
});
