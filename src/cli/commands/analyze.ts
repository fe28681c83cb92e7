/** `raceplan analyze`: after the race. */
import { hasErrors } from '../../kernel/diagnostic.js';
import { analyzeReport } from '../../report/analyze.js';
import type { Context, Outcome } from '../command.js';
import { loadRace, noteCarried } from '../learned.js';
import { unusable } from '../loaded.js';
import { reviewLogged } from '../reviewed.js';

export async function run(context: Context): Promise<Outcome> {
  const loaded = await loadRace(context, context.files[0] ?? null);
  const race = loaded.value;
  const run = race && (await reviewLogged(context, race, loaded));
  if (!run || hasErrors(loaded.problems)) return unusable(loaded);
  noteCarried(race, loaded.problems);
  const { plan, course, log, review } = run;
  return {
    ...unusable(loaded),
    output: analyzeReport(plan, course, log, review, context.options.written.allLaps === true),
  };
}
