import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reviewRace } from '../../src/engine/review/review.js';
import { sum } from '../../src/kernel/stats.js';
import { flatFifty, logOf, visit } from '../support/race.js';

/** A log of some places in order: seconds to get there, seconds stopped or not logged. */
const anyLog = fc
  .array(
    fc.record({
      skip: fc.boolean(),
      legS: fc.integer({ min: 1800, max: 9000 }),
      stopS: fc.option(fc.integer({ min: 0, max: 1800 })),
    }),
    { minLength: 5, maxLength: 5 },
  )
  .map((legs) => {
    let elapsedS = 0;
    return logOf(
      legs.flatMap(({ skip, legS, stopS }, i) => {
        elapsedS += legS;
        const arriveS = elapsedS;
        elapsedS += stopS ?? 0;
        if (skip) return [];
        return [visit(i + 1, arriveS, stopS == null || i === 4 ? null : elapsedS)];
      }),
    );
  });

describe('where the time went', () => {
  it('adds up exactly, whatever was logged', () => {
    const { plan, course, pace } = flatFifty();
    fc.assert(
      fc.property(anyLog, (log) => {
        const { losses, ending, kpis, stretches } = reviewRace(plan, course, pace, log, null);
        const time = kpis.find(({ id }) => id === 'timeOnCourse')!;
        fc.pre(stretches.length > 0);
        expect(time.actual).toBe(ending.elapsedS);
        expect(sum(losses.map((loss) => loss.seconds))).toBeCloseTo(time.actual! - time.plan!, 6);
      }),
    );
  });

  it('blames stops for stops and the second half for the second half', () => {
    const { plan, course, pace } = flatFifty();
    const late = pace.legs.map((leg, i) => {
      const slowS = i === 4 ? 600 : 0;
      const stoppedS = i >= 1 ? 300 : 0;
      return visit(
        i + 1,
        leg.arriveS + stoppedS + slowS,
        leg.departS + (i >= 0 && i < 4 ? 300 : 0),
      );
    });
    const first = late[0]!;
    const log = logOf([{ ...first, departS: first.departS! }, ...late.slice(1)]);
    const { losses, finishWithPlannedStopsS } = reviewRace(plan, course, pace, log, null);
    expect(losses.find((l) => l.cause === 'stops')?.seconds).toBeCloseTo(300, 6);
    expect(losses.find((l) => l.cause === 'movingFirstHalf')?.seconds).toBeCloseTo(0, 6);
    expect(losses.find((l) => l.cause === 'movingSecondHalf')?.seconds).toBeCloseTo(600, 6);
    expect(finishWithPlannedStopsS).toBeCloseTo(pace.targetS + 600, 6);
  });

  it('says nothing of a half that was not run, nor of stops before the first', () => {
    const { plan, course, pace } = flatFifty();
    const log = logOf([visit(1, pace.legs[0]!.arriveS + 60)], { status: 'dnf' });
    const { losses } = reviewRace(plan, course, pace, log, null);
    expect(losses.map(({ cause }) => cause)).toEqual(['movingFirstHalf']);
  });

  it('does not tell moving from stopping where departures were not logged', () => {
    const { plan, course, pace } = flatFifty();
    const log = logOf(pace.legs.map((leg, i) => visit(i + 1, leg.arriveS + 60 * (i + 1))));
    const { losses, finishWithPlannedStopsS, kpis } = reviewRace(plan, course, pace, log, null);
    expect(losses.map(({ cause }) => cause)).toEqual(['movingFirstHalf', 'notSeparable']);
    expect(losses.find((l) => l.cause === 'notSeparable')?.seconds).toBeCloseTo(240, 6);
    expect(finishWithPlannedStopsS).toBeNull();
    expect(kpis.find((k) => k.id === 'movingTime')?.actual).toBeNull();
  });
});
