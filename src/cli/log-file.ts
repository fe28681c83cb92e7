/** The runner's log: splits, and what was eaten and drunk. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placesOf } from '../domain/course.js';
import { isTimedEvent } from '../domain/goal.js';
import { error, note, type Parsed } from '../domain/problems/problem.js';
import type { RaceLog } from '../domain/record.js';
import type { PacePlan } from '../engine/pacing/pace-plan.js';
import { STDIN } from '../input/files.js';
import type { LogContext } from '../input/log/context.js';
import { parseIntakeLog } from '../input/log/intake-log.js';
import { checkLoggedOnce } from '../input/log/nutrients.js';
import { parseRaceLog } from '../input/log/race-log.js';
import { parseEditions } from '../input/results/results.js';
import { findRunners, logOfRunner } from '../input/results/runner-log.js';
import { blocksOf, type Source } from '../input/source.js';
import { proposalOf } from '../report/target.js';
import type { Context } from './command.js';
import { contextOf, type PlannedCourse } from './editions.js';
import { type Notes, readNotedTable } from './loaded.js';
import { type Options, textOf } from './options.js';
import type { LoadedRace } from './race.js';

/** An intake log of this name beside the splits is read without asking. */
const INTAKE_NAME = 'intake.csv';

/**
 * Reads the splits named, and the intake log beside them or named with `--intake`.
 * @param pace what was planned; `null` when it cannot be solved
 * @param goesOn whether the race goes on, so that a row that fits nowhere must not stop it
 */
export async function loadLog(
  { files, options }: Context,
  { plan, course }: LoadedRace,
  pace: PacePlan | null,
  notes: Notes,
  goesOn = false,
): Promise<RaceLog | null> {
  const path = files[0] ?? STDIN;
  const proposal = proposalOf(plan);
  if (pace && proposal) {
    const { targetS } = pace;
    notes.problems.push(note('TARGET_PROPOSED', { targetS, ...proposal }, { file: plan.file }));
  }
  const context: LogContext = {
    places: placesOf(course),
    startAt: plan.race.startAt,
    zone: plan.race.zone,
    units: plan.units,
    products: plan.nutrition.products,
    plannedS: pace && [0, ...pace.legs.map(({ arriveS }) => arriveS)],
    plannedDepartS: pace && [0, ...pace.legs.map(({ departS }) => departS)],
    limitS: course.finish.cutoffS,
    timedS: isTimedEvent(plan.goals) ? course.finish.cutoffS : null,
    times: options.times,
    goesOn,
  };
  const splits = await readNotedTable(path, 'log', notes);
  const log = splits && parseLog(splits, { plan, course }, context, options);
  notes.problems.push(...(log?.diagnostics ?? []));

  const intakePath = intakeFile(options.written.intake, path);
  const intake = intakePath == null ? null : await readNotedTable(intakePath, 'table', notes);
  const entries = intake && parseIntakeLog(intake, context, log?.value ? endOf(log.value) : null);
  notes.problems.push(...(entries?.diagnostics ?? []));
  if (!log?.value) return null;
  if (splits && intake && entries?.value) {
    notes.problems.push(
      ...checkLoggedOnce(
        [...log.value.visits, ...(log.value.intakeEntries ?? [])],
        entries.value,
        splits.file,
        intake.file,
      ),
    );
  }
  const both = [...(log.value.intakeEntries ?? []), ...(entries?.value ?? [])];
  const isAnyLog = log.value.intakeEntries !== null || entries?.value != null;
  return { ...log.value, intakeEntries: isAnyLog ? both : null };
}

/** The runner's own log, or with `--bib` one runner's out of many. */
function parseLog(
  source: Source,
  race: PlannedCourse,
  context: LogContext,
  options: Options,
): Parsed<RaceLog> {
  const { file } = source;
  const bib = textOf(options.written, 'bib');
  if (bib === null) {
    const found = findRunners(source);
    if (!found) return parseRaceLog(source, context);
    return { value: null, diagnostics: [error('LOG_OF_MANY', found, { file })] };
  }
  const { places, goesOn } = context;
  const read = parseEditions(blocksOf(source), contextOf(race, options));
  const edition = read.value?.at(-1);
  if (!edition) return { value: null, diagnostics: read.diagnostics };
  const { value, diagnostics } = logOfRunner(bib, edition, places, goesOn);
  return { value, diagnostics: [...read.diagnostics, ...diagnostics] };
}

/** When the race ended, as far as the log tells; `null` while it goes on. */
const endOf = ({ finishS, endedS, status, visits }: RaceLog): number | null =>
  finishS ?? endedS ?? (status === 'dnf' ? (visits.at(-1)?.arriveS ?? null) : null);

function intakeFile(named: string | boolean | undefined, splitsPath: string): string | null {
  if (typeof named === 'string') return named;
  if (splitsPath === STDIN) return null;
  const beside = join(dirname(splitsPath), INTAKE_NAME);
  return beside !== splitsPath && existsSync(beside) ? beside : null;
}
