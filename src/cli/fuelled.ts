/** What a race planned at a pace takes to eat and drink. */
import { describeRaceDay } from '../engine/course/race-day.js';
import { computeFuelPlan, type FuelPlan } from '../engine/fuel/needs.js';
import type { Supplies } from '../engine/fuel/supplies.js';
import { computeSupplies } from '../engine/fuel/supply-plan.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import type { LoadedRace } from './race.js';

/** `supplies` is `null` where the plan lists nothing to eat. */
export function fuelRace(
  { plan, course, sun }: LoadedRace,
  pace: PacePlan,
): { fuel: FuelPlan; supplies: Supplies | null } {
  const fuel = computeFuelPlan(plan, pace, describeRaceDay(plan, sun));
  return { fuel, supplies: computeSupplies(plan, course, pace, fuel) };
}
