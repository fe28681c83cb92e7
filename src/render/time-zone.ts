/** A time zone as calendars take it with them: its clock changes from a year before a span of time to a year after. */
import { clockChange, formatLocal, type Instant, offsetAt } from '../kernel/clock.js';
import { S_PER_DAY, S_PER_H, S_PER_MIN } from '../kernel/units.js';

const MS_PER_DAY = S_PER_DAY * 1000;
/** A year and some days, so that one change of each kind is in it. */
const AROUND_MS = 370 * MS_PER_DAY;

/**
 * The name a calendar knows a zone by: an offset has one where it is of whole hours; `null` of the others and of UTC,
 * whose times are written in UTC.
 */
export function calendarZone(zone: string): string | null {
  const [, sign, hours = '', minutes] = /^([+-])(\d{2}):(\d{2})$/.exec(zone) ?? [];
  if (!sign) return zone === 'UTC' ? null : zone;
  // these count westwards
  if (minutes !== '00' || Number(hours) === 0) return null;
  return `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`;
}

/** A `VTIMEZONE` that holds from `fromAt` to `toAt`; lines end in a newline. */
export function renderTimeZone(zone: string, fromAt: Instant, toAt: Instant): string {
  const beginsAt = fromAt - AROUND_MS;
  const changes = changesBetween(zone, beginsAt, toAt + AROUND_MS);
  const first = offsetAt(zone, beginsAt);
  const least = Math.min(first, ...changes.map(({ to }) => to));
  const observance = (at: Instant, from: number, to: number, start: string): string[] => {
    const kind = to > least ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${kind}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${formatOffset(from)}`,
      `TZOFFSETTO:${formatOffset(to)}`,
      `TZNAME:${nameOf(zone, at)}`,
      `END:${kind}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(beginsAt, first, first, '19700101T000000'),
    // begins by the clock that it ends
    ...changes.flatMap(({ at, from, to }) =>
      observance(at, from, to, formatLocal(at + from, 'UTC', "yyyyMMdd'T'HHmmss")),
    ),
    'END:VTIMEZONE',
  ].join('\n');
}

interface Change {
  at: Instant;
  /** Milliseconds ahead of UTC before it, and from it on. */
  from: number;
  to: number;
}

/** Clock changes, at most one a day. */
function changesBetween(zone: string, fromAt: Instant, toAt: Instant): Change[] {
  const changes: Change[] = [];
  for (let at = fromAt; at < toAt; at += MS_PER_DAY) {
    const [from, to] = [offsetAt(zone, at), offsetAt(zone, at + MS_PER_DAY)];
    const change = from === to ? null : clockChange(zone, at, at + MS_PER_DAY);
    if (change) changes.push({ at: change.at, from, to });
  }
  return changes;
}

/** `-0400`. */
function formatOffset(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 1000 / S_PER_MIN);
  const two = (n: number) => String(n).padStart(2, '0');
  const perH = S_PER_H / S_PER_MIN;
  return `${offsetMs < 0 ? '-' : '+'}${two(Math.floor(minutes / perH))}${two(minutes % perH)}`;
}

/** `EDT`, or `GMT+2` where a zone has no name of its own. */
const nameOf = (zone: string, at: Instant): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'short' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;
