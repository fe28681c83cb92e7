/**
 * The only conversion constants of the project, and the parsers of written quantities.
 * Inside, everything is SI: metres, seconds, °C, kg, g, mg, mL, kcal, ratios.
 */

export const M_PER_KM = 1000;
export const M_PER_MI = 1609.344;
export const M_PER_FT = 0.3048;
export const KG_PER_LB = 0.45359237;
export const G_PER_OZ = 28.349523125;
/** US fluid ounce. */
export const ML_PER_FL_OZ = 29.5735295625;
export const KCAL_PER_KJ = 1 / 4.184;
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

const DURATION_S: Readonly<Record<string, number>> = {
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

const LINEAR: Readonly<
  Partial<Record<Dimension, { units: Record<string, number>; metric: string; imperial: string }>>
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
  duration: { units: DURATION_S, metric: 'min', imperial: 'min' },
  count: { units: {}, metric: '', imperial: '' },
};

const NUMBER = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?`;
const QUANTITY = new RegExp(`^(${NUMBER})\\s*(.*)$`);

/**
 * Parses a written quantity such as `62 mi`, `5,514 m`, `24 oz/h`, `75 °F`, `15%`, `11:45`, `11:15 /mi`.
 * A rate's `/h` is accepted and dropped; a bare number takes the unit `system` implies (durations: minutes).
 * @returns the value in the dimension's SI unit, or `null` when the text is no such quantity.
 */
export function parseQuantity(
  written: string | number,
  dimension: Dimension,
  system: UnitSystem,
): number | null {
  const text = String(written).trim();
  if (text === '') return null;
  switch (dimension) {
    case 'duration':
      return parseDuration(text);
    case 'pace':
      return parsePace(text, system);
    case 'temperature':
      return parseTemperature(text, system);
    case 'ratio':
      return parseRatio(text);
    default: {
      const match = QUANTITY.exec(text.replace(/\s*(?:\/|per)\s*(?:h|hr|hour)$/i, ''));
      const value = match && toNumber(match[1] ?? '');
      if (match == null || value == null) return null;
      const { units, metric, imperial } = LINEAR[dimension]!;
      const unit = (match[2] ?? '').trim().toLowerCase();
      if (unit === '') {
        return value * (units[system === 'metric' ? metric : imperial] ?? 1);
      }
      const factor = units[unit];
      return factor === undefined ? null : value * factor;
    }
  }
}

function toNumber(text: string): number | null {
  if (!/\d/.test(text)) return null;
  const value = Number(text.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

/**
 * Parses a duration: `11:45` and `11:45:00` (hours first), `11h45`, `1h 5m 30s`, `12 h`, `90 min`, `2 days`;
 * a bare number is minutes.
 * @returns seconds, or `null`.
 */
export function parseDuration(text: string): number | null {
  const written = text.trim().toLowerCase();
  const colons = /^([+-])?(\d+):([0-5]?\d)(?::([0-5]?\d(?:\.\d+)?))?$/.exec(written);
  if (colons) {
    const [, sign, hours, minutes, seconds] = colons;
    const value = Number(hours) * S_PER_H + Number(minutes) * S_PER_MIN + Number(seconds ?? 0);
    return sign === '-' ? -value : value;
  }
  const bare = toNumber(/^[+-]?\d+(?:\.\d+)?$/.test(written) ? written : '');
  if (bare != null) return bare * S_PER_MIN;
  const short = /^(\d+)\s*h\s*([0-5]?\d)$/.exec(written);
  if (short) return Number(short[1]) * S_PER_H + Number(short[2]) * S_PER_MIN;
  let total = 0;
  let rest = written.replace(/^about\s+/, '');
  if (rest === '') return null;
  while (rest !== '') {
    const part = /^(\d+(?:\.\d+)?)\s*([a-z]+)[\s,]*(?:and\s+)?/.exec(rest);
    const factor = part && DURATION_S[part[2] ?? ''];
    if (!part || factor == null) return null;
    total += Number(part[1]) * factor;
    rest = rest.slice(part[0].length);
  }
  return total;
}

/**
 * Parses a pace, minutes first: `11:15 /mi`, `7:00 min/km`, `6.5 min/km`.
 * @returns seconds per kilometre, or `null`.
 */
export function parsePace(text: string, system: UnitSystem): number | null {
  const match =
    /^(\d+)(?::([0-5]\d)|(\.\d+))?\s*(?:min)?\s*(?:(?:\/|per)\s*(km|k|mi|mile))?$/i.exec(
      text.trim(),
    );
  if (!match) return null;
  const [, minutes, seconds, fraction, unit] = match;
  const s = (Number(minutes) + Number(fraction ?? 0)) * S_PER_MIN + Number(seconds ?? 0);
  const perMile = unit ? /^mi/i.test(unit) : system === 'imperial';
  return perMile ? (s * M_PER_KM) / M_PER_MI : s;
}

function parseTemperature(text: string, system: UnitSystem): number | null {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(?:°|deg(?:rees)?)?\s*([cf])?$/i.exec(text);
  if (!match) return null;
  const value = Number(match[1]);
  const unit = match[2]?.toLowerCase() ?? (system === 'metric' ? 'c' : 'f');
  return unit === 'f' ? ((value - 32) * 5) / 9 : value;
}

function parseRatio(text: string): number | null {
  const match = /^([+-]?\d+(?:\.\d+)?)\s*(%)?$/.exec(text);
  if (!match) return null;
  return match[2] ? Number(match[1]) / 100 : Number(match[1]);
}
