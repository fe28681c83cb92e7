/** A race and its log, reviewed: what `analyze` prints, `compare` puts side by side, and the next plan learns from. */
import type { Plan } from '../domain/plan.js';
import { note, type Problem } from '../domain/problems/problem.js';
import type { RaceLog } from '../domain/record.js';
import { computeTimeRun } from '../engine/goals/target.js';
import type { RaceRun } from '../engine/lessons/race-run.js';
import { reviewRace } from '../engine/review/review.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { Context } from './command.js';
import { loadResults } from './editions.js';
import type { Notes } from './loaded.js';
import { loadLog } from './log-file.js';
import { type LoadedRace, solveRace } from './race.js';

/**
 * Reads the log of a race that has been loaded, and reviews it.
 * @param context its first file is the log
 * @returns `null` where nothing should be computed, which is noted
 */
export async function reviewLogged(
  context: Context,
  race: LoadedRace,
  notes: Notes,
): Promise<RaceRun | null> {
  const { course, sun } = race;
  const { target } = race.plan.pacing;
  const planned = target && solveRace(race, target, notes.problems);
  const logged = await loadLog(context, race, planned, notes);
  const results = await loadResults(race, context.options, notes);
  if (!logged || hasErrors(notes.problems)) return null;
  const { log, efforts } = logged;
  const plan = target ? race.plan : asRun(race, log, notes.problems);
  const pace = planned ?? solveRace(race, plan.pacing.target, notes.problems);
  if (!pace || hasErrors(notes.problems)) return null;
  return {
    plan,
    course,
    sun,
    log,
    review: reviewRace(plan, course, pace, log, results, efforts, sun),
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
