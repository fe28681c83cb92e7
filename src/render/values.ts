/** Values as people write them. The only place that rounds. */
import { formatLocal, nameIfTwice, type Resolution } from '../kernel/clock.js';
import {
  KG_PER_LB,
  M_PER_FT,
  M_PER_KM,
  M_PER_MI,
  ML_PER_FL_OZ,
  S_PER_H,
  S_PER_MIN,
  type UnitSystem,
} from '../kernel/units.js';
import type { Text, Value } from '../report/value.js';
import { oneLine } from './characters.js';

export interface ValueStyle {
  /** What the reader thinks in; imperial readers also get a 12-hour clock. */
  units: UnitSystem;
  /** What values that add up are rounded to, in steps of what is printed; the others go to the nearest. */
  rounded?: ReadonlyMap<Value, number>;
  /** Every time of day names its day, because one that is read with it must. */
  days?: boolean;
}

/** The style for texts that are read together: one time of day that names its day makes all do so. */
export const readTogether = <S extends ValueStyle>(texts: readonly Text[], style: S): S => ({
  ...style,
  days: style.days || texts.flat().some((part) => isClock(part) && part.day === true),
});

const isClock = (part: string | Value): part is Extract<Value, { kind: 'clock' }> =>
  typeof part === 'object' && part.kind === 'clock';

/** A value written down; `unit` is apart so that a table can say it once, in its header. */
export interface Written {
  text: string;
  /** Empty when a number needs none; `null` when nothing is measured: words, or not known. */
  unit: string | null;
  /** What the head of a column says instead, where that is clearer: `h:mm`. */
  form?: string;
}

/** A whole sentence, on one line, safe to print. What is not known is `unknown`, or `–` alone in a cell. */
export function renderText(text: Text, asked: ValueStyle): string {
  const style = readTogether([text], asked);
  const unknown = text.length > 1 ? 'unknown' : '–';
  return oneLine(
    text
      .map((part) => (typeof part === 'string' ? part : join(write(part, style), unknown)))
      .join(''),
  );
}

/** A cell of a table: of a lone value the unit comes apart. */
export function writeCell(text: Text, style: ValueStyle): Written {
  const [part] = text;
  if (text.length !== 1 || part === undefined || typeof part === 'string') {
    return { text: renderText(text, style), unit: null };
  }
  const written = write(part, style);
  return written ? { ...written, text: oneLine(written.text) } : { text: '–', unit: null };
}

export const joinUnit = ({ text, unit }: Written): string => (unit ? `${text} ${unit}` : text);

const join = (written: Written | null, unknown: string) => (written ? joinUnit(written) : unknown);

/** `null` for what is not known. */
function write(exact: Value, { units, rounded, days }: ValueStyle): Written | null {
  const metric = units === 'metric';
  const value = atSteps(exact, units, rounded?.get(exact));
  switch (value.kind) {
    case 'words':
      return { text: value.text, unit: null };
    case 'count':
      return value.count == null ? null : plain(formatNumber(value.count, 0, false));
    case 'ordinal':
      return value.place == null ? null : plain(formatOrdinal(value.place));
    case 'duration':
      return value.seconds == null
        ? null
        : value.resolutionS === S_PER_MIN
          ? { text: formatHours(value.seconds, value.signed), unit: 'h', form: 'h:mm' }
          : plain(formatDuration(value.seconds, value.short ?? false, value.signed));
    case 'span':
      return value.seconds == null ? null : plain(spellSpan(value.seconds, value.resolutionS));
    case 'shift':
      return plain(
        Math.abs(value.seconds) < S_PER_MIN / 2
          ? value.same
          : `${spellSpan(value.seconds, S_PER_MIN)} ${value.seconds > 0 ? value.more : value.less}`,
      );
    case 'clock':
      return value.at == null
        ? null
        : plain(formatClock(value.at, value.zone, metric, days ?? value.day ?? false));
    case 'date':
      return value.at == null ? null : plain(formatDate(value.at, value.zone));
    case 'pace':
      return value.secondsPerKm == null
        ? null
        : {
            text: formatDuration(value.secondsPerKm * paceUnitKm(units), true, value.signed),
            unit: metric ? '/km' : '/mi',
          };
    case 'ratio': {
      if (value.ratio == null) return null;
      const { decimals = 0, signed } = value;
      return plain(`${formatNumber(value.ratio * 100, decimals, signed)}%`);
    }
    case 'chance':
      return value.chance == null ? null : plain(formatChance(value.chance, value.isRough));
    case 'decimal':
      return value.value == null ? null : plain(formatNumber(value.value, 1));
    case 'score':
      return value.score == null ? null : plain(formatNumber(value.score, 3));
    case 'distance':
      return metric
        ? quantity(value.metres, M_PER_KM, 1, 'km', value)
        : quantity(value.metres, M_PER_MI, 1, 'mi', value);
    case 'height':
      return metric
        ? quantity(value.metres, 1, 0, 'm', value)
        : quantity(value.metres, M_PER_FT, 0, 'ft', value);
    case 'temperature':
      if (value.celsius == null) return null;
      return metric
        ? quantity(value.celsius, 1, 0, '°C', {})
        : quantity((value.celsius * 9) / 5 + 32, 1, 0, '°F', {});
    case 'volume':
      return metric
        ? quantity(value.millilitres, 1, 0, 'ml', value)
        : quantity(value.millilitres, ML_PER_FL_OZ, 0, 'oz', value);
    case 'mass':
      return metric
        ? quantity(value.kilograms, 1, 1, 'kg', {})
        : quantity(value.kilograms, KG_PER_LB, 1, 'lb', {});
    case 'grams':
      return quantity(value.grams, 1, 0, 'g', value);
    case 'milligrams':
      return quantity(value.milligrams, 1, 0, 'mg', value);
    case 'energy':
      return quantity(value.kilocalories, 1, 0, 'kcal', value);
  }
}

/** Kilometres in the unit that paces are told by. */
const paceUnitKm = (units: UnitSystem): number => (units === 'metric' ? 1 : M_PER_MI / M_PER_KM);

/** The field that holds the number of a value that can add up, and the step it is printed to; `null` of others. */
function measure(value: Value, units: UnitSystem): { field: string; step: number } | null {
  const metric = units === 'metric';
  switch (value.kind) {
    case 'count':
      return { field: 'count', step: 1 };
    case 'duration':
      return { field: 'seconds', step: value.resolutionS ?? 1 };
    case 'shift':
      return { field: 'seconds', step: S_PER_MIN };
    case 'span':
      return value.resolutionS ? { field: 'seconds', step: value.resolutionS } : null;
    case 'pace':
      return { field: 'secondsPerKm', step: 1 / paceUnitKm(units) };
    case 'ratio':
      return { field: 'ratio', step: 0.01 / 10 ** (value.decimals ?? 0) };
    case 'distance':
      return { field: 'metres', step: (metric ? M_PER_KM : M_PER_MI) / 10 };
    case 'height':
      return { field: 'metres', step: metric ? 1 : M_PER_FT };
    case 'volume':
      return { field: 'millilitres', step: metric ? 1 : ML_PER_FL_OZ };
    case 'grams':
      return { field: 'grams', step: 1 };
    case 'milligrams':
      return { field: 'milligrams', step: 1 };
    case 'energy':
      return { field: 'kilocalories', step: 1 };
    default:
      return null;
  }
}

/** A value in steps of what is printed, such as seconds or tenths of a mile; `null` when not known, or none. */
export function stepsOf(value: Value, units: UnitSystem): number | null {
  const measured = measure(value, units);
  const number = measured && (value as unknown as Record<string, number | null>)[measured.field];
  return number == null ? null : number / measured!.step;
}

/** The value of that many steps. */
function atSteps(value: Value, units: UnitSystem, steps: number | undefined): Value {
  const measured = measure(value, units);
  return steps === undefined || measured === null
    ? value
    : ({ ...value, [measured.field]: steps * measured.step } as Value);
}

const plain = (text: string): Written => ({ text, unit: '' });

function quantity(
  value: number | null,
  perUnit: number,
  decimals: number,
  unit: string,
  { signed, perHour }: { signed?: boolean; perHour?: boolean },
): Written | null {
  if (value == null) return null;
  return {
    text: formatNumber(value / perUnit, decimals, signed),
    unit: perHour ? `${unit}/h` : unit,
  };
}

function formatNumber(value: number, decimals: number, signed = false): string {
  return value.toLocaleString('en-US', {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: signed ? 'exceptZero' : 'negative',
  });
}

/** `11:19:00`; short below an hour `2:30` (minutes first). Whole seconds. */
function formatDuration(seconds: number, short: boolean, signed = false): string {
  const total = Math.round(Math.abs(seconds));
  const sign = total === 0 ? '' : seconds < 0 ? '-' : signed ? '+' : '';
  const hours = Math.floor(total / S_PER_H);
  const mm = Math.floor((total % S_PER_H) / S_PER_MIN);
  const ss = two(total % S_PER_MIN);
  return short && hours === 0 ? `${sign}${mm}:${ss}` : `${sign}${hours}:${two(mm)}:${ss}`;
}

/** `11:19`: hours and minutes. A difference is rounded; a time shows what a clock does, not rounded up. */
function formatHours(seconds: number, signed = false): string {
  const exact = Math.round(Math.abs(seconds)) / S_PER_MIN;
  const minutes = signed ? Math.round(exact) : Math.floor(exact);
  const sign = minutes === 0 ? '' : seconds < 0 ? '-' : signed ? '+' : '';
  return `${sign}${Math.floor(minutes / 60)}:${two(minutes % 60)}`;
}

/** Where no resolution is given: below ten minutes to the second, above to the minute. */
function spellSpan(seconds: number, asked?: Resolution): string {
  const exact = Math.round(Math.abs(seconds));
  const resolutionS = asked ?? (exact < 10 * S_PER_MIN ? 1 : S_PER_MIN);
  const total = Math.round(exact / resolutionS) * resolutionS;
  const parts = [
    [Math.floor(total / S_PER_H), 'h'],
    [Math.floor((total % S_PER_H) / S_PER_MIN), 'min'],
    [total % S_PER_MIN, 's'],
  ] as const;
  const spelled = parts.flatMap(([n, unit]) => (n > 0 ? [`${n} ${unit}`] : [])).join(' ');
  return spelled === '' ? '0 min' : spelled;
}

/** What a wall clock shows: minutes are not rounded up. */
function formatClock(exactAt: number, zone: string, metric: boolean, day: boolean): string {
  const at = Math.round(exactAt / 1000) * 1000;
  const shown = formatLocal(at, zone, `${day ? 'EEE ' : ''}${metric ? 'HH:mm' : 'h:mm a'}`);
  const name = nameIfTwice(at, zone);
  return name === null ? shown : `${shown} ${name}`;
}

const formatDate = (at: number, zone: string): string => formatLocal(at, zone, 'EEE d MMM yyyy');

/** To the percent, never rounded to certainty; rough in words. */
export function formatChance(chance: number, isRough: boolean): string {
  if (isRough) return ROUGH_CHANCES.find(([below]) => chance < below)?.[1] ?? 'over 19 in 20';
  const percent = Math.round(chance * 100);
  return `${percent < 1 ? '<1' : percent > 99 ? '>99' : percent}%`;
}

/** Up to where each is said. None says a likely goal (from 2 in 3) is less, or an unlikely one (below 1 in 5) more. */
const ROUGH_CHANCES: readonly (readonly [below: number, words: string])[] = [
  [0.05, 'under 1 in 20'],
  [1 / 5, 'about 1 in 10'],
  [0.3, 'about 1 in 4'],
  [0.45, 'about 2 in 5'],
  [0.55, 'about 1 in 2'],
  [2 / 3, 'about 3 in 5'],
  [0.8, 'about 3 in 4'],
  [0.95, 'about 9 in 10'],
];

/** `1st`, `12th`, `103rd`. */
function formatOrdinal(place: number): string {
  const suffix = { one: 'st', two: 'nd', few: 'rd' }[ORDINAL_RULES.select(place) as string] ?? 'th';
  return `${formatNumber(place, 0)}${suffix}`;
}

const two = (n: number) => String(n).padStart(2, '0');
const ORDINAL_RULES = new Intl.PluralRules('en', { type: 'ordinal' });
