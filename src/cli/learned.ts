/** A race with what earlier races of the runner taught: those that its plan names with `from`. */
import { dirname, join, resolve } from 'node:path';
import type { EarlierPlan, Plan } from '../domain/plan.js';
import { error } from '../domain/problems/problem.js';
import { applyEarlier } from '../engine/lessons/earlier.js';
import { editionName, type RaceRun } from '../engine/lessons/race-run.js';
import { findPlan, statOf } from '../input/files.js';
import { hasErrors } from '../kernel/diagnostic.js';
import type { Context } from './command.js';
import { type Loaded, type Notes, namedIn } from './loaded.js';
import type { Options } from './options.js';
import { type Learn, type LoadedRace, loadRaceBy } from './race.js';
import { reviewLogged } from './reviewed.js';

/** A log of this name beside a plan is its race's. */
export const LOG_NAME = 'splits.csv';

/**
 * Loads the plan, builds its course, and learns from its past editions and from the runner's earlier races.
 * @param firstFile a log the plan may lie beside; `null` when the file argument is the plan itself
 * @param needsTarget whether nothing can be done without a target
 */
export const loadRace = (
  context: Context,
  firstFile: string | null,
  needsTarget = false,
): Promise<Loaded<LoadedRace>> => loadRaceBy(context, firstFile, needsTarget, learnFromEarlier);

const learnFromEarlier: Learn = async ({ plan, course }, options, notes) => {
  const runs: RaceRun[] = [];
  for (const earlier of plan.from) {
    const run = await loadEarlier(plan, earlier, options, notes);
    if (run) runs.push(run);
  }
  return hasErrors(notes.problems) ? null : applyEarlier(plan, course, runs);
};

/** `null` where anything is wrong with it, which is noted. */
async function loadEarlier(
  plan: Plan,
  { file, logFile }: EarlierPlan,
  options: Options,
  notes: Notes,
): Promise<RaceRun | null> {
  const at = namedIn(plan, file);
  const path = statOf(file) === null ? null : findPlan(file, null).value;
  const log = path === null ? null : join(dirname(path), logFile ?? LOG_NAME);
  if (path === null || log === null || statOf(log) === null) {
    notes.problems.push(error('FILE_NOT_FOUND', { path: log ?? file }, at));
    return null;
  }
  const context = alone(path, log, options);
  const loaded = await loadRaceBy(context, log, false, null);
  const run = loaded.value && (await reviewLogged(context, loaded.value, loaded));
  for (const [name, text] of loaded.sources) notes.sources.set(name, text);
  // what was taken for granted in reading it is said where it is analysed
  notes.problems.push(...loaded.problems.filter(({ severity }) => severity !== 'note'));
  if (!run || hasErrors(loaded.problems)) return null;
  const isBefore = [run.plan, plan].every(({ race }) => race.startAt !== null)
    ? run.plan.race.startAt! < plan.race.startAt!
    : resolve(path) !== resolve(plan.file);
  if (isBefore) return run;
  notes.problems.push(error('FROM_NOT_EARLIER', { race: editionName(run.plan) }, at));
  return null;
}

/** Asked for nothing but that race, whatever the command was asked for. */
const alone = (plan: string, log: string, options: Options): Context => ({
  files: [log],
  options: { ...options, plan, times: null, written: {} },
  progress: () => {},
});
