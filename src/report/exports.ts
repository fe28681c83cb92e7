/** What other programs take from a report: a calendar, a watch, a spreadsheet. Plain data, SI, unrounded. */
import type { Instant } from '../kernel/clock.js';
import type { Text } from './value.js';

/** An appointment: when a runner is expected, what somebody of the crew has to do. */
export interface CalendarEvent {
  /** The same for the same appointment of the same race, so that a calendar replaces what it had. */
  id: string;
  startAt: Instant;
  endAt: Instant;
  title: Text;
  /** Where, in words; `null` unknown. */
  location: Text | null;
  /** A line each. */
  details: readonly Text[];
  /** When to be told; `null`: not at all. */
  alarmAt: Instant | null;
}

export interface Calendar {
  name: Text;
  zone: string;
  events: readonly CalendarEvent[];
}

export interface TrackPoint {
  latDeg: number;
  lonDeg: number;
  /** `null` unknown. */
  elevationM: number | null;
}

/** The course, for a watch. */
export interface CourseTrack {
  name: Text;
  points: readonly TrackPoint[];
  waypoints: readonly (TrackPoint & { name: Text; details: readonly Text[] })[];
}

/** One table for a spreadsheet: a row each of what the pace chart or the review shows, all columns. */
export interface Spreadsheet {
  columns: readonly string[];
  rows: readonly (readonly Text[])[];
}
