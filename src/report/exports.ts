/** What other programs take from a report: a calendar, a watch, a spreadsheet. Plain data, SI, unrounded. */
import type { Instant } from '../kernel/clock.js';
import type { LatLon } from '../kernel/geo.js';
import type { Text, Value } from './value.js';

/** An appointment: when a runner is expected, what somebody of the crew has to do. */
export interface CalendarEvent {
  /** What it is of, by race, day, place and person: the same again for the same appointment, whatever its times. */
  id: readonly string[];
  startAt: Instant;
  /** Not before the start. */
  endAt: Instant;
  title: Text;
  /** Where, in words; `null` unknown. */
  location: Text | null;
  /** Where on the map; `null` unknown. */
  position: LatLon | null;
  /** A line each. */
  details: readonly Text[];
  /** When to be told, not after the start; `null`: not at all. */
  alarmAt: Instant | null;
}

export interface Calendar {
  name: Text;
  zone: string;
  /** What is to be known of all of it, a line each. */
  notes: readonly Text[];
  /** When what it says was known: the last passage logged; the start of a race that has not begun. */
  asOfAt: Instant;
  /** Higher where more of the race is known, so that a calendar takes it for the newer one. */
  revision: number;
  events: readonly CalendarEvent[];
}

export interface CourseTrackPoint extends LatLon {
  /** `null` unknown. */
  elevationM: number | null;
}

export interface CourseWaypoint extends CourseTrackPoint {
  name: Text;
  /** A line each. */
  details: readonly Text[];
}

/** The course, for a watch. */
export interface CourseTrack {
  name: Text;
  notes: readonly Text[];
  points: readonly CourseTrackPoint[];
  waypoints: readonly CourseWaypoint[];
}

/** What all cells of a column are, so that its head can name the unit of all. */
export type SheetKind =
  | 'words'
  | 'count'
  | 'duration'
  | 'shift'
  | 'clock'
  | 'distance'
  | 'height'
  | 'pace'
  | 'ratio'
  | 'volume'
  | 'grams'
  | 'milligrams'
  | 'energy';

export interface SheetColumn {
  label: string;
  kind: SheetKind;
}

/** `null`: not known, or nothing to say. Where a plan has no start, times of day are durations. */
export type SheetCell = Value | null;

/** One table for a spreadsheet: a row each of what the pace chart or the review shows, and all columns, filled or not. */
export interface Spreadsheet {
  columns: readonly SheetColumn[];
  rows: readonly (readonly SheetCell[])[];
}

/** How what is exported names its maker, so that it is known again. */
export const MAKER = 'raceplan';
