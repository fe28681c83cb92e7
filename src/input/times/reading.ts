/**
 * What a column of times means: elapsed since the start, times of day, or times of single legs. One reading holds
 * for the whole column; `choice.ts` finds it.
 */
import {
  addSeconds,
  besideSkipped,
  elapsedAtTod,
  type Instant,
  instantOf,
  instantsOf,
  localTimeOf,
  secondsBetween,
  wallTime,
} from '../../kernel/clock.js';
import { S_PER_DAY, S_PER_H, S_PER_MIN } from '../../kernel/units.js';
import type { TimeCell, WrittenTime } from './cell.js';
import { type CalendarDate, dayAfter, isOn, type WrittenDay } from './days.js';

/** How a length of time is written; `1:02:03` is the same in the first two. */
export type TimeForm = 'h:mm' | 'm:ss' | 'seconds' | 'hours' | 'minutes' | 'days';

export type TimeReading =
  | { kind: 'leg'; form: TimeForm }
  /** Those that restart do so at 24:00:00, as LiveTrail's: a time that falls by most of a day is of a later one. */
  | { kind: 'elapsed'; form: TimeForm; restarts?: boolean }
  /** On a dial of 12 hours a time without AM or PM is the next one that fits. */
  | { kind: 'clock'; dial: 12 | 24 };

export const TIME_KINDS = [
  'elapsed',
  'clock',
  'leg',
] as const satisfies readonly TimeReading['kind'][];
export type TimeKind = TimeReading['kind'];

/** When clocks read what: without a start, times of day cannot be read. */
export interface RaceStart {
  startAt: Instant | null;
  zone: string;
}

/** Elapsed seconds; `null` where not written. A single time is the time in. */
export interface Moment {
  inS: number | null;
  outS: number | null;
}

/** Minutes as a number are believed only of a column that says so. */
const FORMS = ['h:mm', 'm:ss', 'seconds', 'hours'] as const;
export const READINGS: readonly TimeReading[] = [
  ...FORMS.map((form) => ({ kind: 'elapsed', form }) as const),
  { kind: 'clock', dial: 24 },
  { kind: 'clock', dial: 12 },
  ...FORMS.map((form) => ({ kind: 'leg', form }) as const),
];

/** A clock time this much before the one above it is a mistake; further back, it is the next day. */
const BACK_S = 2 * S_PER_H;

const NEVER: Moment = { inS: null, outS: null };

/**
 * Reads one runner's cells, in course order, under one reading.
 * Leg times are summed; after a leg that is missing, later times are unknown.
 */
export function readTimes(
  cells: readonly TimeCell[],
  reading: TimeReading,
  start: RaceStart,
): Moment[] {
  let lastS: number | null = 0;
  const read = (time: WrittenTime): number | null => {
    const seconds: number | null =
      reading.kind === 'clock'
        ? elapsedOfClock(time, reading.dial, start, lastS ?? 0)
        : lengthOf(time, reading.form);
    if (reading.kind === 'elapsed') {
      return seconds == null || !reading.restarts ? seconds : passMidnight(seconds, lastS ?? 0);
    }
    if (reading.kind === 'clock') return seconds;
    return seconds == null || lastS == null ? null : lastS + seconds;
  };
  return cells.map((cell) => {
    if (cell.kind !== 'time' && cell.kind !== 'range') {
      if (reading.kind === 'leg') lastS = null;
      return NEVER;
    }
    const timeIn = cell.kind === 'time' ? cell.time : cell.in;
    const inS = timeIn && read(timeIn);
    lastS = reading.kind === 'leg' ? inS : (inS ?? lastS);
    const outS = cell.kind === 'range' ? read(cell.out) : null;
    lastS = outS ?? lastS;
    return { inS, outS };
  });
}

/** What one is, seconds, where times are numbers. */
const NUMBER_S = { seconds: 1, minutes: S_PER_MIN, hours: S_PER_H, days: S_PER_DAY };

/** Of 12,700 legs over midnight in 19 editions of races of 100 to 170 km 99.8 % took less; it leaves a fall of 16 h. */
export const LONGEST_NIGHT_LEG_S = 8 * S_PER_H;

/**
 * Of elapsed times that start again at 24:00:00: one below a day that falls by most of a day below the one before
 * it, `lastS`, has passed midnight once more. Both are seconds, and so is what comes back.
 */
export const passMidnight = (
  timeS: number,
  lastS: number,
  longestLegS = LONGEST_NIGHT_LEG_S,
): number =>
  timeS < S_PER_DAY && lastS - timeS > S_PER_DAY - longestLegS
    ? timeS + Math.ceil((lastS - timeS) / S_PER_DAY) * S_PER_DAY
    : timeS;

/** Seconds of a length of time, or `null` when it is none in that form. */
export function lengthOf(time: WrittenTime, form: TimeForm): number | null {
  switch (time.kind) {
    case 'colons': {
      const { first, second, third, negative } = time;
      const seconds =
        third == null && form === 'm:ss'
          ? first * S_PER_MIN + second
          : first * S_PER_H + second * S_PER_MIN + (third ?? 0);
      if (form !== 'h:mm' && form !== 'm:ss') return null;
      return negative ? -seconds : seconds;
    }
    case 'number':
      return form in NUMBER_S ? time.value * NUMBER_S[form as keyof typeof NUMBER_S] : null;
    case 'duration':
      return time.seconds;
    default:
      return null;
  }
}

/** Whether a time says no seconds, or none but `:00`. */
export function isWholeMinute(time: WrittenTime, reading: TimeReading): boolean {
  if (reading.kind !== 'clock') return isWhole(lengthOf(time, reading.form) ?? 0);
  switch (time.kind) {
    case 'colons':
      return isWhole(time.third ?? 0);
    case 'clock':
      return isWhole(time.tod);
    case 'instant':
      return isWhole(time.at / 1000);
    default:
      return true;
  }
}

const isWhole = (seconds: number): boolean => seconds % S_PER_MIN === 0;

function elapsedOfClock(
  time: WrittenTime,
  dial: 12 | 24,
  start: RaceStart,
  lastS: number,
): number | null {
  const back = dial === 12 ? BACK_S / 2 : BACK_S;
  return nextOfClock(time, dial, start, lastS - back);
}

/** The first moment not before `fromS` at which a clock shows a time; of a time with its day, the only one. */
function nextOfClock(
  time: WrittenTime,
  dial: 12 | 24,
  { startAt, zone }: RaceStart,
  fromS: number,
): number | null {
  if (startAt == null) return null;
  if (time.kind === 'instant') return secondsBetween(startAt, time.at);
  const { tod, day } = time.kind === 'clock' ? time : { tod: todOf(time, dial), day: null };
  if (tod == null) return null;
  if (day != null) return elapsedOnDay(tod, day, startAt, zone);
  const morning = tod % HALF_DAY_S;
  const tods = dial === 12 && time.kind === 'colons' ? [morning, morning + HALF_DAY_S] : [tod];
  return Math.min(...tods.map((t) => elapsedAtTod(startAt, zone, t, fromS)));
}

/** A moment at which a clock may have shown a written time. */
export interface ClockMoment {
  /** Elapsed seconds. */
  s: number;
  /** How often clocks show that time that day: twice where they go back over it, never where they skip it. */
  shown: 'once' | 'twice' | 'never';
  /** Of a time never shown, for `s` is as late as clocks skip: the moment as much earlier on the wall clock. */
  beforeS?: number;
}

/**
 * Every moment from shortly before the start until `untilS` at which a clock shows a time, in order; of a time with
 * its date, those on that day, whenever that is.
 * @param dial of 12: a time that may be one is that of the morning and that of the evening
 */
export function momentsOfClock(
  time: WrittenTime,
  dial: 12 | 24,
  { startAt, zone }: RaceStart,
  untilS: number,
): ClockMoment[] {
  if (startAt == null) return [];
  if (time.kind === 'instant') return [{ s: secondsBetween(startAt, time.at), shown: 'once' }];
  const day = time.kind === 'clock' ? time.day : null;
  const isDated = day?.kind === 'date';
  return (isDated ? day.dates : daysOfRace(startAt, zone, untilS, day))
    .flatMap((date) => todsOf(time, dial).flatMap((tod) => momentsOn(date, tod, startAt, zone)))
    .filter(({ s }) => isDated || (s >= -BACK_S && s <= untilS))
    .sort((a, b) => a.s - b.s);
}

/** When a clock shows a time of day on a date: once, twice, or, where clocks skip it, never. */
export function momentsOn(
  date: CalendarDate,
  tod: number,
  startAt: Instant,
  zone: string,
): ClockMoment[] {
  const local = { ...date, ...wallTime(tod) };
  const instants = instantsOf(local, zone);
  if (instants.length === 0) {
    const { beforeAt, afterAt } = besideSkipped(local, zone);
    const [beforeS, s] = [secondsBetween(startAt, beforeAt), secondsBetween(startAt, afterAt)];
    return [{ s, shown: 'never', beforeS }];
  }
  const shown = instants.length === 1 ? 'once' : 'twice';
  return instants.map((at) => ({ s: secondsBetween(startAt, at), shown }));
}

/** From the day before the start on, those of that weekday or day of the month. */
function daysOfRace(
  startAt: Instant,
  zone: string,
  untilS: number,
  day: WrittenDay | null,
): CalendarDate[] {
  const first = localTimeOf(startAt, zone);
  const dates = Array.from({ length: Math.floor(untilS / S_PER_DAY) + 3 }, (_, n) =>
    dayAfter(first, n - 1),
  );
  return day ? dates.filter((date) => isOn(date, day)) : dates;
}

const HALF_DAY_S = S_PER_DAY / 2;

/** Whether a time without AM or PM is one that a dial of 12 hours shows. */
export const isOnTwelve = (time: WrittenTime): boolean =>
  time.kind === 'colons' && !time.negative && time.first >= 1 && time.first <= 12;

function todsOf(time: WrittenTime, dial: 12 | 24): number[] {
  const tod = time.kind === 'clock' ? time.tod : todOf(time, 24);
  if (tod == null) return [];
  const morning = tod % HALF_DAY_S;
  return dial === 12 && isOnTwelve(time) ? [morning, morning + HALF_DAY_S] : [tod];
}

/** Of a written time without AM or PM, the seconds since midnight; on a dial of 12 hours there is no 0 and no 13. */
export function todOf(time: WrittenTime, dial: 12 | 24): number | null {
  if (time.kind !== 'colons' || time.negative || time.first > (dial === 12 ? 12 : 23)) return null;
  if (dial === 12 && time.first === 0) return null;
  return time.first * S_PER_H + time.second * S_PER_MIN + (time.third ?? 0);
}

/** The day named counts from the start: a weekday or day of the month is the first such day of the race. */
function elapsedOnDay(tod: number, day: WrittenDay, startAt: Instant, zone: string): number | null {
  if (day.kind === 'date') {
    const elapsed = day.dates.map((date) =>
      secondsBetween(startAt, instantOf({ ...date, ...wallTime(tod) }, zone)),
    );
    return elapsed.reduce((best, s) => (Math.abs(s) < Math.abs(best) ? s : best));
  }
  for (let dayOfRace = 0; dayOfRace < 31; dayOfRace += 1) {
    const seconds = elapsedAtTod(startAt, zone, tod, dayOfRace * S_PER_DAY - BACK_S);
    const local = localTimeOf(addSeconds(startAt, seconds), zone);
    if (day.kind === 'weekday' ? local.weekday === day.weekday : local.day === day.day) {
      return seconds;
    }
  }
  return null;
}
