/** `raceplan analyze`: after the race. */
import { reviewRace } from '../../engine/review/review.js';
import { hasErrors } from '../../kernel/diagnostic.js';
import { analyzeReport } from '../../report/analyze.js';
import type { Context, Outcome } from '../command.js';
import { loadResults } from '../editions.js';
import { unusable } from '../loaded.js';
import { loadLog } from '../log-file.js';
import { loadRace, solveRace } from '../race.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  if (!race) return unusable(loaded);
  const { plan, course } = race;
  const pace = solveRace(race, plan.pacing.target, loaded.problems);
  const log = await loadLog(context, race, pace, loaded);
  const results = await loadResults(race, context.options, loaded);
  if (!log || !pace || hasErrors(loaded.problems)) return unusable(loaded);

  const review = reviewRace(plan, course, pace, log, results);
  return {
    ...unusable(loaded),
    output: analyzeReport(plan, course, log, review, context.options.written.allLaps === true),
  };
}
