/**
 * What a report says, before anyone decides how it looks: sentences with values inside.
 * Values are SI and unrounded; renderers pick units, precision and wording of the unknown.
 */
import type { Instant, Resolution } from '../kernel/clock.js';

export type Value =
  /** Text from the user's files; renderers escape it. */
  | { kind: 'words'; text: string }
  | { kind: 'count'; count: number | null }
  /** `4th`. */
  | { kind: 'ordinal'; place: number | null }
  /**
   * `11:19:00`; below an hour `2:30` (minutes first) when `short`; `signed` shows `+`. Known to the minute only
   * `11:19 h`, whether `short` or not.
   */
  | {
      kind: 'duration';
      seconds: number | null;
      short?: boolean;
      signed?: boolean;
      resolutionS?: Resolution;
    }
  /**
   * Spelled out: `7 h 56 min`, `22 min`, `2 min 30 s`; to the second or to the minute where `resolutionS` says so,
   * else to the minute when long.
   */
  | { kind: 'span'; seconds: number | null; resolutionS?: Resolution }
  /** A difference in words, to the minute: `5 min behind plan`; `same` where no minute is left of it. */
  | { kind: 'shift'; seconds: number; same: string; more: string; less: string }
  | { kind: 'distance'; metres: number | null; signed?: boolean }
  | { kind: 'height'; metres: number | null; signed?: boolean }
  | { kind: 'pace'; secondsPerKm: number | null; signed?: boolean }
  | { kind: 'temperature'; celsius: number | null }
  /** A local time of day; `day` when it is not on the day of the start, and what is read with it names its day too. */
  | { kind: 'clock'; at: Instant | null; zone: string; day?: boolean }
  | { kind: 'date'; at: Instant | null; zone: string }
  | { kind: 'ratio'; ratio: number | null; signed?: boolean; decimals?: number }
  /** A chance, 0..1, to the percent; rough `about 2 in 5`, where it rests on too little for percents. */
  | { kind: 'chance'; chance: number | null; isRough: boolean }
  /** How many, to a tenth. */
  | { kind: 'decimal'; value: number | null }
  /** A score without a unit, such as Brier's, 0 to 1. */
  | { kind: 'score'; score: number | null }
  | {
      kind: 'volume';
      millilitres: number | null;
      perHour?: boolean;
      signed?: boolean;
    }
  /** Of the body. */
  | { kind: 'mass'; kilograms: number | null }
  | { kind: 'grams'; grams: number | null; perHour?: boolean; signed?: boolean }
  | {
      kind: 'milligrams';
      milligrams: number | null;
      perHour?: boolean;
      signed?: boolean;
    }
  | {
      kind: 'energy';
      kilocalories: number | null;
      perHour?: boolean;
      signed?: boolean;
    };

/** A sentence: fixed words and values in order. */
export type Text = readonly (string | Value)[];

/** `` say`${duration(s)} to spare` `` */
export function say(strings: TemplateStringsArray, ...values: (Value | Text | string)[]): Text {
  const parts: (string | Value)[] = [];
  strings.forEach((fixed, i) => {
    if (fixed) parts.push(fixed);
    const value = values[i];
    if (value === undefined) return;
    if (Array.isArray(value)) parts.push(...(value as Text));
    else parts.push(value as string | Value);
  });
  return parts;
}

export const joinText = (texts: readonly Text[], separator: string): Text =>
  texts.flatMap((text, i) => (i === 0 ? [...text] : [separator, ...text]));

/** `a`, `a and b`, `a, b and c`. */
export const listText = (texts: readonly Text[]): Text =>
  texts.length < 2
    ? (texts[0] ?? [])
    : say`${joinText(texts.slice(0, -1), ', ')} and ${texts.at(-1)!}`;

export const words = (text: string | null): Value | string =>
  text == null ? '–' : { kind: 'words', text };
export const count = (n: number | null): Value => ({ kind: 'count', count: n });
export const ordinal = (place: number | null): Value => ({
  kind: 'ordinal',
  place,
});
type Duration = Extract<Value, { kind: 'duration' }>;

export const duration = (seconds: number | null, resolutionS?: Resolution): Duration => ({
  kind: 'duration',
  seconds,
  ...(resolutionS && { resolutionS }),
});
/** Minutes and seconds, `2:30`; for stops and margins. */
export const minutes = (seconds: number | null, resolutionS?: Resolution): Duration => ({
  ...duration(seconds, resolutionS),
  short: true,
});
/** For sentences, and for reading aloud: `7 h 56 min`. */
export const span = (seconds: number | null, resolutionS?: Resolution): Value => ({
  kind: 'span',
  seconds,
  ...(resolutionS && { resolutionS }),
});
export const signedMinutes = (seconds: number | null, resolutionS?: Resolution): Duration => ({
  ...minutes(seconds, resolutionS),
  signed: true,
});
/** `5 min behind plan`. */
export const shift = (seconds: number, same: string, more: string, less: string): Value => ({
  kind: 'shift',
  seconds,
  same,
  more,
  less,
});
export const distance = (metres: number | null): Value => ({
  kind: 'distance',
  metres,
});
export const height = (metres: number | null): Value => ({
  kind: 'height',
  metres,
});
export const pace = (secondsPerKm: number | null): Value => ({
  kind: 'pace',
  secondsPerKm,
});
export const temperature = (celsius: number | null): Value => ({
  kind: 'temperature',
  celsius,
});
export const clock = (at: Instant | null, zone: string, day = false): Value => ({
  kind: 'clock',
  at,
  zone,
  day,
});
export const date = (at: Instant | null, zone: string): Value => ({
  kind: 'date',
  at,
  zone,
});
export const ratio = (value: number | null, decimals = 0): Value => ({
  kind: 'ratio',
  ratio: value,
  decimals,
});
/** `+8%`: a difference from what it is held against. */
export const signedRatio = (value: number | null, decimals = 0): Value => ({
  kind: 'ratio',
  ratio: value,
  decimals,
  signed: true,
});
export const chance = (value: number | null, isRough: boolean): Value => ({
  kind: 'chance',
  chance: value,
  isRough,
});
export const decimal = (value: number | null): Value => ({ kind: 'decimal', value });
export const score = (value: number | null): Value => ({ kind: 'score', score: value });
export const volume = (millilitres: number | null, perHour = false): Value => ({
  kind: 'volume',
  millilitres,
  perHour,
});
export const mass = (kilograms: number | null): Value => ({ kind: 'mass', kilograms });
export const grams = (value: number | null, perHour = false): Value => ({
  kind: 'grams',
  grams: value,
  perHour,
});
export const milligrams = (value: number | null, perHour = false): Value => ({
  kind: 'milligrams',
  milligrams: value,
  perHour,
});
export const energy = (kilocalories: number | null, perHour = false): Value => ({
  kind: 'energy',
  kilocalories,
  perHour,
});

/** `3.8% slower`. */
export const slowerText = (by: number): Text =>
  say`${ratio(Math.abs(by), 1)} ${by < 0 ? 'faster' : 'slower'}`;
