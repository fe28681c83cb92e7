/** Temperatures in plain words: as an argument, or in the notes of a log. */
import { parseQuantity } from '../kernel/quantity.js';
import type { UnitSystem } from '../kernel/units.js';

export interface Weather {
  lowC: number | null;
  highC: number | null;
}

const DEGREES = String.raw`[+-]?\d+(?:\.\d+)?\s*(?:°|deg(?:rees)?)?\s*[cf]?`;
const LOW = new RegExp(String.raw`\blow(?:\s+of)?[:\s]+(${DEGREES})(?![\w.])`, 'i');
const HIGH = new RegExp(String.raw`\bhigh(?:\s+of)?[:\s]+(${DEGREES})(?![\w.])`, 'i');
const RANGE = new RegExp(String.raw`^(${DEGREES})\s*(?:to|…|–|-)\s*(${DEGREES})$`, 'i');
/** Nobody races beyond these, °C. */
const [COLDEST_C, HOTTEST_C] = [-60, 60];

/**
 * Reads `low 58 °F, high 84 °F`, `high 29 °C`, `58 to 84 °F`; a number without a unit takes that of the other, else the
 * one of `units`.
 * @returns `null` when it says no temperature, one that cannot be, or a low above the high
 */
export function parseWeather(text: string, units: UnitSystem): Weather | null {
  const [, first, second] = RANGE.exec(text.trim()) ?? [];
  const low = first ?? LOW.exec(text)?.[1] ?? null;
  const high = second ?? HIGH.exec(text)?.[1] ?? null;
  if (low === null && high === null) return null;
  const unit = /[cf]\s*$/i.exec(high ?? '')?.[0] ?? /[cf]\s*$/i.exec(low ?? '')?.[0] ?? '';
  const read = (degrees: string) =>
    parseQuantity(/[cf]\s*$/i.test(degrees) ? degrees : `${degrees}${unit}`, 'temperature', units);
  const lowC = low === null ? null : read(low);
  const highC = high === null ? null : read(high);
  const told = [lowC, highC].filter((celsius) => celsius !== null);
  const isPossible = told.every((celsius) => celsius >= COLDEST_C && celsius <= HOTTEST_C);
  const isBackwards = lowC !== null && highC !== null && lowC > highC;
  return isPossible && !isBackwards ? { lowC, highC } : null;
}

/** A note that tells the weather names a temperature with its unit: other highs and lows are those of the runner. */
const TELLING = /\b(?:low|high)(?:\s+of)?[:\s]+[+-]?\d+(?:\.\d+)?\s*(?:°|deg(?:rees)?)\s*[cf]\b/i;

/** The weather that notes tell, the coldest low and the hottest high of all; `null` when none does. */
export function weatherInNotes(
  notes: readonly (string | null)[],
  units: UnitSystem,
): Weather | null {
  const told = notes.flatMap((note) =>
    note !== null && TELLING.test(note) ? (parseWeather(note, units) ?? []) : [],
  );
  const lows = told.flatMap(({ lowC }) => lowC ?? []);
  const highs = told.flatMap(({ highC }) => highC ?? []);
  if (told.length === 0) return null;
  return {
    lowC: lows.length === 0 ? null : Math.min(...lows),
    highC: highs.length === 0 ? null : Math.max(...highs),
  };
}
