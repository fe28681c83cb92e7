/** Ages of runners on race day. */
import { localTimeOf } from '../../kernel/clock.js';
import { yearIn } from '../../kernel/text.js';
import { parseDay } from '../times/days.js';
import type { RaceStart } from '../times/reading.js';

/** A whole number of years that a runner can have, else `null` (0 stands for unknown). */
export function parseAge(written: string): number | null {
  const years = /^\d{1,2}(?:\.0+)?$/.test(written) ? Number(written) : 0;
  return years >= 5 ? years : null;
}

/**
 * Age in the year of the race from a date or year of birth. With the race's day in the plan it is the age on that
 * day, else the years between, as federations count age groups.
 */
export function ageAtRace(
  birth: string,
  raceYear: number | null,
  { startAt, zone }: RaceStart,
): number | null {
  if (birth === '' || raceYear == null) return null;
  const day = parseDay(birth);
  const [date] = day?.kind === 'date' ? day.dates : [];
  const birthYear = date?.year ?? yearOfBirth(birth, raceYear);
  if (birthYear == null) return null;
  const years = raceYear - birthYear;
  if (!date || startAt == null) return years;
  const { month, day: dayOfRace } = localTimeOf(startAt, zone);
  return month < date.month || (month === date.month && dayOfRace < date.day) ? years - 1 : years;
}

/** `1961`, or `61`: the last such year in which one who runs can be born. */
function yearOfBirth(written: string, raceYear: number): number | null {
  if (!/^\d\d$/.test(written)) return yearIn(written);
  const thisCentury = Math.floor(raceYear / 100) * 100 + Number(written);
  return thisCentury > raceYear - 5 ? thisCentury - 100 : thisCentury;
}
