/** What build, replan and backtest are told is the same, whatever the plan sets. */
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.js';
import { backtestEditions, type TestEdition } from '../../src/engine/backtest/backtest.js';
import { buildCourse } from '../../src/engine/course/course.js';
import { type Forecaster, prepareForecaster } from '../../src/engine/forecast/forecaster.js';
import type { PastEdition } from '../../src/engine/history/edition.js';
import { hundred, inventEdition } from '../history/support.js';

const HOUR = 3600;
const race = hundred();
/** Slow in the middle: what no model knows. */
const past = [1, 2, 3].map((seed) =>
  inventEdition(race, (ratio) => 0.02 * Math.sin(Math.PI * ratio), { seed, noiseRatio: 0.01 }),
);

/** The plan with the stop at the fourth station planned, or not. */
function planned(stopS: number | null, rest: Partial<Plan['pacing']> = {}): TestEdition {
  const { stations } = race.plan.course;
  const plan: Plan = {
    ...race.plan,
    pacing: { ...race.plan.pacing, ...rest },
    course: {
      ...race.plan.course,
      stations: stations.map((station, i) => (i === 3 ? { ...station, stopS } : station)),
    },
  };
  const { value: course } = buildCourse(plan, null);
  return { plan, course: course!, sun: null, past: past[2]! };
}

const forecasterOf = (
  { plan, course, sun }: TestEdition,
  editions: readonly PastEdition[],
): Forecaster => prepareForecaster({ plan, course, sun, editions, outcomes: [] });

/** A runner before the stop, and one after it. */
const BEFORE_STOP = [1, 2, 3].map((place) => ({ place, arriveS: place * 1.3 * HOUR }));
const AT_STOP = [...BEFORE_STOP, { place: 4, arriveS: 5.3 * HOUR }];

describe.each([
  ['the model alone', []],
  ['past editions', past.slice(0, 2)],
])('with %s a planned stop of an hour', (_, editions) => {
  const [none, hour] = [0, HOUR].map((stopS) => forecasterOf(planned(stopS), editions)) as [
    Forecaster,
    Forecaster,
  ];

  it('delays everything after it by an hour in the chart', () => {
    const legs = (forecaster: Forecaster, targetS: number) => {
      const pace = forecaster.before({ kind: 'time', targetS });
      if ('kind' in pace) throw new Error(pace.kind);
      return pace.legs;
    };
    const [without, withStop] = [legs(none, 13 * HOUR), legs(hour, 14 * HOUR)];
    expect(withStop[3]!.departS - withStop[3]!.arriveS).toBeCloseTo(HOUR, 6);
    for (const [i, leg] of withStop.entries()) {
      const laterS = leg.arriveS - without[i]!.arriveS;
      // a race an hour longer is one of a little more fade
      expect(Math.abs(laterS - (i <= 3 ? 0 : HOUR))).toBeLessThan(0.012 * 13 * HOUR);
    }
  });

  it.each([
    ['on the way to it', BEFORE_STOP, 1],
    ['at it', AT_STOP, 0],
  ])('delays everything after it by an hour in the race, seen %s', (__, passed, before) => {
    const [without, withStop] = [none.during(passed), hour.during(passed)];
    for (const [i, { medianS, earlyS, lateS }] of withStop.entries()) {
      const laterS = i < before ? 0 : HOUR;
      expect(medianS - without[i]!.medianS).toBeCloseTo(laterS, 6);
      expect(earlyS - without[i]!.earlyS).toBeCloseTo(laterS, 6);
      expect(lateS - without[i]!.lateS).toBeCloseTo(laterS, 6);
    }
  });

  it('once taken makes nobody a slower runner', () => {
    const taken = [
      { place: 1, arriveS: 1.3 * HOUR, stopS: 0 },
      { place: 4, arriveS: 5.2 * HOUR, stopS: HOUR },
      { place: 5, arriveS: 7.5 * HOUR, stopS: 0 },
    ];
    const skipped = taken.map(({ place, arriveS }) => ({
      place,
      arriveS: arriveS - (place > 4 ? HOUR : 0),
      stopS: 0,
    }));
    const finishS = (forecaster: Forecaster, passed: typeof skipped) =>
      forecaster.during(passed).at(-1)!.medianS;
    expect(finishS(hour, taken) - finishS(hour, skipped)).toBeCloseTo(HOUR, 0);
  });

  it('that was neither logged nor taken leaves a forecast that can be run', () => {
    const passed = [...AT_STOP, { place: 5, arriveS: 6.5 * HOUR }];
    const ahead = hour.during(passed);
    let beforeS = 6.5 * HOUR;
    for (const { medianS } of ahead) {
      expect(medianS).toBeGreaterThan(beforeS);
      beforeS = medianS;
    }
  });
});

describe('the backtest scores what is printed', () => {
  const scored = (edition: TestEdition, mode: 'no-history' | 'leave-one-out') => {
    const others = past.slice(0, 2).map((other): TestEdition => ({ ...edition, past: other }));
    const editions = mode === 'no-history' ? [edition] : [...others, edition];
    return [...backtestEditions(editions, mode)].at(-1)!;
  };

  it.each(['no-history', 'leave-one-out'] as const)(
    'of a plan with a stop and a fade of its own, %s',
    (mode) => {
      const edition = planned(HOUR, { fadeRatio: 0.6 });
      const forecaster = forecasterOf(edition, mode === 'no-history' ? [] : past.slice(0, 2));
      const { runs, inRace } = scored(edition, mode);
      const [run] = runs;
      const { finisher, points } = run!;
      const pace = forecaster.before({ kind: 'time', targetS: finisher.finishS });
      if ('kind' in pace) throw new Error(pace.kind);
      expect(points.map(({ arriveS }) => arriveS)).toEqual(
        points.map(({ place }) => pace.legs[place]!.arriveS),
      );
      const passages = points.map(({ place, actualS }) => ({ place: place + 1, arriveS: actualS }));
      expect(inRace![0]!.next.map(({ forecast }) => forecast)).toEqual(
        passages.map((__, i) => forecaster.during(passages.slice(0, i + 1))[0]),
      );
    },
  );

  it('in the race a planned fade changes nothing, as in replan', () => {
    const [usual, faded] = [null, 0.6].map((fadeRatio) =>
      scored(planned(null, { fadeRatio }), 'no-history'),
    );
    expect(faded!.inRace).toEqual(usual!.inRace);
  });
});
