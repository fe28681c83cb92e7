/** Calendars read as calendar programs do. */
import ICAL from 'ical.js';

export interface Appointment {
  uid: string;
  sequence: number;
  startAt: number;
  endAt: number;
  /** Of the start, as written; `UTC` without one. */
  zone: string;
  summary: string;
  location: string | null;
  description: string;
  /** When alarms go off. */
  alarmsAt: readonly number[];
}

export function appointmentsOf(ics: string): Appointment[] {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  return calendar.getAllSubcomponents('vevent').map((component): Appointment => {
    const event = new ICAL.Event(component);
    const at = (time: ICAL.Time) => time.toUnixTime() * 1000;
    const startAt = at(event.startDate);
    return {
      uid: event.uid,
      sequence: event.sequence,
      startAt,
      endAt: at(event.endDate),
      zone: event.startDate.zone!.tzid,
      summary: event.summary,
      location: event.location,
      description: event.description ?? '',
      alarmsAt: component.getAllSubcomponents('valarm').map((alarm) => {
        const trigger = alarm.getFirstPropertyValue('trigger') as ICAL.Duration;
        return startAt + trigger.toSeconds() * 1000;
      }),
    };
  });
}
