/** Whether what is eaten and drunk is too much, too little, or more than is carried. */
import type { Place } from '../../../domain/course.js';
import type { Plan } from '../../../domain/plan.js';
import { stationKey } from '../../../kernel/station-name.js';
import type { FuelPlan } from '../../fuel/needs.js';
import type { Supplies } from '../../fuel/supplies.js';
import { type CaffeineWarning, caffeineWarnings } from './caffeine.js';
import { type EatenWarning, eatenWarnings, gainWarnings } from './eaten.js';
import { type HourlyWarning, hourlyWarnings } from './hourly.js';
import type { Graded } from './severity.js';

export type FuelWarning = HourlyWarning | EatenWarning | CaffeineWarning | CarryWarning;

export type CarryWarning = Graded<{ kind: 'carry short'; places: readonly ShortLeg[] }>;

interface ShortLeg {
  to: Place;
  shortMl: number;
  /** The race passes the place once. */
  isOnce: boolean;
}

/** @param supplies `null` where the plan lists nothing to eat */
export const fuelWarnings = (
  plan: Plan,
  fuel: FuelPlan,
  supplies: Supplies | null,
): FuelWarning[] => [
  ...hourlyWarnings(plan, fuel),
  ...(supplies ? eatenWarnings(plan, fuel, supplies) : []),
  ...gainWarnings(plan, fuel, supplies),
  ...caffeineWarnings(plan, fuel, supplies),
  ...carryWarnings(fuel),
];

function carryWarnings(fuel: FuelPlan): CarryWarning[] {
  const keys = fuel.legs.map(({ planned }) => stationKey(planned.leg.to.name));
  const places = fuel.legs.flatMap(({ planned, carryShortMl }, i): ShortLeg[] => {
    if (carryShortMl == null || carryShortMl <= 1) return [];
    const isOnce = keys.filter((key) => key === keys[i]).length === 1;
    return [{ to: planned.leg.to, shortMl: carryShortMl, isOnce }];
  });
  return places.length > 0 ? [{ severity: 'advice', kind: 'carry short', places }] : [];
}
