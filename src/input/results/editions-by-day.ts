/** Editions of a race told apart by the day they were run on, where a file has a column of dates. */
import { isoDayOf, noonOf } from '../../kernel/clock.js';
import { S_PER_DAY } from '../../kernel/units.js';
import type { TableRow } from '../table/whole.js';
import { type DateOrder, datesIn, orderOf } from '../times/date-column.js';
import type { CalendarDate } from '../times/days.js';

/** The day of an edition. */
export interface EditionDay {
  /** `2023-05-06`; as written, where that may be two days. */
  label: string;
  year: number;
}

/** Rows further apart than this are of two editions; nearer, of the days of one. */
const NEAR_DAYS = 4;
/** Of the rows of the first part of a file: with more editions than this the column is no day of a race. */
const MOST_EDITIONS_RATIO = 0.5;

/** Whether a column tells the day of the race, not one of each runner's own. */
export function isDayOfRace(index: number, sample: readonly TableRow[]): boolean {
  const written = sample.map((row) => row.cells[index] ?? '').filter((cell) => cell !== '');
  const dayOf = editionDays(orderOf(written));
  const days = written.map((cell) => dayOf(null, cell));
  const mostEditions = Math.max(1, written.length * MOST_EDITIONS_RATIO);
  return !days.includes(null) && new Set(days).size <= mostEditions;
}

interface KnownDay extends EditionDay {
  dates: readonly CalendarDate[];
}

/**
 * @param order of day and month in the column, as far as its first rows tell
 * @returns the edition a row is of, by its race and date; `null` without a date. The same edition is one object.
 */
export function editionDays(
  order: DateOrder | null,
): (race: string | null, written: string) => EditionDay | null {
  const byCell = new Map<string, KnownDay | null>();
  const ofRace = new Map<string | null, KnownDay[]>();
  const find = (race: string | null, written: string): KnownDay | null => {
    const dates = datesIn(written, order);
    if (dates.length === 0) return null;
    const days = ofRace.get(race) ?? [];
    ofRace.set(race, days);
    const known = days.find((day) => areNear(day.dates, dates));
    if (known) return known;
    const label = dates.length > 1 ? written : isoDayOf(noonOf(dates[0]!));
    const day = { label, year: dates[0]!.year, dates };
    days.push(day);
    return day;
  };
  return (race, written) => {
    const key = `${race}\n${written}`;
    const known = byCell.get(key);
    if (known !== undefined) return known;
    const day = find(race, written);
    byCell.set(key, day);
    return day;
  };
}

/** A column writes its dates in one order, so that the first of two readings is held against the first. */
const areNear = (a: readonly CalendarDate[], b: readonly CalendarDate[]): boolean =>
  a.some((date, i) => {
    const other = b[Math.min(i, b.length - 1)]!;
    return Math.abs(noonOf(date) - noonOf(other)) < NEAR_DAYS * S_PER_DAY * 1000;
  });
