/** Problems with what is asked for another program: a calendar, a watch, a spreadsheet. */

/** What takes it. */
export type ExportFormat = 'ics' | 'gpx' | 'csv';

export interface ExportsProblemArgs {
  /** Nothing tells when the race is. */
  CALENDAR_WITHOUT_TIME: { lacks: 'start' | 'timezone' };
  /** Nothing lies ahead any more, or nobody has to be anywhere; `name` of one whose duties were asked for. */
  CALENDAR_EMPTY: { name: string | null; isOver: boolean };
  /** The plan names no file that tells where the course is. */
  TRACK_WITHOUT_COURSE: Record<never, never>;
  /** Several were asked for, and the format takes one. */
  EXPORT_OF_SEVERAL: { format: ExportFormat; several: 'targets' | 'stages' | 'logs' };
}
