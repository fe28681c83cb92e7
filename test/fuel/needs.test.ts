import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNKNOWN_INTAKE } from '../../src/domain/nutrition.js';
import { describeRaceDay } from '../../src/engine/course/race-day.js';
import { computeFuelPlan } from '../../src/engine/fuel/needs.js';
import { computeHourlyTargets, STANDARDS } from '../../src/engine/fuel/standards.js';
import { sum } from '../../src/kernel/stats.js';
import { NO_NUTRITION } from '../support/plan.js';
import { flatFifty } from '../support/race.js';

const nutrition = (carbG: number | null, carryFluidMl: number | null = null) => ({
  ...NO_NUTRITION,
  perHour: { ...UNKNOWN_INTAKE, carbG },
  carryFluidMl,
});

describe('fuel for each leg', () => {
  it('adds up to the hourly target over the whole race', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 900 }),
        (carbG, stopS) => {
          const { plan, pace } = flatFifty({ nutrition: nutrition(carbG), stopS });
          const fuel = computeFuelPlan(plan, pace, describeRaceDay(plan, null));
          expect(sum(fuel.legs.map((leg) => leg.intake.carbG ?? 0))).toBeCloseTo(carbG * 6, 6);
          expect(fuel.total.carbG).toBeCloseTo(carbG * 6, 6);
        },
      ),
    );
  });

  it("puts the athlete's own target before the standard, and the standard's middle where there is none", () => {
    const targets = computeHourlyTargets(nutrition(70).perHour, STANDARDS['ISSN 2019']);
    expect(targets).toMatchObject({
      carbG: 70,
      fluidMl: 600,
      energyKcal: 275,
      sodiumMg: 345,
      caffeineMg: null,
    });
  });

  it('tells where more fluid is needed than can be carried', () => {
    const { plan, pace } = flatFifty({ nutrition: nutrition(null, 650) });
    const legs = computeFuelPlan(plan, pace, describeRaceDay(plan, null)).legs;
    const needed = (i: number) => (600 * pace.legs[i]!.movingS) / 3600;
    legs.forEach((leg, i) => {
      expect(leg.carryShortMl).toBeCloseTo(Math.max(0, needed(i) - 650), 6);
    });
    expect(legs.at(-1)?.carryShortMl).toBeGreaterThan(0);
  });
});
