/** What slows a runner besides the ground: thin air, heat, the dark. Each is a multiplier of time, 1 when neutral. */
import { S_PER_DAY, S_PER_H } from '../../../kernel/units.js';
import type { Light } from '../../course/daylight.js';

const ALTITUDE_THRESHOLD_M = 750;
const ALTITUDE_PER_KM = 1.06;

/**
 * Time × 1.06 for each 1,000 m above 750 m, compounded: the common planner rule, in line with a VO₂max
 * that falls 6.3 % per 1,000 m (Wehrlin & Hallén 2006). Acclimatisation is left out.
 */
export const altitudeFactor = (elevationM: number | null): number =>
  elevationM == null || elevationM <= ALTITUDE_THRESHOLD_M
    ? 1
    : ALTITUDE_PER_KM ** ((elevationM - ALTITUDE_THRESHOLD_M) / 1000);

export interface DayTemperatures {
  lowC: number;
  highC: number;
  /** Local time of day of the low (dawn), seconds. */
  dawnTod: number;
}

const HIGH_TOD = 15 * S_PER_H;

/**
 * Air temperature through the day: the low at dawn, a half cosine up to the high at 15:00, and
 * a half cosine down to the next dawn.
 */
export function temperatureAt(tod: number, { lowC, highC, dawnTod }: DayTemperatures): number {
  const sinceDawn = (((tod - dawnTod) % S_PER_DAY) + S_PER_DAY) % S_PER_DAY;
  const rise = HIGH_TOD - dawnTod;
  const phase = sinceDawn < rise ? sinceDawn / rise : 1 + (sinceDawn - rise) / (S_PER_DAY - rise);
  return lowC + ((highC - lowC) * (1 - Math.cos(Math.PI * phase))) / 2;
}

const COMFORT_C = 15;
const HEAT_PER_DEGREE = 0.004;

/**
 * Share of time lost per degree above comfort: marathoners lose about 0.2–0.4 % for each °C
 * (Ely et al. 2007, MSSE 39:487; El Helou et al. 2012), slower runners more. Humidity, wind and sun are left out.
 */
export const heatFactor = (tempC: number | null): number =>
  tempC == null ? 1 : 1 + HEAT_PER_DEGREE * Math.max(0, tempC - COMFORT_C);

const DARK_FACTOR = 1.04;

/** Night running on footing that needs a lamp; civil twilight counts half. No published percentage exists. */
export const darkFactor = (light: Light): number =>
  light === 'day' ? 1 : light === 'dark' ? DARK_FACTOR : 1 + (DARK_FACTOR - 1) / 2;

/** The ground's own slowdown, from `terrain` in the plan. */
export const terrainFactor = (slowdownRatio: number): number => 1 + slowdownRatio;
