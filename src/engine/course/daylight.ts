/**
 * Sun and darkness at the course. Times from suncalc (Meeus, *Astronomical Algorithms*); a level horizon at
 * the runner's height is assumed: a deep valley is dark earlier, a ridge later.
 */
import { getTimes, type SunTimes } from 'suncalc';
import type { CalendarDay } from '../../domain/preparation.js';
import {
  addSeconds,
  type Instant,
  instantOf,
  localTimeOf,
  secondsBetween,
} from '../../kernel/clock.js';
import type { LatLon } from '../../kernel/geo.js';
import { S_PER_DAY, S_PER_H } from '../../kernel/units.js';

/** Twilight is civil: the sun less than 6° below the horizon. */
export const LIGHTS = ['day', 'twilight', 'dark'] as const;
export type Light = (typeof LIGHTS)[number];

/** The sun on one calendar day; `null` when it does not pass that height that day. */
export interface SunDay {
  day: CalendarDay;
  dawnAt: Instant | null;
  riseAt: Instant | null;
  setAt: Instant | null;
  duskAt: Instant | null;
}

export interface Sun {
  /** Every local calendar day the race touches. */
  days: readonly SunDay[];
  /** Light after that many seconds of racing; cheap. Beyond `untilS` by more than a day: the last known. */
  lightAt: (elapsedS: number) => Light;
}

/**
 * Computes the sun over a race.
 * @param location `null` gives `null`
 * @param zone of the calendar days
 * @param untilS the race's longest, elapsed
 */
export function computeSun(
  location: LatLon | null,
  startAt: Instant,
  zone: string,
  untilS: number,
): Sun | null {
  if (location === null) return null;
  const { lat, lon } = location;
  const days = localNoons(startAt, addSeconds(startAt, untilS), zone).map((noonAt) => {
    const { dawn, sunrise, sunset, dusk } = getTimes(new Date(noonAt), lat, lon);
    const [dawnAt, riseAt, setAt, duskAt] = [dawn, sunrise, sunset, dusk].map(instantOrNull);
    return { day: calendarDay(noonAt, zone), dawnAt, riseAt, setAt, duskAt } as SunDay;
  });

  const changes: LightChange[] = [];
  for (let s = -S_PER_DAY; s <= untilS + S_PER_DAY; s += S_PER_DAY) {
    const times = getTimes(new Date(addSeconds(startAt, s)), lat, lon);
    changes.push(...lightChanges(times, startAt));
  }
  changes.sort((a, b) => a.fromS - b.fromS);
  const lightAt = (elapsedS: number): Light =>
    changes.findLast((change) => change.fromS <= elapsedS)?.light ?? 'day';
  return { days, lightAt };
}

interface LightChange {
  fromS: number;
  light: Light;
}

/** One solar day from midnight to midnight: the light at its lowest sun, and each change after. */
function lightChanges(times: SunTimes, startAt: Instant): LightChange[] {
  const { nadir, dawn, sunrise, sunset, dusk } = times;
  const isWhiteNight = sunrise !== null && dawn === null;
  const changes: [Date | null, Light][] = [
    [nadir, times.alwaysUp ? 'day' : isWhiteNight ? 'twilight' : 'dark'],
    [dawn, 'twilight'],
    [sunrise, 'day'],
    [sunset, 'twilight'],
    [dusk, 'dark'],
  ];
  return changes.flatMap(([date, light]) =>
    date === null ? [] : [{ fromS: secondsBetween(startAt, date.getTime()), light }],
  );
}

/** Noon on the wall clock of every calendar day from one instant to another. */
function localNoons(fromAt: Instant, toAt: Instant, zone: string): Instant[] {
  const { year, month, day } = localTimeOf(fromAt, zone);
  const noons: Instant[] = [];
  for (let offset = 0; ; offset += 1) {
    const noonAt = instantOf(
      { year, month, day: day + offset, hour: 12, minute: 0, second: 0 },
      zone,
    );
    if (addSeconds(noonAt, -12 * S_PER_H) > toAt) return noons;
    noons.push(noonAt);
  }
}

const instantOrNull = (date: Date | null): Instant | null => date?.getTime() ?? null;

function calendarDay(at: Instant, zone: string): CalendarDay {
  const { year, month, day } = localTimeOf(at, zone);
  return [year, month, day].map((n) => String(n).padStart(2, '0')).join('-');
}

/** A stretch of elapsed time, seconds. */
export interface ElapsedSpan {
  fromS: number;
  toS: number;
}

/** Spans of time are found to this. */
export const SPAN_STEP_S = 10;

/** When something holds, from the start until `untilS`; to `stepS`, ten seconds. */
export function spansWhere(
  holds: (elapsedS: number) => boolean,
  untilS: number,
  stepS = SPAN_STEP_S,
): ElapsedSpan[] {
  const spans: ElapsedSpan[] = [];
  for (let fromS = 0; fromS < untilS; fromS += stepS) {
    if (!holds(fromS)) continue;
    const toS = Math.min(fromS + stepS, untilS);
    const last = spans.at(-1);
    if (last?.toS === fromS) last.toS = toS;
    else spans.push({ fromS, toS });
  }
  return spans;
}

/** When a lamp is needed, twilight included, from the start until `untilS`; to ten seconds. */
export const computeLampSpans = ({ lightAt }: Sun, untilS: number): ElapsedSpan[] =>
  spansWhere((elapsedS) => lightAt(elapsedS) !== 'day', untilS);
