/** A race and its log, reviewed: what `analyze` prints, `compare` puts side by side, and the next plan learns from. */
import type { Plan } from '../domain/plan.js';
import { note, type Problem } from '../domain/problems/problem.js';
import { athleteOfRow, type Edition, type RaceLog, type RaceResults } from '../domain/record.js';
import { computeTimeRun } from '../engine/goals/target.js';
import type { RaceRun } from '../engine/lessons/race-run.js';
import { reviewRace } from '../engine/review/review.js';
import { withoutLead } from '../engine/review/runners.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { Context } from './command.js';
import { loadThisEdition } from './editions.js';
import type { Notes } from './loaded.js';
import { type LoggedRace, loadLog } from './log-file.js';
import type { RunnerLog } from './many-file.js';
import { type LoadedRace, solveRace } from './race.js';

export interface ReviewedRun extends RaceRun {
  logged: LoggedRace;
  /** This year's, where the plan names its results. */
  edition: Edition | null;
}

/**
 * Reads the log of a race that has been loaded, and reviews it.
 * @param context its first file is the log
 * @returns `null` where nothing should be computed, which is noted
 */
export async function reviewLogged(
  context: Context,
  race: LoadedRace,
  notes: Notes,
): Promise<ReviewedRun | null> {
  const { course, sun } = race;
  const { target } = race.plan.pacing;
  const planned = target && solveRace(race, target, notes.problems);
  const logged = await loadLog(context, race, planned, notes);
  const edition = await loadThisEdition(race, context, notes);
  const results = edition?.results ?? null;
  if (!logged || hasErrors(notes.problems)) return null;
  const { log, efforts, ofMany } = logged;
  const plan = target ? race.plan : asRun(race, log, notes.problems);
  const pace = planned ?? solveRace(race, plan.pacing.target, notes.problems);
  if (!pace || hasErrors(notes.problems)) return null;
  const among = ofMany && athleteAmong(plan, ofMany, results);
  const judged = among ?? { plan, results, isLeadTold: true };
  const found = reviewRace(judged.plan, course, pace, log, judged.results, efforts, sun);
  const review = judged.isLeadTold ? found : withoutLead(found);
  return { plan: judged.plan, course, sun, log, review, logged, edition };
}

/**
 * With a runner of many that one is judged, whoever the plan is of; what their row does not tell the plan does. Where
 * it names no results, the rows are.
 */
function athleteAmong(
  plan: Plan,
  { row, rows }: NonNullable<RunnerLog['ofMany']>,
  results: RaceResults | null,
) {
  const { bib, sex, ageYears } = athleteOfRow(row.result);
  const athlete = {
    ...plan.athlete,
    bib: results ? bib : row.label,
    sex: sex ?? plan.athlete.sex,
    ageYears: ageYears ?? plan.athlete.ageYears,
  };
  return {
    plan: { ...plan, athlete },
    results: results ?? rows.results,
    isLeadTold: results !== null || rows.areAllTold,
  };
}

/** A plan that says nothing of how fast to run is held against the time that was run, which is said. */
function asRun({ plan, course }: LoadedRace, log: RaceLog, problems: Problem[]): Plan {
  const targetS = computeTimeRun(course, log);
  if (targetS === null) return plan;
  problems.push(note('TARGET_PROPOSED', { targetS, from: 'run', races: 0 }, { file: plan.file }));
  return {
    ...plan,
    pacing: { ...plan.pacing, target: { kind: 'time', targetS }, targetSource: 'run' },
  };
}
