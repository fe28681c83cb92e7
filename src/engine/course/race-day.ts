/** The day of the race: when it starts, how warm it gets, how light it is. */

import { HOT_C } from '../../domain/gear.js';
import type { Plan } from '../../domain/plan.js';
import { timeOfDay } from '../../kernel/clock.js';
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';
import type { Light, Sun } from './daylight.js';

export interface RaceDay {
  /** Local time of day of the start, seconds; `null` when unknown: no heat, no dark. */
  startTod: number | null;
  temperatures: DayTemperatures | null;
  /** Light at an elapsed time; `null` when date or location is unknown. */
  lightAt: ((elapsedS: number) => Light) | null;
}

export function describeRaceDay(plan: Plan, sun: Sun | null): RaceDay {
  const { startAt, zone } = plan.race;
  const { lowC, highC } = plan.weather;
  return {
    startTod: startAt == null ? null : timeOfDay(startAt, zone),
    temperatures: highC == null ? null : { highC, lowC: lowC ?? highC - USUAL_RANGE_C },
    lightAt: sun?.lightAt ?? null,
  };
}

export interface DayTemperatures {
  lowC: number;
  highC: number;
}

const COLDEST_TOD = 5 * S_PER_H;
const HOTTEST_TOD = 15 * S_PER_H;
const WARMING_S = HOTTEST_TOD - COLDEST_TOD;

/** How much colder than the high the night is when only the high is known: a clear summer night. */
export const USUAL_RANGE_C = 15;

/** Air temperature through the day: half a cosine from the low at 5:00 up to the high at 15:00, half one back. */
export function temperatureAt(tod: number, { lowC, highC }: DayTemperatures): number {
  const sinceLowS = (tod - COLDEST_TOD + S_PER_DAY) % S_PER_DAY;
  const phase =
    sinceLowS < WARMING_S
      ? sinceLowS / WARMING_S
      : 1 + (sinceLowS - WARMING_S) / (S_PER_DAY - WARMING_S);
  return lowC + ((highC - lowC) * (1 - Math.cos(Math.PI * phase))) / 2;
}

/** Air temperature after so many seconds, °C; `null` when not known. */
export function temperatureOn(
  { startTod, temperatures }: RaceDay,
  elapsedS: number,
): number | null {
  if (startTod == null || temperatures == null) return null;
  return temperatureAt((startTod + elapsedS) % S_PER_DAY, temperatures);
}

/** Whether it is hot after so many seconds; never where the weather is unknown. */
export const isHotOn = (day: RaceDay, elapsedS: number): boolean =>
  (temperatureOn(day, elapsedS) ?? Number.NEGATIVE_INFINITY) >= HOT_C;
