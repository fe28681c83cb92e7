/** What slows a runner besides the ground: thin air, heat, the dark. Each is a multiplier of time, 1 when neutral. */
import type { Light } from '../../course/daylight.js';

const ALTITUDE_THRESHOLD_M = 750;
const ALTITUDE_FACTOR_PER_KM = 1.06;

/**
 * Time × 1.06 for each 1,000 m above 750 m, compounded: the common planner rule, in line with a VO₂max
 * that falls 6.3 % per 1,000 m (Wehrlin & Hallén 2006). Acclimatisation is left out.
 */
export const altitudeFactor = (elevationM: number | null): number =>
  elevationM == null || elevationM <= ALTITUDE_THRESHOLD_M
    ? 1
    : ALTITUDE_FACTOR_PER_KM ** ((elevationM - ALTITUDE_THRESHOLD_M) / 1000);

const COMFORT_C = 15;
const HEAT_RATIO_PER_C = 0.001;

/**
 * Time × (1 + 0.1 % for each degree above 15 °C): half of what marathon winners lose (Ely et al. 2007, MSSE
 * 39:487: 2.8 % over 15 °C). Given the finish time, splits of ten hot and mild editions show no more: who runs
 * in the heat slows down all day, not at noon. Humidity, wind and sun are left out.
 */
export const heatFactor = (tempC: number | null): number =>
  tempC == null ? 1 : 1 + HEAT_RATIO_PER_C * Math.max(0, tempC - COMFORT_C);

const DARK_SLOWDOWN_RATIO = 0.07;

/**
 * Time × 1.07 in full dark, half as much in civil twilight. No published figure exists; planners use about 8 %,
 * the splits of two races that both start at dawn say 4.5 % (flat) to 10 % (mountain trail).
 */
export const darkFactor = (light: Light): number =>
  1 + DARK_SLOWDOWN_RATIO * { day: 0, twilight: 0.5, dark: 1 }[light];

/** The ground's own slowdown, from `terrain` in the plan. */
export const terrainFactor = (slowdownRatio: number): number => 1 + slowdownRatio;
