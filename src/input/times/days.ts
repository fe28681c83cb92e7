/** The day beside a time of day: a weekday, a day of the month, or a date. */
import { isRealDate } from '../../kernel/clock.js';

export interface CalendarDate {
  year: number;
  /** 1..12 */
  month: number;
  /** 1..31 */
  day: number;
}

/** A date such as `7/10/2026` may be two days; the race's start tells which. */
export type WrittenDay =
  /** 0 is Sunday. */
  | { kind: 'weekday'; weekday: number }
  | { kind: 'dayOfMonth'; day: number }
  | { kind: 'date'; dates: readonly CalendarDate[] };

/** `2018-09-08`. */
export const isoOf = ({ year, month, day }: CalendarDate): string =>
  [year, ...[month, day].map((n) => String(n).padStart(2, '0'))].join('-');

/** The day so many days later, or earlier. */
export function dayAfter({ year, month, day }: CalendarDate, days: number): CalendarDate {
  const date = new Date(Date.UTC(year, month - 1, day + days));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** Whether a date is one that a written day may mean. */
export function isOn({ year, month, day }: CalendarDate, written: WrittenDay): boolean {
  switch (written.kind) {
    case 'weekday':
      return new Date(Date.UTC(year, month - 1, day)).getUTCDay() === written.weekday;
    case 'dayOfMonth':
      return day === written.day;
    case 'date':
      return written.dates.some((d) => d.year === year && d.month === month && d.day === day);
  }
}

/** English, German and French, by their first letters; in the order of `weekday`. */
const WEEKDAYS = [
  /^(sun|so|dim)/,
  /^(mon?|lun)/,
  /^(tue|di|mar)/,
  /^(wed|mi|mer)/,
  /^(thu|do|jeu)/,
  /^(fri?|ven)/,
  /^(sat?|sam)/,
];
const MONTHS = [
  /^jan/,
  /^(feb|fev)/,
  /^(mar|mrz)/,
  /^(apr|avr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou)/,
  /^sep/,
  /^(oct|okt)/,
  /^nov/,
  /^(dec|dez)/,
];

/** Reads `Fri`, `26`, `2018-09-08`, `9/8/2018`, `8.9.2018`, `July 10, 2026`, `Sat 8 September 2018`. */
export function parseDay(written: string): WrittenDay | null {
  const words = written
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/,/g, ' ')
    .trim()
    .split(/\s+/);
  const weekday = /^[a-z]+\.?$/.test(words[0] ?? '')
    ? WEEKDAYS.findIndex((name) => name.test(words[0] ?? ''))
    : -1;
  if (words.length === 1) {
    if (weekday >= 0) return { kind: 'weekday', weekday };
    if (/^(?:0?[1-9]|[12]\d|3[01])$/.test(words[0] ?? ''))
      return { kind: 'dayOfMonth', day: Number(words[0]) };
  }
  const dates = [words, weekday >= 0 ? words.slice(1) : []].flatMap((parts) => datesOf(parts));
  return dates.length > 0 ? { kind: 'date', dates } : null;
}

function datesOf(words: readonly string[]): CalendarDate[] {
  const [a = '', b = '', c = ''] = words.length === 1 ? words[0]!.split(/[-/.]/) : words;
  const date = (year: string, month: string, day: string): CalendarDate[] => {
    const found = { year: Number(year), month: monthOf(month), day: Number.parseInt(day, 10) };
    return /^\d{4}$/.test(year) && isRealDate(found.year, found.month, found.day) ? [found] : [];
  };
  if (/^\d{4}$/.test(a)) return date(a, b, c);
  if (/^[a-z]/.test(a)) return date(c, a, b);
  if (/^[a-z]/.test(b) || words[0]?.includes('.')) return date(c, b, a);
  const [monthFirst = null, dayFirst = null] = [date(c, a, b)[0], date(c, b, a)[0]];
  return [monthFirst, a === b ? null : dayFirst].filter((found) => found != null);
}

const monthOf = (written: string): number =>
  /^\d+$/.test(written) ? Number(written) : MONTHS.findIndex((name) => name.test(written)) + 1;
