/** The runner's log: splits, and what was eaten and drunk. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placesOf } from '../domain/course.js';
import type { Plan } from '../domain/plan.js';
import { error, note, type Parsed, type Problem } from '../domain/problems/problem.js';
import { formatOf, isTimedEvent } from '../domain/race-format.js';
import type { RaceLog } from '../domain/record.js';
import type { Effort } from '../engine/activity/effort.js';
import type { Recording } from '../engine/activity/race.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import { STDIN } from '../input/files.js';
import type { LogContext, LoopContext } from '../input/log/context.js';
import { parseIntakeLog } from '../input/log/intake-log.js';
import { checkLoggedOnce } from '../input/log/nutrients.js';
import { parseRaceLog } from '../input/log/race-log.js';
import { findRunners } from '../input/results/runner-log.js';
import type { RawFile, Source } from '../input/source.js';
import { namingTable } from '../input/table-kinds.js';
import { proposalOf } from '../report/target.js';
import { isActivity, loadActivity } from './activity-file.js';
import type { Context } from './command.js';
import type { PlannedCourse } from './editions.js';
import { type Notes, readNotedTable, readRawNoted, tableNoted } from './loaded.js';
import { askedRunner, parseOneOfMany, type RunnerLog } from './many-file.js';
import { type Options, textOf } from './options.js';
import type { LoadedRace } from './race.js';

/** An intake log of this name beside the splits is read without asking. */
const INTAKE_NAME = 'intake.csv';

/** A race as logged, and what a watch recorded of the body meanwhile. */
export interface LoggedRace extends RunnerLog {
  efforts: readonly Effort[];
  /** `null` of a written log alone. */
  recording: Recording | null;
}

/**
 * Reads the splits named, or the activity; with `--activity` both; and the intake log beside them or named with
 * `--intake`.
 * @param pace what was planned; `null` when it cannot be solved
 * @param goesOn whether the race goes on, so that a row that fits nowhere must not stop it
 */
export async function loadLog(
  { files, options }: Context,
  race: LoadedRace,
  pace: PacePlan | null,
  notes: Notes,
  goesOn = false,
): Promise<LoggedRace | null> {
  const path = files[0] ?? STDIN;
  noteProposal(race, pace, notes);
  const context = contextOfLog(race, pace, options, goesOn);
  const raw = readRawNoted(path, 'log', notes);
  const logged = raw && (await parseFile(raw, race, context, options, notes));

  // beside the splits of many it may be anybody's
  const isOfOne = logged?.ofMany == null;
  const intakePath = intakeFile(options.written.intake, isOfOne ? path : null);
  const intake = intakePath == null ? null : await readNotedTable(intakePath, 'table', notes);
  const entries = intake && parseIntakeLog(intake, context, logged && endOf(logged.log));
  notes.problems.push(...namingTable('intake', entries?.diagnostics ?? []));
  if (!raw || !logged) return null;
  const { log } = logged;
  if (intake && entries?.value) {
    const own = [...log.visits, ...(log.intakeEntries ?? [])];
    notes.problems.push(...checkLoggedOnce(own, entries.value, raw.file, intake.file));
  }
  const both = [...(log.intakeEntries ?? []), ...(entries?.value ?? [])];
  const isAnyLog = log.intakeEntries !== null || entries?.value != null;
  return { ...logged, log: { ...log, intakeEntries: isAnyLog ? both : null } };
}

/** Says what the pace rests on, where the plan does not set it. */
export function noteProposal(
  { plan }: Pick<LoadedRace, 'plan'>,
  pace: PacePlan | null,
  { problems }: Notes,
): void {
  const proposal = proposalOf(plan);
  if (!pace || !proposal) return;
  const { targetS } = pace;
  problems.push(note('TARGET_PROPOSED', { targetS, ...proposal }, { file: plan.file }));
}

/** What a race tells of its logs. */
export const contextOfLog = (
  { plan, course }: PlannedCourse,
  pace: PacePlan | null,
  { times }: Options,
  goesOn: boolean,
): LogContext => ({
  places: placesOf(course),
  startAt: plan.race.startAt,
  zone: plan.race.zone,
  units: plan.units,
  products: plan.nutrition.products,
  plannedS: pace && [0, ...pace.legs.map(({ arriveS }) => arriveS)],
  plannedDepartS: pace && [0, ...pace.legs.map(({ departS }) => departS)],
  limitS: course.finish.cutoffS,
  timedS: isTimedEvent(plan) ? course.finish.cutoffS : null,
  loop: loopContext(plan),
  times,
  goesOn,
});

/** Loops, where the race is run in them. */
function loopContext(plan: Plan): LoopContext | null {
  const format = formatOf(plan);
  if (format.kind === 'backyard') return { loopM: format.loopM, everyS: format.everyS };
  const { distanceM, laps } = plan.course;
  return distanceM !== null && laps > 1 ? { loopM: distanceM / laps, everyS: null } : null;
}

/** A written log, filled from the recording of `--activity`; or a recording alone. */
async function parseFile(
  raw: RawFile,
  race: LoadedRace,
  context: LogContext,
  options: Options,
  notes: Notes,
): Promise<LoggedRace | null> {
  const activityPath = textOf(options.written, 'activity');
  if (isActivity(raw.kind)) {
    notes.problems.push(...checkAlone(options));
    const recorded = await loadActivity(raw, race, notes);
    return recorded && { ...recorded, ofMany: null };
  }
  const table = await tableNoted(raw, 'log', notes);
  if (!table) return null;
  const { value: written, diagnostics } = parseLog(table, race, context, options);
  notes.problems.push(...namingTable('log', diagnostics));
  if (activityPath === null) return written && { ...written, efforts: [], recording: null };
  const recording = readRawNoted(activityPath, 'activity', notes);
  const recorded = recording && (await loadActivity(recording, race, notes));
  if (!written || !recorded) return null;
  const { combineLogs } = await import('../engine/activity/combine.js');
  const combined = combineLogs(written.log, recorded.log, placesOf(race.course), raw.file);
  notes.problems.push(...combined.diagnostics);
  return { ...written, ...recorded, log: combined.log };
}

/** What has no meaning beside an activity in place of a log. */
function checkAlone({ written }: Options): Problem[] {
  const wanted = {
    bib: 'a file of many runners',
    runner: 'a file of many runners',
    activity: 'a recording beside a written log',
  };
  return Object.entries(wanted).flatMap(([name, expected]) => {
    const value = textOf(written, name);
    if (value === null) return [];
    return [error('BAD_ARGUMENT', { argument: `--${name}`, value, expected, suggestion: null })];
  });
}

/** The runner's own log, or with `--bib` or `--runner` one runner's out of many. */
function parseLog(
  source: Source,
  race: PlannedCourse,
  context: LogContext,
  options: Options,
): Parsed<RunnerLog> {
  const asked = askedRunner(options);
  if (asked) return parseOneOfMany(source, asked, race, context, options);
  const found = findRunners(source);
  if (found) {
    const args = { ...found, isOver: !context.goesOn };
    return { value: null, diagnostics: [error('LOG_OF_MANY', args, { file: source.file })] };
  }
  const { value: log, diagnostics } = parseRaceLog(source, context);
  return { value: log && { log, ofMany: null }, diagnostics };
}

/** When the race ended, as far as the log tells; `null` while it goes on. */
const endOf = ({ finishS, endedS, status, visits }: RaceLog): number | null =>
  finishS ?? endedS ?? (status === 'dnf' ? (visits.at(-1)?.arriveS ?? null) : null);

function intakeFile(named: string | boolean | undefined, splitsPath: string | null): string | null {
  if (typeof named === 'string') return named;
  if (splitsPath === null || splitsPath === STDIN) return null;
  const beside = join(dirname(splitsPath), INTAKE_NAME);
  return beside !== splitsPath && existsSync(beside) ? beside : null;
}
