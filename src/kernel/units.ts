/**
 * The only conversion constants of the project, and how units are written.
 * Inside, everything is SI: metres, seconds, °C, kg, g, mg, mL, kcal, ratios.
 */

export const M_PER_KM = 1000;
export const M_PER_MI = 1609.344;
export const M_PER_FT = 0.3048;
export const KG_PER_LB = 0.45359237;
const G_PER_OZ = 28.349523125;
/** US fluid ounce. */
export const ML_PER_FL_OZ = 29.5735295625;
const KCAL_PER_KJ = 1 / 4.184;
export const S_PER_MIN = 60;
export const S_PER_H = 3600;
export const S_PER_DAY = 86400;

export const UNIT_SYSTEMS = ['metric', 'imperial'] as const;
export type UnitSystem = (typeof UNIT_SYSTEMS)[number];

/**
 * What a written quantity measures; the value parsed is in the unit named here:
 * distance and height m, duration s, bodyMass kg, gram g, milligram mg, volume mL, energy kcal,
 * temperature °C, ratio 1, pace s/km, count 1.
 */
export type Dimension =
  | 'distance'
  | 'height'
  | 'duration'
  | 'pace'
  | 'bodyMass'
  | 'gram'
  | 'milligram'
  | 'volume'
  | 'energy'
  | 'temperature'
  | 'ratio'
  | 'count';

const LENGTH_M: Readonly<Record<string, number>> = {
  m: 1,
  metre: 1,
  metres: 1,
  meter: 1,
  meters: 1,
  km: M_PER_KM,
  k: M_PER_KM,
  kilometre: M_PER_KM,
  kilometres: M_PER_KM,
  kilometer: M_PER_KM,
  kilometers: M_PER_KM,
  mi: M_PER_MI,
  mile: M_PER_MI,
  miles: M_PER_MI,
  ft: M_PER_FT,
  feet: M_PER_FT,
  foot: M_PER_FT,
  "'": M_PER_FT,
};

const MASS_G: Readonly<Record<string, number>> = {
  mg: 1e-3,
  g: 1,
  gram: 1,
  grams: 1,
  kg: 1000,
  oz: G_PER_OZ,
  lb: KG_PER_LB * 1000,
  lbs: KG_PER_LB * 1000,
};

const VOLUME_ML: Readonly<Record<string, number>> = {
  ml: 1,
  dl: 100,
  cl: 10,
  l: 1000,
  litre: 1000,
  litres: 1000,
  liter: 1000,
  liters: 1000,
  oz: ML_PER_FL_OZ,
  floz: ML_PER_FL_OZ,
  'fl oz': ML_PER_FL_OZ,
  'fl. oz': ML_PER_FL_OZ,
};

export const DURATION_S: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  min: S_PER_MIN,
  mins: S_PER_MIN,
  minute: S_PER_MIN,
  minutes: S_PER_MIN,
  m: S_PER_MIN,
  h: S_PER_H,
  hr: S_PER_H,
  hrs: S_PER_H,
  hour: S_PER_H,
  hours: S_PER_H,
  d: S_PER_DAY,
  day: S_PER_DAY,
  days: S_PER_DAY,
};

const scaled = (table: Readonly<Record<string, number>>, by: number) =>
  Object.fromEntries(Object.entries(table).map(([unit, factor]) => [unit, factor * by]));

/** What is written as a number and a unit; the others are written in ways of their own. */
type Scaled = Exclude<Dimension, 'duration' | 'pace' | 'temperature' | 'ratio'>;

/** Units as people write them, with what one is in SI, and the unit of a bare number in each system. */
export const WRITTEN_UNITS: Readonly<
  Record<Scaled, { units: Readonly<Record<string, number>>; metric: string; imperial: string }>
> = {
  distance: { units: LENGTH_M, metric: 'km', imperial: 'mi' },
  height: { units: LENGTH_M, metric: 'm', imperial: 'ft' },
  bodyMass: { units: scaled(MASS_G, 1e-3), metric: 'kg', imperial: 'lb' },
  gram: { units: MASS_G, metric: 'g', imperial: 'g' },
  milligram: { units: scaled(MASS_G, 1000), metric: 'mg', imperial: 'mg' },
  volume: { units: VOLUME_ML, metric: 'ml', imperial: 'oz' },
  energy: {
    units: { kcal: 1, cal: 1, calories: 1, kj: KCAL_PER_KJ },
    metric: 'kcal',
    imperial: 'kcal',
  },
  count: { units: {}, metric: '', imperial: '' },
};
