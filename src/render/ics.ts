/** When who is expected where, as iCalendar (RFC 5545). */
import { createHash } from 'node:crypto';
import { TZDate } from '@date-fns/tz';
import ical, { escape as escapeText, ICalAlarmType, type ICalCalendar } from 'ical-generator';
import { type Instant, nameIfTwice, secondsBetween } from '../kernel/clock.js';
import { type Calendar, type CalendarEvent, MAKER } from '../report/exports.js';
import type { Report } from '../report/report.js';
import type { Text } from '../report/value.js';
import type { ReportStyle } from './style.js';
import { calendarZone, renderTimeZone } from './time-zone.js';
import { readTogether, renderText } from './values.js';

/** @throws of a report without a calendar */
export function renderIcs({ command, calendar }: Report, style: ReportStyle): string {
  if (!calendar) throw new Error(`${command} has no calendar`);
  const { name, notes, events } = calendar;
  const zone = calendarZone(calendar.zone);
  const instants = events.flatMap(({ startAt, endAt }) => [startAt, endAt]);
  // of the calendar itself the library escapes nothing
  const textOf = (text: Text) => escapeText(renderText(text, style), false);
  const out = ical({
    prodId: { company: MAKER, product: MAKER, language: 'EN' },
    name: textOf(name),
    description: notes.map(textOf).join('\\n'),
  });
  // times of the calendar itself are in UTC: only events have the zone
  if (zone !== null) {
    out.timezone({
      name: null,
      generator: () => renderTimeZone(zone, Math.min(...instants), Math.max(...instants)),
    });
  }
  for (const event of events) addEvent(out, calendar, event, zone, style);
  return `${out.toString()}\r\n`;
}

function addEvent(
  out: ICalCalendar,
  { asOfAt, revision }: Calendar,
  event: CalendarEvent,
  zone: string | null,
  style: ReportStyle,
): void {
  const { id, details, title, location, position } = event;
  const [startAt, endAt, alarmAt, stampAt] = [
    event.startAt,
    event.endAt,
    event.alarmAt,
    asOfAt,
  ].map((at) => (at === null ? null : Math.round(at / 1000) * 1000)) as [
    Instant,
    Instant,
    Instant | null,
    Instant,
  ];
  // a wall clock that shows a time twice means the first
  const isTold = zone !== null && ![startAt, endAt].some((at) => nameIfTwice(at, zone) !== null);
  const dateOf = (at: Instant) => (isTold ? new TZDate(at, zone) : new Date(at));
  const together = readTogether(details, style);
  const added = out.createEvent({
    id: `${uidOf(id)}@${MAKER}`,
    sequence: revision,
    stamp: new Date(stampAt),
    start: dateOf(startAt),
    // one that ends as it begins has no end
    ...(endAt > startAt && { end: dateOf(endAt) }),
    timezone: isTold ? zone : null,
    summary: renderText(title, style),
    ...(details.length > 0 && {
      description: details.map((line) => renderText(line, together)).join('\n'),
    }),
    ...(location && {
      location: {
        title: renderText(location, style),
        ...(position && { geo: position }),
      },
    }),
  });
  if (alarmAt !== null) {
    const beforeS = secondsBetween(alarmAt, startAt);
    added.createAlarm({ type: ICalAlarmType.display, triggerBefore: beforeS });
  }
}

/** Digits of a name that says nothing to people, and is no longer than calendars keep. */
const UID_DIGITS = 32;

const uidOf = (id: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(id)).digest('hex').slice(0, UID_DIGITS);
