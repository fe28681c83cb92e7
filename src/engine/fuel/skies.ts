/** Under which sky which hourly targets hold. */
import { type Intake, NUTRIENTS } from '../../domain/nutrition.js';
import type { FuelPlan, FuelSpell } from './needs.js';

/** When other targets hold than on a cool day. */
export type TargetSky = 'hot' | 'night' | 'hot night';

export interface SkyTargets {
  when: TargetSky;
  perHour: Intake;
}

export const isSameIntake = (a: Intake, b: Intake): boolean =>
  NUTRIENTS.every((n) => a[n] === b[n]);

/**
 * Targets that hold at some time of the race and are not those of a cool day; of hot nights, where they are not those
 * of hot days either.
 */
export function computeSkies({ spells, basePerHour }: FuelPlan): SkyTargets[] {
  const under = (when: TargetSky, isUnder: (spell: FuelSpell) => boolean): SkyTargets[] => {
    const spell = spells.find((one) => isUnder(one) && !isSameIntake(one.perHour, basePerHour));
    return spell ? [{ when, perHour: spell.perHour }] : [];
  };
  const hot = under('hot', ({ isHot, isNight }) => isHot && !isNight);
  const hotNight = under('hot night', ({ isHot, isNight }) => isHot && isNight);
  return [
    ...hot,
    ...under('night', ({ isHot, isNight }) => isNight && !isHot),
    ...hotNight.filter(({ perHour }) => !hot.some((day) => isSameIntake(day.perHour, perHour))),
  ];
}
