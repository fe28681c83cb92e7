import { describe, expect, it } from 'vitest';
import type { MetricId } from '../../src/domain/metric.js';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import { reviewRace } from '../../src/engine/review/review.js';
import { flatFifty, logOf, NO_PACING, visit } from '../support/race.js';

const { plan, course, pace } = flatFifty();
const asPlanned = pace.legs.map((leg, i) =>
  visit(i + 1, leg.arriveS, i === pace.legs.length - 1 ? null : leg.departS),
);
const kpi = (log: Parameters<typeof reviewRace>[3], id: MetricId) =>
  reviewRace(plan, course, pace, log, null).kpis.find((k) => k.id === id)!;

describe('KPIs', () => {
  it.each<MetricId>([
    'averagePace',
    'movingPace',
    'lastLegPace',
    'fade',
    'timeOnCourse',
    'movingTime',
    'aidStationTime',
  ])('of a race run as planned, %s is as planned', (id) => {
    const { plan: planned, actual } = kpi(logOf(asPlanned), id);
    expect(planned).not.toBeNull();
    expect(actual).toBeCloseTo(planned!, 6);
  });

  it('fade is the second half of the effort against the first', () => {
    // the leg across the half is shared as the plan shares it: here evenly
    const even = flatFifty({ pacing: { ...NO_PACING, fadeRatio: 0 } });
    const fadeOf = (log: ReturnType<typeof logOf>) =>
      reviewRace(even.plan, even.course, even.pace, log, null).kpis.find(({ id }) => id === 'fade');
    const evenSplits = [1, 2, 3, 4, 5].map((i) => visit(i, i * 3600, i < 5 ? i * 3600 : null));
    expect(fadeOf(logOf(evenSplits))?.actual).toBeCloseTo(0, 6);
    const fading = [3600, 7200, 11_700, 17_100, 22_500];
    const log = logOf(fading.map((s, i) => visit(i + 1, s, i < 4 ? s : null)));
    // halves: 2.5 legs each: 3600 + 3600 + 2250 against 2250 + 5400 + 5400
    expect(fadeOf(log)?.actual).toBeCloseTo(13_050 / 9450 - 1, 6);
  });

  it('a race that ended early has no fade, and is measured against the plan up to there', () => {
    const log = logOf(asPlanned.slice(0, 3), { status: 'dnf' });
    expect(kpi(log, 'fade')).toEqual({ id: 'fade', plan: null, actual: null });
    expect(kpi(log, 'timeOnCourse').actual).toBeCloseTo(kpi(log, 'timeOnCourse').plan!, 6);
  });

  it('intake from a separate log: what was not eaten on a leg is 0, what nobody records is unknown', () => {
    const entry = (atS: number, carbG: number) => ({
      atS,
      place: null,
      item: 'gel',
      intake: { ...UNKNOWN_INTAKE, carbG },
      untold: [],
      line: 1,
    });
    const log = logOf(asPlanned, {
      intakeEntries: [entry(1800, 25), entry(2400, 25), entry(20_000, 50)],
    });
    const { intake } = reviewRace(plan, course, pace, log, null);
    expect(intake.stretches.map((s) => s.carbG)).toEqual([50, 0, 0, 0, 50]);
    expect(intake.perHour.carbG).toBeCloseTo(100 / 6, 6);
    expect(intake.total.sodiumMg).toBeNull();
  });

  it('an empty cell among logged ones leaves the total unknown', () => {
    const visits = asPlanned.map((v, i) => ({
      ...v,
      intake: { ...UNKNOWN_INTAKE, carbG: i === 2 ? null : 40 },
    }));
    const { intake } = reviewRace(plan, course, pace, logOf(visits), null);
    expect(intake.stretches[2]?.carbG).toBeNull();
    expect(intake.total.carbG).toBeNull();
  });
});

describe('a race that ended between stations', () => {
  const log = logOf(asPlanned.slice(0, 3), { status: 'dnf', endedAtM: 35_000, endedS: 17_000 });

  it('is measured up to there', () => {
    const { ending, stretches, losses } = reviewRace(plan, course, pace, log, null);
    expect(ending).toMatchObject({ kind: 'dnf', place: 3, elapsedS: 17_000, at: { atM: 35_000 } });
    const halfLegS = pace.legs[3]!.movingS / 2;
    const plannedS = pace.legs[2]!.departS + halfLegS;
    expect(stretches.at(-1)?.planned.endS).toBeCloseTo(plannedS, 6);
    expect(losses.reduce((s, l) => s + l.seconds, 0)).toBeCloseTo(17_000 - plannedS, 6);
  });
});
