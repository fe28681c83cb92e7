/** What a report is given for a calendar, a watch or a spreadsheet: built only where that was asked for. */
import type { Plan } from '../domain/plan.js';
import type { ExportFormat, ExportsProblemArgs } from '../domain/problems/exports.js';
import { error, type Problem } from '../domain/problems/problem.js';
import type { AnalyzeInput } from '../report/analyze.js';
import type { BuildInput } from '../report/build.js';
import type { CrewReportInput } from '../report/crew/crew.js';
import type { Dated } from '../report/exports/arrivals.js';
import type { Calendar } from '../report/exports.js';
import type { ReplanReportInput } from '../report/replan.js';
import type { Report } from '../report/report.js';
import type { Options } from './options.js';
import type { LoadedRace } from './race.js';

const EXPORTS: readonly ExportFormat[] = ['ics', 'gpx', 'csv'];

/** Of several targets, stages or logs there is no one calendar, course or table. */
export function refuseSeveral(
  { format }: Options,
  several: ExportsProblemArgs['EXPORT_OF_SEVERAL']['several'],
): Problem[] {
  const asked = EXPORTS.find((name) => name === format);
  return asked ? [error('EXPORT_OF_SEVERAL', { format: asked, several })] : [];
}

/** The report of a plan with what was asked for; `null`, with the problem, where the plan lacks what it takes. */
export async function exportBuild(
  report: Report,
  input: BuildInput,
  { track }: LoadedRace,
  { format }: Options,
  problems: Problem[],
): Promise<Report | null> {
  if (!EXPORTS.some((name) => name === format)) return report;
  const { plan, course } = input;
  const { chartOf } = await import('../report/build.js');
  if (format === 'csv') {
    const { paceSheet } = await import('../report/exports/pace-sheet.js');
    return { ...report, spreadsheet: paceSheet(plan, chartOf(input), input.sun) };
  }
  if (format === 'gpx') {
    const { trackWithStations } = await import('../report/exports/course-track.js');
    const { layTrack } = await import('../engine/course/race-track.js');
    const laid = track && layTrack(plan, track);
    if (!laid) problems.push(error('TRACK_WITHOUT_COURSE', {}, { file: plan.file }));
    return laid && { ...report, track: trackWithStations(plan, course, chartOf(input), laid) };
  }
  const { plannedArrivals } = await import('../report/exports/arrivals.js');
  const dated = dateOf(plan, problems);
  return dated && { ...report, calendar: plannedArrivals(dated, course, chartOf(input)) };
}

/** The same of a crew sheet; a calendar without an appointment is refused. */
export async function exportCrew(
  report: Report,
  input: CrewReportInput,
  { format }: Options,
  problems: Problem[],
): Promise<Report | null> {
  if (format !== 'ics') return report;
  const { crewDuties } = await import('../report/exports/duties.js');
  const { plan, replan, only } = input;
  const dated = dateOf(plan, problems);
  const name = only === null || only === 'chief' ? null : only.person.name;
  return (
    dated && withCalendar(report, crewDuties(dated, input), plan, name, replan !== null, problems)
  );
}

/** The same of a race under way: what lies ahead. */
export async function exportReplan(
  report: Report,
  { plan, course, replan, allLaps }: ReplanReportInput,
  { format }: Options,
  problems: Problem[],
): Promise<Report | null> {
  if (format !== 'csv' && format !== 'ics') return report;
  const { computeAheadRows } = await import('../report/ahead.js');
  const rows = computeAheadRows(plan, course, replan, allLaps ?? false);
  if (format === 'csv') {
    const { aheadSheet } = await import('../report/exports/ahead-sheet.js');
    return { ...report, spreadsheet: aheadSheet(plan, replan, rows) };
  }
  const { forecastArrivals } = await import('../report/exports/arrivals.js');
  const dated = dateOf(plan, problems);
  const calendar = dated && forecastArrivals(dated, course, replan, rows);
  return calendar && withCalendar(report, calendar, plan, null, true, problems);
}

/** The same of a race run: its legs. */
export async function exportReview(
  report: Report,
  { plan, course, review }: AnalyzeInput,
  allLaps: boolean,
  { format }: Options,
): Promise<Report> {
  if (format !== 'csv') return report;
  const { computeStretchRows } = await import('../engine/review/stretch-rows.js');
  const { legsSheet } = await import('../report/exports/legs-sheet.js');
  const ofCourse = { laps: plan.course.laps, distanceM: course.distanceM };
  const { rows } = computeStretchRows(review, ofCourse, allLaps);
  return { ...report, spreadsheet: legsSheet(plan, course.distanceM, rows) };
}

function withCalendar(
  report: Report,
  calendar: Calendar,
  { file }: Plan,
  name: string | null,
  isOver: boolean,
  problems: Problem[],
): Report | null {
  if (calendar.events.length > 0) return { ...report, calendar };
  problems.push(error('CALENDAR_EMPTY', { name, isOver }, { file }));
  return null;
}

/** When the race is; `null`, with the problem, where the plan does not say, or not in which zone. */
function dateOf(plan: Plan, problems: Problem[]): Dated | null {
  const { startAt, zoneGiven } = plan.race;
  if (startAt !== null && zoneGiven) return { plan, startAt };
  const lacks = startAt === null ? 'start' : 'timezone';
  problems.push(error('CALENDAR_WITHOUT_TIME', { lacks }, { file: plan.file }));
  return null;
}
