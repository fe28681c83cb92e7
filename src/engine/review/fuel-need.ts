/** What the plan asks for by any time of the race as it was run, and what had been taken by then. */
import type { Nutrient } from '../../domain/nutrition.js';
import type { RaceLog } from '../../domain/record.js';
import { sum } from '../../kernel/stats.js';
import { S_PER_H } from '../../kernel/units.js';
import { mealTimeS } from '../fuel/meals.js';
import type { FuelPlan } from '../fuel/needs.js';
import type { IntakeReview } from './intake.js';
import type { Stretch } from './stretches.js';

/** Elapsed seconds. */
export interface TimeSpan {
  fromS: number;
  toS: number;
}

/** Something taken: at a time, or on a stretch by the arrival at its end. */
export interface Taken {
  atS: number;
  amount: number;
}

/** Stops so long that they are meals, as logged. */
export const mealsOf = (stretches: readonly Stretch[]): TimeSpan[] =>
  stretches.flatMap(({ startS, stopBeforeS }) =>
    stopBeforeS != null && mealTimeS(stopBeforeS) > 0
      ? [{ fromS: startS, toS: startS + stopBeforeS }]
      : [],
  );

/**
 * What the hourly targets ask for between two elapsed times, meals left out; heat and night count when they were, and
 * the last sky holds for whoever was out longer than planned. `null` where the plan asks for none.
 */
export function prepareNeed(
  { spells, basePerHour, perHour }: FuelPlan,
  nutrient: Nutrient,
  meals: readonly TimeSpan[],
): ((fromS: number, toS: number) => number) | null {
  if (perHour[nutrient] == null) return null;
  const rates =
    spells.length === 0
      ? [{ fromS: 0, toS: Number.POSITIVE_INFINITY, rate: basePerHour[nutrient] ?? 0 }]
      : spells.map((spell, i) => ({
          fromS: spell.fromS,
          toS: i === spells.length - 1 ? Number.POSITIVE_INFINITY : spell.toS,
          rate: spell.perHour[nutrient] ?? 0,
        }));
  return (fromS, toS) =>
    sum(
      rates.map((spell) => {
        const during = { fromS: Math.max(fromS, spell.fromS), toS: Math.min(toS, spell.toS) };
        if (during.toS <= during.fromS) return 0;
        const eatenS = sum(meals.map((meal) => overlapOf(meal, during)));
        return (spell.rate * (during.toS - during.fromS - eatenS)) / S_PER_H;
      }),
    );
}

const overlapOf = (a: TimeSpan, b: TimeSpan): number =>
  Math.max(0, Math.min(a.toS, b.toS) - Math.max(a.fromS, b.fromS));

/**
 * What was taken of a nutrient, in order of time; by stretch where not all of it has a time. `null`: not all is known.
 * @param endS what was logged later counts then
 */
export function takenOf(
  nutrient: Nutrient,
  log: RaceLog,
  stretches: readonly Stretch[],
  intake: IntakeReview,
  endS: number,
): { taken: Taken[]; isTimed: boolean } | null {
  if (intake.total[nutrient] == null) return null;
  const entries = (log.intakeEntries ?? []).filter((entry) => (entry.intake[nutrient] ?? 0) > 0);
  const isTimed =
    entries.every(({ atS }) => atS != null) &&
    log.visits.every((visit) => visit.intake[nutrient] == null);
  const taken = isTimed
    ? entries.map(({ atS, intake: { [nutrient]: amount } }) => ({
        atS: Math.min(atS!, endS),
        amount: amount!,
      }))
    : stretches.map(({ endS: atS }, i) => ({ atS, amount: intake.stretches[i]![nutrient] ?? 0 }));
  return { taken: taken.sort((a, b) => a.atS - b.atS), isTimed };
}
