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

/** From Sunday on: English, German, French, Spanish, Italian, Dutch, Norwegian and Danish, Swedish; without accents. */
const WEEKDAYS = [
  'sunday sonntag dimanche domingo domenica zondag søndag sondag',
  'monday montag lundi lunes lunedi maandag mandag',
  'tuesday dienstag mardi martes martedi dinsdag tirsdag tisdag',
  'wednesday mittwoch mercredi miercoles mercoledi woensdag onsdag',
  'thursday donnerstag jeudi jueves giovedi donderdag torsdag',
  'friday freitag vendredi viernes venerdi vrijdag fredag',
  'saturday samstag samedi sabado sabato zaterdag lørdag lordag',
].map((names) => names.split(' '));
/** Two letters as German, English and Dutch have them; `ma` is Monday in one language and Tuesday in another. */
const SHORT_WEEKDAYS = ['so su zo', 'mo', 'di tu', 'mi we wo', 'do th', 'fr vr', 'sa za'].map(
  (names) => names.split(' '),
);

/** 0 is Sunday; -1 of a word that is no day, or several: of three letters and more, the beginning of a name. */
function weekdayOf(word: string): number {
  const name = word.replace(/\.$/, '');
  if (name.length < 3) return SHORT_WEEKDAYS.findIndex((names) => names.includes(name));
  const days = WEEKDAYS.flatMap((names, day) =>
    names.some((full) => full.startsWith(name)) ? [day] : [],
  );
  return days.length === 1 ? days[0]! : -1;
}

/** The same languages, by their first letters. */
const MONTHS = [
  /^(jan|ene|gen)/,
  /^(feb|fev)/,
  /^(mar|mrz|maa|mrt)/,
  /^(apr|avr|abr)/,
  /^(may|mai|mag|mei)/,
  /^(jun|juin|giu)/,
  /^(jul|juil|lug)/,
  /^(aug|aou|ago)/,
  /^(sep|set)/,
  /^(oct|okt|ott)/,
  /^nov/,
  /^(dec|dez|dic|des)/,
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
  const weekday = weekdayOf(words[0] ?? '');
  if (words.length === 1) {
    if (weekday >= 0) return { kind: 'weekday', weekday };
    if (/^(?:0?[1-9]|[12]\d|3[01])$/.test(words[0] ?? ''))
      return { kind: 'dayOfMonth', day: Number(words[0]) };
  }
  // a weekday tells which of two dates is meant, and that one is wrong; `mar` may be a month as well
  const isThatDay = (date: CalendarDate) => isOn(date, { kind: 'weekday', weekday });
  const dates = [...datesOf(words), ...datesOf(words.slice(1)).filter(isThatDay)];
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
