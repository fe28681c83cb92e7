import type { ExportsProblemArgs } from '../../domain/problems/exports.js';
import type { Abouts } from './about.js';

export const ABOUT_EXPORTS: Abouts<ExportsProblemArgs> = {
  CALENDAR_WITHOUT_TIME: [
    'A calendar needs the day, the time and the time zone of the start, and the plan lacks one.',
    'Add start: 2024-05-04 06:00 and timezone: Europe/Berlin to race.',
  ],
  CALENDAR_EMPTY: [
    'Nothing would stand in the calendar that is asked for.',
    'Say in the plan where crew may come and who waits where; or ask without a log, when the race is over.',
  ],
  TRACK_WITHOUT_COURSE: [
    'A watch needs the course on the ground, and the plan names no file of it.',
    'Add gpx: course.gpx to course in the plan.',
  ],
  EXPORT_OF_SEVERAL: [
    'A calendar, a course or a table is of one race, and several are asked for.',
    'Ask for one target, stage or log at a time.',
  ],
};
