/** Written quantities → numbers in SI. */
import { lookUp } from './text.js';
import {
  type Dimension,
  DURATION_S,
  M_PER_KM,
  M_PER_MI,
  S_PER_H,
  S_PER_MIN,
  type UnitSystem,
  WRITTEN_UNITS,
} from './units.js';

const NUMBER = String.raw`[+-]?(?:[1-9]\d{0,2}(?:,\d{3})+|\d+)?(?:\.\d+)?`;
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
  const value = parseAnyQuantity(written, dimension, system);
  // so many digits that no number holds them are no quantity
  return value !== null && Number.isFinite(value) ? value : null;
}

function parseAnyQuantity(
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
      const { units, metric, imperial } = WRITTEN_UNITS[dimension];
      const unit = (match[2] ?? '').trim().toLowerCase();
      if (unit === '') return value * (units[system === 'metric' ? metric : imperial] ?? 1);
      const factor = lookUp(units, unit);
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
 * Parses a duration: `11:45`, `11:45 h` and `11:45:00` (hours first), `11h45`, `1h 5m 30s`, `12 h`, `90 min`, `2 days`;
 * a bare number is minutes.
 * @returns seconds, or `null`.
 */
export function parseDuration(text: string): number | null {
  const seconds = parseAnyDuration(text);
  return seconds !== null && Number.isFinite(seconds) ? seconds : null;
}

/** `5:00` of something short may be minutes as well as hours: the two it may mean, as durations; else `null`. */
export function shortDurationsIn(text: string): readonly [string, string] | null {
  const [, first, second = ''] = /^([1-9]\d*):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (!first) return null;
  const rest = (unit: string) => (Number(second) === 0 ? '' : ` ${Number(second)} ${unit}`);
  return [`${first} min${rest('s')}`, `${first} h${rest('min')}`];
}

/** `36` of a race may be hours as well as minutes: what it may mean, as durations; else `null`. */
export function raceTimesIn(text: string): readonly string[] | null {
  const number = text.trim();
  if (!/^\d+(?:\.\d+)?$/.test(number)) return null;
  return Number(number) < 60 ? [`${number} h`] : [`${number} min`, `${number} h`];
}

function parseAnyDuration(text: string): number | null {
  const written = text.trim().toLowerCase();
  const colons =
    /^([+-])?(\d+):([0-5]?\d)(?::([0-5]?\d(?:\.\d+)?))?(?:\s*(?:h|hrs?|hours?))?$/.exec(written);
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
    const factor = part && lookUp(DURATION_S, part[2] ?? '');
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
function parsePace(text: string, system: UnitSystem): number | null {
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
